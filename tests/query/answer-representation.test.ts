import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceError } from '../../src/errors.ts';
import { flatTableOf } from '../../src/formats/flat-table.ts';
import { writeCsv } from '../../src/formats/write-csv.ts';
import { writeJson } from '../../src/formats/write-json.ts';
import {
  REPRESENTATION_CSV_EXAMPLE,
  REPRESENTATION_EXAMPLE,
} from '../../src/http/public/representation-example.ts';
import type { Answer, AnswerCell } from '../../src/query/answer.ts';
import { answerQuestion } from '../../src/query/answer-question.ts';
import { answerRepresentation } from '../../src/query/answer-representation.ts';
import { parseQuestion } from '../../src/query/parse-question.ts';
import { parseRepresentation } from '../../src/query/parse-representation.ts';
import type { Parameters } from '../../src/query/question.ts';
import { COMPARED_CELLS, YEAR } from './compared-wales.ts';
import { type MadeArchive, makeArchive } from './made-archive.ts';
import { walesManifest } from './wales-manifest.ts';

const WALES = walesManifest({ release: 'synthetic-2026-q2-1', collection: 'synthetic' });
/** Cardiff and Vale did not send the third quarter. */
const PART_YEAR = walesManifest({
  release: 'part-year',
  coverage: WALES.coverage.filter(
    ({ organisation, period }) => organisation !== '7A4' || period !== '2025-Q4',
  ),
});
/** In the third quarter, it counted fifths with another index. */
const TWO_INDICES = walesManifest({
  release: 'two-indices',
  coverage: WALES.coverage.map((item) =>
    item.organisation === '7A4' && item.period === '2025-Q4'
      ? { ...item, deprivation_index: 'wimd_2025' }
      : item,
  ),
});
const RELEASES = [WALES, PART_YEAR, TWO_INDICES];

let archive: MadeArchive;

beforeAll(async () => {
  archive = await makeArchive(RELEASES.map((manifest) => ({ manifest, cells: COMPARED_CELLS })));
});

afterAll(() => archive?.close());

const ADDRESS = { publicUrl: 'https://spcd.example', path: '/v1/representation', apiVersion: '1.0.0' };
const ETHNIC = { characteristic: 'ethnic_group', area_code: 'W11000029', period: YEAR };

async function ask(asked: Parameters, release = WALES): Promise<Answer> {
  return answerRepresentation(archive.source, parseRepresentation(release, asked), ADDRESS);
}

interface Row {
  readonly [figure: string]: AnswerCell | string | null;
}

/** Rows by category, each with its figures and what is said of it. */
async function rows(asked: Parameters, release = WALES): Promise<Record<string, Row>> {
  const { figures, attributes = [], rows: answered } = await ask(asked, release);
  return Object.fromEntries(
    answered.map(({ labels, cells, attributes: said = [] }) => [
      labels[2]?.code,
      Object.fromEntries([
        ...figures.map(({ name }, index) => [name, cells[index]]),
        ...attributes.map(({ name }, index) => [name, said[index]?.code ?? null]),
      ]),
    ]),
  );
}

const ok = (value: number) => ({ value, status: 'ok' });
const refusalOf = (asked: Parameters, release = WALES) => {
  try {
    parseRepresentation(release, asked);
  } catch (error) {
    if (error instanceof ServiceError) return { code: error.code, detail: error.detail, ...error.errors[0] };
    throw error;
  }
  throw new Error('The question was not refused');
};

