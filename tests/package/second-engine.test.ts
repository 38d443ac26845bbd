import { readdirSync, readFileSync } from 'node:fs';
import { Validator } from '@cfworker/json-schema';
import { describe, expect, it } from 'vitest';
import { SCHEMAS } from '../../src/standard/generated/schemas.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../../src/standard/generated/tables.ts';
import { exampleRow } from '../../src/standard/rules/example-rows.ts';
import { compiledValidator, rowValidators } from '../support/compiled-validators.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

/** The same schema, by an engine that is not the one our validators were compiled with. */
function secondEngine(path: string): (value: unknown) => boolean {
  const schema = SCHEMAS[path];
  if (schema === undefined) throw new Error(`There is no schema ${path}`);
  const engine = new Validator(schema, '2020-12', true);
  for (const [other, each] of Object.entries(SCHEMAS)) if (other !== path) engine.addSchema(each);
  return (value) => engine.validate(value).valid;
}

const VALIDATORS = await rowValidators();
const validateReturn = await compiledValidator('return');

/** What a program may put into a field by mistake. */
const MISTAKES = [
  undefined,
  null,
  '',
  ' ',
  'zzz',
  'female',
  'W06000023',
  '1',
  0,
  -1,
  1,
  1.5,
  1e10,
  true,
  [],
  {},
];

/** A row, and the same row with one mistake in each field or one field too many. */
function rowsOf(table: TableName): unknown[] {
  const right = exampleRow(table) as unknown as Record<string, unknown>;
  const wrong = TABLES[table].fields.flatMap(({ name }) =>
    MISTAKES.map((mistake) => {
      const { [name]: _, ...others } = right;
      return mistake === undefined ? others : { ...others, [name]: mistake };
    }),
  );
  return [right, ...wrong, { ...right, comment: 'x' }, [], null, 'row'];
}

const EXAMPLES = new URL('../../examples/', import.meta.url);

/** What stands beside the returns. */
const NOT_RETURNS = /\.expected\.json$|^(services|cases|header)\.json$/;

/** Every example in JSON that can be parsed, right and wrong. */
const DOCUMENTS = ['valid', 'invalid', 'walkthrough', 'conformance/cases'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, EXAMPLES))
    .filter((name) => name.endsWith('.json') && !NOT_RETURNS.test(name))
    .flatMap((name) => {
      const text = readFileSync(new URL(`${folder}/${name}`, EXAMPLES), 'utf8');
      return isJson(text) ? [[`${folder}/${name}`, JSON.parse(text) as unknown] as const] : [];
    }),
);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** The valid return with one mistake in its header. */
const HEADERS = Object.keys(VALID_RETURN).flatMap((name) =>
  [...MISTAKES, '2026-13-01', '2026-Q5', '2026-02-30'].map((mistake) => {
    const { [name]: _, ...others } = VALID_RETURN as unknown as Record<string, unknown>;
    return mistake === undefined ? others : { ...others, [name]: mistake };
  }),
);

describe('a second JSON Schema engine', () => {
  it.each(TABLE_NAMES)('agrees on every row of %s, right or with one mistake', (table) => {
    const ours = VALIDATORS[table];
    const theirs = secondEngine(`/schema/1.0/tables/${table}.schema.json`);
    const verdicts = rowsOf(table).map((row) => ({ row, ours: ours(row), theirs: theirs(row) }));
    expect(verdicts.filter((verdict) => verdict.ours !== verdict.theirs)).toEqual([]);
    expect(new Set(verdicts.map((verdict) => verdict.ours))).toEqual(new Set([true, false]));
  });

  it.each(DOCUMENTS)('agrees on %s', (_, document) => {
    const theirs = secondEngine('/schema/1.0/return.schema.json');
    expect(theirs(document)).toBe(validateReturn(document));
  });

  it('agrees on a return with one mistake in its header', () => {
    const theirs = secondEngine('/schema/1.0/return.schema.json');
    const verdicts = [VALID_RETURN, ...HEADERS].map((whole) => ({
      whole,
      ours: validateReturn(whole),
      theirs: theirs(whole),
    }));
    expect(verdicts.filter(({ ours, theirs: other }) => ours !== other)).toEqual([]);
    expect(new Set(verdicts.map(({ ours }) => ours))).toEqual(new Set([true, false]));
  });
});
