import { describe, expect, it } from 'vitest';
import { collectFindings } from '../../src/standard/collect-findings.ts';
import type { TableName } from '../../src/standard/generated/tables.ts';
import type { RowsByTable } from '../../src/standard/row.ts';
import type { Place, Rule } from '../../src/standard/rules/rule.ts';
import { runRules } from '../../src/standard/run-rules.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

const TABLES: RowsByTable = { outcomes: [['o1']], profiles: [['p1'], ['p2']] };

/** A rule that writes down what it is shown and reports the places given. */
function watcher(tables: readonly TableName[], places: readonly Place[] = [], tier: Rule['tier'] = 'verify') {
  const seen: string[] = [];
  const text = { en: 'x', cy: 'x' };
  const rule: Rule = {
    id: 'watches',
    tier,
    since: '1.0',
    tables,
    message: text,
    why: text,
    remedy: text,
    source: 'test',
    examples: { passes: [], fails: [] },
    start(header, report, present) {
      seen.push(`start ${header.submitter} ${[...present].join('+')}`);
      return {
        row: (table, values, index) => seen.push(`${table} ${index} ${values[0]}`),
        end() {
          seen.push('end');
          for (const place of places) report(place);
        },
      };
    },
  };
  return { rule, seen };
}

function run(rule: Rule, form: 'json' | 'csv' = 'json') {
  const findings = collectFindings();
  const present = new Set<TableName>(['profiles', 'characteristics', 'outcomes']);
  runRules([rule], { form, header: VALID_RETURN, tables: TABLES, present }, findings);
  return findings.findings();
}

describe('runRules', () => {
  it('shows a rule every well-formed row, table by table in the order of the schema', () => {
    const { rule, seen } = watcher(['profiles']);
    run(rule);
    expect(seen).toEqual([
      'start 7A7 profiles+characteristics+outcomes',
      'profiles 0 p1',
      'profiles 1 p2',
      'outcomes 0 o1',
      'end',
    ]);
  });

  it('runs a rule that names no table', () => {
    const { rule, seen } = watcher([]);
    run(rule);
    expect(seen).toContain('end');
  });

  it('does not start a rule one of whose tables is absent or not well formed', () => {
    const { rule, seen } = watcher(['profiles', 'characteristics']);
    run(rule);
    expect(seen).toEqual([]);
  });

  it('gives each place its pointer, and in CSV its record and column', () => {
    const place: Place = { table: 'profiles', row: 1, path: ['sex'], value: 'male', suggestion: 'female' };
    const { rule } = watcher([], [place]);
    expect(run(rule)).toMatchObject([
      {
        path: '/tables/profiles/{row}/sex',
        locations: [
          { pointer: '/tables/profiles/1/sex', row: null, column: null, value: 'male', suggestion: 'female' },
        ],
      },
    ]);
    expect(run(rule, 'csv')[0]?.locations[0]).toMatchObject({ row: 3, column: 'sex' });
  });

  it('points into the header, at a whole table and at a whole row', () => {
    const { rule } = watcher(
      [],
      [
        { path: ['coverage', 'areas_complete', 2], value: 'W06000023' },
        { table: 'profiles' },
        { table: 'profiles', row: 0 },
      ],
    );
    expect(
      run(rule).map(({ path, locations }) => [path, locations[0]?.pointer, locations[0]?.value]),
    ).toEqual([
      ['/coverage/areas_complete/{item}', '/coverage/areas_complete/2', 'W06000023'],
      ['/tables/profiles', '/tables/profiles', null],
      ['/tables/profiles/{row}', '/tables/profiles/0', null],
    ]);
  });

  it('tells the code that a row is about, where a figure stands that is not repeated, but never an identifier', () => {
    const { rule } = watcher(
      [],
      [
        { table: 'outcomes', row: 0, path: ['n_paired'], about: 'swemwbs_metric' },
        { table: 'outcomes', row: 0, path: ['sd_change'], value: 4.1, about: '943 476 5919' },
      ],
    );
    expect(run(rule).map(({ locations }) => locations[0]?.value)).toEqual(['swemwbs_metric', '[withheld]']);
  });

  it('quotes coded columns and the header only, and never what identifies a person', () => {
    const { rule } = watcher(
      [],
      [
        { table: 'profiles', row: 0, path: ['people'], value: 3 },
        { table: 'profiles', row: 0, path: ['age_band'], value: '943 476 5919' },
        { path: ['notes', 'en'], value: 'write to mair@example.org' },
      ],
    );
    expect(run(rule).map(({ locations }) => locations[0]?.value)).toEqual([
      '[withheld]',
      '[withheld]',
      '[withheld]',
    ]);
  });
});
