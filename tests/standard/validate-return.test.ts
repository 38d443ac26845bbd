import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/standard/finding.ts';
import { SCHEMA_VERSION, TABLES } from '../../src/standard/generated/tables.ts';
import { validateReturn as conformsToSchema } from '../../src/standard/generated/validators/return.js';
import { TABLE_PLANS } from '../../src/standard/plan-rows.ts';
import { STRUCTURAL_RULES } from '../../src/standard/structural-rules.ts';
import {
  createReturnValidator,
  type ReturnSource,
  serialiseReport,
  validateReturn,
} from '../../src/standard/validate-return.ts';
import { rowsAsArrays } from '../support/rows-as-arrays.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

const { tables: _, ...HEADER } = VALID_RETURN;
const JSON_SOURCE: ReturnSource = { format: 'json' };
const CSV_SOURCE: ReturnSource = { format: 'csv', table: 'profiles', header: HEADER };

const encode = (text: string) => new TextEncoder().encode(text);
const validateJson = (value: unknown) => validateReturn(encode(JSON.stringify(value)), JSON_SOURCE);

/** A table as CSV, each value in quotation marks. */
function csvOf(names: readonly string[], rows: readonly Record<string, unknown>[]): string {
  const line = (cells: readonly unknown[]) =>
    cells.map((cell) => (cell === null ? '' : `"${String(cell).replaceAll('"', '""')}"`)).join(',');
  return [names.join(','), ...rows.map((row) => line(names.map((name) => row[name])))].join('\r\n');
}

/** Validates bytes handed over in pieces of the length given. */
function validateInPieces(bytes: Uint8Array, length: number, source: ReturnSource) {
  const validator = createReturnValidator(source);
  for (let at = 0; at < bytes.length; at += length) validator.write(bytes.subarray(at, at + length));
  return validator.end();
}

/** Every path of a value. */
function pathsOf(value: unknown): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [[], ...entries.flatMap(([key, child]) => pathsOf(child).map((path) => [key, ...path]))];
}

const PATHS = pathsOf(VALID_RETURN).filter((path) => path.length > 0);

const changeOfValue = fc.record({
  path: fc.constantFrom(...PATHS),
  kind: fc.constantFrom('replace', 'replace', 'remove', 'add'),
  value: fc.oneof(
    fc.constantFrom<unknown>(
      null,
      '',
      'x',
      0,
      -1,
      1.5,
      true,
      [],
      {},
      [null],
      { en: 'x' },
      'not_collected',
      '2026-Q1',
    ),
    fc.constantFrom('W11000027', 'female', 'all', 'under_16', 'asian', 'G', '__proto__', '943 476 5919'),
    fc.jsonValue({ maxDepth: 3 }),
  ),
  name: fc.constantFrom('x', 'sex', 'nhs_number', 'constructor'),
});

type Change = typeof changeOfValue extends fc.Arbitrary<infer Value> ? Value : never;

/** The valid return with some values replaced, removed or added. */
function changed(changes: readonly Change[]): unknown {
  const copy = structuredClone(VALID_RETURN) as unknown;
  for (const { path, kind, value, name } of changes) {
    const parent = path.slice(0, -1).reduce<unknown>((holder, key) => memberOf(holder, key), copy);
    if (typeof parent !== 'object' || parent === null) continue;
    const holder = parent as Record<string | number, unknown>;
    const key = path.at(-1) as string | number;
    if (kind === 'replace') holder[key] = value;
    else if (kind === 'add') {
      if (Array.isArray(parent)) parent.push(value);
      else Object.assign(holder, { [name]: value });
    } else if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(holder, key);
  }
  return copy;
}

function memberOf(holder: unknown, key: string | number): unknown {
  return typeof holder === 'object' && holder !== null
    ? (holder as Record<string | number, unknown>)[key]
    : undefined;
}

/** Whether a report is one: of the right shape, in the right order, and alike when read again. */
function expectReport(report: Report): void {
  const counts = { error: 0, verify: 0, advice: 0 };
  for (const finding of report.findings) {
    counts[finding.tier] += 1;
    expect(finding.count).toBeGreaterThanOrEqual(finding.locations.length);
    expect(finding.locations.length).toBeLessThanOrEqual(10);
    expect(finding.message.en).not.toMatch(/\{\w+\}/);
    for (const { value } of finding.locations) expect(value?.length ?? 0).toBeLessThanOrEqual(40);
  }
  expect(report.totals).toEqual(counts);
  const result = counts.error > 0 ? 'invalid' : counts.verify > 0 ? 'needs_verification' : 'valid';
  expect(report.result).toBe(result);
  expect(JSON.parse(serialiseReport(report))).toEqual(report);
}

