import { TABLE_NAMES, type TableName } from '../generated/tables.ts';
import { columnsOf, type RowValues } from '../row.ts';
import { exampleRow } from './example-rows.ts';
import { ABUSE_CODES } from './reading/abuse-codes.ts';
import { boardOf } from './reading/areas.ts';
import { overTables } from './reading/passes.ts';
import { codeAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

/** Where the code that may tell of abuse stands, and which it is, for each table that has one. */
const TELLING = TABLE_NAMES.flatMap((table) => {
  const abuse = ABUSE_CODES[table];
  if (abuse === undefined) return [];
  const columns: Readonly<Record<string, number>> = columnsOf(table);
  return [
    { table, code: abuse.code, codeColumn: columns[abuse.field] ?? -1, areaColumn: columns.area_code ?? -1 },
  ];
});

const NEED = {
  breakdown: 'age_group_sex',
  deprivation_quintile: 'not_applicable',
  need: 'safety_and_abuse',
} as const;

export const abuseCodesAtBoardLevelOrAbove: Rule = {
  id: 'abuse-codes-at-board-level-or-above',
  tier: 'error',
  since: '1.0',
  tables: [],
  message: {
    en: 'A code that tells of abuse is sent for an area smaller than a health board.',
    cy: "Anfonir cod sy'n sôn am gam-drin ar gyfer ardal lai na bwrdd iechyd.",
  },
  why: {
    en: 'In a small area someone looking for a person could learn that help was asked for, and where it was found.',
    cy: "Mewn ardal fach, gallai rhywun sy'n chwilio am berson ddysgu bod help wedi'i geisio, ac ymhle y'i cafwyd.",
  },
  remedy: {
    en: "Add the authorities up, and send the health board's own code, even where the board has only one authority.",
    cy: 'Adiwch yr awdurdodau at ei gilydd, ac anfonwch god y bwrdd iechyd ei hun, hyd yn oed os mai un awdurdod yn unig sydd gan y bwrdd.',
  },
  source: 'core dataset, principle 10',
  examples: {
    passes: [
      { tables: { needs: [exampleRow('needs', { ...NEED, area_code: 'W11000024' })] } },
      { tables: { needs: [exampleRow('needs', { ...NEED, area_code: 'outside_area' })] } },
      { tables: { connections: [exampleRow('connections', { area_code: 'W06000023' })] } },
    ],
    fails: [
      { tables: { needs: [exampleRow('needs', { ...NEED, area_code: 'W06000023' })] } },
      { tables: { connections: [exampleRow('connections', { activity_type: 'safety_support' })] } },
      { tables: { assets: [exampleRow('assets', { activity_type: 'safety_support' })] } },
    ],
  },
  start(_header, report) {
    const looks = TELLING.map(({ table, code, codeColumn, areaColumn }) => {
      const look = (values: RowValues, row: number) => {
        if (codeAt(values, codeColumn) !== code) return;
        const value = codeAt(values, areaColumn);
        const suggestion = boardOf(value);
        if (suggestion !== value) report({ table, row, path: ['area_code'], value, suggestion });
      };
      return [table, look] as const;
    });
    return overTables(Object.fromEntries(looks) as Partial<Record<TableName, (typeof looks)[number][1]>>);
  },
};
