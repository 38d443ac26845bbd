import { describe, expect, it } from 'vitest';
import { canonicalTable } from '../../../src/standard/canonical-table.ts';
import type { Return } from '../../../src/standard/generated/types.ts';
import type { Return as ReturnOfDraft } from '../../../src/standard/generated/v1_1/types.ts';
import { VERSIONS } from '../../../src/standard/generated/versions.ts';
import { exampleRow } from '../../../src/standard/rules/example-rows.ts';
import { validateReturn } from '../../../src/standard/validate-return.ts';
import { schemasOf } from '../../../src/standard/versions/schemas-of.ts';
import { compiledValidator } from '../../support/compiled-validators.ts';
import { VALID_RETURN } from '../../support/valid-return.ts';

const TEAM = exampleRow('workforce', { area_code: 'W11000024' });

/** A return of a version that carries some practitioners, its header before its tables or after them. */
function returnOf(schema_version: unknown, workforce: readonly object[], isHeaderLast = false): object {
  const { tables: _, ...header } = VALID_RETURN;
  const named = { ...header, schema_version };
  const tables = { workforce };
  return isHeaderLast ? { tables, ...named } : { ...named, tables };
}

function validate(document: object) {
  return validateReturn(new TextEncoder().encode(JSON.stringify(document)), { format: 'json' });
}

const rulesOf = (document: object) => validate(document).report.findings.map(({ rule }) => rule);

describe('a return', () => {
  it.each(VERSIONS)('of version %s is valid, and its report names that version', (version) => {
    const { report } = validate(returnOf(version, [TEAM]));
    expect(report).toMatchObject({ result: 'valid', schema_version: version, findings: [] });
  });

  it.each([false, true])(
    'may use what its version has, wherever its header stands (last: %s)',
    (isHeaderLast) => {
      const workforce = [{ ...TEAM, works_in_welsh: 1 }];
      expect(rulesOf(returnOf('1.1', workforce, isHeaderLast))).toEqual([]);
      expect(rulesOf(returnOf('1.0', workforce, isHeaderLast))).toEqual(['field-of-this-version']);
    },
  );

  it('of an unknown version is told which are known, and is not judged by any of them', () => {
    const { report } = validate(returnOf('1.2', [{ ...TEAM, works_in_welsh: 1 }]));
    expect(report.findings.map(({ rule }) => rule)).toEqual(['schema-version-known']);
    expect(report.findings[0]?.message.en).toContain('are: 1.0, 1.1.');
    expect(report.schema_version).toBe('1.0');
  });

  it.each([1.1, '1.10', '__proto__', '', null, ['1.1'], '1.1 '])(
    'of the version %j is refused',
    (version) => {
      expect(validate(returnOf(version, [TEAM])).report.result).toBe('invalid');
    },
  );

  it('has the same canonical rows in a later version, so that the noise of its figures does not change', () => {
    const text = (document: object) => {
      const { tables } = validate(document);
      return [...canonicalTable('7A7', '2026-Q2', 'workforce', tables.workforce ?? [])].join('');
    };
    const first = text(returnOf('1.0', [TEAM]));
    expect(text(returnOf('1.1', [TEAM]))).toBe(first);
    expect(text(returnOf('1.1', [{ ...TEAM, works_in_welsh: null }]))).toBe(first);
    expect(text(returnOf('1.1', [{ ...TEAM, works_in_welsh: 0 }]))).not.toBe(first);
  });

  it('may leave an optional column out of a CSV, or have it empty', () => {
    const { tables: _, ...header } = VALID_RETURN;
    const csv = (columns: Record<string, unknown>) =>
      new TextEncoder().encode(`${Object.keys(columns).join()}\n${Object.values(columns).join()}\n`);
    const source = {
      format: 'csv',
      table: 'workforce',
      header: { ...header, schema_version: '1.1' },
    } as const;
    for (const columns of [{ ...TEAM }, { ...TEAM, works_in_welsh: '' }, { ...TEAM, works_in_welsh: 1 }]) {
      expect(validateReturn(csv(columns), source).report.findings).toEqual([]);
    }
    const { headcount: _head, ...others } = TEAM;
    expect(validateReturn(csv(others), source).report.findings.map(({ rule }) => rule)).toEqual([
      'field-present',
    ]);
  });
});

describe('what is generated for each version', () => {
  it('gives types for both', () => {
    const first: Return['schema_version'] = '1.0';
    const draft: ReturnOfDraft['schema_version'] = '1.1';
    const rows: NonNullable<ReturnOfDraft['tables']['workforce']> = [TEAM, { ...TEAM, works_in_welsh: 3 }];
    // @ts-expect-error Version 1.0 has no such field.
    const wrong: NonNullable<Return['tables']['workforce']> = [{ ...TEAM, works_in_welsh: 3 }];
    expect([first, draft, rows.length, wrong.length]).toEqual(['1.0', '1.1', 2, 1]);
  });

  it('compiles a validator for each table that the draft changed', async () => {
    const [first, draft] = [
      await compiledValidator('workforce'),
      await compiledValidator('workforce', '1.1'),
    ];
    const row = { ...TEAM, works_in_welsh: 3 };
    expect([first(TEAM), first(row), draft(TEAM), draft(row)]).toEqual([true, false, true, true]);
  });

  it('gives the whole schemas of each, under its own addresses', () => {
    const [first, draft] = [schemasOf('1.0'), schemasOf('1.1')];
    expect(Object.keys(draft)).toEqual(Object.keys(first).map((path) => path.replace('1.0', '1.1')));
    for (const [path, schema] of Object.entries(draft)) {
      expect(schema.$id).toBe(`https://spcd.example${path}`);
      expect(JSON.stringify(schema)).not.toContain('/schema/1.0/');
    }
    expect(JSON.stringify(draft['/schema/1.1/return.schema.json'])).toContain('"const":"1.1"');
    expect(JSON.stringify(draft['/schema/1.1/tables/connections.schema.json'])).toContain('"materials_sent"');
  });
});
