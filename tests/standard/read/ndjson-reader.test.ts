import { describe, expect, it } from 'vitest';
import { TABLES } from '../../../src/standard/generated/tables.ts';
import type { Return } from '../../../src/standard/generated/types.ts';
import { createReturnValidator, validateReturn } from '../../../src/standard/validate-return.ts';
import { writeNdjson } from '../../../src/standard/write/write-ndjson.ts';
import { VALID_RETURN } from '../../support/valid-return.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const validate = (text: string) => validateReturn(encode(text), { format: 'ndjson' });
const [HEADER_LINE = '', ...ROW_LINES] = writeNdjson(VALID_RETURN).trimEnd().split('\n');
const withRows = (...lines: readonly string[]) => validate([HEADER_LINE, ...lines, ''].join('\n')).report;
const rulesOf = (...lines: readonly string[]) => withRows(...lines).findings.map(({ rule }) => rule);
const first = (report: ReturnType<typeof withRows>, rule: string) =>
  report.findings.find((finding) => finding.rule === rule)?.locations[0];

describe('a return line by line', () => {
  it('gives what the same return in JSON gives', () => {
    const json = validateReturn(encode(JSON.stringify(VALID_RETURN)), { format: 'json' });
    expect(validate(writeNdjson(VALID_RETURN))).toEqual(json);
    expect(json.report.result).toBe('valid');
  });

  it('takes rows of all tables in any order, lines ending in CRLF, blank lines and no line end at the last', () => {
    const lines = [HEADER_LINE, '', ...ROW_LINES.toReversed().flatMap((line) => [line, '  '])];
    const { report, tables } = validate(lines.join('\r\n').trimEnd());
    expect(report.result).toBe('valid');
    expect(tables.profiles).toHaveLength(VALID_RETURN.tables.profiles?.length ?? -1);
  });

  it.each(['14.0', '1e1', '-0'])('refuses %s for a count, wherever the line names its table', (spelling) => {
    const { table, people: _, ...fields } = JSON.parse(ROW_LINES[0] ?? '');
    const line = `${JSON.stringify({ ...fields, nested: [1, 2.5] }).slice(0, -1)},"people":${spelling},"table":"${table}"}`;
    expect(rulesOf(line)).toEqual(['field-known', 'whole-number-in-digits']);
  });

  it('takes the table wherever it stands in the line', () => {
    const [line = ''] = ROW_LINES;
    const { table, ...fields } = JSON.parse(line);
    const turned = JSON.stringify({ ...fields, table });
    expect(rulesOf(turned, ...ROW_LINES.slice(1))).toEqual([]);
  });

  it('reads a table named alone as carried, so that a nil table can be sent', () => {
    const nil: Return = {
      ...VALID_RETURN,
      coverage: { ...VALID_RETURN.coverage, tables: { outcomes: { nil: true } } },
      tables: { outcomes: [] },
    };
    const { report } = validate(writeNdjson(nil));
    expect(report.rows).toEqual({ outcomes: 0 });
    expect(report).toEqual(validateReturn(encode(JSON.stringify(nil)), { format: 'json' }).report);
  });

  it('does not take a second line without fields for a nil table', () => {
    expect(rulesOf('{"table":"profiles"}', '{"table":"profiles"}')).toContain('field-present');
  });

  it('gives the line of a row, whatever stands between', () => {
    const [one = '', two = ''] = ROW_LINES;
    const wrong = two.replace(/"sex":"[a-z]+"/, '"sex":"x"');
    const report = withRows(one, '', '{"table":"outcomes"}', wrong);
    expect(first(report, 'code-known')).toMatchObject({
      pointer: '/tables/profiles/1/sex',
      row: 5,
      column: null,
    });
  });

  it('has no table with a field called table', () => {
    for (const { fields } of Object.values(TABLES)) {
      expect(fields.map(({ name }) => name)).not.toContain('table');
    }
  });
});

