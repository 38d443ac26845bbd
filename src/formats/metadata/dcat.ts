import { LICENCE, NAME, type Publisher, STATUS_SENTENCE } from '../../standard/about.ts';
import type { Text } from '../../standard/text.ts';
import { conceptsOf, standardsOf } from './dcat-concepts.ts';
import { dcatOfRelease, standardOf } from './dcat-release.ts';
import { dcatOfSeries, placesOfAll } from './dcat-series.ts';
import { EU, seriesIri } from './dcat-words.ts';
import { inBothLanguages, type LinkedNode, things } from './linked-data.ts';
import { type PublishedRelease, releaseUrl } from './published-release.ts';

/** What a catalogue is of. */
export interface Catalogue {
  /** Address of the service, without a slash at the end. */
  readonly publicUrl: string;
  readonly publisher: Publisher;
  /** Newest first. */
  readonly releases: readonly PublishedRelease[];
}

/**
 * The releases of a service as a DCAT-AP catalogue: a series for each collection, a dataset for each release, a
 * distribution for each file with all published cells of a table, and the API as a data service.
 *
 * Each has an address of its own that stays: a release and its files never change.
 *
 * @see DCAT-AP 3.0, SEMIC; DCAT version 3, W3C.
 */
export function dcatOfCatalogue({ publicUrl, publisher, releases }: Catalogue): LinkedNode[] {
  const iri = `${publicUrl}/catalog`;
  const agent = `${iri}#publisher`;
  const series = [...new Set(releases.map(({ manifest }) => manifest.collection))];
  const newest = releases
    .map(({ manifest }) => manifest.published_at ?? manifest.built_at)
    .sort()
    .at(-1);
  const nodes: LinkedNode[] = [
    {
      iri,
      types: ['dcat:Catalog'],
      properties: {
        'dct:title': inBothLanguages(CATALOGUE_TITLE),
        'dct:description': inBothLanguages(STATUS_SENTENCE),
        'dct:publisher': things([agent]),
        'dct:license': things([LICENCE.url]),
        'dct:language': things([EU.english, EU.welsh]),
        'foaf:homepage': things([publicUrl]),
        'dct:spatial': things(placesOfAll(releases)),
        'dct:modified': newest === undefined ? [] : [{ value: newest, type: 'xsd:dateTime' }],
        'dcat:themeTaxonomy': things([EU.themes]),
        'dcat:service': things([`${iri}#api`]),
        'dcat:dataset': things([
          ...series.map((collection) => seriesIri(publicUrl, collection)),
          ...releases.map(releaseUrl),
        ]),
      },
    },
    ...agentNodes(agent, publisher),
    { iri: publicUrl, types: ['foaf:Document'], properties: {} },
    ...series.flatMap((collection) => dcatOfSeries(collection, releases, { publicUrl, agent })),
    ...releases.flatMap((release) => dcatOfRelease(release, agent)),
    apiOf(publicUrl, agent, releases),
    ...standardsOf(releases.map(standardOf)),
  ];
  return eachOnce([...nodes, ...conceptsOf(nodes)]);
}

const CATALOGUE_TITLE: Text = {
  en: `${NAME.en}: releases`,
  cy: `${NAME.cy}: datganiadau`,
};

function agentNodes(agent: string, { name, url }: Publisher): LinkedNode[] {
  return [
    {
      iri: agent,
      types: ['foaf:Agent', 'vcard:Kind', 'vcard:Organization'],
      properties: {
        'foaf:name': inBothLanguages(name),
        'foaf:homepage': things([url]),
        'vcard:fn': inBothLanguages(name),
        'vcard:hasURL': things([url]),
      },
    },
    { iri: url, types: ['foaf:Document'], properties: {} },
    {
      iri: LICENCE.url,
      types: ['dct:LicenseDocument'],
      properties: { 'dct:title': inBothLanguages(LICENCE.name), 'dct:type': things([EU.attribution]) },
    },
  ];
}

/** Areas stand in many releases, and whoever runs the service may be its publisher: each is said once. */
function eachOnce(nodes: readonly LinkedNode[]): LinkedNode[] {
  return [...new Map(nodes.map((node) => [node.iri, node])).values()];
}

function apiOf(publicUrl: string, agent: string, releases: readonly PublishedRelease[]): LinkedNode {
  return {
    iri: `${publicUrl}/catalog#api`,
    types: ['dcat:DataService'],
    properties: {
      'dct:title': inBothLanguages({ en: `${NAME.en}: API`, cy: `${NAME.cy}: API` }),
      'dct:publisher': things([agent]),
      'dct:license': things([LICENCE.url]),
      'dct:accessRights': things([EU.open]),
      'dcat:endpointURL': things([`${publicUrl}/v1`]),
      'dcat:endpointDescription': things([`${publicUrl}/openapi.json`]),
      'dcat:servesDataset': things(releases.map(releaseUrl)),
    },
  };
}
