import { describe, expect, it } from 'vitest';
import { diagnoseCell } from '../../src/standard/diagnose-cell.ts';
import { TABLES } from '../../src/standard/generated/tables.ts';
import { dictionaryFor, type FieldPlan, TABLE_PLANS } from '../../src/standard/plan-rows.ts';
import { AMBIGUOUS_LABEL, type Cell } from '../../src/standard/read/cell.ts';
import { createLabelTranslator } from '../../src/standard/translate-labels.ts';
import { validateReturn } from '../../src/standard/validate-return.ts';
import { rowsAsArrays } from '../support/rows-as-arrays.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** The valid return with every code of its rows written as its label. */
function labelled(language: 'en' | 'cy', vary: (label: string) => string) {
  let count = 0;
  const tables = Object.fromEntries(
    Object.entries(VALID_RETURN.tables).map(([table, rows]) => {
      const { fields } = TABLE_PLANS[table as keyof typeof TABLE_PLANS];
      const written = rows.map((row) => {
        const values = row as unknown as Record<string, string>;
        const cells: Cell[] = fields.map(({ field }) => values[field.name]);
        const entries = fields.map((plan) => {
          const code = values[plan.field.name];
          const title = dictionaryFor(plan, cells)?.candidates.find((each) => each.code === code)?.title;
          if (title === undefined || vary(title[language]) === code) return [plan.field.name, code];
          count += 1;
          return [plan.field.name, vary(title[language])];
        });
        return Object.fromEntries(entries);
      });
      return [table, written];
    }),
  );
  return { document: { ...VALID_RETURN, tables }, count };
}

describe('labels in place of codes', () => {
  const FROM_CODES = validateReturn(encode(VALID_RETURN), { format: 'json' });

  it.each([
    ['English', 'en', (label: string) => label],
    ['Welsh', 'cy', (label: string) => label],
    ['capitals and spaces', 'en', (label: string) => `  ${label.toUpperCase().replaceAll(' ', '  ')} `],
    ['Welsh without accents', 'cy', (label: string) => label.normalize('NFD').replace(/\p{M}/gu, '')],
  ] as const)('are read as codes in %s, when asked, and it is said how many', (_, language, vary) => {
    const { document, count } = labelled(language, vary);
    expect(count).toBeGreaterThan(50);
    const { report, tables } = validateReturn(encode(document), { format: 'json', labels: true });
    expect(rowsAsArrays(tables)).toEqual(rowsAsArrays(FROM_CODES.tables));
    expect(report.result).toBe('valid');
    expect(report.findings).toMatchObject([{ rule: 'labels-read-as-codes', tier: 'advice', count }]);
    expect(report.findings[0]?.locations).toHaveLength(10);
  });

  it('are refused when nobody asked', () => {
    const { document } = labelled('en', (label) => label);
    const { report } = validateReturn(encode(document), { format: 'json' });
    expect(report.findings.map(({ rule }) => rule)).toContain('code-not-label');
  });

  it('are not guessed at where several codes share them', () => {
    const plan = TABLE_PLANS.profiles;
    const area = plan.positions.get('area_code') ?? -1;
    const [one, two] = plan.fields[area]?.dictionary?.candidates ?? [];
    const shared = { ...plan.fields[area]?.dictionary, candidates: [one, { ...two, title: one?.title }] };
    const fields = plan.fields.map((field) =>
      field.index === area ? { ...field, dictionary: shared } : field,
    );
    const cells: Cell[] = plan.fields.map(() => '');
    cells[area] = one?.title.en;
    const translator = createLabelTranslator();
    const translated = translator.translate({ ...plan, fields } as typeof plan, cells, () => {
      throw new Error('Nothing was to be read as a code');
    });
    expect([translated[area], translator.count]).toEqual([AMBIGUOUS_LABEL, 0]);
    const [field = plan.fields[0] as FieldPlan] = fields.slice(area) as FieldPlan[];
    expect(diagnoseCell('profiles', field, field.dictionary, AMBIGUOUS_LABEL).rule).toBe('label-of-one-code');
  });

  it('that name one code stay one finding with codes that are wrong', () => {
    const [first, ...others] = VALID_RETURN.tables.profiles ?? [];
    const profiles = [{ ...first, sex: 'Femal' }, ...others];
    const document = { ...VALID_RETURN, tables: { ...VALID_RETURN.tables, profiles } };
    const { report } = validateReturn(encode(document), { format: 'json', labels: true });
    expect(report.findings).toMatchObject([{ rule: 'code-known', locations: [{ suggestion: 'female' }] }]);
    expect(TABLES.profiles.fields.map(({ name }) => name)).toContain('sex');
  });
});
