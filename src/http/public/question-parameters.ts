import { TABLES, type TableName } from '../../standard/generated/tables.ts';
import { dimensionsOf, INDEX_SELECTOR, selectorsOf } from '../../standard/table-description.ts';
import type { Text } from '../../standard/text.ts';
import { described } from '../openapi/words.ts';

/** No list of codes of a question is longer. */
const MAXIMUM_LENGTH = 2000;

/** A parameter of codes or words, for the schema of a route. */
export function textParameter(words: Text) {
  return { type: 'string', maxLength: MAXIMUM_LENGTH, ...described(words) };
}

/** The parameters that a question about a table may have, for the schema of its route. */
export function questionParameters(table: TableName): Record<string, object> {
  const description = TABLES[table];
  const selectors = selectorsOf(description).map((field) => [
    field.name,
    textParameter({ en: `${field.description.en} One code.`, cy: `${field.description.cy} Un cod.` }),
  ]);
  const dimensions = dimensionsOf(description).map((field) => [
    field.name,
    textParameter({
      en: `${field.description.en} Codes separated by commas give cells of their own, never their sum.`,
      cy: `${field.description.cy} Mae codau wedi'u gwahanu gan atalnodau yn rhoi celloedd ar wahân, byth eu swm.`,
    }),
  ]);
  return {
    ...Object.fromEntries(selectors),
    [INDEX_SELECTOR]: textParameter({
      en: 'The deprivation index, when the question is by deprivation fifth.',
      cy: 'Y mynegai amddifadedd, pan fydd y cwestiwn yn ôl pumed amddifadedd.',
    }),
    by: textParameter({
      en: 'Dimensions to group by, separated by commas, a level after a dot: area_code.health_board,sex. Of areas, health_board is a Welsh or Scottish health board, an English integrated care board or a Northern Irish trust; local_authority is a Welsh authority or a Scottish health and social care partnership.',
      cy: "Dimensiynau i grwpio yn eu hôl, wedi'u gwahanu gan atalnodau, lefel ar ôl dot: area_code.health_board,sex. O blith ardaloedd, health_board yw bwrdd iechyd yng Nghymru neu'r Alban, bwrdd gofal integredig yn Lloegr neu ymddiriedolaeth yng Ngogledd Iwerddon; local_authority yw awdurdod yng Nghymru neu bartneriaeth iechyd a gofal cymdeithasol yn yr Alban.",
    }),
    period: textParameter({
      en: 'Quarters (2026-Q1) or financial years (2025-26), separated by commas. Always filtered or grouped.',
      cy: "Chwarteri (2026-Q1) neu flynyddoedd ariannol (2025-26), wedi'u gwahanu gan atalnodau. Bob amser wedi'u hidlo neu eu grwpio.",
    }),
    figure: textParameter({
      en: 'Which count; the first that the period has unless given.',
      cy: 'Pa gyfrif; y cyntaf sydd gan y cyfnod oni nodir.',
    }),
    ...Object.fromEntries(dimensions),
  };
}
