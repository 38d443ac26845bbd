import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/archive/manifest.ts';
import type { AnswerCell } from '../../src/query/answer.ts';
import { answerOutcomes } from '../../src/query/answer-outcomes.ts';
import { answerQuestion } from '../../src/query/answer-question.ts';
import { parseOutcomeQuestion } from '../../src/query/parse-outcomes.ts';
import { parseQuestion } from '../../src/query/parse-question.ts';
import type { Parameters } from '../../src/query/question.ts';
import type { ProtectedCell } from '../../src/release/protect-cells.ts';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { type MadeArchive, makeArchive } from './made-archive.ts';
import { completeReturn, walesManifest } from './wales-manifest.ts';

const PERIOD = '2026-Q1';

/** The published figures of everyone in one area. */
function cellsOf(area: string, figures: Readonly<Record<string, number>>, measure = 'swemwbs_metric') {
  return Object.entries(figures).map(([figure, value]): ProtectedCell => {
    const isCoverage = ['n_eligible', 'n_baseline', 'n_follow_up', 'n_paired'].includes(figure);
    const selectors = {
      measure: isCoverage ? measure.replace('_metric', '').replace('_satisfaction', '') : measure,
      value_set: 'not_applicable',
      breakdown: 'all',
    };
    const table = isCoverage ? 'outcome_coverage' : 'outcomes';
    return { place: { table, selectors, period: PERIOD, area, dimensions: {} }, figure, value };
  });
}

/** The published figures of Wales with eleven to sixteen weeks between the scores. */
function splitCells(figures: Readonly<Record<string, number>>): ProtectedCell[] {
  const selectors = { measure: 'swemwbs_metric', value_set: 'not_applicable', breakdown: 'all' };
  const area = 'nation:W92000004';
  const place = {
    table: 'outcomes',
    selectors,
    period: PERIOD,
    area,
    dimensions: { interval: '11_16' },
  } as const;
  return Object.entries(figures).map(([figure, value]) => ({ place, figure, value }));
}

const WHOLE = {
  n_eligible: 200,
  n_baseline: 150,
  n_follow_up: 110,
  n_paired: 100,
  mean_baseline: 19.4,
  sd_baseline: 3.9,
  mean_follow_up: 22.1,
  sd_follow_up: 4.2,
  sd_change: 4.1,
  n_improved: 45,
  n_unchanged: 40,
  n_worse: 15,
};

const WALES = walesManifest();
const NOTE = { en: 'Foster 2021.', cy: 'Foster 2021 (cy).' };
const REASON = { en: 'The abstract gives the change alone.', cy: "Mae'r crynodeb yn rhoi'r newid yn unig." };
const returned = (reason: typeof REASON | null) => ({
  state: 'returned' as const,
  not_collected: [],
  reason_code: null,
  reason,
});
const EVIDENCE = walesManifest({
  release: 'evidence-1',
  collection: 'evidence',
  scope: ['K02000001'],
  tables: {
    outcomes: WALES.tables.outcomes,
    outcome_coverage: WALES.tables.outcome_coverage,
  } as Manifest['tables'],
  coverage: [
    completeReturn('spcd_evidence', 'K02000001', PERIOD, {
      basis_note: NOTE,
      tables: { outcome_coverage: returned(null), outcomes: returned(REASON) },
    }),
  ],
});
/** Swansea Bay says that its systems hold no SWEMWBS. */
const UNUSED = walesManifest({
  release: 'unused',
  coverage: WALES.coverage.map((item) =>
    item.organisation === '7A3'
      ? {
          ...item,
          tables: { ...item.tables, outcome_coverage: { ...returned(null), not_collected: ['swemwbs'] } },
        }
      : item,
  ),
});

let archive: MadeArchive;

beforeAll(async () => {
  const cells = [
    ...cellsOf('nation:W92000004', WHOLE),
    ...cellsOf('health_board:W11000029', { n_paired: 60, mean_change: 2.5, sd_change: 4 }),
    ...cellsOf('health_board:W11000023', { ...WHOLE, n_baseline: 105, n_improved: 95, n_worse: 10 }),
    ...cellsOf('health_board:W11000028', { n_eligible: 40, n_baseline: 30, n_paired: 25 }),
    ...cellsOf('W06000023', { n_paired: 30 }),
    ...splitCells({ n_paired: 40, mean_baseline: 18, mean_follow_up: 21.5, n_improved: 25 }),
  ];
  const published = { n_paired: 2250, mean_change: -1.8, sd_change: 1.7, n_improved: 1635 };
  archive = await makeArchive([
    { manifest: WALES, cells },
    { manifest: UNUSED, cells },
    { manifest: EVIDENCE, cells: cellsOf('K02000001', published, 'ucla_3') },
  ]);
});

