import { TABLE_NAMES, type TableName } from '../generated/tables.ts';
import type { FieldPlan } from '../plan-rows.ts';
import { quoteName } from '../quote-value.ts';
import type { StructuralRuleId } from '../structural-rules.ts';
import type { TableIntake } from '../take-rows.ts';
import { type Cell, NESTED_VALUE } from './cell.ts';
import { type JsonListener, readJson } from './json-grammar.ts';
import { buildHeader } from './json-header.ts';
import type { ReturnReader, ReturnSink } from './return-reader.ts';
import { suggestTable } from './suggest-table.ts';
import { readSpelledNumber } from './text-cell.ts';

type Place = 'start' | 'header' | 'tables' | 'table' | 'row' | 'finished';

/** What listens to one JSON text and makes a return of it. */
export interface ReturnListener {
  readonly listener: JsonListener;
  /** The header as far as it was read. */
  readonly header: Readonly<Record<string, unknown>>;
  /** Path of what is being read. */
  standsAt(): (string | number)[];
}

/**
 * Makes a return of a JSON text: rows go to their table as they come, the header is built, since its fields may
 * come after the tables.
 *
 * @param stop - Called once, after a fault that makes reading on useless.
 * @param leaveTables - When given, "tables" is left out, and this is called where it stands.
 */
export function listenForReturn(
  sink: ReturnSink,
  stop: () => void,
  leaveTables: (() => void) | null = null,
): ReturnListener {
  const header = buildHeader();
  const carried = new Set<TableName>();
  let place: Place = 'start';
  /** Objects and arrays open inside something that is being left out. */
  let skipping = 0;
  /** Whether the value that follows is to be left out. */
  let skipNext = false;
  let rootKey = '';
  let table: TableName | null = null;
  let intake: TableIntake | null = null;
  let cells: Cell[] = [];
  let field = -1;

  /** Whether a value that begins here is left out, because of its key or of what is around it. */
  const leavesOut = (isContainer: boolean): boolean => {
    if (skipping === 0 && !skipNext) return false;
    skipNext = false;
    if (isContainer) skipping += 1;
    return true;
  };
  const refuse = (rule: StructuralRuleId, path: readonly string[]) => {
    sink.fault(rule, { path });
    stop();
  };
  const isAtTables = () => header.isAtRoot && rootKey === 'tables';
  const addToHeader = (add: () => void) => {
    add();
    if (header.isTooLarge) refuse('header-not-too-large', []);
  };
  const startRow = (rows: TableIntake) => {
    if (cells.length !== rows.plan.fields.length) cells = rows.plan.fields.map(() => undefined);
    else cells.fill(undefined);
    place = 'row';
  };
  const misplaced = (isContainer: boolean) => {
    if (isContainer) skipping = 1;
    if (place === 'table') (intake as TableIntake).takeUnreadable('row-is-an-object');
    else if (place === 'row') cells[field] = NESTED_VALUE;
    else sink.fault('tables-are-lists-of-rows', { path: ['tables', ...(table === null ? [] : [table])] });
  };

  const listener: JsonListener = {
    startObject() {
      if (leavesOut(true)) return;
      if (place === 'start') place = 'header';
      else if (place === 'header') {
        if (isAtTables()) place = 'tables';
        else addToHeader(() => header.startObject());
      } else if (place === 'table') startRow(intake as TableIntake);
      else misplaced(true);
    },
    startArray() {
      if (leavesOut(true)) return;
      if (place === 'start') refuse('return-is-an-object', []);
      else if (place === 'header' && !isAtTables()) addToHeader(() => header.startArray());
      else if (place === 'tables' && table !== null) {
        carried.add(table);
        intake = sink.table(table);
        place = 'table';
      } else misplaced(true);
    },
    end() {
      if (skipping > 0) skipping -= 1;
      else if (place === 'row') {
        (intake as TableIntake).take(cells);
        place = 'table';
      } else if (place === 'table') {
        table = null;
        place = 'tables';
      } else if (place === 'tables') place = 'header';
      else if (!header.isAtRoot) header.end();
      else place = 'finished';
    },
    key(name) {
      if (skipping > 0) return;
      if (place === 'row') {
        const rows = intake as TableIntake;
        field = rows.plan.positions.get(name) ?? -1;
        skipNext = field === -1 || cells[field] !== undefined;
        if (field === -1) rows.unknownField(name);
        else if (skipNext) rows.repeatedField(name);
      } else if (place === 'tables') keyOfTables(name);
      else keyOfHeader(name);
    },
    scalar(value, spelling) {
      if (leavesOut(false)) return;
      if (place === 'row') takeCell(value, spelling);
      else if (place === 'start') refuse('return-is-an-object', []);
      else if (place === 'header' && !isAtTables()) addToHeader(() => header.scalar(value));
      else misplaced(false);
    },
  };

  const takeCell = (value: Cell, spelling: string | undefined) => {
    const { fields } = (intake as TableIntake).plan;
    cells[field] =
      spelling === undefined ? value : readSpelledNumber((fields[field] as FieldPlan).field, value, spelling);
  };
  const keyOfTables = (name: string) => {
    table = TABLE_NAMES.find((known) => known === name) ?? null;
    skipNext = table === null || carried.has(table);
    if (table === null) {
      sink.fault('table-known', {
        path: ['tables', name],
        value: quoteName(name),
        suggestion: () => suggestTable(name),
      });
    } else if (skipNext) sink.fault('json-keys-unique', { path: ['tables', name] });
  };
  const seenAtRoot = new Set<string>();
  const keyOfHeader = (name: string) => {
    const isNew = header.key(name) && !(header.isAtRoot && name === 'tables' && seenAtRoot.has(name));
    if (header.isAtRoot) {
      rootKey = name;
      if (name === 'tables') seenAtRoot.add(name);
    }
    const isLeft = header.isAtRoot && name === 'tables' && leaveTables !== null;
    skipNext = !isNew || isLeft;
    if (!isNew) sink.fault('json-keys-unique', { path: header.path() });
    else if (isLeft) leaveTables();
  };

  const standsAt = (): (string | number)[] => {
    if (place === 'start' || place === 'finished') return [];
    if (place === 'header') return header.path().filter((segment) => segment !== '');
    if (table === null) return ['tables'];
    if (intake === null || place === 'tables') return ['tables', table];
    return ['tables', table, intake.count];
  };

  return { listener, header: header.value, standsAt };
}

