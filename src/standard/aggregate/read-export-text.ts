import Papa from 'papaparse';
import { textStartOf } from '../read/byte-order.ts';

/** What an export turns out to be, cell by cell. */
export interface ExportSink {
  /** The headings, outer spaces dropped. Called once, first. */
  headings(cells: readonly string[]): void;
  /** @param row - Its number, the headings being 1. */
  row(cells: readonly string[], row: number): void;
  fault(id: 'file-not-empty' | 'text-readable' | 'quotes-closed', row: number | undefined): void;
}

export interface ExportReader {
  write(bytes: Uint8Array): void;
  end(): void;
}

export interface ExportFormat {
  readonly encoding?: 'utf-8' | 'windows-1252' | 'utf-16le' | undefined;
  /** Found from the headings where it is not given. */
  readonly separator?: string | undefined;
}

const MAXIMUM_RECORD = 1_000_000;
const SEPARATORS = [',', ';', '\t', '|'];

/**
 * Reads a CSV export as it comes. Lines end in LF or CRLF; empty lines are passed over. It stops at the first byte
 * that is not text, and at a quotation mark that is never closed.
 */
export function createExportReader({ encoding, separator }: ExportFormat, sink: ExportSink): ExportReader {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let parser: Papa.Parser | null = null;
  let rest = '';
  let records = 0;
  let hasHeadings = false;
  let isStopped = false;

  const stop = (id: Parameters<ExportSink['fault']>[0], row?: number) => {
    if (!isStopped) sink.fault(id, row);
    isStopped = true;
  };

  const readRecord = (cells: readonly string[]) => {
    records += 1;
    if (cells.every((cell) => cell.trim() === '')) return;
    if (hasHeadings) return sink.row(cells, records);
    hasHeadings = true;
    sink.headings(cells.map((cell) => cell.trim()));
  };

  const parse = (isLast: boolean) => {
    if (parser === null) {
      const lineEnd = rest.indexOf('\n');
      if (lineEnd === -1 && !isLast) return guardLength();
      const delimiter = separator ?? separatorOf(lineEnd === -1 ? rest : rest.slice(0, lineEnd));
      parser = new Papa.Parser({ delimiter, newline: '\n' });
    }
    const { data, errors, meta } = parser.parse(rest, 0, !isLast) as {
      data: string[][];
      errors: readonly { readonly row?: number }[];
      meta: { readonly cursor: number };
    };
    const broken = errors[0]?.row;
    for (const [index, cells] of data.entries()) {
      if (isStopped) return;
      if (broken !== undefined && index >= broken) return stop('quotes-closed', records + 1);
      readRecord(cells);
    }
    rest = isLast ? '' : rest.slice(meta.cursor);
    guardLength();
  };

  const guardLength = () => {
    if (rest.length > MAXIMUM_RECORD) stop('quotes-closed', records + 1);
  };

  const take = (text: string, isLast: boolean) => {
    const damaged = text.indexOf('\uFFFD');
    rest += damaged === -1 ? text : text.slice(0, damaged);
    // A carriage return at the end of a piece waits for the line feed that may follow it.
    const held = !isLast && rest.endsWith('\r') ? '\r' : '';
    rest = (held === '' ? rest : rest.slice(0, -1)).replaceAll('\r\n', '\n');
    if (rest !== '') parse(isLast && damaged === -1);
    rest += held;
    if (damaged !== -1) stop('text-readable', records + 1);
  };

  return {
    write(bytes) {
      if (isStopped || bytes.length === 0) return;
      decoder ??= new TextDecoder(encodingOf(bytes, encoding));
      take(decoder.decode(bytes, { stream: true }), false);
    },
    end() {
      if (!isStopped && decoder !== null) take(decoder.decode(), true);
      if (!isStopped && !hasHeadings) stop('file-not-empty');
    },
  };
}

/** A byte-order mark says more than the mapping. */
function encodingOf(first: Uint8Array, encoding: ExportFormat['encoding']): string {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  return textStartOf(first).markLength === 3 ? 'utf-8' : (encoding ?? 'utf-8');
}

/** The separator that most stand of in the headings, outside quotation marks. */
function separatorOf(headings: string): string {
  const plain = headings.replace(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((separator) => plain.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] as string;
}