afterAll(() => archive?.close());

const ADDRESS = { publicUrl: 'https://data.example.wales', path: '/v1/outcomes', apiVersion: '1.0.0' };

async function ask(asked: Parameters, release = WALES) {
  const question = parseOutcomeQuestion(release, { measure: 'swemwbs_metric', period: PERIOD, ...asked });
  return answerOutcomes(archive.source, question, ADDRESS);
}

/** The cells of the first row, by figure. */
async function cells(asked: Parameters, release = WALES): Promise<Record<string, AnswerCell>> {
  const { figures, rows } = await ask(asked, release);
  return Object.fromEntries(figures.map(({ name }, index) => [name, rows[0]?.cells[index] as AnswerCell]));
}

const values = async (asked: Parameters, release = WALES) =>
  Object.fromEntries(Object.entries(await cells(asked, release)).map(([name, { value }]) => [name, value]));

describe('the change', () => {
  it('is the published follow-up mean less the published baseline mean', async () => {
    expect(await values({})).toMatchObject({ mean_baseline: 19.4, mean_follow_up: 22.1, mean_change: 2.7 });
  });

  it('has a 95% interval with sampling error, the noise of both means and their rounding', async () => {
    const noise = (0.35 * 28) ** 2 * WALES.disclosure.magnitude_noise_variance;
    const variance = 4.1 ** 2 / 100 + 2 * (noise / 100 ** 2 + 0.1 ** 2 / 12);
    const half = 1.959964 * Math.sqrt(variance);
    const { change_lower_95, change_upper_95 } = await values({});
    expect(change_lower_95).toBeCloseTo(2.7 - half, 1);
    expect(change_upper_95).toBeCloseTo(2.7 + half, 1);
    expect(half).toBeGreaterThan(1.96 * 0.41);
  });

  it('is the supplied one where no means were published, with the noise of one draw on the scale of changes', async () => {
    const supplied = await values({ area_code: 'W11000029' });
    expect(supplied).toMatchObject({ mean_baseline: null, mean_change: 2.5 });
    const noise = (0.35 * 56) ** 2 * WALES.disclosure.magnitude_noise_variance;
    const half = 1.959964 * Math.sqrt(4 ** 2 / 60 + noise / 60 ** 2 + 0.1 ** 2 / 12);
    expect(supplied.change_lower_95).toBeCloseTo(2.5 - half, 1);
  });

  it('has no interval without a deviation', async () => {
    expect(await values({ area_code: 'W06000023' })).toMatchObject({
      mean_change: null,
      change_lower_95: null,
      change_upper_95: null,
    });
  });
});

describe('a share', () => {
  it('is a whole per cent of published numbers', async () => {
    expect(await values({})).toMatchObject({ follow_up_rate: 67, improved_percentage: 45 });
  });

  it('is not shown of fewer than 30, nor where the part or the rest is under 10', async () => {
    expect((await cells({ area_code: 'W11000028' })).follow_up_rate).toEqual({
      value: null,
      status: 'suppressed',
    });
    expect(await cells({ area_code: 'W11000023' })).toMatchObject({
      follow_up_rate: { value: null, status: 'suppressed' },
      improved_percentage: { value: null, status: 'suppressed' },
    });
  });
});

describe('the interval of a share', () => {
  it('holds it, with sampling, noise and rounding', async () => {
    const wales = await values({});
    // 100 of 150, and 45 of 100, each with a variance of 3 + 25/12 for noise and rounding.
    expect(wales).toMatchObject({ follow_up_rate: 67, follow_up_lower_95: 57, follow_up_upper_95: 75 });
    expect(wales).toMatchObject({ improved_percentage: 45, improved_lower_95: 34, improved_upper_95: 56 });
  });

  it('is not there where the share is not', async () => {
    const board = await values({ area_code: 'W11000028' });
    expect(board).toMatchObject({ follow_up_rate: null, follow_up_lower_95: null, follow_up_upper_95: null });
  });
});

it('names the organisations whose returns the figures come from, and the services they cover', async () => {
  const { meta } = await ask({});
  expect(meta.returned_by?.map(({ organisation }) => organisation)).toContain('7A4');
  expect(meta.returned_by?.[0]).toMatchObject({ periods: [PERIOD], services: [] });
  const without = await ask({}, UNUSED);
  expect(without.meta.returned_by?.map(({ organisation }) => organisation)).not.toContain('7A3');
});

