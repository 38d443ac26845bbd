import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { judgeByDcatAp } from '../formats/metadata/judge-by-shapes.ts';
import { readJsonLd, readTurtle } from '../formats/metadata/read-triples.ts';
import type { MadeArchive } from '../query/made-archive.ts';
import { expectProblem } from './expect-problem.ts';
import { MADE_RELEASE, makeSmallRelease, PEOPLE_OF_POWYS } from './made-release.ts';
import { PUBLIC_URL, startApp, type TestApp } from './start-app.ts';

const PUBLISHER = {
  name: { en: 'An organisation of Wales', cy: 'Sefydliad o Gymru' },
  url: 'https://publisher.example.wales/',
};

let archive: MadeArchive;
let service: TestApp;
let unnamed: TestApp;
beforeAll(async () => {
  archive = await makeSmallRelease();
  service = await startApp({ source: archive.source, publisher: PUBLISHER });
  unnamed = await startApp({ source: archive.source });
});
afterAll(async () => {
  await service?.close();
  await unnamed?.close();
  await archive?.close();
});

const get = (address: string, of = service) => request(of.app.server).get(address).buffer(true);

it('gives the catalogue as JSON-LD, or as Turtle to who prefers it, with the same triples', async () => {
  const jsonld = await get('/catalog').expect(200);
  expect(jsonld.headers['content-type']).toBe('application/ld+json; charset=utf-8');
  const turtle = await get('/catalog').set('accept', 'text/turtle').expect(200);
  expect(turtle.headers['content-type']).toBe('text/turtle; charset=utf-8');
  const asked = await get('/catalog?format=turtle').expect(200);
  expect(asked.text).toBe(turtle.text);
  const triples = readTurtle(turtle.text);
  expect(await readJsonLd(jsonld.text)).toEqual(triples);
  expect(triples.join('\n')).toContain(`<${PUBLIC_URL}/v1/releases/${MADE_RELEASE}>`);
  expect(triples.join('\n')).toContain('"Sefydliad o Gymru"@cy');
});

/** What DCAT-AP recommends and nobody told us: what sort of body the publisher is, where an area lies, when we began. */
const NOT_KNOWN = [
  'Agent/Kind/Organization type MinCount',
  'Catalog issued MinCount',
  'Location bbox MinCount',
  'Location centroid MinCount',
];

it.each(['en', 'cy'])(
  'holds what DCAT-AP asks, asked for in %s, to a validator we did not write',
  async (language) => {
    for (const of of [service, unnamed]) {
      const { text } = await get('/catalog?format=turtle', of).set('accept-language', language).expect(200);
      expect(await judgeByDcatAp(text)).toEqual({ violations: [], warnings: NOT_KNOWN });
    }
  },
);

/** A catalogue with one thing wrong, and what the validator finds. */
const SPOILT: readonly [string, RegExp, string, string][] = [
  ['no title', / {2}dct:title [^;]*;\n/g, '', 'Catalog title MinCount'],
  ['no publisher', / {2}dct:publisher [^;]*;\n/g, '', 'Catalog publisher MinCount'],
  ['two licences', /dct:license </g, 'dct:license <https://a.example/>, <', 'Distribution license MaxCount'],
  ['a licence without a class', /a dct:LicenseDocument/, 'a foaf:Document', 'Catalog license Class'],
  [
    'a size in words',
    /dcat:byteSize "\d+"\^\^[^ ]+/g,
    'dcat:byteSize "few"',
    'Distribution byteSize Datatype',
  ],
  ['a day in words', /dcat:endDate "[^"]*"\^\^xsd:date/g, 'dcat:endDate "soon"', 'PeriodOfTime endDate Node'],
  [
    'an address as words',
    /dcat:accessURL <([^>]*)>/g,
    'dcat:accessURL "$1"',
    'Distribution accessURL NodeKind',
  ],
  ['a language without a class', /a dct:LinguisticSystem/g, 'a dct:Standard', 'Catalog language Class'],
  [
    'a theme without words',
    / {2}skos:prefLabel [^.;]*\./g,
    '  dct:title "x" .',
    'Concept prefLabel MinCount',
  ],
  ['no digest', / {2}spdx:checksumValue [^.]*\./g, '  dct:title "x" .', 'Checksum checksumValue MinCount'],
];

it.each(SPOILT)('is refused by that validator with %s', async (_, part, other, found) => {
  const { text } = await get('/catalog?format=turtle').expect(200);
  const spoilt = text.replace(part, other);
  expect(spoilt).not.toBe(text);
  expect((await judgeByDcatAp(spoilt)).violations.join('\n')).toContain(found);
});

it('may be kept for a minute, is not sent again to who has it, and answers HEAD and OPTIONS', async () => {
  const { headers } = await get('/catalog').expect(200);
  expect(headers).toMatchObject({ 'cache-control': 'public, max-age=60', 'content-language': 'en, cy' });
  await get('/catalog').set('if-none-match', String(headers.etag)).expect(304);
  const head = await request(service.app.server).head('/catalog').expect(200);
  expect(head.headers.etag).toBe(headers.etag);
  expect((await request(service.app.server).options('/catalog').expect(204)).headers.allow).toContain('GET');
  expectProblem(await get('/catalog').set('accept', 'text/csv'), 'NOT_ACCEPTABLE');
});

it('gives a release as a Dataset of schema.org in the language that was asked for', async () => {
  const address = `/v1/releases/${MADE_RELEASE}/dataset.jsonld`;
  const english = JSON.parse((await get(address).expect(200)).text);
  const welsh = await get(address).set('accept-language', 'cy').expect(200);
  expect(welsh.headers).toMatchObject({
    'content-language': 'cy',
    'content-type': 'application/ld+json; charset=utf-8',
    'cache-control': 'public, max-age=86400',
  });
  expect(english.publisher).toEqual({
    '@type': 'Organization',
    name: PUBLISHER.name.en,
    url: PUBLISHER.url,
  });
  expect(JSON.parse(welsh.text).publisher.name).toBe(PUBLISHER.name.cy);
  expect(english['@id']).toBe(`${PUBLIC_URL}/v1/releases/${MADE_RELEASE}`);
  expectProblem(await get('/v1/releases/__proto__/dataset.jsonld'), 'RELEASE_NOT_FOUND');
});

it('names the publisher wherever figures are cited, and nobody where none was given', async () => {
  const cited = async (of: TestApp) => {
    const [answer, release, list, coverage, datapackage] = await Promise.all(
      [
        PEOPLE_OF_POWYS,
        `/v1/releases/${MADE_RELEASE}`,
        '/v1/releases',
        '/v1/coverage',
        `/v1/releases/${MADE_RELEASE}/datapackage.json`,
      ].map(async (address) => (await get(address, of).expect(200)).body),
    );
    return [
      answer.meta.citation,
      release.citation.en,
      list.releases[0].citation.en,
      coverage.meta.citation,
      datapackage.description,
    ];
  };
  const named = await cited(service);
  expect(named.map((text) => text.startsWith('An organisation of Wales, '))).toEqual(named.map(() => true));
  const anonymous = await cited(unnamed);
  expect(anonymous.map((text) => text.startsWith('Social Prescribing Core Dataset'))).toEqual(
    anonymous.map(() => true),
  );
  const { headers } = await get(PEOPLE_OF_POWYS).expect(200);
  expect((await get(PEOPLE_OF_POWYS, unnamed).expect(200)).headers.etag).not.toBe(headers.etag);
});