/** Reads a return as JSON. */
export function createJsonReader(sink: ReturnSink): ReturnReader {
  return readWith(sink, null);
}

/**
 * Reads the header of a return that stands by itself, as a JSON object.
 *
 * @param leaveTables - Called where the object holds "tables", which are not read.
 */
export function createHeaderReader(sink: Pick<ReturnSink, 'fault'>, leaveTables: () => void): ReturnReader {
  const withoutTables: ReturnSink = {
    fault: sink.fault,
    table: () => {
      throw new Error('A header that stands alone has no tables');
    },
  };
  return readWith(withoutTables, leaveTables);
}

function readWith(sink: ReturnSink, leaveTables: (() => void) | null): ReturnReader {
  let isRefused = false;
  const { listener, header, standsAt } = listenForReturn(
    sink,
    () => {
      isRefused = true;
      grammar.stop();
    },
    leaveTables,
  );
  const grammar = readJson(listener);
  return {
    write: (bytes) => grammar.write(bytes),
    end() {
      grammar.end();
      const { fault } = grammar;
      if (fault) {
        const row = fault.rule === 'file-not-empty' ? null : fault.line;
        sink.fault(fault.rule, { path: standsAt(), row });
      }
      const isComplete = fault === null && !isRefused;
      return { header: isComplete ? header : null, isComplete };
    },
  };
}
