import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/query/answer-question.ts';
import { parseQuestion } from '../../src/query/parse-question.ts';
import type { Parameters } from '../../src/query/question.ts';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import type { TableName } from '../../src/standard/generated/tables.ts';
import { type MadeArchive, makeArchive, peopleCell } from './made-archive.ts';
import { walesManifest } from './wales-manifest.ts';

const NATION = 'nation:W92000004';
const CARDIFF = 'health_board:W11000029';

const FULL = walesManifest({ release: 'full' });
const EMPTY = walesManifest({ release: 'empty' });
/** Hywel Dda sent nothing, Betsi Cadwaladr left Wrexham out, and Powys does not ask about religion. */
const GAPS = walesManifest({
  release: 'gaps',
  coverage: FULL.coverage.flatMap((item) => {
    if (item.period !== '2026-Q1') return item;
    if (item.organisation === '7A2') return [];
    const areas = ['W06000001', 'W06000002', 'W06000003', 'W06000004', 'W06000005'];
    if (item.organisation === '7A1') {
      const areas_complete = Object.fromEntries(Object.keys(item.tables).map((table) => [table, areas]));
      return { ...item, areas_complete };
    }
    if (item.organisation !== '7A7') return item;
    const characteristics = {
      state: 'returned' as const,
      not_collected: ['religion'],
      reason_code: null,
      reason: null,
    };
    return { ...item, tables: { ...item.tables, characteristics } };
  }),
});

/** Women and men of every board, and every age group of Wales. */
const SHOWN = walesManifest({ release: 'shown' });
const SHOWN_CELLS = [
  ...['W11000023', 'W11000025', 'W11000028', 'W11000029', 'W11000030', 'W11000031'].flatMap((board) =>
    ['female', 'male'].map((sex) => peopleCell(40, `health_board:${board}`, { sex })),
  ),
  ...CODE_LISTS.age_band.codes.map(({ code }) => peopleCell(50, NATION, { age_band: code })),
];

const CELLS = [
  peopleCell(1200, NATION),
  peopleCell(300, CARDIFF),
  peopleCell(240, 'W06000015'),
  peopleCell(90, 'W06000023'),
  peopleCell(180, CARDIFF, { sex: 'female' }),
  peopleCell(35, CARDIFF, { sex: 'female', age_band: 'age_group:65_plus' }),
  peopleCell(25, CARDIFF, { age_band: '0_15' }),
  peopleCell(55, CARDIFF, { deprivation_quintile: 'q1' }, { index: 'wimd_2019' }),
  peopleCell(20, CARDIFF, { deprivation_quintile: 'q1' }, { index: 'wimd_2025' }),
  peopleCell(700, NATION, {}, { population: 'referred' }),
  peopleCell(310, CARDIFF, {}, { period: '2026-Q2' }),
  peopleCell(2000, CARDIFF, {}, { period: '2025-26' }),
];

let archive: MadeArchive;

beforeAll(async () => {
  archive = await makeArchive([
    { manifest: FULL, cells: CELLS },
    { manifest: EMPTY, cells: [] },
    { manifest: GAPS, cells: CELLS },
    { manifest: SHOWN, cells: SHOWN_CELLS },
  ]);
});

afterAll(() => archive?.close());

const ADDRESS = { publicUrl: 'https://data.example.wales', path: '/v1/data/profiles', apiVersion: '1.0.0' };

async function ask(asked: Parameters, release = FULL, table: TableName = 'profiles') {
  return answerQuestion(archive.source, parseQuestion(release, table, asked), ADDRESS);
}

/** The codes of each row, with its value and status. */
async function rowsOf(asked: Parameters, release = FULL, table: TableName = 'profiles') {
  const { rows } = await ask({ population: 'supported', period: '2026-Q1', ...asked }, release, table);
  return rows.map(({ labels, cells }) => [
    ...labels.map(({ code }) => code),
    cells[0]?.value,
    cells[0]?.status,
  ]);
}

