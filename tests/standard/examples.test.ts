import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TABLE_NAMES, type TableName } from '../../src/standard/generated/tables.ts';
import { type ReturnSource, validateReturn } from '../../src/standard/validate-return.ts';

const VALID = new URL('../../examples/valid/', import.meta.url);
const INVALID = new URL('../../examples/invalid/', import.meta.url);

/** The header that stands beside a table sent as CSV. */
const HEADER: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('powys-2026-q3/return.json', VALID), 'utf8'),
);

function sourceOf(file: string, table: string): ReturnSource {
  return file.endsWith('.csv') ? { format: 'csv', table, header: HEADER } : { format: 'json' };
}

const isCase = (file: string) => !file.endsWith('.expected.json');

describe('an example of a fault', () => {
  const cases = readdirSync(INVALID).filter(isCase);

  it.each(cases)('%s has the findings that stand beside it, and no others', (file) => {
    const { report } = validateReturn(readFileSync(new URL(file, INVALID)), sourceOf(file, 'profiles'));
    const found = report.findings.map(({ rule, path, count }) => ({ rule, path, count }));
    const expected: { rule: string }[] = JSON.parse(
      readFileSync(new URL(file.replace(/\.\w+$/, '.expected.json'), INVALID), 'utf8'),
    );
    const byRule = (left: { rule: string }, right: { rule: string }) => (left.rule < right.rule ? -1 : 1);
    expect([...found].sort(byRule)).toEqual([...expected].sort(byRule));
    expect(report.result).toBe('invalid');
  });

  it('stands beside its findings, and findings beside their example', () => {
    const names = cases.map((file) => file.replace(/\.\w+$/, '.expected.json'));
    expect(names.sort()).toEqual(
      readdirSync(INVALID)
        .filter((file) => !isCase(file))
        .sort(),
    );
  });
});

describe('a valid example', () => {
  const returns = readdirSync(VALID).filter((file) => file.endsWith('.json'));

  it('carries every table of the standard', () => {
    const carried = returns.flatMap((file) =>
      Object.keys(JSON.parse(readFileSync(new URL(file, VALID), 'utf8')).tables),
    );
    expect([...new Set(carried)].sort()).toEqual([...TABLE_NAMES].sort());
  });

  it.each(returns)('%s has no findings of any tier', (file) => {
    const { report } = validateReturn(readFileSync(new URL(file, VALID)), { format: 'json' });
    expect(report.findings).toEqual([]);
    expect(report.result).toBe('valid');
  });

  it.each(returns)('%s holds the same rows as its tables in CSV, and the same header', (file) => {
    const folder = new URL(`${file.replace('.json', '')}/`, VALID);
    const whole = validateReturn(readFileSync(new URL(file, VALID)), { format: 'json' });
    const header = JSON.parse(readFileSync(new URL('return.json', folder), 'utf8'));
    expect(header).toEqual(whole.header);
    for (const table of Object.keys(whole.tables) as TableName[]) {
      const path = new URL(`${table}.csv`, folder);
      expect(existsSync(path), `${path} is missing`).toBe(true);
      const one = validateReturn(readFileSync(path), { format: 'csv', table, header });
      expect(one.tables[table]).toEqual(whole.tables[table]);
      expect(one.report.result).toBe('valid');
    }
  });
});