describe('the people of a board', () => {
  it('are compared with its residents by five ethnic groups', async () => {
    const groups = await rows(ETHNIC);
    expect(Object.keys(groups)).toEqual(['asian', 'black', 'mixed', 'white', 'other']);
    expect(groups.asian).toEqual({
      people: ok(150),
      people_outside: { value: null, status: 'not_applicable' },
      residents: ok(37_790),
      share_of_reached: ok(5),
      share_of_residents: ok(7.6),
      ratio: ok(0.66),
      ratio_lower_95: ok(0.56),
      ratio_upper_95: ok(0.78),
      rate_per_1000: ok(4),
      blanks_percentage: ok(5),
      outside_percentage: { value: null, status: 'not_applicable' },
      reading: 'under',
      reason: null,
    });
    expect(groups.white).toMatchObject({ ratio: ok(1.06), reading: 'over', reason: null });
  });

  it('are compared by bands with everyone of 65 and over in one, and the ages of the residents', async () => {
    const bands = await rows({ ...ETHNIC, characteristic: 'age_band' });
    expect(Object.keys(bands)).toEqual(['0_15', '16_24', '25_34', '35_49', '50_64', '65_plus']);
    expect(bands['65_plus']).toMatchObject({ people: ok(1050), residents: ok(81_495), reading: 'over' });
    // Ninety of 3,150 are of an age between 16 and 64 of which no more is known.
    expect(bands['0_15']).toMatchObject({ blanks_percentage: ok(3), reading: 'under' });
    const groups = await rows({ ...ETHNIC, characteristic: 'age_band', level: 'age_group' });
    expect(groups['16_64']).toMatchObject({
      people: ok(1970),
      residents: ok(71_919 + 71_383 + 91_929 + 87_041),
    });
  });

  it('are compared by sex without those of another answer, of whom no residents are held', async () => {
    const sexes = await rows({ ...ETHNIC, characteristic: 'sex' });
    expect(Object.keys(sexes)).toEqual(['female', 'male']);
    expect(sexes.female).toMatchObject({ share_of_reached: ok(61), residents: ok(253_809) });
    const { notes } = await ask({ ...ETHNIC, characteristic: 'sex' });
    expect(notes.find(({ id }) => id === 'another_sex')?.text.en).toContain('Another answer');
  });

  it('are compared by the fifths of one index, and not where a return used another', async () => {
    const asked = { ...ETHNIC, characteristic: 'deprivation_quintile' };
    expect((await rows(asked)).q1).toMatchObject({
      residents: ok(121_033),
      ratio: ok(1.59),
      reading: 'over',
    });
    expect((await rows(asked, TWO_INDICES)).q1).toMatchObject({
      people: ok(1200),
      ratio: { value: null, status: 'not_available' },
      reading: null,
      reason: 'other_index',
    });
    expect((await rows(ETHNIC, TWO_INDICES)).asian).toMatchObject({ reading: 'under' });
  });

  it('have a ratio that is not read where the category of more than 20 in 100 is not known', async () => {
    expect((await rows({ ...ETHNIC, characteristic: 'disability' })).disabled).toMatchObject({
      ratio: ok(1.98),
      blanks_percentage: ok(23),
      reading: null,
      reason: 'blanks_above_20',
    });
  });

  it('have no ratio and no rate where fewer than 500 live there', async () => {
    const powys = await rows({ ...ETHNIC, area_code: 'W11000024' });
    expect(powys.black).toMatchObject({
      people: ok(10),
      residents: ok(221),
      share_of_reached: ok(1),
      ratio: { value: null, status: 'not_available' },
      rate_per_1000: { value: null, status: 'not_available' },
      reading: null,
      reason: 'few_residents',
    });
    expect(powys.asian).toMatchObject({ residents: ok(1247), reading: 'not_distinguishable' });
    expect(powys.other).toMatchObject({
      people: { value: null, status: 'suppressed' },
      share_of_reached: { value: null, status: 'suppressed' },
      reason: 'not_shown',
    });
  });

  it('are the same by the name of the board and of its only authority', async () => {
    expect(await rows({ ...ETHNIC, area_code: 'W06000023' })).toEqual(
      await rows({ ...ETHNIC, area_code: 'W11000024' }),
    );
  });

  it('have shares alone, marked as of a part of the year, where a quarter was not returned', async () => {
    const { asian } = await rows(ETHNIC, PART_YEAR);
    expect(asian).toMatchObject({
      people: { value: 150, status: 'partial' },
      share_of_reached: { value: 5, status: 'partial' },
      share_of_residents: ok(7.6),
      ratio: { value: null, status: 'not_available' },
      ratio_lower_95: { value: null, status: 'not_available' },
      rate_per_1000: { value: null, status: 'not_available' },
      reading: null,
      reason: 'part_year',
    });
    const { warnings, meta, notes } = await ask(ETHNIC, PART_YEAR);
    expect(notes.find(({ id }) => id === 'break_missing_returns')?.text.en).toContain('2025-Q4');
    expect(warnings.map(({ id }) => id)).toEqual(['incomplete', 'part_year']);
    expect(meta.coverage).toMatchObject([{ organisation: '7A4', period: '2025-Q4', state: 'no_return' }]);
  });
});

describe('the people of a nation', () => {
  it('are compared without those who live outside, whose number and share are given', async () => {
    const { asian, black } = await rows({ characteristic: 'ethnic_group', period: YEAR });
    // 390 of 17,605 reached, beside 89,032 of 3,107,513 residents.
    expect(asian).toMatchObject({
      people: ok(410),
      people_outside: ok(20),
      residents: ok(89_032),
      ratio: ok(0.77),
      rate_per_1000: ok(4.4),
      outside_percentage: ok(2),
    });
    // Nobody or too few of this group to show live outside: up to 14, which widens the interval.
    expect(black).toMatchObject({ people: ok(165), people_outside: { value: null, status: 'suppressed' } });
    const half = 1.959964 * Math.sqrt((1 - 165 / 17_605) / 165 + (5.0833 + 14 ** 2 / 3) / 165 ** 2);
    expect((black?.ratio_upper_95 as AnswerCell | undefined)?.value).toBeCloseTo(1.057 * Math.exp(half), 1);
  });
});

