import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceError } from '../../src/errors.ts';
import { flatTableOf } from '../../src/formats/flat-table.ts';
import { writeCsv } from '../../src/formats/write-csv.ts';
import { writeJson } from '../../src/formats/write-json.ts';
import { INDICATOR_CSV_EXAMPLE, INDICATOR_EXAMPLE } from '../../src/http/public/indicator-example.ts';
import type { AnswerCell } from '../../src/query/answer.ts';
import { answerIndicator } from '../../src/query/answer-indicator.ts';
import { answerQuestion } from '../../src/query/answer-question.ts';
import { parseIndicatorValues } from '../../src/query/parse-indicator.ts';
import { parseQuestion } from '../../src/query/parse-question.ts';
import type { Parameters } from '../../src/query/question.ts';
import { INDICATOR_IDS, INDICATORS, type IndicatorId } from '../../src/standard/generated/indicators.ts';
import type { TableName } from '../../src/standard/generated/tables.ts';
import { INDICATOR_CELLS, QUARTER } from './indicator-cells.ts';
import { type MadeArchive, makeArchive } from './made-archive.ts';
import { walesManifest } from './wales-manifest.ts';

const WALES = walesManifest({ release: 'synthetic-2026-q2-1', collection: 'synthetic' });
/** Cardiff and Vale did not send the quarter asked. */
const WITHOUT_CARDIFF = walesManifest({
  release: 'without-cardiff',
  coverage: WALES.coverage.filter(({ organisation, period }) => organisation !== '7A4' || period !== QUARTER),
});

let archive: MadeArchive;

beforeAll(async () => {
  archive = await makeArchive(
    [WALES, WITHOUT_CARDIFF].map((manifest) => ({ manifest, cells: INDICATOR_CELLS })),
  );
});

afterAll(() => archive?.close());

const address = (id: string) => ({
  publicUrl: 'https://spcd.example',
  path: `/v1/indicators/${id}/values`,
  apiVersion: '1.0.0',
});

async function ask(id: IndicatorId, asked: Parameters = {}, release = WALES) {
  const given = { period: QUARTER, ...asked };
  return answerIndicator(archive.source, parseIndicatorValues(release, INDICATORS[id], given), address(id));
}

type Figure = 'value' | 'lower_95' | 'upper_95' | 'numerator' | 'denominator';

interface Row extends Partial<Record<Figure, AnswerCell>> {
  readonly codes: readonly string[];
  readonly reason: string | null;
}

/** The rows of an answer: the codes of each, its figures by name, and the reason. */
async function rows(id: IndicatorId, asked: Parameters = {}, release = WALES): Promise<Row[]> {
  const { figures, rows: answered } = await ask(id, asked, release);
  return answered.map(({ labels, cells, attributes }) => ({
    codes: labels.map(({ code }) => code),
    reason: attributes?.[0]?.code ?? null,
    ...Object.fromEntries(figures.map(({ name }, index) => [name, cells[index]])),
  }));
}

const ok = (value: number) => ({ value, status: 'ok' });
const NONE = { value: null, status: 'not_available' };

describe('an indicator that is a count', () => {
  it('is the published number, with an interval of noise and rounding', async () => {
    expect(await rows('people_reached')).toEqual([
      {
        codes: [QUARTER, 'W92000004'],
        reason: null,
        value: ok(4650),
        lower_95: ok(4645),
        upper_95: ok(4655),
        numerator: ok(4650),
      },
    ]);
  });

  it('counts people for the first time this year where a year is asked', async () => {
    const [year] = await rows('people_reached', { period: '2025-26' });
    expect(year).toMatchObject({ codes: ['2025-26', 'W92000004'], value: ok(18_500) });
  });

  it('has a reason where its number is not shown', async () => {
    const [row] = await rows('people_reached', { area_code: 'W11000031' });
    expect(row).toMatchObject({
      reason: 'numerator_not_shown',
      value: NONE,
      lower_95: NONE,
      numerator: { value: null, status: 'suppressed' },
    });
  });
});

