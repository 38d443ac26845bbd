import Papa from 'papaparse';
import type { TableName } from '../generated/tables.ts';
import type { FieldPlan } from '../plan-rows.ts';
import type { StructuralRuleId } from '../structural-rules.ts';
import type { Cell } from './cell.ts';
import { LEFT_OUT, matchColumns } from './match-columns.ts';
import type { ReturnReader, ReturnSink } from './return-reader.ts';
import { readTextCell } from './text-cell.ts';

const MAXIMUM_RECORD = 100_000;
export const MAXIMUM_ROWS = 2_000_000;
/** What a decoder writes for bytes that are not UTF-8. A file that holds it already was damaged before. */
const NOT_DECODED = '\uFFFD';

interface Records {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/**
 * Reads one table as CSV (RFC 4180): the first record names the columns, in any order; lines end in LF or CRLF,
 * the last with or without. The header of the return comes beside it.
 */
export function createCsvReader(
  sink: ReturnSink,
  table: TableName,
  header: Readonly<Record<string, unknown>>,
): ReturnReader {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const parser = new Papa.Parser({ delimiter: ',', newline: '\n' });
  const intake = sink.table(table);
  /** For each column its field, or null where it is left out; null until the first record. */
  let columns: readonly (FieldPlan | null)[] | null = null;
  let cells: Cell[] = [];
  let rest = '';
  let heldReturn = '';
  let records = 0;
  let blankRecords = 0;
  let isStopped = false;

  const stop = (rule: StructuralRuleId, row: number | null) => {
    sink.fault(rule, { path: ['tables', table], row });
    intake.distrust();
    isStopped = true;
  };

  const readColumns = (names: readonly string[]): readonly (FieldPlan | null)[] => {
    const found = matchColumns(sink, intake, names, { row: 1 });
    cells = intake.plan.fields.map(() => undefined);
    return found.map((field) => (field === LEFT_OUT ? null : (intake.plan.fields[field] as FieldPlan)));
  };

  const readRow = (record: readonly string[], order: readonly (FieldPlan | null)[]) => {
    if (record.length !== order.length) return intake.takeUnreadable('csv-cells-match-columns');
    for (let column = 0; column < order.length; column += 1) {
      const plan = order[column] as FieldPlan | null;
      if (plan === null) continue;
      const text = record[column] as string;
      cells[plan.index] = plan.isCode ? text : readTextCell(plan.field, text);
    }
    intake.take(cells);
  };

  const passBlank = () => {
    blankRecords += 1;
    if (blankRecords + intake.count > MAXIMUM_ROWS) stop('csv-rows-limited', blankRecords + intake.count + 1);
  };

  const readRecord = (record: readonly string[], isBroken: boolean) => {
    const isBlank = record.length === 1 && record[0] === '';
    if (columns === null) {
      if (isBlank) return passBlank();
      if (record.length === 1 && /[;\t|]/.test(record[0] as string))
        return stop('csv-separator-is-a-comma', 1);
      if (record.some((heading) => heading.includes('\r'))) return stop('csv-lines-end-in-a-line-feed', 1);
      if (isBroken) return stop('csv-quotes-closed', 1);
      blankRecords = 0;
      columns = readColumns(record);
      return;
    }
    if (isBlank) return passBlank();
    // Blank lines count only if something follows them.
    for (; blankRecords > 0; blankRecords -= 1) intake.takeUnreadable('csv-cells-match-columns');
    if (intake.count >= MAXIMUM_ROWS) return stop('csv-rows-limited', intake.count + 2);
    if (isBroken) intake.takeUnreadable('csv-quotes-closed');
    else readRow(record, columns);
  };

  const parse = (text: string, isLast: boolean) => {
    const { data, errors, meta } = parser.parse(text, 0, !isLast) as Records;
    const broken = new Set(errors.map((error) => error.row));
    for (let index = 0; index < data.length && !isStopped; index += 1) {
      readRecord(data[index] as readonly string[], broken.has(index));
    }
    records += data.length;
    rest = isLast ? '' : text.slice(meta.cursor);
    if (rest.length <= MAXIMUM_RECORD) return;
    const isOneLine = columns === null && rest.includes('\r');
    stop(isOneLine ? 'csv-lines-end-in-a-line-feed' : 'csv-record-not-too-long', records + 1);
  };

  const readText = (decoded: string) => {
    // A carriage return at the end of a piece waits for the line feed that may follow it.
    const text = (heldReturn + decoded).replaceAll('\r\n', '\n');
    heldReturn = text.endsWith('\r') ? '\r' : '';
    parse(rest + (heldReturn === '' ? text : text.slice(0, -1)), false);
  };

  /** Reads up to the first byte that is not UTF-8, so that its record can be named. */
  const readDecoded = (decoded: string) => {
    const damaged = decoded.indexOf(NOT_DECODED);
    readText(damaged === -1 ? decoded : decoded.slice(0, damaged));
    if (damaged !== -1 && !isStopped) stop('text-is-utf-8', records + 1);
  };

  return {
    write(bytes) {
      if (!isStopped) readDecoded(decoder.decode(bytes, { stream: true }));
    },
    isEnough: () => isStopped,
    end() {
      if (!isStopped) readDecoded(decoder.decode());
      if (!isStopped && rest !== '') parse(rest, true);
      if (!isStopped && columns === null) stop('file-not-empty', null);
      return { header, isComplete: !isStopped };
    },
  };
}