describe('an answer', () => {
  it('has a row for every category, in list order, whatever the release holds', async () => {
    const asked = { by: 'area_code,age_band,sex', population: 'supported', period: '2026-Q1' };
    const [full, empty] = [await ask(asked), await ask(asked, EMPTY)];
    const labels = (answer: typeof full) => answer.rows.map((row) => row.labels.map(({ code }) => code));
    expect(labels(empty)).toEqual(labels(full));
    const boards = [...new Set(labels(full).map(([, area]) => area))];
    expect(boards).toEqual([
      'W11000023',
      'W11000024',
      'W11000025',
      'W11000028',
      'W11000029',
      'W11000030',
      'W11000031',
      'outside_area',
      'not_known:W92000004',
    ]);
    const sexes = [
      ...CODE_LISTS.sex.codes.map(({ code }) => code),
      'not_stated',
      'not_known',
      'not_collected',
    ];
    expect(
      labels(full)
        .slice(0, sexes.length)
        .map(([, , , sex]) => sex),
    ).toEqual(sexes);
    expect(empty.rows.flatMap((row) => row.cells)).toEqual(
      empty.rows.map(() => ({ value: null, status: 'suppressed' })),
    );
  });

  it('shows what is published, and says suppressed of what is not', async () => {
    expect(await rowsOf({ area_code: 'W11000029', by: 'sex' })).toEqual([
      ['2026-Q1', 'W11000029', 'female', 180, 'ok'],
      ['2026-Q1', 'W11000029', 'male', null, 'suppressed'],
      ['2026-Q1', 'W11000029', 'another', null, 'suppressed'],
      ['2026-Q1', 'W11000029', 'not_stated', null, 'suppressed'],
      ['2026-Q1', 'W11000029', 'not_known', null, 'suppressed'],
      ['2026-Q1', 'W11000029', 'not_collected', null, 'suppressed'],
    ]);
  });

  it('means the nation where no area is named', async () => {
    expect(await rowsOf({})).toEqual([['2026-Q1', 'W92000004', 1200, 'ok']]);
  });

  it('reads the figure, population, index and period that are asked, and no other', async () => {
    expect(await rowsOf({ population: 'referred' })).toEqual([['2026-Q1', 'W92000004', 700, 'ok']]);
    expect(await rowsOf({ population: 'connected' })).toEqual([['2026-Q1', 'W92000004', null, 'suppressed']]);
    const fifth = { area_code: 'W11000029', deprivation_quintile: 'q1' };
    expect((await rowsOf({ ...fifth, deprivation_index: 'wimd_2019' })).flat()).toContain(55);
    expect((await rowsOf({ ...fifth, deprivation_index: 'wimd_2025' })).flat()).toContain(20);
    expect((await rowsOf({ ...fifth, deprivation_index: 'imd_2019' })).flat()).toContain('suppressed');
    expect(await rowsOf({ area_code: 'W11000029', period: '2025-26' })).toEqual([
      ['2025-26', 'W11000029', 2000, 'ok'],
    ]);
    expect(await rowsOf({ area_code: 'W11000029', by: 'period', period: '2026-Q2,2026-Q1' })).toEqual([
      ['2026-Q1', 'W11000029', 300, 'ok'],
      ['2026-Q2', 'W11000029', 310, 'ok'],
    ]);
  });

  it.each<[string, Parameters[]]>([
    ['Powys as a board and as an authority', [{ area_code: 'W11000024' }, { area_code: 'W06000023' }]],
    [
      'under 16 as a group and as a band',
      [
        { area_code: 'W11000029', age_band: 'under_16' },
        { area_code: 'W11000029', age_band: '0_15' },
        { area_code: 'W11000029', age_band: 'band:0_15' },
      ],
    ],
    [
      'a level in front of a code, or none',
      [
        { area_code: 'health_board:W11000029', age_band: 'age_group:65_plus', sex: 'female' },
        { age_band: '65_plus', sex: 'code:female', area_code: 'W11000029', figure: 'people' },
      ],
    ],
  ])('gives the same figures for %s', async (_, spellings) => {
    const values = await Promise.all(spellings.map(async (asked) => (await rowsOf(asked))[0]?.slice(-2)));
    expect(values[0]?.[0]).toEqual(expect.any(Number));
    expect(new Set(values.map(String)).size).toBe(1);
  });
});