describe('a statistic that is not there', () => {
  it('was not held where enough people are shown, and may have been hidden where they are not', async () => {
    expect((await cells({ area_code: 'W11000029' })).sd_baseline).toEqual({
      value: null,
      status: 'not_available',
    });
    expect((await cells({ area_code: 'W06000023' })).sd_baseline).toEqual({
      value: null,
      status: 'suppressed',
    });
  });

  it('was not available of a board whose systems do not hold the measure', async () => {
    const board = await cells({ area_code: 'W11000031' }, UNUSED);
    expect(new Set(Object.values(board).map(({ status }) => status))).toEqual(new Set(['not_available']));
    const { meta, notes } = await ask({ area_code: 'W11000031' }, UNUSED);
    expect(meta.coverage).toMatchObject([{ organisation: '7A3', state: 'not_collected' }]);
    expect(notes.find(({ id }) => id === 'returned_by')?.text.en).not.toContain('Swansea Bay');
    const other = await cells({ area_code: 'W11000031', measure: 'ons4_satisfaction' }, UNUSED);
    expect(other.n_paired).toEqual({ value: null, status: 'suppressed' });
    expect((await cells({}, UNUSED)).n_paired).toEqual({ value: 100, status: 'partial' });
  });
});

it('says of a published evaluation what it published, and gives its words on the rest as notes', async () => {
  expect(await cells({ measure: 'ucla_3' }, EVIDENCE)).toMatchObject({
    n_eligible: { value: null, status: 'not_available' },
    n_baseline: { value: null, status: 'not_available' },
    n_paired: { value: 2250, status: 'ok' },
    follow_up_rate: { value: null, status: 'not_available' },
    mean_baseline: { value: null, status: 'not_available' },
    mean_change: { value: -1.8, status: 'ok' },
    n_improved: { value: 1635, status: 'ok' },
    improved_percentage: { value: 73, status: 'ok' },
  });
  const { notes, meta, warnings } = await ask({ measure: 'ucla_3' }, EVIDENCE);
  expect(notes.slice(0, 3).map(({ id, text }) => [id, text])).toEqual([
    ['evidence', expect.anything()],
    [`basis_${PERIOD}`, NOTE],
    [`not_published_${PERIOD}`, REASON],
  ]);
  expect(notes.map(({ id }) => id)).not.toContain('returned_by');
  expect(meta.coverage).toEqual([]);
  expect(warnings).toEqual([]);
});

it('names the measure, the caveats and the organisations behind the figures, and asks the same again', async () => {
  const { meta, notes, columns, rows } = await ask({ by: 'area_code' });
  expect(meta.question).toEqual({
    measure: 'swemwbs_metric',
    value_set: 'not_applicable',
    breakdown: 'all',
    by: 'area_code.health_board',
    period: PERIOD,
  });
  expect(columns.map(({ name }) => name)).toEqual(['period', 'area_code']);
  expect(rows).toHaveLength(9);
  expect(notes.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['before_and_after', 'attrition', 'returned_by']),
  );
  expect(notes.find(({ id }) => id === 'returned_by')?.text.cy).toContain('Powys');
});

it('gives of several evaluations the words of those whose period is asked', async () => {
  const other = completeReturn('spcd_evidence', 'K02000001', '2025-Q4', {
    basis_note: { en: 'Another.', cy: 'Un arall.' },
  });
  const both = walesManifest({ ...EVIDENCE, coverage: [other, ...EVIDENCE.coverage] });
  const { notes } = await ask({ measure: 'ucla_3' }, both);
  expect(notes.map(({ id }) => id).filter((id) => /basis|not_published/.test(id))).toEqual([
    `basis_${PERIOD}`,
    `not_published_${PERIOD}`,
  ]);
});

it('says not_available of a figure that every return of the period names as not collected', async () => {
  const lacking = (item: (typeof WALES.coverage)[number]) => ({
    ...item,
    tables: { ...item.tables, outcomes: { ...returned(REASON), not_collected: ['n_worse'] } },
  });
  const all = walesManifest({ coverage: WALES.coverage.map(lacking) });
  const board = { area_code: 'W11000030' };
  expect(await cells(board, all)).toMatchObject({
    n_worse: { value: null, status: 'not_available' },
    n_improved: { value: null, status: 'suppressed' },
  });
  const some = walesManifest({
    coverage: WALES.coverage.map((item, index) => (index % 2 ? lacking(item) : item)),
  });
  expect(await cells(board, some)).toMatchObject({ n_worse: { value: null, status: 'suppressed' } });
});

