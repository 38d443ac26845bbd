import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  FORM_EXAMPLES,
  type FormExample,
  type LabelExample,
  type RepeatRecipe,
} from '../../src/codegen/form-examples.ts';
import { diagnoseCell } from '../../src/standard/diagnose-cell.ts';
import { TABLES, type TableName } from '../../src/standard/generated/tables.ts';
import { TABLE_PLANS } from '../../src/standard/plan-rows.ts';
import { createLabelTranslator } from '../../src/standard/translate-labels.ts';
import { type ReturnSource, validateReturn } from '../../src/standard/validate-return.ts';

const fileAt = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));

/** The rules that are found in what a page describes, made as it says. */
function rulesFound(example: FormExample): readonly string[] {
  if ('cell' in example) return rulesOfCell(example);
  const file = fileAt(example.from);
  const made = 'repeat' in example ? repeated(file, example) : withRows(file, example.values_of_rows);
  return validateReturn(made, sourceOf(example.from)).report.findings.map(({ rule }) => rule);
}

function sourceOf(path: string): ReturnSource {
  const [name = '', format] = path.split('/').at(-1)?.split('.') ?? [];
  if (format !== 'csv') return { format: format as 'json' | 'xlsx' };
  const header = JSON.parse(strFromU8(fileAt('examples/conformance/cases/header.json')));
  return { format, table: name.replace('sound-csv-', '') as TableName, header };
}

function repeated(file: Uint8Array, { member, before, repeat, times }: RepeatRecipe): Uint8Array {
  const put = (text: string) => {
    const at = before === undefined ? text.length : text.indexOf(before);
    const parts = repeat.split('{n}');
    const added =
      parts.length === 1
        ? repeat.repeat(times)
        : Array.from({ length: times }, (_, index) => parts.join(String(index + 1))).join('');
    return text.slice(0, at) + added + text.slice(at);
  };
  if (member === undefined) return strToU8(put(strFromU8(file)));
  const files = unzipSync(file);
  return zipSync({ ...files, [member]: strToU8(put(strFromU8(files[member] as Uint8Array))) });
}

function withRows(file: Uint8Array, values: readonly string[]): Uint8Array {
  const document = JSON.parse(strFromU8(file)) as { tables: Record<TableName, unknown> };
  const tables = Object.keys(document.tables).map((name) => {
    const { fields } = TABLES[name as TableName];
    return [name, values.map((value) => Object.fromEntries(fields.map((field) => [field.name, value])))];
  });
  return strToU8(JSON.stringify({ ...document, tables: Object.fromEntries(tables) }));
}

/** Reads the cell as one of the first coded column of assets, had that column this list. */
function rulesOfCell({ list, cell }: LabelExample): readonly string[] {
  const plan = TABLE_PLANS.assets;
  const own = plan.fields.find(({ field }) => field.name === 'activity_type');
  if (!own?.dictionary) throw new Error('activity_type takes a list');
  const candidates = own.dictionary.candidates.filter(({ code }) => list.some((each) => each.code === code));
  expect(candidates).toHaveLength(list.length);
  const dictionary = { ...own.dictionary, candidates: list };
  const fields = plan.fields.map((field) => (field === own ? { ...field, dictionary } : field));
  const cells = plan.fields.map((field) => (field === own ? cell : ''));
  const locate = () => ({ pointer: '', row: null, column: null, value: null, suggestion: null });
  const translated = createLabelTranslator().translate({ ...plan, fields } as typeof plan, cells, locate);
  const read = translated[own.index];
  if (typeof read === 'string' && dictionary.codes.has(read)) return [];
  return [diagnoseCell('assets', { ...own, dictionary }, dictionary, read).rule];
}

describe('what a page describes in place of a file', () => {
  it.each([...FORM_EXAMPLES])('%s is broken by the one example and kept by the other', (rule, examples) => {
    expect(rulesFound(examples.fails)).toContain(rule);
    expect(rulesFound(examples.passes)).not.toContain(rule);
  });
});