describe('what the returns cover', () => {
  it('makes the figures of an area without its return no_return, and of part of an area partial', async () => {
    expect(await rowsOf({ by: 'area_code' }, GAPS)).toMatchObject([
      ['2026-Q1', 'W11000023', null, 'partial'],
      ['2026-Q1', 'W11000024', 90, 'ok'],
      ['2026-Q1', 'W11000025', null, 'no_return'],
      ['2026-Q1', 'W11000028', null, 'suppressed'],
      ['2026-Q1', 'W11000029', 300, 'ok'],
      ['2026-Q1', 'W11000030', null, 'suppressed'],
      ['2026-Q1', 'W11000031', null, 'suppressed'],
      ['2026-Q1', 'outside_area', null, 'partial'],
      ['2026-Q1', 'not_known:W92000004', null, 'partial'],
    ]);
    const authorities = await rowsOf({ by: 'area_code.local_authority', area_code: 'W11000023' }, GAPS);
    expect(authorities.map(([, area, , status]) => [area, status])).toEqual([
      ...['W06000001', 'W06000002', 'W06000003', 'W06000004', 'W06000005'].map((area) => [
        area,
        'suppressed',
      ]),
      ['W06000006', 'partial'],
      ['not_known:W11000023', 'partial'],
    ]);
  });

  it('shows the nation’s figure, with a warning and the names of those who are missing', async () => {
    const { rows, warnings, meta } = await ask({ population: 'supported', period: '2026-Q1' }, GAPS);
    expect(rows[0]?.cells).toEqual([{ value: 1200, status: 'partial' }]);
    expect(warnings.map(({ id }) => id)).toEqual(['incomplete']);
    expect(meta.coverage.map(({ organisation, state }) => [organisation, state])).toEqual([
      ['7A1', 'partial'],
      ['7A2', 'no_return'],
    ]);
    expect(meta.coverage[1]?.title.en).toBe('Hywel Dda University Health Board');
  });

  it('makes a financial year partial when one of its quarters is', async () => {
    expect(await rowsOf({ area_code: 'W11000025', period: '2025-26' }, GAPS)).toMatchObject([
      ['2025-26', 'W11000025', null, 'partial'],
    ]);
    expect(
      (await ask({ population: 'supported', period: '2025-26', area_code: 'W11000029' }, GAPS)).warnings,
    ).toEqual([]);
  });

  it('says not_available where a return came but does not hold what is asked', async () => {
    const religion = { characteristic: 'religion', category: 'not_stated', by: 'area_code' };
    const rows = await rowsOf(religion, GAPS, 'characteristics');
    expect(rows.find(([, area]) => area === 'W11000024')?.at(-1)).toBe('not_available');
    expect(rows.find(([, area]) => area === 'W11000029')?.at(-1)).toBe('suppressed');
    const asked = { population: 'supported', period: '2026-Q1', ...religion, area_code: 'W11000024' };
    const { meta, warnings } = await ask(asked, GAPS, 'characteristics');
    expect(meta.coverage).toMatchObject([{ organisation: '7A7', state: 'not_collected' }]);
    expect(warnings.map(({ id }) => id)).toEqual(['incomplete']);
    const others = { characteristic: 'ethnic_group', category: 'white', area_code: 'W11000024' };
    expect((await rowsOf(others, GAPS, 'characteristics'))[0]?.at(-1)).toBe('suppressed');
  });

  it('never reads a gap from a figure: with the same statements, the same statuses', async () => {
    const asked = { by: 'area_code', population: 'supported', period: '2026-Q1' };
    const gapless = walesManifest({ release: 'empty', coverage: GAPS.coverage });
    const statuses = (answer: Awaited<ReturnType<typeof ask>>) =>
      answer.rows.map(({ cells }) => cells[0]?.status.replace(/ok|suppressed/, 'covered'));
    expect(statuses(await ask(asked, gapless))).toEqual(statuses(await ask(asked, GAPS)));
  });

  it('takes codes that exclude each other by definition for not applicable', async () => {
    const asked = { characteristic: 'employment_status', by: 'age_group,category', area_code: 'W11000029' };
    const rows = await rowsOf(asked, FULL, 'characteristics');
    const status = (age: string, category: string) =>
      rows.find((row) => row[2] === age && row[3] === category)?.at(-1);
    expect(status('under_16', 'working')).toBe('not_applicable');
    expect(status('16_64', 'not_applicable')).toBe('not_applicable');
    expect(status('16_64', 'working')).toBe('suppressed');
  });
});