describe('a line that is wrong', () => {
  const [row = ''] = ROW_LINES;

  it.each([
    ['a name twice in a row', row.replace('{', '{"sex":"male",'), 'json-keys-unique'],
    ['the table twice', row.replace('{', '{"table":"profiles",'), 'json-keys-unique'],
    [
      'a number that cannot be kept',
      row.replace(/"people":\d+/, '"people":9007199254740993'),
      'number-is-exact',
    ],
    ['a list in a row', row.replace(/"people":\d+/, '"people":[1]'), 'cell-is-one-value'],
    ['a field unknown', row.replace('{', '{"__proto__":{"x":[]},'), 'field-known'],
    ['a table unknown', row.replace('"profiles"', '"profile"'), 'table-known'],
    ['a table that is a number', row.replace('"profiles"', '7'), 'ndjson-row-names-its-table'],
    ['no table', row.replace('"table":"profiles",', ''), 'ndjson-row-names-its-table'],
    ['a list for a row', '[{}]', 'row-is-an-object'],
    ['a number for a row', '12', 'row-is-an-object'],
    ['a row over two lines', row.replace(',', ',\n'), 'ndjson-line-is-whole'],
    ['a row without its end', row.slice(0, -1), 'ndjson-line-is-whole'],
    ['two rows on one line', `${row} ${row}`, 'json-well-formed'],
    ['a comment', '// rows', 'json-well-formed'],
    ['an open quote', '{"table":"profiles', 'json-well-formed'],
    ['deep nesting', '['.repeat(100), 'json-nesting-limited'],
  ])('%s is a finding', (_, line, rule) => {
    const report = withRows(line, row);
    expect(report.result).toBe('invalid');
    expect(report.findings.map((finding) => finding.rule)).toContain(rule);
  });

  it('says on which line, and what was probably meant', () => {
    const report = withRows(row, row.replace('"profiles"', '"profile"'));
    expect(first(report, 'table-known')).toEqual({
      pointer: '/tables/[withheld]',
      row: 3,
      column: null,
      value: 'profile',
      suggestion: 'profiles',
    });
    expect(first(withRows(row, '{"table":'), 'ndjson-line-is-whole')).toMatchObject({ row: 3 });
  });

  it('keeps the rules from judging tables of which a row was lost', () => {
    const rules = rulesOf(...ROW_LINES.map((line, index) => (index === 0 ? '{}' : line)));
    expect(rules).toEqual(['ndjson-row-names-its-table']);
  });

  it('refuses a header that holds tables, unread', () => {
    const header = HEADER_LINE.replace('{', '{"tables":{"profiles":[{"x":[[[]]]}]},');
    const { report } = validate([header, ...ROW_LINES].join('\n'));
    expect(report.findings.map(({ rule }) => rule)).toEqual(['header-stands-alone']);
    expect(report.rows.profiles).toBe(8);
  });

  it.each([
    ['nothing', '', 'file-not-empty'],
    ['blank lines', '\n \r\n\n', 'file-not-empty'],
    ['half a header', HEADER_LINE.slice(0, 100), 'json-complete'],
    ['a list', '[1]\n', 'return-is-an-object'],
    ['a header over several lines', JSON.stringify(VALID_RETURN, null, 1), 'ndjson-line-is-whole'],
    ['a header and no rows', HEADER_LINE, 'return-carries-a-table'],
  ])('%s is a finding', (_, text, rule) => {
    expect(validate(text).report.findings.map((finding) => finding.rule)).toEqual([rule]);
  });

  it('does not hold a line without an end in memory', () => {
    const validator = createReturnValidator({ format: 'ndjson' });
    validator.write(encode(`${HEADER_LINE}\n{"table":"profiles"`));
    const piece = encode(`,"x":1`.repeat(10_000));
    for (let written = 0; written < 40; written += 1) validator.write(piece);
    const { report } = validator.end();
    expect(report.findings.map(({ rule }) => rule)).toContain('json-text-limited');
  });

  it('refuses other encodings, and a line of Windows-1252', () => {
    const text = writeNdjson(VALID_RETURN);
    const utf16 = new Uint8Array(new Uint16Array([...text].map((letter) => letter.charCodeAt(0))).buffer);
    const rules = (bytes: Uint8Array) =>
      validateReturn(bytes, { format: 'ndjson' }).report.findings.map(({ rule }) => rule);
    expect(rules(utf16)).toEqual(['text-is-not-utf-16']);
    const notes = HEADER_LINE.replace('{', '{"notes":{"en":"\u00e9","cy":"\u00e9"},');
    const windows = new Uint8Array([...`${notes}\n`].map((letter) => letter.charCodeAt(0)));
    expect(rules(windows)).toEqual(['text-is-utf-8']);
  });

  it('finds every cut inside a line', () => {
    const bytes = encode(writeNdjson(VALID_RETURN));
    for (let length = 0; length < bytes.length; length += 97) {
      const atLineEnd = bytes[length] === 10 || bytes[length - 1] === 10;
      const { report } = validateReturn(bytes.subarray(0, length), { format: 'ndjson' });
      if (!atLineEnd) expect([length, report.result]).toEqual([length, 'invalid']);
    }
  });
});
