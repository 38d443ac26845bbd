import Papa from 'papaparse';
import { type ExportDecoder, type ExportEncoding, exportDecoder } from './decode-export.ts';

/** What an export turns out to be, cell by cell. */
export interface ExportSink {
  /** The headings, outer spaces dropped. Called once, first. */
  headings(cells: readonly string[]): void;
  /** @param row - Its number, the headings being 1. */
  row(cells: readonly string[], row: number): void;
  fault(id: 'file-not-empty' | 'text-readable' | 'quotes-closed', row: number | undefined): void;
  /** How the file turned out to write letters, where nothing said it and it is not UTF-8. */
  recognised?(encoding: ExportEncoding): void;
}

export interface ExportReader {
  write(bytes: Uint8Array): void;
  end(): void;
}

export interface ExportFormat {
  readonly encoding?: ExportEncoding | undefined;
  /** Found from the headings where it is not given. */
  readonly separator?: string | undefined;
}

const MAXIMUM_RECORD = 1_000_000;
const SEPARATORS = [',', ';', '\t', '|'];

/**
 * Reads a CSV export as it comes. Lines end in LF or CRLF; empty lines are passed over. It stops at the first byte
 * that is not text (`exportDecoder`), and at a quotation mark that is never closed.
 */
export function createExportReader({ encoding, separator }: ExportFormat, sink: ExportSink): ExportReader {
  let decoder: ExportDecoder | null = null;
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

  const take = (bytes: Uint8Array, isLast: boolean) => {
    decoder ??= exportDecoder(bytes, encoding, (found) => sink.recognised?.(found));
    const { text, isDamaged } = decoder.decode(bytes, isLast);
    rest += text;
    // A carriage return at the end of a piece waits for the line feed that may follow it.
    const held = !isLast && rest.endsWith('\r') ? '\r' : '';
    rest = (held === '' ? rest : rest.slice(0, -1)).replaceAll('\r\n', '\n');
    if (rest !== '') parse(isLast && !isDamaged);
    rest += held;
    if (isDamaged) stop('text-readable', records + 1);
  };

  return {
    write(bytes) {
      if (!isStopped && bytes.length > 0) take(bytes, false);
    },
    end() {
      if (!isStopped && decoder !== null) take(new Uint8Array(), true);
      if (!isStopped && !hasHeadings) stop('file-not-empty');
    },
  };
}

/** The separator that most stand of in the headings, outside quotation marks. */
function separatorOf(headings: string): string {
  const plain = headings.replace(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((separator) => plain.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] as string;
}
