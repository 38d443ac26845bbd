import { expect, it } from 'vitest';
import { dcatOfCatalogue } from '../../../src/formats/metadata/dcat.ts';
import { writeJsonLd } from '../../../src/formats/metadata/write-json-ld.ts';
import { writeTurtle } from '../../../src/formats/metadata/write-turtle.ts';
import { TABLE_NAMES } from '../../../src/standard/generated/tables.ts';
import { judgeByDcatAp } from './judge-by-shapes.ts';
import { walesRelease } from './published-wales-release.ts';
import { readJsonLd, readTurtle } from './read-triples.ts';

const RELEASE = walesRelease();
const EARLIER = { ...RELEASE, manifest: { ...RELEASE.manifest, release: 'returns-2026-q1-1' } };
const BASE = RELEASE.publicUrl;
const NODES = dcatOfCatalogue({
  publicUrl: BASE,
  publisher: RELEASE.publisher,
  releases: [
    { ...RELEASE, manifest: { ...RELEASE.manifest, supersedes: EARLIER.manifest.release } },
    EARLIER,
  ],
});

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const PREFIXES: Readonly<Record<string, string>> = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
};
const expand = (name: string) => {
  const [prefix = '', local = ''] = name.split(':');
  return `${PREFIXES[prefix]}${local}`;
};

interface Triple {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
}

const triples: readonly Triple[] = readTurtle(writeTurtle(NODES)).map((line) => {
  const [, subject = '', predicate = '', object = ''] = /^<([^>]*)> <([^>]*)> (.*) \.$/s.exec(line) ?? [];
  return { subject, predicate, object };
});
const objectsOf = (subject: string, property: string) =>
  triples
    .filter((triple) => triple.subject === subject && triple.predicate === expand(property))
    .map(({ object }) => object);
const ofClass = (name: string) =>
  triples
    .filter(({ predicate, object }) => predicate === RDF_TYPE && object === `<${expand(name)}>`)
    .map(({ subject }) => subject);

it('is the same triples in JSON-LD and in Turtle, to readers that we did not write', async () => {
  expect(await readJsonLd(writeJsonLd(NODES))).toEqual(readTurtle(writeTurtle(NODES)));
  expect(triples.every(({ subject }) => /^https?:/.test(subject))).toBe(true);
});

/** How often DCAT-AP 3.0 wants a property of a class: what it requires, and of what it recommends what we can say. */
const REQUIRED: readonly [string, string, number, number][] = [
  ['dcat:Catalog', 'dct:title', 2, 2],
  ['dcat:Catalog', 'dct:description', 2, 2],
  ['dcat:Catalog', 'dct:publisher', 1, 1],
  ['dcat:Catalog', 'dcat:dataset', 1, 99],
  ['dcat:Catalog', 'dct:license', 1, 1],
  ['dcat:Catalog', 'foaf:homepage', 1, 1],
  ['dcat:DatasetSeries', 'dct:title', 2, 2],
  ['dcat:DatasetSeries', 'dct:description', 2, 2],
  ['dcat:DatasetSeries', 'dct:accrualPeriodicity', 1, 1],
  ['dcat:Dataset', 'dct:title', 2, 2],
  ['dcat:Dataset', 'dct:description', 2, 2],
  ['dcat:Dataset', 'dct:publisher', 1, 1],
  ['dcat:Dataset', 'dcat:contactPoint', 1, 1],
  ['dcat:Dataset', 'dcat:keyword', 2, 2],
  ['dcat:Dataset', 'dcat:theme', 1, 1],
  ['dcat:Dataset', 'dct:spatial', 1, 9],
  ['dcat:Dataset', 'dct:temporal', 1, 1],
  ['dcat:Dataset', 'dct:accrualPeriodicity', 1, 1],
  ['dcat:Dataset', 'dcat:distribution', 2 * TABLE_NAMES.length, 2 * TABLE_NAMES.length],
  ['dcat:Distribution', 'dcat:accessURL', 1, 1],
  ['dcat:Distribution', 'dct:title', 2, 2],
  ['dcat:Distribution', 'dct:license', 1, 1],
  ['dcat:Distribution', 'dcat:mediaType', 1, 1],
  ['dcat:Distribution', 'dcat:byteSize', 1, 1],
  ['dcat:Distribution', 'spdx:checksum', 1, 1],
  ['dcat:DataService', 'dct:title', 2, 2],
  ['dcat:DataService', 'dcat:endpointURL', 1, 1],
  ['foaf:Agent', 'foaf:name', 2, 2],
  ['dct:PeriodOfTime', 'dcat:startDate', 1, 1],
  ['dct:PeriodOfTime', 'dcat:endDate', 1, 1],
  ['spdx:Checksum', 'spdx:algorithm', 1, 1],
  ['spdx:Checksum', 'spdx:checksumValue', 1, 1],
];

