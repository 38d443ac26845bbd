import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, buildApp } from '../../src/http/app.ts';
import { createLog } from '../../src/http/log.ts';
import { TABLE_NAMES } from '../../src/standard/generated/tables.ts';
import { IN_PROCESS } from '../../src/validation/validate-in-process.ts';
import { type MadeArchive, makeArchive, peopleCell } from '../query/made-archive.ts';
import { walesManifest } from '../query/wales-manifest.ts';
import { PUBLIC_URL } from './start-app.ts';
import { answerStrictly } from './strict-answers.ts';

const WHOLE = walesManifest({ release: 'whole' });
/** Published before the other, and holding one table. */
const NARROW = walesManifest({
  release: 'narrow',
  published_at: '2026-05-01T10:00:00Z',
  tables: { needs: WHOLE.tables.needs } as typeof WHOLE.tables,
});

/** Of whom only the nation is shown. */
const SPARSE = walesManifest({ release: 'sparse', published_at: '2026-04-01T10:00:00Z' });

let archive: MadeArchive;
let app: App;

beforeAll(async () => {
  archive = await makeArchive([
    { manifest: WHOLE, cells: [peopleCell(1200, 'nation:W92000004')] },
    {
      manifest: SPARSE,
      cells: ['male', 'female'].flatMap((sex) => [
        peopleCell(1200, 'nation:W92000004'),
        peopleCell(2400, 'nation:W92000004', { sex }, { period: '2025-26' }),
      ]),
    },
    { manifest: NARROW, cells: [] },
  ]);
  app = await buildApp({
    publicUrl: PUBLIC_URL,
    source: archive.source,
    validation: IN_PROCESS,
    submitter: null,
    readiness: [],
    log: createLog('silent', { write: () => undefined }),
  });
  answerStrictly(app);
  await app.ready();
});

afterAll(async () => {
  await app?.close();
  await archive?.close();
});

const get = (address: string) => request(app.server).get(address);
const SUPPORTED = '/v1/data/profiles?population=supported&period=2026-Q1';

describe('a refusal offers the whole address of a question that is answered', () => {
  it.each<[string, string, number, RegExp]>([
    [
      'a release that there is not',
      `${SUPPORTED}&release=nope`,
      404,
      /profiles\?population=supported&period/,
    ],
    ['a table that there is not', '/v1/data/profile?period=2026-Q1', 404, /data\/profiles\?.*population=/],
    ['a table like no other', '/v1/data/x', 404, /data\/profiles\?/],
    ['a table that the release does not hold', `${SUPPORTED}&release=narrow`, 400, /data\/needs\?.*narrow/],
    ['a name that there is not', '/v1/data/profiles?populaton=connected&period=2026-Q1', 400, /=connected/],
    ['a name like no other', `${SUPPORTED}&postcode=CF10`, 400, /period=2026-Q1$/],
    ['a parameter twice', `${SUPPORTED}&sex=male&population=referred`, 400, /=supported.*sex=male$/],
    ['another form', `${SUPPORTED}&format=xls&labels=cy`, 400, /period=2026-Q1&labels=cy$/],
    ['a code of more than 2,000 letters', `${SUPPORTED}&sex=${'x'.repeat(2_001)}`, 400, /period=2026-Q1$/],
    ['a code that there is not', `${SUPPORTED}&sex=females`, 400, /sex=female$/],
    ['nothing at all', '/v1/data/characteristics', 400, /data\/characteristics\?/],
    ['no measure', '/v1/outcomes?period=2026-Q1', 400, /outcomes\?.*measure=/],
    ['a measure under a name that there is not', '/v1/outcomes?mesure=ucla_3&period=2026-Q1', 400, /=ucla_3/],
    [
      'nothing to compare with',
      '/v1/representation?characteristic=religion&period=2025-26',
      400,
      /=ethnic_group/,
    ],
    [
      'a population under a name that there is not',
      '/v1/representation?populaton=x',
      400,
      /representation\?/,
    ],
    ['a quarter to compare', '/v1/representation?characteristic=sex&period=2026-Q1', 400, /period=2025-26/],
    [
      'an indicator without a period',
      '/v1/indicators/people_reached/values',
      400,
      /people_reached\/values\?/,
    ],
    [
      'an indicator by what it is not told by',
      '/v1/indicators/connected/values?by=shoe',
      400,
      /connected\/values\?/,
    ],
    [
      'an indicator that there is not',
      '/v1/indicators/people_reachd/values',
      404,
      /people_reached\/values\?/,
    ],
    ['metadata of no question', '/v1/data/profiles/csvw?population=x', 400, /data\/profiles\?/],
    ['dimensions of no release', '/v1/data/profiles/dimensions?release=nope', 404, /dimensions$/],
  ])('%s', async (_, address, status, expected) => {
    const { body } = await get(address).expect(status);
    const [{ nearest_url: nearest }] = body.errors;
    expect(nearest).toMatch(expected);
    expect(nearest.startsWith(`${PUBLIC_URL}/v1/`)).toBe(true);
    await get(nearest.slice(PUBLIC_URL.length)).expect(200);
  });
});