it('gives the number of people that /v1/data gives', async () => {
  const question = parseQuestion(WALES, 'characteristics', {
    population: 'supported',
    characteristic: 'ethnic_group',
    by: 'area_code.health_board,category.group',
    period: YEAR,
  });
  const data = await answerQuestion(archive.source, question, {
    ...ADDRESS,
    path: '/v1/data/characteristics',
  });
  const published = new Map(
    data.rows.map(({ labels, cells }) => [labels.map(({ code }) => code).join(), cells[0]]),
  );
  const answered = await ask({ ...ETHNIC, area_code: undefined, by: 'area_code.health_board' });
  expect(answered.rows).toHaveLength(7 * 5);
  for (const { labels, cells } of answered.rows) {
    expect(cells[0]).toEqual(published.get(labels.map(({ code }) => code).join()));
  }
});

it('is asked again by its permalink', async () => {
  const { meta } = await ask({ ...ETHNIC, level: 'two_groups' });
  const again = Object.fromEntries(new URL(meta.permalink).searchParams);
  expect(again).toMatchObject({ level: 'two_groups', population: 'supported', release: WALES.release });
  expect(await ask(again)).toEqual(await ask({ ...ETHNIC, level: 'two_groups' }));
});

it('is the example of the documentation', async () => {
  const answer = await ask(ETHNIC);
  const form = { language: 'en', labels: 'en' } as const;
  expect(JSON.parse(writeJson(answer, form))).toEqual(REPRESENTATION_EXAMPLE);
  expect(writeCsv(flatTableOf(answer, { language: 'en', labels: 'codes' }))).toBe(REPRESENTATION_CSV_EXAMPLE);
});

describe('what has no residents to be compared with', () => {
  it.each([
    [{ characteristic: 'religion' }, 'characteristic', 'religion'],
    [{ characteristic: '__proto__' }, 'characteristic', '__proto__'],
    [{ level: 'category' }, 'level', 'category'],
    [{ characteristic: 'disability', level: 'code' }, 'level', 'code'],
    [
      { characteristic: 'deprivation_quintile', deprivation_index: 'wimd_2025' },
      'deprivation_index',
      'wimd_2025',
    ],
    [{ area_code: 'W06000015' }, 'area_code', 'Cardiff'],
    [{ area_code: 'outside_area' }, 'area_code', 'outside'],
    [{ area_code: undefined, by: 'area_code.local_authority' }, 'area_code', 'ethnic_group'],
    [{ population: 'connected' }, 'population', 'supported or those referred'],
    [{ period: '2026-Q1' }, 'period', 'whole financial year'],
    [{ by: 'sex' }, 'by', 'area_code and period'],
  ])('is refused by name: %o', (asked, parameter, named) => {
    const refusal = refusalOf({ ...ETHNIC, ...asked });
    expect(refusal).toMatchObject({ code: 'QUESTION_NOT_IN_LATTICE', parameter });
    expect(refusal.detail.en).toContain(named);
    expect(refusal.detail.cy).not.toBe(refusal.detail.en);
    const nearest = Object.fromEntries(new URLSearchParams(refusal.nearest));
    expect(() => parseRepresentation(WALES, nearest)).not.toThrow();
  });

  it('is missing where nothing is said of it', () => {
    expect(refusalOf({ period: YEAR })).toMatchObject({
      code: 'PARAMETER_MISSING',
      parameter: 'characteristic',
      nearest: `period=${YEAR}&characteristic=ethnic_group`,
    });
    expect(refusalOf({ characteristic: 'sex' })).toMatchObject({
      code: 'PARAMETER_MISSING',
      parameter: 'period',
      nearest: `characteristic=sex&period=${YEAR}`,
    });
  });

  it('offers no year where a release has none', () => {
    const manifest = walesManifest({
      tables: { profiles: { quarters: ['2026-Q1'], financial_years: [], selectors: {} } },
    });
    const refusal = refusalOf({ characteristic: 'sex', period: '2026-Q1' }, manifest);
    expect(refusal).toMatchObject({ parameter: 'period', choices: [] });
    expect(refusal.nearest).toBeUndefined();
  });
});
