import { NAME } from '../../standard/about.ts';
import { CODE_LISTS } from '../../standard/generated/code-lists.ts';
import { EU, KEYWORD, SYNTHETIC_KEYWORD, seriesIri } from './dcat-words.ts';
import { daysOf, placesOf } from './extent.ts';
import { inBothLanguages, type LinkedNode, things } from './linked-data.ts';
import { collectionSentence, type PublishedRelease, releaseUrl } from './published-release.ts';

/**
 * The releases of a collection, one after the other, and the days of them all: a new one comes every quarter, none
 * changes. What was never counted is said to be synthetic, as nothing else tells it from the rest.
 *
 * @param releases - Of all collections, newest first.
 */
export function dcatOfSeries(
  collection: string,
  releases: readonly PublishedRelease[],
  { publicUrl, agent }: { readonly publicUrl: string; readonly agent: string },
): LinkedNode[] {
  const held = releases.filter(({ manifest }) => manifest.collection === collection);
  const code = CODE_LISTS.collection.codes.find((each) => each.code === collection);
  const title = code?.title ?? { en: collection, cy: collection };
  const isRegular = collection === 'returns' || collection === 'returns_gp_codes';
  const isSynthetic = collection === 'synthetic';
  const iri = seriesIri(publicUrl, collection);
  const days = daysOfAll(held);
  return [
    {
      iri,
      types: ['dcat:DatasetSeries'],
      properties: {
        'dct:title': inBothLanguages({ en: `${NAME.en}: ${title.en}`, cy: `${NAME.cy}: ${title.cy}` }),
        'dct:description': inBothLanguages(collectionSentence(collection)),
        'dct:type': isSynthetic ? things([EU.synthetic]) : [],
        'dct:publisher': things([agent]),
        'dcat:contactPoint': things([agent]),
        'dct:accrualPeriodicity': things([isRegular ? EU.quarterly : EU.irregular]),
        'dcat:theme': things([EU.health]),
        'dcat:keyword': [KEYWORD, ...(isSynthetic ? [SYNTHETIC_KEYWORD] : [])].flatMap(inBothLanguages),
        'dct:spatial': things(placesOfAll(held)),
        'dct:temporal': days === undefined ? [] : things([`${iri}-days`]),
        'dcat:first': things(held.slice(-1).map(releaseUrl)),
        'dcat:last': things(held.slice(0, 1).map(releaseUrl)),
      },
    },
    ...(days === undefined ? [] : [periodNode(`${iri}-days`, days)]),
  ];
}

/** The days from the first to the last, as a thing of its own. */
export function periodNode(
  iri: string,
  { start, end }: { readonly start: string; readonly end: string },
): LinkedNode {
  return {
    iri,
    types: ['dct:PeriodOfTime'],
    properties: {
      'dcat:startDate': [{ value: start, type: 'xsd:date' }],
      'dcat:endDate': [{ value: end, type: 'xsd:date' }],
    },
  };
}

/** The addresses of the areas that any of the releases speaks of, each once. */
export function placesOfAll(releases: readonly PublishedRelease[]): string[] {
  return [...new Set(releases.flatMap(({ manifest }) => placesOf(manifest).map(({ iri }) => iri)))];
}

function daysOfAll(releases: readonly PublishedRelease[]) {
  const days = releases.flatMap(({ manifest }) => daysOf(manifest) ?? []);
  const start = days.map((each) => each.start).sort()[0];
  const end = days
    .map((each) => each.end)
    .sort()
    .at(-1);
  return start === undefined || end === undefined ? undefined : { start, end };
}