describe('validateReturn', () => {
  it('finds nothing in a valid return, and hands over its header and rows', () => {
    const { report, header, tables } = validateJson(VALID_RETURN);
    expect(report).toEqual({
      standard: 'spcd',
      schema_version: SCHEMA_VERSION,
      status: 'candidate',
      result: 'valid',
      rows: { profiles: 8, characteristics: 8, outcome_coverage: 2, outcomes: 2 },
      totals: { error: 0, verify: 0, advice: 0 },
      findings: [],
    });
    expect(header).toEqual(HEADER);
    expect(Object.keys(tables)).toEqual(Object.keys(VALID_RETURN.tables));
  });

  it('holds the rows to the rules when their form is right', () => {
    const profiles = VALID_RETURN.tables.profiles?.map((row, index) =>
      index === 3 ? { ...row, people: 99 } : row,
    );
    const { report } = validateJson({ ...VALID_RETURN, tables: { ...VALID_RETURN.tables, profiles } });
    expect(report.findings.map(({ rule }) => rule)).toContain('characteristics-add-up-to-profiles');
  });

  it('does not hold rows to rules whose form is wrong, but the others it does', () => {
    const [first, ...others] = VALID_RETURN.tables.profiles ?? [];
    const outcomes = VALID_RETURN.tables.outcomes?.map((row) => ({ ...row, n_improved: 40 }));
    const tables = {
      ...VALID_RETURN.tables,
      profiles: [{ ...first, sex: 'x', people: 99 }, ...others],
      outcomes,
    };
    const rules = validateJson({ ...VALID_RETURN, tables }).report.findings.map(({ rule }) => rule);
    expect(rules).toContain('code-known');
    expect(rules).toContain('improved-unchanged-worse-add-up');
    expect(rules).not.toContain('characteristics-add-up-to-profiles');
  });

  it('holds no rows to rules when the header is wrong', () => {
    const outcomes = VALID_RETURN.tables.outcomes?.map((row) => ({ ...row, n_improved: 40 }));
    const tables = { ...VALID_RETURN.tables, outcomes };
    const { report } = validateJson({ ...VALID_RETURN, submitter: 'x', tables });
    expect(report.findings.map(({ rule }) => rule)).toEqual(['header-code-known']);
  });

  it('checks the dates of the codes in the header', () => {
    const coverage = { ...HEADER.coverage, areas_complete: ['W06000023', 'W11000027'] };
    const { report } = validateJson({ ...VALID_RETURN, coverage });
    expect(report.findings.find(({ rule }) => rule === 'code-valid-on-the-dates')).toMatchObject({
      path: '/coverage/areas_complete/{item}',
      locations: [{ pointer: '/coverage/areas_complete/1', value: 'W11000027', suggestion: 'W11000030' }],
    });
  });

  it('writes the same bytes each time, ending in one line feed, with neither time nor name in them', () => {
    const bytes = encode(JSON.stringify({ ...VALID_RETURN, period: 'x' }));
    const [one, two] = [validateReturn(bytes, JSON_SOURCE), validateReturn(bytes, JSON_SOURCE)];
    const text = serialiseReport(one.report);
    expect(text).toBe(serialiseReport(two.report));
    expect(text).toMatch(/^\{\n {2}"standard": "spcd",[\s\S]*\n\}\n$/);
    expect(Object.keys(one.report)).toEqual([
      'standard',
      'schema_version',
      'status',
      'result',
      'rows',
      'totals',
      'findings',
    ]);
  });

  it.each([
    ['a text instead of bytes', ['{}', { format: 'json' }], /Uint8Array/],
    ['nothing instead of bytes', [null, { format: 'json' }], /Uint8Array/],
    ['no form', [new Uint8Array(), undefined], /\{ format \}/],
    ['a form of its own', [new Uint8Array(), { format: 'x' }], /\{ format \}/],
    ['a CSV without its table', [new Uint8Array(), { format: 'csv', header: {} }], /table, header/],
    ['a CSV without its header', [new Uint8Array(), { format: 'csv', table: 'profiles' }], /table, header/],
  ])('tells a caller without types who gives %s which argument is wrong', (_, given, message) => {
    const call = validateReturn as unknown as (...values: unknown[]) => unknown;
    expect(() => call(...given)).toThrow(message);
    expect(() => call(...given)).toThrow(TypeError);
  });

  it('stays small whatever is sent', () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => ({ [`field_${index}`]: 1 }));
    const { report } = validateJson({ ...VALID_RETURN, tables: { profiles: rows } });
    const [unknown] = report.findings.filter(({ rule }) => rule === 'field-known');
    expect(unknown).toMatchObject({ path: '/tables/profiles/{row}/[withheld]', count: 3_000 });
    expect(unknown?.locations).toHaveLength(10);
  });
});