it('offers JSON to who accepts nothing that we have', async () => {
  const { body } = await get(SUPPORTED).set({ accept: 'image/png' }).expect(406);
  expect(body.errors[0].choices).toContain('text/csv');
  const nearest = body.errors[0].nearest_url as string;
  expect(nearest).toMatch(/population=supported&period=2026-Q1&format=json$/);
  await get(nearest.slice(PUBLIC_URL.length)).set({ accept: 'image/png' }).expect(200);
});

interface Cell {
  readonly value: number | null;
}

it('is asked under selectors that the release publishes something for', async () => {
  const { body } = await get('/v1/data/profiles?period=2026-Q1').expect(400);
  const nearest = await get(body.errors[0].nearest_url.slice(PUBLIC_URL.length)).expect(200);
  expect(nearest.body.rows[0].value).toBe(1200);
});

it.each([
  [
    'representation',
    '/v1/representation?characteristic=sex&period=2025-26&by=area_code.health_board&release=sparse',
  ],
  [
    'an indicator',
    '/v1/indicators/people_reached/values?period=2026-Q1&by=area_code.health_board&release=sparse',
  ],
])('has one in the warning of a sparse answer about %s that shows more', async (_, address) => {
  const shownIn = (body: { rows: { numerator?: Cell; people?: Cell }[] }) =>
    body.rows.filter((row) => (row.numerator ?? row.people)?.value != null).length / body.rows.length;
  const { body } = await get(address).expect(200);
  const warning = body.warnings.find(({ id }: { id: string }) => id === 'mostly_suppressed');
  const nearest = await get(warning.nearest_url.slice(PUBLIC_URL.length)).expect(200);
  expect(shownIn(nearest.body)).toBeGreaterThan(shownIn(body));
});

it('has one in a warning too', async () => {
  const { body } = await get('/v1/data/profiles?population=connected&period=2026-Q1').expect(200);
  const [{ id, nearest_url: nearest }] = body.warnings;
  expect(id).toBe('nothing_published');
  expect((await get(nearest.slice(PUBLIC_URL.length)).expect(200)).body.rows[0].value).toBe(1200);
});

describe('the dimensions of a table', () => {
  it('say which selectors, periods and codes have published cells, and no other', async () => {
    const { body } = await get('/v1/data/profiles/dimensions').expect(200);
    expect(body.availability).toEqual({
      combinations: [{ selectors: { population: 'supported' }, periods: ['2026-Q1'] }],
      codes: [{ dimension: 'area_code', when: {}, codes: ['nation:W92000004'] }],
    });
  });

  it.each(TABLE_NAMES)('give a question about %s that is answered', async (table) => {
    const { body } = await get(`/v1/data/${table}/dimensions`).expect(200);
    await get(body.example.slice(PUBLIC_URL.length)).expect(200);
  });

  it('give none of a table that the release does not hold', async () => {
    const { body } = await get('/v1/data/profiles/dimensions?release=narrow').expect(200);
    expect([body.example, body.availability.codes]).toEqual([null, []]);
  });
});