it.each(REQUIRED)('says of each %s its %s, from %i to %i times', (name, property, least, most) => {
  const subjects = ofClass(name);
  expect(subjects.length).toBeGreaterThan(0);
  for (const subject of subjects) {
    const values = objectsOf(subject, property);
    expect(values.length, subject).toBeGreaterThanOrEqual(least);
    expect(values.length, subject).toBeLessThanOrEqual(most);
    if (least === 2 && most === 2) {
      expect(values.map((value) => value.slice(-3)).sort(), subject).toEqual(['@cy', '@en']);
    }
  }
});

it('names everything that it points at below the service with a class of its own', () => {
  const described = new Set(triples.map(({ subject }) => subject));
  const pointers = ['dcat:dataset', 'dcat:distribution', 'dct:publisher', 'dct:temporal', 'dct:spatial'];
  for (const { predicate, object } of triples) {
    if (![...pointers, 'dct:license', 'spdx:checksum', 'dcat:inSeries'].map(expand).includes(predicate))
      continue;
    expect(described).toContain(object.slice(1, -1));
  }
});

it('gives a release and each of its files an address that names the release', () => {
  const release = `${BASE}/v1/releases/${RELEASE.manifest.release}`;
  expect(ofClass('dcat:Dataset')).toContain(release);
  expect(objectsOf(release, 'dct:temporal')).toEqual([`<${release}#days>`]);
  expect(objectsOf(`${release}#days`, 'dcat:startDate')[0]).toContain('2025-04-01');
  expect(objectsOf(`${release}#days`, 'dcat:endDate')[0]).toContain('2026-06-30');
  expect(objectsOf(release, 'dcat:prev')).toEqual([`<${BASE}/v1/releases/returns-2026-q1-1>`]);
  expect(objectsOf(`${release}#needs.csv`, 'dcat:downloadURL')).toEqual([
    `<${release}/files/tables/needs.csv>`,
  ]);
  expect(objectsOf(`${BASE}/catalog#returns`, 'dcat:last')).toEqual([`<${release}>`]);
});

it('tells synthetic data from returns by type, keyword and words, so that a catalogue can leave it out', () => {
  const made = { ...RELEASE, manifest: { ...RELEASE.manifest, collection: 'synthetic' as const } };
  const nodes = (releases: readonly (typeof RELEASE)[]) =>
    dcatOfCatalogue({ publicUrl: BASE, publisher: RELEASE.publisher, releases });
  const typeOf = (given: ReturnType<typeof nodes>) =>
    given
      .filter(({ types }) => types[0] === 'dcat:Dataset' || types[0] === 'dcat:DatasetSeries')
      .map(({ properties }) => JSON.stringify([properties['dct:type'], properties['dcat:keyword']]));
  const said = typeOf(nodes([made]));
  expect(said).toHaveLength(2);
  for (const each of said) {
    expect(each).toContain('dataset-type/SYNTHETIC_DATA');
    expect(each).toContain('"words":"synthetic data","language":"en"');
    expect(each).toContain('"words":"data synthetig","language":"cy"');
  }
  expect(typeOf(nodes([RELEASE])).join()).not.toMatch(/synthet/i);
  const text = writeTurtle(nodes([made]));
  expect(text).toContain('Invented figures; nobody was counted.');
  expect(text).toContain('Ffigurau ffug; ni chyfrifwyd neb.');
});

it('describes a service without releases', async () => {
  const nodes = dcatOfCatalogue({ publicUrl: BASE, publisher: RELEASE.publisher, releases: [] });
  expect((await judgeByDcatAp(writeTurtle(nodes))).violations).toEqual([]);
});
