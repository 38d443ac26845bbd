import { TABLES, type TableName } from '../standard/generated/tables.ts';

/**
 * The tables whose cells decide whether those of a table are shown: the table itself, those in which some of its people
 * are counted (`x-same-people-as`), and those in which theirs are. Nothing else reaches its published cells, as
 * `parentLinks` makes sure.
 */
export function tablesAsked(table: TableName): ReadonlySet<TableName> {
  const asked = new Set([table]);
  // What is added while it is gone through is gone through as well.
  for (const each of asked) for (const { table: home } of TABLES[each].same_people_as) asked.add(home);
  return asked;
}
