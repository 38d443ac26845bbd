import type { ReturnReader, ReturnSink } from './return-reader.ts';

/** The form a return comes in, and how it is to be read. */
export type ReturnSource = SourceForm & {
  /** Whether labels, in either language, are read as the codes they stand for. */
  readonly labels?: boolean;
};

type SourceForm =
  | { readonly format: 'json' }
  | { readonly format: 'ndjson' }
  | { readonly format: 'zip' }
  | { readonly format: 'xlsx' }
  | CsvSource;

/** One CSV is one table; its header comes beside it. */
export interface CsvSource {
  readonly format: 'csv';
  readonly table: string;
  readonly header: Readonly<Record<string, unknown>>;
}

/** Gives what reads a return of the form given, from its first byte. */
export type OpenReader<Source = ReturnSource> = (source: Source, sink: ReturnSink) => ReturnReader;

const FORMS: readonly ReturnSource['format'][] = ['json', 'ndjson', 'csv', 'zip', 'xlsx'];

/**
 * Tells callers without types which argument is wrong.
 *
 * @throws TypeError
 */
export function expectSource(source: Partial<ReturnSource> | null | undefined): void {
  if (source === null || source === undefined || !FORMS.some((form) => form === source.format)) {
    const forms = FORMS.join(', ');
    throw new TypeError(
      `The form of a return is said as { format }, one of ${forms}; csv needs table and header too.`,
    );
  }
  if (source.format !== 'csv') return;
  if (typeof source.table !== 'string' || typeof source.header !== 'object' || source.header === null) {
    throw new TypeError(
      'A return as csv is one table: { format: "csv", table, header }, its header being an object.',
    );
  }
}
