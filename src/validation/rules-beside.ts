import type { TableName } from '../standard/generated/tables.ts';
import { RULES } from '../standard/rules/all-rules.ts';
import type { Rule } from '../standard/rules/rule.ts';

/**
 * The rules that compare a table of a return with one that it does not carry but that stands.
 *
 * A place in a standing table is given as the table only: its rows have no place in the return that was sent.
 */
export function rulesBeside(sent: readonly TableName[], standing: readonly TableName[]): Rule[] {
  const kept = new Set(standing.filter((table) => !sent.includes(table)));
  const isThere = (table: TableName) => sent.includes(table) || kept.has(table);
  return RULES.filter(
    ({ tables }) =>
      tables.every(isThere) &&
      tables.some((table) => kept.has(table)) &&
      tables.some((table) => !kept.has(table)),
  ).map((rule) => withoutRowsOf(kept, rule));
}

/** The tables whose rows these rules look at. */
export function tablesBeside(
  sent: readonly TableName[],
  standing: readonly TableName[],
): ReadonlySet<TableName> {
  return new Set(rulesBeside(sent, standing).flatMap((rule) => rule.tables));
}

/** The same rule, naming no row of the tables given. */
export function withoutRowsOf(kept: ReadonlySet<TableName>, rule: Rule): Rule {
  return {
    ...rule,
    start: (header, report, present) =>
      rule.start(
        header,
        (place) =>
          report(place.table !== undefined && kept.has(place.table) ? { table: place.table } : place),
        present,
      ),
  };
}
