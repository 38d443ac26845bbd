import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeNdjson } from '../../src/formats/write-ndjson.ts';

const TABLE = {
  columns: [
    { name: 'sex', holds: 'code' },
    { name: '__proto__', holds: 'words' },
    { name: 'value', holds: 'number' },
  ],
  rows: [
    ['female', 'line\nbreak', 180],
    ['male', '\u2028', null],
  ],
} as const;

it('writes one line for each row, and a last one that says how many there were', () => {
  const lines = writeNdjson(TABLE, { shown: 1 }).split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toBe('{"sex":"female","__proto__":"line\\nbreak","value":180}');
  expect(JSON.parse(lines[1] as string).value).toBeNull();
  expect(JSON.parse(lines[2] as string)).toEqual({ end: { rows: 2, shown: 1 } });
  expect(lines[3]).toBe('');
});

it('says that there was nothing where there was nothing', () => {
  expect(writeNdjson({ ...TABLE, rows: [] }, {})).toBe('{"end":{"rows":0}}\n');
});

it('writes every line as JSON does', () => {
  const value = fc.oneof(fc.string(), fc.double(), fc.constant(null));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string(), value)), (rows) => {
      const names = TABLE.columns.map(({ name }) => name);
      const lines = rows.map((row) =>
        JSON.stringify(Object.fromEntries(names.map((name, at) => [name, row[at]]))),
      );
      const table = { columns: [...TABLE.columns], rows };
      expect(writeNdjson(table, {}).split('\n').slice(0, -2)).toEqual(lines);
    }),
  );
});
