import type pg from 'pg';
import type { FindingCollector } from '../../standard/collect-findings.ts';
import type { TableName } from '../../standard/generated/tables.ts';
import type { ReturnForm } from '../../standard/locate-row.ts';
import type { ReturnHeader, RowsByTable, RowValues } from '../../standard/row.ts';
import { RULES } from '../../standard/rules/all-rules.ts';
import type { Rule } from '../../standard/rules/rule.ts';
import { runRules } from '../../standard/run-rules.ts';
import type { AcceptedTable } from '../../store/accepted-tables.ts';
import { copyRowsOut } from '../../store/copy-rows.ts';

/** A return that names only some tables, and what stands of the others. */
export interface ReturnBesideStanding {
  readonly form: ReturnForm;
  readonly header: ReturnHeader;
  readonly tables: RowsByTable;
  readonly standing: readonly AcceptedTable[];
}

/**
 * Runs each rule that compares a table of the return with one that it does not carry but that stands.
 *
 * Both are held in memory at once. A place in a standing table is given as the table only: its rows have no
 * place in the return that was sent.
 */
export async function checkStandingTablesAgree(
  client: pg.PoolClient,
  { form, header, tables, standing }: ReturnBesideStanding,
  findings: FindingCollector,
): Promise<void> {
  const kept = standing.filter(({ table }) => tables[table] === undefined);
  const keptNames = new Set(kept.map(({ table }) => table));
  const isThere = (table: TableName) => tables[table] !== undefined || keptNames.has(table);
  const rules = RULES.filter(
    (rule) =>
      rule.tables.every(isThere) &&
      rule.tables.some((table) => keptNames.has(table)) &&
      rule.tables.some((table) => !keptNames.has(table)),
  );

  const together: RowsByTable = {};
  for (const { table, submission_id } of kept) {
    if (!rules.some((rule) => rule.tables.includes(table))) continue;
    const rows: RowValues[] = [];
    for await (const batch of copyRowsOut(client, submission_id, table)) rows.push(...batch);
    together[table] = rows;
  }
  for (const rule of rules) for (const table of rule.tables) together[table] ??= tables[table] ?? [];

  runRules(
    rules.map((rule) => withoutRowsOf(keptNames, rule)),
    { form, header, tables: together, present: new Set(Object.keys(together) as TableName[]) },
    findings,
  );
}

/** The same rule, naming no row of the tables given. */
function withoutRowsOf(kept: ReadonlySet<TableName>, rule: Rule): Rule {
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
