import { describe, expect, it } from 'vitest';
import { TABLES } from '../../../src/standard/generated/tables.ts';
import { validateReturn } from '../../../src/standard/validate-return.ts';
import { rowsAsArrays } from '../../support/rows-as-arrays.ts';
import { VALID_RETURN } from '../../support/valid-return.ts';

const { tables: TABLES_OF_RETURN, ...HEADER } = VALID_RETURN;
const [ROW] = TABLES_OF_RETURN.profiles ?? [];

function read(text: string | Uint8Array) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const validation = validateReturn(bytes, { format: 'json' });
  const found = validation.report.findings.map(({ rule, path, count }) => `${rule} ${path} ${count}`);
  return { ...validation, tables: rowsAsArrays(validation.tables), found };
}

/** The valid header with other tables, as text, so that it may hold what no object can. */
function withTables(tables: string): string {
  return `${JSON.stringify(HEADER).slice(0, -1)},"tables":${tables}}`;
}

describe('a return in JSON', () => {
  it('gives its rows in the order of the schema, whatever the order of its fields', () => {
    const backwards = Object.fromEntries(Object.entries(ROW ?? {}).reverse());
    const { tables } = read(withTables(JSON.stringify({ profiles: [backwards] })));
    expect(tables).toEqual({
      profiles: [
        TABLES.profiles.fields.map((field) => (ROW as unknown as Record<string, unknown>)[field.name]),
      ],
    });
  });

  it('may carry its header after its tables', () => {
    const { report, header } = read(JSON.stringify({ tables: TABLES_OF_RETURN, ...HEADER }));
    expect([report.result, header]).toEqual(['valid', HEADER]);
  });

  it('may begin with a byte-order mark and end its lines in any way', () => {
    const text = JSON.stringify(VALID_RETURN, null, 2).replaceAll('\n', '\r\n');
    expect(read(`\uFEFF${text}\r\n`).found).toEqual([]);
  });

  it('hands over a plain header', () => {
    const { header } = read(JSON.stringify(VALID_RETURN));
    expect(Object.getPrototypeOf(header)).toBe(Object.prototype);
    expect(header).toEqual(HEADER);
  });

  it('has no header to hand over when a field of it is wrong', () => {
    expect(read(JSON.stringify({ ...VALID_RETURN, period: 'now' })).header).toBeNull();
  });

  it.each(['14.0', '1e1', '1E1', '140e-1', '-0', '0e5'])(
    'refuses %s for a count, as CSV does',
    (spelling) => {
      const row = JSON.stringify(ROW).replace(/"people":\d+/, `"people":${spelling}`);
      expect(read(withTables(`{"profiles":[${row}]}`)).found).toEqual([
        'whole-number-in-digits /tables/profiles/{row}/people 1',
      ]);
    },
  );

  it('takes any spelling of JSON for a figure that is no count', () => {
    const row = JSON.stringify(TABLES_OF_RETURN.outcomes?.[0]).replace(
      /"sd_change":[^,}]+/,
      '"sd_change":20e-1',
    );
    const { found, tables } = read(withTables(`{"outcomes":[${row}]}`));
    const position = TABLES.outcomes.fields.findIndex((field) => field.name === 'sd_change');
    expect([found, tables.outcomes?.[0]?.[position]]).toEqual([[], 2]);
  });

  it('keeps the first of two values with one name, at every depth', () => {
    const row = JSON.stringify(ROW).replace('"sex"', '"sex":"male","sex"');
    const text = withTables(`{"profiles":[${row}],"profiles":[1]},"tables":{"outcomes":[]}`).replace(
      '"services_included"',
      '"areas_complete":[],"services_included"',
    );
    const { found, tables } = read(text);
    expect(found).toEqual([
      'json-keys-unique /coverage/areas_complete 1',
      'json-keys-unique /tables 1',
      'json-keys-unique /tables/profiles 1',
      'json-keys-unique /tables/profiles/{row}/sex 1',
    ]);
    expect(tables.profiles?.[0]?.[3]).toBe('male');
  });

  it('never assigns a name of JavaScript onto an object', () => {
    const row = JSON.stringify(ROW).replace(
      '{',
      '{"__proto__":{"people":1},"constructor":{"prototype":{"x":1}},',
    );
    read(
      `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"tables":{"profiles":[${row}]}}`,
    );
    expect('polluted' in {}).toBe(false);
    expect('x' in {}).toBe(false);
  });

  it('leaves out what stands in a table it does not know, however deep', () => {
    const { found, tables } = read(withTables('{"profile":[{"a":{"b":[1,{"c":2}]}}],"profiles":[[[[1]]]]}'));
    expect(found).toEqual(['row-is-an-object /tables/profiles/{row} 1', 'table-known /tables/[withheld] 1']);
    expect(tables).toEqual({ profiles: [] });
  });

  it.each([
    ['a list', '[]', 'tables-are-lists-of-rows /tables 1'],
    ['a number', '5', 'tables-are-lists-of-rows /tables 1'],
    ['null', 'null', 'tables-are-lists-of-rows /tables 1'],
    ['an object without tables', '{}', 'return-carries-a-table /tables 1'],
    ['a table that is null', '{"profiles":null}', 'tables-are-lists-of-rows /tables/profiles 1'],
    ['a table that is a text', '{"profiles":"none"}', 'tables-are-lists-of-rows /tables/profiles 1'],
  ])('whose tables are %s is refused once', (_, tables, finding) => {
    expect(read(withTables(tables)).found).toEqual([finding]);
  });

  it('without tables is refused', () => {
    expect(read(JSON.stringify(HEADER)).found).toEqual(['return-carries-a-table /tables 1']);
  });

  it.each(['5', 'null', '"spcd"', '[]'])(
    'that is no object but %s is refused, and nothing else said',
    (text) => {
      expect(read(text).found).toEqual(['return-is-an-object  1']);
    },
  );

  it('counts every row it met, and reads on after a bad one', () => {
    const rows = [1, null, 'x', [], ROW].map((row) => JSON.stringify(row)).join(',');
    const { report, tables } = read(withTables(`{"profiles":[${rows}]}`));
    expect(report.rows).toEqual({ profiles: 5 });
    expect(report.findings).toMatchObject([{ rule: 'row-is-an-object', count: 4 }]);
    expect(tables.profiles).toHaveLength(1);
  });

  it('says where it stopped being JSON', () => {
    const [before, after] = JSON.stringify(VALID_RETURN, null, 2).split('"sex": "male",', 2);
    const [finding] = read(`${before}"sex": "male"${after}`).report.findings;
    expect(finding?.rule).toBe('json-well-formed');
    expect(finding?.locations).toMatchObject([
      { pointer: '/tables/profiles/1', row: (before as string).split('\n').length + 1 },
    ]);
  });

  it('says nothing of a header that it could not read to the end', () => {
    expect(read('{"standard":"spcd","tables":{"profiles":[').found).toEqual([
      'json-complete /tables/profiles/{row} 1',
    ]);
  });

  it('is given up when rows stand where header fields belong', () => {
    const rows = `[${'{"people":1},'.repeat(15_000)}{}]`;
    expect(read(`{"profiles":${rows}}`).found).toEqual(['header-not-too-large  1']);
    expect(read(`{"profiles":[${'[],'.repeat(25_000)}[]]}`).found).toEqual(['header-not-too-large  1']);
  });

  it('does not repeat a name that identifies a person', () => {
    const row = JSON.stringify(ROW).replace('{', '{"9434765919":1,');
    const { report } = read(withTables(`{"profiles":[${row}]}`));
    expect(JSON.stringify(report)).not.toContain('9434765919');
    expect(report.findings[0]?.path).toBe('/tables/profiles/{row}/[withheld]');
  });
});
