import { type BulkFormat, bulkPath } from '../../archive/bulk-path.ts';
import { LICENCE, NAME } from '../../standard/about.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../../standard/generated/tables.ts';
import { FORMATS } from '../formats.ts';
import { periodNode } from './dcat-series.ts';
import { EU, KEYWORD, mediaTypeIri, SHA256, SYNTHETIC_KEYWORD, seriesIri } from './dcat-words.ts';
import { daysOf, placesOf } from './extent.ts';
import { inBothLanguages, type LinkedNode, things } from './linked-data.ts';
import { collectionSentence, fileUrl, type PublishedRelease, releaseUrl } from './published-release.ts';

/** A release as a dataset of DCAT-AP, with a distribution for each file with all published cells of a table. */
export function dcatOfRelease(release: PublishedRelease, agent: string): LinkedNode[] {
  const { manifest, publicUrl, collection, citation } = release;
  const iri = releaseUrl(release);
  const files = TABLE_NAMES.flatMap((table) =>
    (['csv', 'parquet'] as const).flatMap((format) => distributionOf(release, table, format)),
  );
  const days = daysOf(manifest);
  const places = placesOf(manifest);
  const title = (language: 'en' | 'cy') => `${NAME[language]}: ${collection[language]}, ${manifest.release}`;
  const before = manifest.supersedes ?? undefined;
  const sentence = collectionSentence(manifest.collection);
  const isSynthetic = manifest.collection === 'synthetic';
  return [
    {
      iri,
      types: ['dcat:Dataset'],
      properties: {
        'dct:title': inBothLanguages({ en: title('en'), cy: title('cy') }),
        'dct:description': inBothLanguages({
          en: `${citation.en} ${sentence.en}`,
          cy: `${citation.cy} ${sentence.cy}`,
        }),
        'dct:type': isSynthetic ? things([EU.synthetic]) : [],
        'dct:identifier': [{ value: iri, type: 'xsd:anyURI' }],
        'dct:publisher': things([agent]),
        'dcat:contactPoint': things([agent]),
        'dct:license': things([LICENCE.url]),
        'dct:accessRights': things([EU.open]),
        'dct:issued': [{ value: manifest.published_at ?? manifest.built_at, type: 'xsd:dateTime' }],
        'dct:language': things([EU.english, EU.welsh]),
        'dcat:theme': things([EU.health]),
        'dcat:keyword': [KEYWORD, ...(isSynthetic ? [SYNTHETIC_KEYWORD] : [])].flatMap(inBothLanguages),
        // Of the release: it never changes. Of the series it belongs to, another comes every quarter.
        'dct:accrualPeriodicity': things([EU.never]),
        'dcat:temporalResolution': [{ value: 'P3M', type: 'xsd:duration' }],
        'dct:temporal': days === undefined ? [] : things([`${iri}#days`]),
        'dct:spatial': things(places.map((place) => place.iri)),
        'dct:conformsTo': things([standardOf(release).iri]),
        'dcat:inSeries': things([seriesIri(publicUrl, manifest.collection)]),
        'dcat:prev': things(before === undefined ? [] : [`${publicUrl}/v1/releases/${before}`]),
        'dcat:landingPage': things([publicUrl]),
        'dcat:distribution': files.map((file) => ({ iri: file.iri })),
      },
    },
    ...(days === undefined ? [] : [periodNode(`${iri}#days`, days)]),
    ...places.map(
      (place): LinkedNode => ({
        iri: place.iri,
        types: ['dct:Location'],
        properties: {
          'skos:prefLabel': inBothLanguages(place.title),
          'dct:identifier': [{ value: place.code }],
        },
      }),
    ),
    ...files.flatMap(({ nodes }) => nodes),
  ];
}

/** The version of the standard that a release is of, by its address. */
export function standardOf({ manifest, publicUrl }: PublishedRelease) {
  const version = manifest.schema_version;
  return { iri: `${publicUrl}/schema/${version}`, version };
}

function distributionOf(
  release: PublishedRelease,
  table: TableName,
  format: BulkFormat,
): { readonly iri: string; readonly nodes: LinkedNode[] }[] {
  const path = bulkPath(table, format);
  const file = release.manifest.files.find((each) => each.path === path);
  if (file === undefined) return [];
  const url = fileUrl(release, path);
  const iri = `${releaseUrl(release)}#${table}.${format}`;
  const { title, description } = TABLES[table];
  const words = FORMATS[format].description;
  const node: LinkedNode = {
    iri,
    types: ['dcat:Distribution'],
    properties: {
      'dct:title': inBothLanguages({
        en: `${title.en}: ${words.en}`,
        cy: `${title.cy}: ${words.cy}`,
      }),
      'dct:description': inBothLanguages(description),
      'dcat:accessURL': things([url]),
      'dcat:downloadURL': things([url]),
      'dcat:accessService': things([`${release.publicUrl}/catalog#api`]),
      'dcat:mediaType': things([mediaTypeIri(FORMATS[format].mediaType)]),
      'dct:format': things([EU[format]]),
      'dcatap:availability': things([EU.stable]),
      'dcat:byteSize': [{ value: String(file.bytes), type: 'xsd:nonNegativeInteger' }],
      'spdx:checksum': things([`${iri}-sha256`]),
      'dct:license': things([LICENCE.url]),
      'dct:language': things([EU.english, EU.welsh]),
    },
  };
  const checksum: LinkedNode = {
    iri: `${iri}-sha256`,
    types: ['spdx:Checksum'],
    properties: {
      'spdx:algorithm': things([SHA256]),
      'spdx:checksumValue': [{ value: file.sha256, type: 'xsd:hexBinary' }],
    },
  };
  return [{ iri, nodes: [node, checksum] }];
}