describe('whatever the bytes', () => {
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.json({ maxDepth: 6 }).map(encode),
    fc.string({ unit: 'binary', maxLength: 300 }).map(encode),
    fc
      .tuple(fc.array(changeOfValue, { minLength: 1, maxLength: 4 }))
      .map(([changes]) => encode(JSON.stringify(changed(changes)))),
    fc
      .array(fc.tuple(fc.nat(), fc.nat(40), fc.uint8Array({ maxLength: 8 })), { minLength: 1, maxLength: 3 })
      .map((edits) => {
        let bytes: Uint8Array = encode(JSON.stringify(VALID_RETURN, null, 1));
        for (const [at, dropped, put] of edits) {
          const start = at % bytes.length;
          bytes = new Uint8Array([...bytes.subarray(0, start), ...put, ...bytes.subarray(start + dropped)]);
        }
        return bytes;
      }),
  );

  it('gives a report and never throws, as JSON or as CSV', () => {
    fc.assert(
      fc.property(anyBytes, fc.boolean(), (bytes, isJson) => {
        const { report } = validateReturn(bytes, isJson ? JSON_SOURCE : CSV_SOURCE);
        expectReport(report);
      }),
      { numRuns: 1_500 },
    );
  });

  it('gives the same report in pieces of any length', () => {
    fc.assert(
      fc.property(anyBytes, fc.integer({ min: 1, max: 40 }), fc.boolean(), (bytes, length, isJson) => {
        const source = isJson ? JSON_SOURCE : CSV_SOURCE;
        const whole = validateReturn(bytes, source);
        expect(validateInPieces(bytes, length, source)).toEqual(whole);
      }),
      { numRuns: 400 },
    );
  });

  it('gives a report for CSV with any cells', () => {
    const names = TABLES.profiles.fields.map((field) => field.name);
    const cell = fc.oneof(
      fc.constantFrom(...names, '', '"', 'female', '12', '\n', '\r', ',', "'"),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 6 }), (records) => {
        const text = records.map((record) => record.join(',')).join('\n');
        expectReport(validateReturn(encode(`${names.join()}\n${text}`), CSV_SOURCE).report);
      }),
    );
  });
});

describe('the form of a return', () => {
  /** What JSON Schema does not say of form. */
  const BEYOND_SCHEMA = ['row-unique', 'code-valid-on-the-dates', 'empty-table-is-declared-nil'];
  const structural = new Set(
    STRUCTURAL_RULES.map(({ id }) => id).filter((id) => !BEYOND_SCHEMA.includes(id)),
  );

  it('is right just when the compiled schema says so', () => {
    let wrong = 0;
    fc.assert(
      fc.property(fc.array(changeOfValue, { maxLength: 2 }), (changes) => {
        const value = JSON.parse(JSON.stringify(changed(changes)));
        const faults = validateJson(value).report.findings.filter(({ rule }) => structural.has(rule));
        // The compiled schema sees what a number was rounded to.
        fc.pre(faults.every(({ rule }) => rule !== 'number-is-exact'));
        if (faults.length > 0) wrong += 1;
        expect([faults.map(({ rule, path }) => `${rule} ${path}`), faults.length === 0]).toEqual([
          faults.map(({ rule, path }) => `${rule} ${path}`),
          conformsToSchema(value),
        ]);
      }),
      { numRuns: 1_500 },
    );
    expect(wrong).toBeGreaterThan(100);
  });
});

describe('formats agree', () => {
  const columns = TABLES.characteristics.fields.map((field) => field.name);
  /** What both forms can say: text for codes, numbers or nothing for counts. */
  const rows = fc.array(
    fc.record(
      Object.fromEntries(
        TABLE_PLANS.characteristics.fields.map((plan) => {
          const own = ([...(plan.dictionary?.codes.keys() ?? [])] as string[]).slice(0, 12);
          const codes = fc.oneof(
            { weight: 20, arbitrary: fc.constantFrom(...own, 'not_stated') },
            {
              weight: 1,
              arbitrary: fc.constantFrom(
                '',
                'x',
                'Female',
                'G',
                'not_collected',
                '25_34',
                '943 476 5919',
                'a"b,c\nd',
              ),
            },
          );
          const counts = fc.oneof(
            { weight: 20, arbitrary: fc.integer({ min: 1, max: 60 }) },
            { weight: 1, arbitrary: fc.constantFrom<unknown>(0, -2, 2.5, 2e9, null, 'twelve', '1,200') },
          );
          return [plan.field.name, (plan.isCode ? codes : counts) as fc.Arbitrary<unknown>];
        }),
      ),
    ),
    { minLength: 1, maxLength: 12 },
  );

  const places = (report: Report) =>
    report.findings.flatMap(({ rule, path, count, locations }) => [
      `${rule} ${path} ${count}`,
      ...locations.map(({ pointer, value, suggestion }) => `${rule} ${pointer} ${value} ${suggestion}`),
    ]);

  it('on the rows of a return and on everything wrong with them', () => {
    let good = 0;
    fc.assert(
      fc.property(rows, fc.shuffledSubarray(columns, { minLength: columns.length }), (content, order) => {
        const json = validateJson({ ...HEADER, tables: { characteristics: content } });
        const csv = validateReturn(encode(csvOf(order, content)), {
          format: 'csv',
          table: 'characteristics',
          header: HEADER,
        });
        expect(rowsAsArrays(csv.tables)).toEqual(rowsAsArrays(json.tables));
        expect(places(csv.report)).toEqual(places(json.report));
        expect(csv.report.rows).toEqual(json.report.rows);
        good += csv.tables.characteristics?.length ?? 0;
      }),
      { numRuns: 400 },
    );
    expect(good).toBeGreaterThan(100);
  });
});
