import type { Text } from '../../standard/text.ts';

const AUTHORITY = 'http://publications.europa.eu/resource/authority';

/** Concepts of the authority tables that DCAT-AP asks for, of the Publications Office of the European Union. */
export const EU = {
  english: `${AUTHORITY}/language/ENG`,
  welsh: `${AUTHORITY}/language/CYM`,
  themes: `${AUTHORITY}/data-theme`,
  health: `${AUTHORITY}/data-theme/HEAL`,
  quarterly: `${AUTHORITY}/frequency/QUARTERLY`,
  irregular: `${AUTHORITY}/frequency/IRREG`,
  never: `${AUTHORITY}/frequency/NEVER`,
  open: `${AUTHORITY}/access-right/PUBLIC`,
  csv: `${AUTHORITY}/file-type/CSV`,
  attribution: 'http://purl.org/adms/licencetype/Attribution',
} as const;

export const KEYWORD: Text = { en: 'social prescribing', cy: 'presgripsiynu cymdeithasol' };

/** The address of the series of a collection's releases. */
export function seriesIri(publicUrl: string, collection: string): string {
  return `${publicUrl}/catalog#${collection}`;
}
