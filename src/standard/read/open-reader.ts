import { TABLE_NAMES } from '../generated/tables.ts';
import { quoteName } from '../quote-value.ts';
import { createCsvReader } from './csv-reader.ts';
import { createJsonReader, suggestTable } from './json-reader.ts';
import { createNdjsonReader } from './ndjson-reader.ts';
import { readInBlocks } from './read-in-blocks.ts';
import type { ReturnReader, ReturnSink } from './return-reader.ts';
import { createXlsxReader } from './xlsx-reader.ts';
import { createZipReader } from './zip-reader.ts';

/** The form a return comes in, and how it is to be read. */
export type ReturnSource = SourceForm & {
  /** Whether labels, in either language, are read as the codes they stand for. */
  readonly labels?: boolean;
};

/** One CSV is one table; its header comes beside it. */
type SourceForm =
  | { readonly format: 'json' }
  | { readonly format: 'ndjson' }
  | { readonly format: 'zip' }
  | { readonly format: 'xlsx' }
  | { readonly format: 'csv'; readonly table: string; readonly header: Readonly<Record<string, unknown>> };

type TextSource = Extract<ReturnSource, { readonly format: 'json' | 'ndjson' | 'csv' }>;

/** What reads a return of the form given, from its first byte. */
export function openReader(source: ReturnSource, sink: ReturnSink): ReturnReader {
  if (source.format === 'zip') return createZipReader(sink);
  if (source.format === 'xlsx') return createXlsxReader(sink);
  return readInBlocks(openTextReader(source, sink), () => sink.fault('text-is-not-utf-16', { path: [] }));
}

function openTextReader(source: TextSource, sink: ReturnSink): ReturnReader {
  if (source.format === 'json') return createJsonReader(sink);
  if (source.format === 'ndjson') return createNdjsonReader(sink);
  const table = TABLE_NAMES.find((name) => name === source.table);
  if (table !== undefined) return createCsvReader(sink, table, source.header);
  sink.fault('table-known', {
    path: ['tables', source.table],
    value: quoteName(source.table),
    suggestion: () => suggestTable(source.table),
  });
  return { write: () => undefined, end: () => ({ header: source.header, isComplete: true }) };
}
