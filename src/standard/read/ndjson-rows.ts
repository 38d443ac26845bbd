import { TABLE_NAMES } from '../generated/tables.ts';
import type { FieldPlan } from '../plan-rows.ts';
import { quoteName } from '../quote-value.ts';
import type { TableIntake } from '../take-rows.ts';
import { type Cell, NESTED_VALUE } from './cell.ts';
import type { JsonListener } from './json-grammar.ts';
import type { ReturnSink } from './return-reader.ts';
import { suggestTable } from './suggest-table.ts';
import { readSpelledNumber } from './text-cell.ts';

/** The member of a line that names its table; no table has a field of this name. */
const TABLE_MEMBER = 'table';

/** What listens to the lines after the first, each a JSON text. */
export interface RowListener {
  readonly listener: JsonListener;
  /** Says that not all rows were read. */
  distrust(): void;
}

/**
 * Sends each row to the table it names, which may stand anywhere in the object.
 *
 * @param line - The number of the line being read.
 */
export function listenForRows(sink: ReturnSink, line: () => number): RowListener {
  const opened = new Set<TableIntake>();
  let names: string[] = [];
  let values: Cell[] = [];
  /** How each value that is a number is written, by its index. */
  let spellings: string[] = [];
  /** Objects and arrays open inside a value of the row, or inside a line that is no row. */
  let skipping = 0;
  let isInRow = false;
  let hasUnplaced = false;

  const distrust = () => {
    hasUnplaced = true;
    for (const intake of opened) intake.distrust();
  };
  const misplaced = (isContainer: boolean) => {
    if (isContainer) skipping = 1;
    sink.fault('row-is-an-object', { path: ['tables'], row: line() });
    distrust();
  };

  /** The intake of the table that the row names, or null when it names none. */
  const intakeOf = (): TableIntake | null => {
    const name = values[names.indexOf(TABLE_MEMBER)];
    const place = { row: line() };
    if (names.indexOf(TABLE_MEMBER) !== names.lastIndexOf(TABLE_MEMBER)) {
      sink.fault('json-keys-unique', { path: ['tables'], ...place });
    } else if (typeof name !== 'string') {
      sink.fault('ndjson-row-names-its-table', { path: ['tables'], ...place });
    } else {
      const table = TABLE_NAMES.find((known) => known === name);
      if (table !== undefined) {
        const intake = sink.table(table);
        if (hasUnplaced) intake.distrust();
        opened.add(intake);
        return intake;
      }
      const suggestion = () => suggestTable(name);
      sink.fault('table-known', { path: ['tables', name], value: quoteName(name), suggestion, ...place });
    }
    distrust();
    return null;
  };

  const takeRow = () => {
    const known = opened.size;
    const intake = intakeOf();
    if (intake === null) return;
    if (names.length === 1 && opened.size > known) return;
    intake.standsAt(line());
    const cells: Cell[] = intake.plan.fields.map(() => undefined);
    for (const [index, name] of names.entries()) {
      if (name === TABLE_MEMBER) continue;
      const field = intake.plan.positions.get(name) ?? -1;
      if (field === -1) intake.unknownField(name);
      else if (cells[field] !== undefined) intake.repeatedField(name);
      else {
        const { field: described } = intake.plan.fields[field] as FieldPlan;
        const spelling = spellings[index];
        cells[field] =
          spelling === undefined ? values[index] : readSpelledNumber(described, values[index], spelling);
      }
    }
    intake.take(cells);
  };

  return {
    distrust,
    listener: {
      startObject() {
        if (skipping > 0) skipping += 1;
        else if (isInRow) {
          values.push(NESTED_VALUE);
          skipping = 1;
        } else {
          isInRow = true;
          names = [];
          values = [];
          spellings = [];
        }
      },
      startArray() {
        if (skipping > 0) skipping += 1;
        else if (isInRow) {
          values.push(NESTED_VALUE);
          skipping = 1;
        } else misplaced(true);
      },
      end() {
        if (skipping > 0) skipping -= 1;
        else {
          isInRow = false;
          takeRow();
        }
      },
      key(name) {
        if (skipping === 0) names.push(name);
      },
      scalar(value, spelling) {
        if (skipping > 0) return;
        if (!isInRow) return misplaced(false);
        if (spelling !== undefined) spellings[values.length] = spelling;
        values.push(value);
      },
    },
  };
}
