import Papa from 'papaparse';
import type { TableName } from '../generated/tables.ts';
import { safeValue } from '../safe-value.ts';
import type { StructuralRuleId } from '../structural-rules.ts';
import { suggest } from '../suggest.ts';
import type { FieldDescription } from '../table-description.ts';
import { type Cell, exactNumber } from './cell.ts';
import type { ReturnReader, ReturnSink } from './return-reader.ts';

const MAXIMUM_RECORD = 100_000;
const WHOLE_NUMBER = /^-?\d+$/;
/** What a decoder writes for bytes that are not UTF-8. A file that holds it already was damaged before. */
const NOT_DECODED = '\uFFFD';
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

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
  /** For each column the index of its field, or −1 where it is left out; null until the first record. */
  let columns: readonly number[] | null = null;
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

  const readColumns = (names: readonly string[]): readonly number[] => {
    const seen = new Set<number>();
    const found = names.map((name) => {
      const field = intake.plan.positions.get(name) ?? -1;
      const column = {
        path: ['tables', table],
        template: ['tables', table, 0, name],
        row: 1,
        column: safeValue(name),
        value: safeValue(name),
      };
      if (field === -1) {
        sink.fault('field-known', { ...column, suggestion: () => suggest(name, intake.plan.names) });
        return -1;
      }
      if (seen.has(field)) {
        sink.fault('csv-columns-unique', column);
        return -1;
      }
      seen.add(field);
      return field;
    });
    const absent = intake.plan.fields.filter((plan) => !seen.has(plan.index));
    for (const { field } of absent) {
      sink.fault('field-present', {
        path: ['tables', table],
        template: ['tables', table, 0, field.name],
        row: 1,
        column: field.name,
      });
    }
    intake.expectWithout(new Set(absent.map((plan) => plan.index)));
    if (absent.length > 0 || seen.size < names.length) intake.distrust();
    cells = intake.plan.fields.map(() => undefined);
    return found;
  };

  const readRow = (record: readonly string[], order: readonly number[]) => {
    if (record.length !== order.length) return intake.takeUnreadable('csv-cells-match-columns');
    order.forEach((field, column) => {
      if (field === -1) return;
      cells[field] = toCell(
        (intake.plan.fields[field] as { field: FieldDescription }).field,
        record[column] as string,
      );
    });
    intake.take(cells);
  };

  const readRecord = (record: readonly string[], isBroken: boolean) => {
    const isBlank = record.length === 1 && record[0] === '';
    if (columns === null) {
      if (isBlank) return;
      if (record.length === 1 && /[;\t|]/.test(record[0] as string))
        return stop('csv-separator-is-a-comma', 1);
      if (isBroken) return stop('csv-quotes-closed', 1);
      columns = readColumns(record);
      return;
    }
    if (isBlank) {
      blankRecords += 1;
      return;
    }
    // Blank lines count only if something follows them.
    for (; blankRecords > 0; blankRecords -= 1) intake.takeUnreadable('csv-cells-match-columns');
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
    if (rest.length > MAXIMUM_RECORD) stop('csv-record-not-too-long', records + 1);
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
    end() {
      if (!isStopped) readDecoded(decoder.decode());
      if (!isStopped && rest !== '') parse(rest, true);
      if (!isStopped && columns === null) stop('file-not-empty', null);
      return { header, isComplete: !isStopped };
    },
  };
}

/** A cell as its field takes it: text that is no number of the field's kind stays text, and is then refused. */
function toCell(field: FieldDescription, text: string): Cell {
  if (field.kind === 'code') return text;
  if (text === '') return null;
  if (field.kind === 'number') return JSON_NUMBER.test(text) ? exactNumber(text) : text;
  if (WHOLE_NUMBER.test(text)) return exactNumber(text);
  if (!JSON_NUMBER.test(text)) return text;
  const value = exactNumber(text);
  // 12.5 is a number that is not whole; 12.0 and 1e2 are whole but not written in digits.
  return typeof value === 'number' && Number.isInteger(value) ? text : value;
}
