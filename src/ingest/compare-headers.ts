import type { TableName } from '../standard/generated/tables.ts';
import type { ReturnHeader } from '../standard/row.ts';
import type { HeaderChange } from '../store/stored-values.ts';

/** The same of all returns that replace each other, or of the file and not of its figures. */
const SAYS_NOTHING_OF_FIGURES: ReadonlySet<string> = new Set([
  'standard',
  'submitter',
  'period',
  'period_start',
  'period_end',
  'source_system',
]);

/** A field of a header: where it stands, and what it holds. */
type Field = readonly [path: string, value: HeaderChange['before']];

/** A table that stands, with the header that holds for it. */
export interface StandingHeader {
  readonly table: TableName;
  readonly header: ReturnHeader;
}

/**
 * What a header says otherwise of tables than the headers that hold for them: these come to hold the new one, also where
 * their rows are the same. Lists are compared whatever their order, and an empty one, or `false`, is as good as nothing.
 *
 * @returns In the order of the new header, what only the old ones said last.
 */
export function compareHeaders(header: ReturnHeader, standing: readonly StandingHeader[]): HeaderChange[] {
  const after = new Map(fieldsOf(header));
  const before = standing.map((each) => ({ table: each.table, fields: new Map(fieldsOf(each.header)) }));
  const paths = new Set([...after.keys(), ...before.flatMap(({ fields }) => [...fields.keys()])]);
  return [...paths].flatMap((path) => {
    const now = after.get(path) ?? null;
    const differing = before
      .filter(({ table, fields }) => concerns(path, table) && !isSame(fields.get(path) ?? null, now))
      .map(({ table, fields }) => ({ table, was: fields.get(path) ?? null }));
    const values = new Map(differing.map(({ was }) => [comparable(was), was]));
    return [...values].map(([key, was]) => ({
      field: path,
      tables: differing.filter((each) => comparable(each.was) === key).map(({ table }) => table),
      before: was,
      after: now,
    }));
  });
}

/** The fields that say something of figures; a text in both languages is one. */
function fieldsOf(header: ReturnHeader): Field[] {
  return Object.entries(header).flatMap(([name, value]) =>
    SAYS_NOTHING_OF_FIGURES.has(name) ? [] : fieldsUnder(name, value),
  );
}

function fieldsUnder(path: string, value: unknown): Field[] {
  const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value) && !('en' in value);
  if (!isGroup) return value === undefined ? [] : [[path, value as HeaderChange['before']]];
  return Object.entries(value).flatMap(([name, inner]) => fieldsUnder(`${path}.${name}`, inner));
}

/** What is said of one table concerns no other. */
function concerns(path: string, table: TableName): boolean {
  return !path.startsWith('coverage.tables.') || path.startsWith(`coverage.tables.${table}.`);
}

function isSame(before: HeaderChange['before'], after: HeaderChange['after']): boolean {
  return comparable(before) === comparable(after);
}

function comparable(value: HeaderChange['before']): string {
  if (Array.isArray(value)) return value.length === 0 ? 'null' : JSON.stringify(value.toSorted());
  if (value === null || value === false) return 'null';
  return typeof value === 'object' && 'en' in value
    ? JSON.stringify([value.en, value.cy])
    : JSON.stringify(value);
}