describe('a sparse answer', () => {
  const warned = async (asked: Parameters, release = FULL, table: TableName = 'profiles') => {
    const { warnings } = await ask({ population: 'supported', period: '2026-Q1', ...asked }, release, table);
    const [warning] = warnings;
    return { ...warning, question: Object.fromEntries(new URLSearchParams(warning?.nearest)) };
  };

  it('offers areas one level up where they show half of their cells', async () => {
    const { id, question, nearest, nearest_url } = await warned(
      { by: 'area_code.local_authority,sex' },
      SHOWN,
    );
    expect(id).toBe('mostly_suppressed');
    expect(question).toMatchObject({ population: 'supported', release: 'shown' });
    expect(parseQuestion(SHOWN, 'profiles', question).area.level.id).toBe('health_board');
    expect(nearest_url).toBe(`https://data.example.wales/v1/data/profiles?${nearest}`);
  });

  it('goes further where one level up shows no more, and keeps what else was asked', async () => {
    const { question } = await warned({ by: 'area_code.local_authority,age_band.band' }, SHOWN);
    const { area, dimensions } = parseQuestion(SHOWN, 'profiles', question);
    expect([area.level.id, dimensions.map(({ level }) => level.id)]).toEqual(['nation', ['band']]);
  });

  it('offers the financial year where that shows what a quarter does not', async () => {
    const { question } = await warned({ area_code: 'W11000029', period: '2025-Q4' });
    expect(question).toMatchObject({
      period: '2025-26',
      figure: 'people_first_in_year',
      area_code: 'W11000029',
    });
  });

  it('offers a question only if its published cells show more, and says so where none does', async () => {
    const { id, nearest, nearest_url, text } = await warned({ by: 'area_code.local_authority,sex' }, EMPTY);
    expect([id, nearest, nearest_url]).toEqual(['mostly_suppressed', undefined, undefined]);
    expect(text?.en).toContain('None of the broader questions');
  });

  it('never offers another quarter, which is another question', async () => {
    const { nearest } = await warned(
      { population: undefined, basis: 'event', stage: 'open_at_end', area_code: 'W11000029' },
      FULL,
      'pathway',
    );
    expect(nearest).toBeUndefined();
  });

  it('names selectors that are published where the ones asked are not, together or alone', async () => {
    const { id, text, question } = await warned({ population: 'connected' });
    expect([id, question.population]).toEqual(['nothing_published', 'referred']);
    expect(text?.en).toContain('nothing for population=connected');
  });

  it('leaves blanks out of the judgement, and says nothing where most is shown', async () => {
    const { warnings } = await ask({
      population: 'supported',
      period: '2026-Q1',
      area_code: 'W11000029,W06000023,W06000011,not_known:W11000029',
    });
    expect(warnings).toEqual([]);
  });
});

it('says what was understood, how to ask it again, how to cite it and how it was protected', async () => {
  const { meta, notes } = await ask({
    population: 'supported',
    period: '2026-Q1',
    by: 'sex',
    area_code: 'W11000029',
  });
  expect(meta).toMatchObject({
    release: 'full',
    collection: 'returns',
    standard_status: 'candidate',
    versions: { api: '1.0.0', standard: '1.0', data: 'full' },
    table: 'profiles',
    question: { population: 'supported', by: 'sex.code', area_code: 'W11000029', figure: 'people' },
    disclosure: { threshold: 10, rounding: 5, additive: false, cells: 6, cells_suppressed: 5 },
  });
  expect(meta.permalink).toBe(
    'https://data.example.wales/v1/data/profiles?population=supported&figure=people&by=sex.code&period=2026-Q1&area_code=W11000029&release=full',
  );
  expect(meta.citation.en).toContain('full');
  expect(notes.map(({ id }) => id)).toContain('noise');
});

it('adds the note of an invented collection before all others', async () => {
  const { notes } = await ask(
    { population: 'supported', period: '2026-Q1' },
    walesManifest({ release: 'empty', collection: 'synthetic' }),
  );
  expect(notes[0]?.id).toBe('synthetic');
});

it('answers no question with cells of another, whatever is typed', async () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      "' OR '1'='1",
      "W92000004') UNION SELECT * FROM cells --",
      "\\'; ATTACH '/etc/passwd'; --",
      '%',
      '_',
    ),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  const names = ['population', 'period', 'area_code', 'sex', 'age_band', 'deprivation_index', 'figure', 'by'];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), hostile, async (name, text) => {
      const asked = { population: 'connected', period: '2026-Q1', [name]: text };
      const answer = await ask(asked).catch((error: Error) => error);
      if (answer instanceof Error) expect(answer.name).toBe('ServiceError');
      else expect(answer.rows.flatMap(({ cells }) => cells.map(({ value }) => value ?? 0))).toEqual([0]);
    }),
    { numRuns: 200 },
  );
});
