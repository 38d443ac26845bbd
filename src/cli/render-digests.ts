import type { TableDigest } from '../standard/digest-tables.ts';
import type { Language, Text } from '../standard/text.ts';

const HEADING: Text = {
  en: 'Digests of the tables (SHA-256), as a receipt gives them. A small table can be found by trying: keep them as you keep the figures.',
  cy: "Crynodebau'r tablau (SHA-256), fel y mae derbynneb yn eu rhoi. Gellir dod o hyd i dabl bach trwy roi cynnig arni: cadwch hwy fel yr ydych yn cadw'r ffigurau.",
};

const NONE: Text = {
  en: 'A return with errors has no digests.',
  cy: 'Nid oes crynodebau i ffurflen â gwallau ynddi.',
};

/** The digests of a return's tables as a person compares them with a receipt; null where it has errors. */
export function renderDigests(tables: readonly TableDigest[] | null, language: Language): string {
  if (tables === null) return `${NONE[language]}\n`;
  const lines = tables.map(({ table, rows, table_digest }) => `  ${table} (${rows}): ${table_digest}`);
  return `${[HEADING[language], ...lines].join('\n')}\n`;
}
