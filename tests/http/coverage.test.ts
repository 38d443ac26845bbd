import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { type CellSource, openCellSource } from '../../src/query/cell-source.ts';
import { exampleRow } from '../../src/standard/rules/example-rows.ts';
import { saveOrganisations } from '../../src/store/organisations-repository.ts';
import { peopleIn, smallReturn, TWO_SERVICES } from '../release/small-return.ts';
import { PLANTED_WORD, plantWords } from '../support/plant-words.ts';
import { openReleaseHouse, type ReleaseHouse } from '../support/published-wales.ts';
import { expectProblem } from './expect-problem.ts';
import { PUBLIC_URL, startApp, type TestApp } from './start-app.ts';

const RELEASE = 'returns-2026-q2-1';
const PATH = '/v1/coverage';

/** More providers than offers, which may be told of, and one kind of person only, which may not. */
const POWYS = plantWords(
  smallReturn('7A7', '2026-Q2', [], {
    tables: {
      profiles: peopleIn({ W06000023: 487 }),
      assets: [
        exampleRow('assets', {
          area_code: 'W06000023',
          providers: 4,
          offers: 3,
          offers_in_welsh: null,
          offers_free: null,
          offers_quality_marked: null,
          offers_online: null,
          offers_reachable_by_public_transport: null,
          offers_step_free: null,
          offers_co_designed: null,
          offers_funded_beyond_12_months: null,
          offers_open_to_self_referral: null,
          offers_with_waiting_list: null,
        }),
      ],
    },
  }),
);

let house: ReleaseHouse;
let source: CellSource;
let service: TestApp;
let confirmed: string[];

beforeAll(async () => {
  house = await openReleaseHouse(TWO_SERVICES);
  await saveOrganisations(house.open.db, [
    { code: '7A7', obligation: 'core', tables: ['profiles', 'pathway', 'assets'], valid_from: '2024-04-01' },
    { code: '7A4', obligation: 'core', tables: ['profiles'], valid_from: '2024-04-01' },
    { code: '7A3', obligation: 'full', valid_from: '2027-04-01' },
  ]);
  await house.accept([POWYS]);
  // The words of a submitter stand beside its reasons; a colleague's route writes them.
  await house.open.pool.query(
    `update submissions set confirmations =
       (select jsonb_agg(each || jsonb_build_object('words', $1::text)) from jsonb_array_elements(confirmations) each)`,
    [PLANTED_WORD],
  );
  const { rows } = await house.open.pool.query<{ rule: string }>(
    `select jsonb_array_elements(confirmations) ->> 'rule' as rule from submissions`,
  );
  confirmed = rows.map(({ rule }) => rule);
  await house.build(RELEASE);
  await house.publish(RELEASE);
  source = openCellSource(openArchive(house.archiveDir));
  service = await startApp({ source });
}, 120_000);

afterAll(async () => {
  await service?.close();
  await source?.close();
  await house?.close();
});

const get = (address: string) => request(service.app.server).get(address);

describe('who returned what', () => {
  it('is told of what came, and of what was due and did not come', async () => {
    const { body } = await get(`${PATH}?release=${RELEASE}&labels=codes`).expect(200);
    const brief = body.rows.map((row: Record<string, unknown>) => [row.organisation, row.table, row.state]);
    expect(brief).toEqual([
      ['7A4', 'profiles', 'no_return'],
      ['7A7', 'profiles', 'returned'],
      ['7A7', 'pathway', 'no_return'],
      ['7A7', 'assets', 'returned'],
    ]);
    expect(body.rows[1]).toEqual({
      organisation: '7A7',
      period: '2026-Q2',
      table: 'profiles',
      state: 'returned',
      obligation: 'core',
      expected: true,
      areas_complete: POWYS.coverage.areas_complete,
      not_collected: [],
      reason_code: null,
      reason: null,
      figures_status: 'final',
      notes: [],
    });
    expect(body.meta).toMatchObject({
      release: RELEASE,
      question: {},
      permalink: `${PUBLIC_URL}${PATH}?release=${RELEASE}`,
    });
  });

  it('has confirmations of rules that tell nothing hidden, and of no other', async () => {
    expect(confirmed).toEqual(
      expect.arrayContaining(['providers-not-above-offers', 'one-code-does-not-hold-everything']),
    );
    const { body } = await get(`${PATH}?table=assets&lang=cy`).expect(200);
    expect(body.rows[0].notes).toEqual([
      {
        rule: 'providers-not-above-offers',
        reason_code: 'checked_and_correct',
        reason_code_label: "Gwiriwyd yn erbyn y ffynhonnell; mae'r ffigurau'n gywir",
      },
    ]);
    expect(body.rows[0].table_label).not.toBe('Assets');
    const { text } = await get(PATH).expect(200);
    expect(text).not.toContain('one-code-does-not-hold-everything');
  });

  it('is in the release itself and beside the figures', async () => {
    const { body: release } = await get(`/v1/releases/${RELEASE}`).expect(200);
    expect(release.notes).toHaveLength(1);
    expect(release.expected.map(({ organisation }: { organisation: string }) => organisation)).toEqual([
      '7A4',
      '7A7',
    ]);
    const { body } = await get('/v1/data/assets?period=2026-Q2&area_code=W06000023&by=activity_type');
    expect(body.notes.map(({ id }: { id: string }) => id)).toContain('confirmed_7A7_assets');
  });

  it('never has the words of a submitter, nor a count', async () => {
    for (const address of [PATH, `${PATH}?format=csv`, `/v1/releases/${RELEASE}`]) {
      const { text } = await get(address).expect(200);
      expect(text).not.toContain(PLANTED_WORD);
      // A digest of a file may hold any three digits.
      if (address.startsWith(PATH)) expect(text).not.toContain('487');
    }
  });

  it('comes as CSV, a line for each organisation, period and table', async () => {
    const { text, headers } = await get(`${PATH}?format=csv&organisation=7A7`).expect(200);
    const [header, first, , third, end, ...rest] = text.split('\r\n');
    expect(header).toBe(
      'release,collection,organisation,organisation_label,period,table,table_label,state,obligation,expected,areas_complete,not_collected,reason_code,reason_code_label,reason,figures_status,notes',
    );
    expect(first).toContain(
      `${RELEASE},returns,7A7,Powys Teaching Health Board,2026-Q2,profiles,Profiles,returned`,
    );
    expect(third).toMatch(/,providers-not-above-offers: checked_and_correct$/);
    expect([end, rest]).toEqual(['', []]);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(headers['content-disposition']).toBe(`inline; filename="${RELEASE}-coverage.csv"`);
  });

  it('may be kept for a day where the release is named, and is not sent again to who has it', async () => {
    const pinned = await get(`${PATH}?release=${RELEASE}`).expect(200);
    const latest = await get(PATH).expect(200);
    expect([pinned.headers['cache-control'], latest.headers['cache-control']]).toEqual([
      'public, max-age=86400',
      'public, max-age=60',
    ]);
    await get(PATH)
      .set('if-none-match', latest.headers.etag as string)
      .expect(304);
  });

  it('refuses what it does not know by name', async () => {
    const { errors } = expectProblem(await get(`${PATH}?organisation=7a7`), 'REQUEST_MALFORMED');
    expect(errors).toMatchObject([{ parameter: 'organisation', nearest: '7A7', choices: ['7A4', '7A7'] }]);
    expectProblem(await get(`${PATH}?organization=7A7`), 'PARAMETER_UNKNOWN');
    expectProblem(await get(`${PATH}?release=none`), 'RELEASE_NOT_FOUND');
  });
});