describe('an indicator that is a share', () => {
  it('is a whole per cent of published numbers, with an interval of chance, noise and rounding', async () => {
    const [row] = await rows('first_contact_within_28_days');
    expect(row).toMatchObject({
      value: ok(72),
      lower_95: ok(67),
      upper_95: ok(76),
      numerator: ok(360),
      denominator: ok(500),
    });
  });

  it('of connections has the noise of three a person in a quarter and of six in a year', async () => {
    const [quarter] = await rows('accompanied_share');
    expect(quarter).toMatchObject({ value: ok(30), lower_95: ok(23), upper_95: ok(38) });
    const [year] = await rows('accompanied_share', { period: '2025-26' });
    expect(year).toMatchObject({ value: ok(60), lower_95: ok(53), upper_95: ok(67) });
    const { notes } = await ask('accompanied_share');
    expect(notes.map(({ id }) => id)).toContain('several_connections');
  });

  it('has one value for each route, in one whole', async () => {
    const routes = await rows('share_by_route');
    const shown = routes.filter(({ value }) => value?.value !== null);
    expect(shown.map(({ codes, value }) => [codes[2], value?.value])).toEqual([
      ['primary_care', 67],
      ['secondary_care', 17],
    ]);
    expect(routes.length).toBeGreaterThan(4);
    const unshown = routes.find(({ value }) => value?.value === null);
    expect(unshown).toMatchObject({ reason: 'numerator_not_shown', denominator: ok(600) });
  });

  it('is told by what both of its parts are told by, each part in its own whole', async () => {
    const fifths = await rows('accompanied_share', {
      by: 'deprivation_quintile',
      deprivation_index: 'wimd_2019',
    });
    expect(fifths.slice(0, 2)).toMatchObject([
      { codes: [QUARTER, 'W92000004', 'q1'], value: ok(50), numerator: ok(60), denominator: ok(120) },
      { codes: [QUARTER, 'W92000004', 'q2'], value: ok(33), numerator: ok(30), denominator: ok(90) },
    ]);
  });

  it('has a reason where the whole, the part or the rest is too small, or not shown', async () => {
    const boards = await rows('plan_agreed', { by: 'area_code.health_board' });
    const reasonOf = Object.fromEntries(boards.map(({ codes, reason }) => [codes[1], reason]));
    expect(reasonOf).toMatchObject({
      W11000023: null,
      W11000024: 'whole_too_small',
      W11000025: 'rest_too_small',
      W11000028: 'denominator_not_shown',
      W11000029: 'numerator_not_shown',
    });
  });

  it('is of the measure that the asker names', async () => {
    const [row] = await rows('paired_follow_up_rate', { measure: 'swemwbs_metric' });
    expect(row).toMatchObject({ value: ok(67), numerator: ok(100), denominator: ok(150) });
    const { meta } = await ask('paired_follow_up_rate', { measure: 'swemwbs_metric' });
    expect(meta.question).toMatchObject({ measure: 'swemwbs', period: QUARTER });
  });

  it('is partial where returns of the area are missing, and says whose', async () => {
    const [row] = await rows('first_contact_within_28_days', {}, WITHOUT_CARDIFF);
    expect(row).toMatchObject({
      reason: null,
      value: { value: 72, status: 'partial' },
      lower_95: { value: 67, status: 'partial' },
      denominator: { value: 500, status: 'partial' },
    });
    const { warnings, meta } = await ask('first_contact_within_28_days', {}, WITHOUT_CARDIFF);
    expect(warnings.map(({ id }) => id)).toEqual(['incomplete']);
    expect(meta.coverage).toMatchObject([{ organisation: '7A4', period: QUARTER, state: 'no_return' }]);
  });
});

const periodOf = (id: IndicatorId) =>
  INDICATORS[id].period_levels.includes('quarter') ? QUARTER : '2025-26';
const chosen = (id: IndicatorId): Parameters =>
  INDICATORS[id].numerator.question.choose.length > 0 ? { measure: 'swemwbs_metric' } : {};

