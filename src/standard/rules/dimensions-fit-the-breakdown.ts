import { TABLE_NAMES, TABLES, type TableName } from '../generated/tables.ts';
import { exampleRow } from './example-rows.ts';
import { type LookAtRow, overTables } from './reading/passes.ts';
import { codeAt } from './reading/values.ts';
import type { ReportPlace, Rule } from './rule.ts';

const UNUSED = 'not_applicable';

/** A dimension that a selector of the row switches on. */
interface Switched {
  readonly field: string;
  readonly column: number;
  readonly selectorColumn: number;
  /** The selector's codes under which the dimension is used. */
  readonly usedUnder: readonly string[];
  /** True for fifths of an index: a resident of another nation has none, so `not_applicable` is an answer there. */
  readonly isOfIndex: boolean;
}

function switchedIn(table: TableName): Switched[] {
  const { fields } = TABLES[table];
  return fields.flatMap(({ name, used_when, index_from }, column) => {
    if (used_when === null) return [];
    const selectorColumn = fields.findIndex((field) => field.name === used_when.field);
    const isOfIndex = index_from !== null;
    return [{ field: name, column, selectorColumn, usedUnder: used_when.codes, isOfIndex }];
  });
}

const SWITCHED = TABLE_NAMES.flatMap((table) => {
  const dimensions = switchedIn(table);
  return dimensions.length === 0 ? [] : [[table, dimensions] as const];
});

function lookAt(table: TableName, dimensions: readonly Switched[], report: ReportPlace): LookAtRow {
  return (values, row) => {
    for (const { field, column, selectorColumn, usedUnder, isOfIndex } of dimensions) {
      const value = codeAt(values, column);
      const isUsed = usedUnder.includes(codeAt(values, selectorColumn));
      if (isUsed ? value !== UNUSED || isOfIndex : value === UNUSED) continue;
      report({ table, row, path: [field], value, ...(isUsed ? {} : { suggestion: UNUSED }) });
    }
  };
}

const BY_AGE_AND_SEX = exampleRow('needs', { deprivation_quintile: 'not_applicable' });
const BY_FIFTH = exampleRow('needs', {
  breakdown: 'deprivation_quintile',
  age_group: 'not_applicable',
  sex: 'not_applicable',
});

export const dimensionsFitTheBreakdown: Rule = {
  id: 'dimensions-fit-the-breakdown',
  tier: 'error',
  since: '1.0',
  tables: [],
  message: {
    en: 'A dimension is given that the breakdown does not use, or one it uses is not_applicable.',
    cy: "Rhoddir dimensiwn nad yw'r dadansoddiad yn ei ddefnyddio, neu mae un y mae'n ei ddefnyddio yn not_applicable.",
  },
  why: {
    en: 'Each breakdown counts the same people once. A row with too many characteristics could point to one person; one with too few belongs to no group.',
    cy: 'Mae pob dadansoddiad yn cyfrif yr un bobl unwaith. Gallai rhes â gormod o nodweddion bwyntio at un person; nid yw un â rhy ychydig yn perthyn i unrhyw grŵp.',
  },
  remedy: {
    en: 'In a row by age group and sex, send not_applicable as deprivation_quintile; in a row by deprivation fifth, send it as age_group and sex. As deprivation_quintile it then means a resident of another nation. Where an answer is missing, send not_known or not_collected.',
    cy: 'Mewn rhes fesul grŵp oedran a rhyw, anfonwch not_applicable fel deprivation_quintile; mewn rhes fesul pumed amddifadedd, anfonwch ef fel age_group a sex. Fel deprivation_quintile mae wedyn yn golygu preswylydd cenedl arall. Lle mae ateb ar goll, anfonwch not_known neu not_collected.',
  },
  source: 'core dataset, needs',
  examples: {
    passes: [
      { tables: { needs: [BY_AGE_AND_SEX, BY_FIFTH] } },
      { tables: { needs: [{ ...BY_AGE_AND_SEX, age_group: 'not_known', sex: 'not_collected' }] } },
      { tables: { needs: [BY_AGE_AND_SEX, { ...BY_FIFTH, deprivation_quintile: 'not_applicable' }] } },
    ],
    fails: [
      { tables: { needs: [{ ...BY_AGE_AND_SEX, deprivation_quintile: 'q1' }] } },
      { tables: { needs: [{ ...BY_AGE_AND_SEX, sex: 'not_applicable' }] } },
      { tables: { needs: [{ ...BY_FIFTH, age_group: '16_64' }] } },
      { tables: { needs: [{ ...BY_FIFTH, deprivation_quintile: 'not_applicable', sex: 'female' }] } },
    ],
  },
  start(_header, report) {
    return overTables(
      Object.fromEntries(SWITCHED.map(([table, dimensions]) => [table, lookAt(table, dimensions, report)])),
    );
  },
};
