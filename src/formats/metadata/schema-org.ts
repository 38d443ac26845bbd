import { BULK_FORMATS, bulkPath } from '../../archive/bulk-path.ts';
import { LICENCE, NAME, STATUS_SENTENCE } from '../../standard/about.ts';
import { TABLE_NAMES, TABLES } from '../../standard/generated/tables.ts';
import type { Language } from '../../standard/text.ts';
import { FORMATS } from '../formats.ts';
import { KEYWORD, SYNTHETIC_KEYWORD } from './dcat-words.ts';
import { daysOf, placesOf } from './extent.ts';
import { collectionSentence, fileUrl, type PublishedRelease, releaseUrl } from './published-release.ts';

/**
 * A release as a Dataset of schema.org, which search engines of data read, in one language.
 *
 * @see https://schema.org/Dataset
 */
export function schemaOrgOf(release: PublishedRelease, language: Language): object {
  const { manifest, publicUrl, publisher, collection, citation } = release;
  const days = daysOf(manifest);
  const held = TABLE_NAMES.filter((table) => Object.hasOwn(manifest.tables, table));
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': releaseUrl(release),
    url: releaseUrl(release),
    identifier: manifest.release,
    name: `${NAME[language]}: ${collection[language]}, ${manifest.release}`,
    description: [
      collectionSentence(manifest.collection)[language],
      STATUS_SENTENCE[language],
      ...held.map((table) => TABLES[table].description[language]),
    ].join(' '),
    inLanguage: ['en', 'cy'],
    keywords: [KEYWORD, ...(manifest.collection === 'synthetic' ? [SYNTHETIC_KEYWORD] : [])].map(
      (words) => words[language],
    ),
    license: LICENCE.url,
    isAccessibleForFree: true,
    creditText: citation[language],
    version: manifest.release,
    datePublished: manifest.published_at ?? manifest.built_at,
    publisher: { '@type': 'Organization', name: publisher.name[language], url: publisher.url },
    ...(days === undefined ? {} : { temporalCoverage: `${days.start}/${days.end}` }),
    spatialCoverage: placesOf(manifest).map(({ iri, code, title }) => ({
      '@type': 'Place',
      '@id': iri,
      name: title[language],
      identifier: code,
    })),
    includedInDataCatalog: {
      '@type': 'DataCatalog',
      '@id': `${publicUrl}/catalog`,
      url: `${publicUrl}/catalog`,
    },
    variableMeasured: held.map((table) => ({
      '@type': 'PropertyValue',
      propertyID: table,
      name: TABLES[table].title[language],
    })),
    distribution: TABLE_NAMES.flatMap((table) =>
      BULK_FORMATS.flatMap((format) => {
        const file = manifest.files.find(({ path }) => path === bulkPath(table, format));
        if (file === undefined) return [];
        return [
          {
            '@type': 'DataDownload',
            name: `${TABLES[table].title[language]} (${format})`,
            contentUrl: fileUrl(release, file.path),
            encodingFormat: FORMATS[format].mediaType,
            contentSize: `${file.bytes} B`,
            sha256: file.sha256,
          },
        ];
      }),
    ),
  };
}