describe.each(INDICATOR_IDS)('%s', (id) => {
  it('has the numbers that /v1/data gives to the questions the indicator names', async () => {
    const { numerator, denominator } = INDICATORS[id];
    const period = periodOf(id);
    const answered = await ask(id, { period, by: 'area_code.health_board', ...chosen(id) });
    for (const [name, part] of [
      ['numerator', numerator],
      ['denominator', denominator],
    ] as const) {
      if (part === null) continue;
      const { table, selectors, filters, by, figures } = part.question;
      const question = parseQuestion(WALES, table as TableName, {
        ...chosen(id),
        ...selectors,
        ...filters,
        figure: figures.quarter,
        by: ['area_code.health_board', ...by].join(','),
        period,
      });
      const data = await answerQuestion(archive.source, question, address(id));
      const index = answered.figures.findIndex((figure) => figure.name === name);
      const areas = new Map(data.rows.map(({ labels, cells }) => [keyOf(labels, by.length > 0), cells[0]]));
      for (const row of answered.rows) {
        expect(row.cells[index]).toEqual(areas.get(keyOf(row.labels, by.length > 0)));
      }
    }
  });

  it('is asked again by its permalink', async () => {
    const asked = { period: periodOf(id), by: 'area_code.health_board', ...chosen(id) };
    const { meta } = await ask(id, asked);
    const again = Object.fromEntries(new URL(meta.permalink).searchParams);
    expect(again.release).toBe(WALES.release);
    expect(await ask(id, again)).toEqual(await ask(id, asked));
  });

  it('holds every value within its interval', async () => {
    const answered = await rows(id, { period: periodOf(id), by: 'area_code.health_board', ...chosen(id) });
    for (const { value, lower_95: lower, upper_95: upper, reason } of answered) {
      expect(reason === null).toBe(value?.value !== null);
      if (value?.value == null) continue;
      expect(lower?.value).toBeLessThanOrEqual(value.value);
      expect(upper?.value).toBeGreaterThanOrEqual(value.value);
    }
  });
});

/** Period and area, and the third dimension where the part has one. */
function keyOf(labels: readonly { readonly code: string }[], hasThird: boolean): string {
  return labels
    .slice(0, hasThird ? 3 : 2)
    .map(({ code }) => code)
    .join();
}

describe('a question that an indicator has no answer to', () => {
  const refusalOf = (id: IndicatorId, asked: Parameters) => {
    try {
      parseIndicatorValues(WALES, INDICATORS[id], asked);
    } catch (error) {
      if (error instanceof ServiceError)
        return { code: error.code, detail: error.detail, ...error.errors[0] };
      throw error;
    }
    throw new Error('The question was not refused');
  };

  it.each([
    ['plan_agreed', { period: '2025-26' }, 'period'],
    ['plan_agreed', { period: QUARTER, by: 'stage' }, 'by'],
    ['share_by_route', { period: QUARTER, by: 'referral_source' }, 'by'],
    ['people_reached', { period: QUARTER, by: '__proto__' }, 'by'],
    ['people_reached', { period: QUARTER, measure: 'swemwbs_metric' }, 'measure'],
    ['people_reached', { period: '2031-Q1' }, 'period'],
    ['people_reached', { period: QUARTER, area_code: 'W99' }, 'area_code'],
    ['paired_follow_up_rate', { period: QUARTER, measure: 'shoe_size' }, 'measure'],
  ] as const)('%s %o is refused, naming %s and the nearest that has one', (id, asked, parameter) => {
    const refusal = refusalOf(id, asked);
    expect(refusal).toMatchObject({ code: 'QUESTION_NOT_IN_LATTICE', parameter });
    expect(refusal.detail.cy).not.toBe(refusal.detail.en);
    const nearest = Object.fromEntries(new URLSearchParams(refusal.nearest));
    expect(() => parseIndicatorValues(WALES, INDICATORS[id], nearest)).not.toThrow();
  });

  it('must name its period, and its measure where that is left to choose', () => {
    expect(refusalOf('people_reached', {})).toMatchObject({ code: 'PARAMETER_MISSING', parameter: 'period' });
    expect(refusalOf('paired_follow_up_rate', { period: QUARTER })).toMatchObject({
      code: 'PARAMETER_MISSING',
      parameter: 'measure',
    });
  });
});

it('is the example of the documentation', async () => {
  const answer = await ask('first_contact_within_28_days');
  expect(JSON.parse(writeJson(answer, { language: 'en', labels: 'en' }))).toEqual(INDICATOR_EXAMPLE);
  expect(writeCsv(flatTableOf(answer, { language: 'en', labels: 'codes' }))).toBe(INDICATOR_CSV_EXAMPLE);
});
