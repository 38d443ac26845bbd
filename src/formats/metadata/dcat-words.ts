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
  parquet: `${AUTHORITY}/file-type/PARQUET`,
  stable: `${AUTHORITY}/planned-availability/STABLE`,
  synthetic: `${AUTHORITY}/dataset-type/SYNTHETIC_DATA`,
  attribution: 'http://purl.org/adms/licencetype/Attribution',
} as const;

/** The algorithm of every digest that we give. */
export const SHA256 = 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256';

export const KEYWORD: Text = { en: 'social prescribing', cy: 'presgripsiynu cymdeithasol' };

/** What figures that nobody counted are found, and left out, by. */
export const SYNTHETIC_KEYWORD: Text = { en: 'synthetic data', cy: 'data synthetig' };

/** The address of the series of a collection's releases. */
export function seriesIri(publicUrl: string, collection: string): string {
  return `${publicUrl}/catalog#${collection}`;
}

const MEDIA_TYPES = 'https://www.iana.org/assignments/media-types';

/** The address of a media type in the register of IANA. */
export function mediaTypeIri(mediaType: string): string {
  return `${MEDIA_TYPES}/${mediaType}`;
}
