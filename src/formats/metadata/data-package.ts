import { type BulkFormat, bulkPath } from '../../archive/bulk-path.ts';
import type { ReleaseFile } from '../../archive/manifest.ts';
import { LICENCE, NAME } from '../../standard/about.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../../standard/generated/tables.ts';
import type { Language } from '../../standard/text.ts';
import { FORMATS } from '../formats.ts';
import { bulkColumnsOf } from './bulk-columns.ts';
import { collectionSentence, type PublishedRelease, releaseUrl } from './published-release.ts';

const PROFILES = 'https://datapackage.org/profiles/2.0';

/**
 * A release as a Data Package (version 2): a resource for each file with all published cells of a table. Paths are as
 * they lie below the release, so that the descriptor also holds beside downloaded files.
 */
export function dataPackageOf(release: PublishedRelease, language: Language): object {
  const { manifest, collection, citation, publisher } = release;
  return {
    $schema: `${PROFILES}/datapackage.json`,
    name: manifest.release,
    id: releaseUrl(release),
    title: `${NAME[language]}: ${collection[language]}`,
    description: `${citation[language]} ${collectionSentence(manifest.collection)[language]}`,
    homepage: releaseUrl(release),
    created: manifest.published_at ?? manifest.built_at,
    licenses: [{ name: 'OGL-UK-3.0', path: LICENCE.url, title: LICENCE.name[language] }],
    contributors: [{ title: publisher.name[language], path: publisher.url, roles: ['publisher'] }],
    sources: [{ title: collection[language], path: releaseUrl(release) }],
    resources: TABLE_NAMES.flatMap((table) =>
      (['csv', 'parquet'] as const).flatMap((format) => resourceOf(manifest.files, table, format, language)),
    ),
  };
}

function resourceOf(
  files: readonly ReleaseFile[],
  table: TableName,
  format: BulkFormat,
  language: Language,
): object[] {
  const file = files.find(({ path }) => path === bulkPath(table, format));
  if (file === undefined) return [];
  const { title, description } = TABLES[table];
  return [
    {
      $schema: `${PROFILES}/dataresource.json`,
      name: `${table}.${format}`,
      type: 'table',
      path: `files/${file.path}`,
      title: title[language],
      description: description[language],
      format,
      mediatype: FORMATS[format].mediaType,
      ...(format === 'csv' ? { encoding: 'utf-8', dialect: { delimiter: ',', header: true } } : {}),
      bytes: file.bytes,
      hash: `sha256:${file.sha256}`,
      schema: {
        $schema: `${PROFILES}/tableschema.json`,
        fields: bulkColumnsOf(table).map((column) => ({
          name: column.name,
          type: column.datatype,
          title: column.title[language],
          description: column.description[language],
        })),
        missingValues: [''],
      },
    },
  ];
}