it('gives the reason of each board asked about that holds less, once, under its name', async () => {
  const coverage = WALES.coverage.map((item) =>
    ['7A7', '7A4'].includes(item.organisation)
      ? { ...item, tables: { ...item.tables, outcomes: { ...returned(null), reason_code: 'new_service' } } }
      : item,
  );
  const release = walesManifest({ coverage });
  const reasons = async (asked: Parameters) =>
    (await ask(asked, release)).notes.flatMap(({ id, text }) =>
      id.startsWith('not_published') ? text.en : [],
    );
  expect(await reasons({ period: '2025-26' })).toEqual([
    'Powys Teaching Health Board: New service',
    'Cardiff and Vale University Health Board: New service',
  ]);
  expect(await reasons({ area_code: 'W06000023' })).toEqual(['Powys Teaching Health Board: New service']);
  expect(await reasons({ area_code: 'W11000031' })).toEqual([]);
});

it('warns that a release publishes nothing of a measure, and offers one that it has', async () => {
  const tables = { ...WALES.tables };
  const held = { selectors: { measure: ['swemwbs_metric'] } };
  for (const table of ['outcomes', 'outcome_coverage'] as const) {
    tables[table] = { quarters: [PERIOD], financial_years: [], ...held };
  }
  const { warnings } = await ask({ measure: 'ucla_3' }, walesManifest({ tables }));
  expect(warnings).toMatchObject([
    { id: 'nothing_published', text: { en: expect.stringContaining('ucla_3') } },
  ]);
  expect(Object.fromEntries(new URLSearchParams(warnings[0]?.nearest))).toMatchObject({
    measure: 'swemwbs_metric',
  });
});

it('says that the United Kingdom stands apart from the levels of area', async () => {
  const { columns } = await ask({ measure: 'ucla_3' }, EVIDENCE);
  expect(columns[1]).toMatchObject({ name: 'area_code', level: 'apart' });
  expect((await ask({})).columns[1]).toMatchObject({ level: 'nation' });
});

it('says that nobody returned outcomes where nobody did', async () => {
  const coverage = WALES.coverage.map(({ tables: { profiles }, ...item }) => ({
    ...item,
    tables: { profiles },
  }));
  const { notes, rows } = await ask(
    { area_code: 'W11000030' },
    walesManifest({ coverage } as Partial<Manifest>),
  );
  expect(notes.find(({ id }) => id === 'returned_by')?.text.en).toContain('No organisation');
  expect(new Set(rows[0]?.cells.map(({ status }) => status))).toEqual(new Set(['no_return']));
});

it('keeps the measures of one instrument apart, over the same people', async () => {
  const question = parseOutcomeQuestion(WALES, { measure: 'ons4_happy', period: PERIOD });
  expect(question.coverage?.selectors.measure).toBe('ons4');
  expect(question.outcomes.selectors.measure).toBe('ons4_happy');
  expect(() => parseOutcomeQuestion(WALES, { measure: 'ons4', period: PERIOD })).toThrow('no such measure');
});

describe('by the weeks between two scores', () => {
  it('gives what people with both scores have, and says that the others are not counted so', async () => {
    const asked = { interval: '11_16' };
    expect(await cells(asked)).toMatchObject({
      n_eligible: { value: null, status: 'not_applicable' },
      follow_up_rate: { value: null, status: 'not_applicable' },
      n_paired: { value: 40, status: 'ok' },
      mean_change: { value: 3.5, status: 'ok' },
      n_improved: { value: 25, status: 'ok' },
    });
    const { notes, meta } = await ask(asked);
    expect(notes.map(({ id }) => id)).toContain('coverage_not_split');
    expect(parseOutcomeQuestion(WALES, meta.question).outcomes.dimensions).toMatchObject([
      { field: { name: 'interval' }, named: ['11_16'] },
    ]);
  });

  it('has a row for each interval, or each way of completing', async () => {
    for (const name of ['interval', 'completion_mode'] as const) {
      const { rows, columns } = await ask({ by: name });
      expect(columns.map((column) => column.name)).toEqual(['period', 'area_code', name]);
      expect(rows.length).toBeGreaterThan(CODE_LISTS[name].codes.length);
    }
  });

  it('gives counts one at a time too, the same numbers, with what to know of before and after', async () => {
    const count = async (figure: string) => {
      const asked = {
        measure: 'swemwbs_metric',
        breakdown: 'all',
        period: PERIOD,
        interval: '11_16',
        figure,
      };
      const question = parseQuestion(WALES, 'outcomes', asked);
      return answerQuestion(archive.source, question, { ...ADDRESS, path: '/v1/data/outcomes' });
    };
    expect((await count('n_paired')).rows[0]?.cells).toEqual([{ value: 40, status: 'ok' }]);
    const improved = await count('n_improved');
    expect(improved.rows[0]?.cells).toEqual([{ value: 25, status: 'ok' }]);
    expect(improved.notes.map(({ id }) => id)).toContain('before_and_after');
  });
});
