import { describe, expect, it } from 'vitest';
import { collectFindings } from '../../src/standard/collect-findings.ts';
import { MAXIMUM_LOCATIONS } from '../../src/standard/finding.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../../src/standard/generated/tables.ts';
import type { RowValues } from '../../src/standard/row.ts';
import { RULES } from '../../src/standard/rules/all-rules.ts';
import { exampleRow } from '../../src/standard/rules/example-rows.ts';
import { runRules } from '../../src/standard/run-rules.ts';
import { serialiseReport, validateReturn } from '../../src/standard/validate-return.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

const ROWS = 200_000;

/** The same faulty row again and again, as the rules are shown it. */
function repeated<Table extends TableName>(
  table: Table,
  row: ReturnType<typeof exampleRow<Table>>,
): readonly RowValues[] {
  const values = TABLES[table].fields.map(
    ({ name }) => (row as unknown as Record<string, string | number | null>)[name] ?? null,
  );
  return Array.from({ length: ROWS }, () => values);
}

/** What all rules find in one table of faulty rows, and how often a place was worked out. */
function findingsIn(table: TableName, rows: readonly RowValues[]) {
  const collector = collectFindings();
  let located = 0;
  const counting: typeof collector = {
    ...collector,
    add(rule, path, locate, facts) {
      const counted = () => {
        located += 1;
        return locate();
      };
      collector.add(rule, path, counted, facts);
    },
  };
  const { tables: _, ...header } = VALID_RETURN;
  runRules(RULES, { form: 'json', header, tables: { [table]: rows }, present: new Set([table]) }, counting);
  return { findings: collector.findings(), located: () => located };
}

describe('two hundred thousand rows with one fault', () => {
  it.each([
    ['connections', exampleRow('connections', { barrier: 'cost' }), 'barrier-only-where-not-taken-up'],
    ['assets', exampleRow('assets', { offers_free: 99 }), 'asset-parts-not-above-offers'],
    ['pathway', exampleRow('pathway', { wait_band: 'not_applicable' }), 'wait-band-fits-the-stage'],
    ['workforce', exampleRow('workforce', { supervised: 99 }), 'workforce-parts-not-above-headcount'],
    ['needs', exampleRow('needs', { deprivation_quintile: 'q1' }), 'dimensions-fit-the-breakdown'],
  ] as const)('in %s are one finding with a count and the first ten places', (table, row, rule) => {
    const { findings, located } = findingsIn(table, repeated(table, row));
    expect(findings.find((finding) => finding.rule === rule)).toMatchObject({ count: ROWS });
    for (const { locations } of findings) expect(locations.length).toBeLessThanOrEqual(MAXIMUM_LOCATIONS);
    expect(located()).toBeLessThanOrEqual(findings.length * MAXIMUM_LOCATIONS);
  });

  it('are one finding where they cannot be read, and a report that fits on a few pages', () => {
    const { name, fields } = TABLES.profiles;
    const header = fields.map((field) => field.name).join(',');
    const lines = Array.from({ length: ROWS }, (_, row) => `supported,W06000023,age ${row},female,q1,12,9`);
    const { tables: _, ...context } = VALID_RETURN;
    const { report } = validateReturn(Buffer.from([header, ...lines].join('\n')), {
      format: 'csv',
      table: name,
      header: { ...context },
    });
    expect(report.rows).toEqual({ profiles: ROWS });
    expect(report.findings.map(({ count }) => count)).toEqual([ROWS]);
    expect(serialiseReport(report).length).toBeLessThan(10_000);
  });
});

it('names a table for each rule that compares tables, so that it rests while one of them is missing', () => {
  const { tables: _, ...header } = VALID_RETURN;
  for (const rule of RULES.filter(({ tables }) => tables.length > 1)) {
    for (const missing of rule.tables) {
      const others = TABLE_NAMES.filter((table) => table !== missing);
      const tables = Object.fromEntries(
        others.map((table) => [table, [TABLES[table].fields.map(({ example }) => example)]]),
      );
      const collector = collectFindings();
      runRules([rule], { form: 'json', header, tables, present: new Set(others) }, collector);
      expect(collector.findings(), rule.id).toEqual([]);
    }
  }
});
