import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReturnCoverage } from '../../src/archive/manifest.ts';
import { answerQuestion } from '../../src/query/answer-question.ts';
import { breaksOfRelease } from '../../src/query/breaks.ts';
import { figuresStatus, releaseStatus, statusesOf } from '../../src/query/figures-status.ts';
import { parseQuestion } from '../../src/query/parse-question.ts';
import type { TableName } from '../../src/standard/generated/tables.ts';
import { type MadeArchive, makeArchive } from './made-archive.ts';
import { walesManifest } from './wales-manifest.ts';

const FULL = walesManifest({ release: 'full' });
const POWYS = '7A7';

/** The whole of Wales, save what Powys does otherwise. */
function withPowys(release: string, otherwise: (item: ReturnCoverage) => ReturnCoverage[]) {
  const coverage = FULL.coverage.flatMap((item) => (item.organisation === POWYS ? otherwise(item) : [item]));
  return walesManifest({ release, coverage });
}

const OLD_SCHEME = withPowys('old-scheme', (item) => [{ ...item, ethnicity_scheme: 'nhs_2001' }]);
const CHANGED = withPowys('changed', (item) => [
  item.period < '2026' ? { ...item, ethnicity_scheme: 'nhs_2001', deprivation_index: 'wimd_2025' } : item,
]);
const LATE = withPowys('late', (item) => (item.period === '2026-Q2' ? [] : [item]));

let archive: MadeArchive;

beforeAll(async () => {
  const cells = ['white_irish', 'white'].flatMap((category) =>
    ['nation:W92000004', 'health_board:W11000024', 'W06000023', 'health_board:W11000029'].map((area) => ({
      place: {
        table: 'characteristics' as const,
        selectors: { population: 'supported', characteristic: 'ethnic_group' },
        period: '2026-Q1',
        area,
        dimensions: { category: category === 'white' ? 'group:white' : category },
      },
      figure: 'people',
      value: 50,
    })),
  );
  archive = await makeArchive([FULL, OLD_SCHEME, CHANGED, LATE].map((manifest) => ({ manifest, cells })));
});

afterAll(() => archive?.close());

async function ask(release: string, asked: Record<string, string>, table: TableName = 'characteristics') {
  const manifest = await archive.source.archive.find(release);
  const parameters = { population: 'supported', ...asked };
  const question = parseQuestion(manifest ?? FULL, table, parameters);
  const address = { publicUrl: 'https://data.example', path: `/v1/data/${table}`, apiVersion: '1.0.0' };
  return answerQuestion(archive.source, question, address);
}

const byEthnicGroup = (level: string, area: string, period = '2026-Q1') => ({
  characteristic: 'ethnic_group',
  by: `area_code.health_board,category.${level}`,
  area_code: area,
  period,
});

it('finds no break where all returns are alike', async () => {
  const { meta, notes } = await ask('full', byEthnicGroup('group', 'W11000024,W11000029', '2025-Q4,2026-Q1'));
  expect(meta.breaks).toEqual([]);
  expect(notes.filter(({ id }) => id.startsWith('break'))).toEqual([]);
  expect(breaksOfRelease(FULL)).toEqual([]);
});

it('names the areas that follow another ethnicity scheme, in both languages', async () => {
  const { meta, notes } = await ask('old-scheme', byEthnicGroup('group', 'W11000024,W11000029'));
  expect(meta.breaks).toEqual([
    {
      kind: 'ethnicity_scheme',
      groups: [
        { code: 'census_2021', organisations: ['7A4'], periods: ['2026-Q1'] },
        { code: 'nhs_2001', organisations: ['7A7'], periods: ['2026-Q1'] },
      ],
    },
  ]);
  const note = notes.find(({ id }) => id === 'break_ethnicity_scheme');
  expect(note?.text.en).toContain('NHS ethnic category (2001): Powys Teaching Health Board (2026-Q1).');
  expect(note?.text.cy).toContain('Categori ethnig y GIG (2001): Bwrdd Iechyd Addysgu Powys (2026-Q1).');
});

it('says so of a scheme and an index that change over time, only where a question is by them', async () => {
  const both = { area_code: 'W11000024', by: 'period', period: '2025-Q4,2026-Q1' };
  const kinds = async (asked: Record<string, string>, table?: TableName) =>
    (await ask('changed', { ...both, ...asked }, table)).meta.breaks.map(({ kind }) => kind);
  expect(await kinds({ characteristic: 'ethnic_group', by: 'period,category.group' })).toEqual([
    'ethnicity_scheme',
  ]);
  expect(await kinds({ characteristic: 'disability', by: 'period,category' })).toEqual([]);
  const fifths = { by: 'period,deprivation_quintile', deprivation_index: 'wimd_2019' };
  expect(await kinds(fifths, 'profiles')).toEqual(['deprivation_index']);
  expect(await kinds({}, 'profiles')).toEqual([]);
  expect(breaksOfRelease(CHANGED).map(({ kind }) => kind)).toEqual(['ethnicity_scheme', 'deprivation_index']);
});

it('tells of returns that are missing in some periods asked, not of those that are missing in all', async () => {
  const series = { area_code: 'W92000004', by: 'period' };
  const some = await ask('late', { ...series, period: '2026-Q1,2026-Q2' }, 'profiles');
  expect(some.meta.breaks).toEqual([
    {
      kind: 'missing_returns',
      groups: [{ code: 'no_return', organisations: [POWYS], periods: ['2026-Q2'] }],
    },
  ]);
  expect(some.notes.find(({ id }) => id === 'break_missing_returns')?.text.cy).toContain('Powys');
  expect((await ask('late', { ...series, period: '2026-Q2' }, 'profiles')).meta.breaks).toEqual([]);
});

it('answers for one scheme below the five groups, and leaves out areas of another and of several', async () => {
  const boards = await ask('old-scheme', byEthnicGroup('category', 'W11000024,W11000029'));
  const irish = boards.rows.filter(({ labels }) => labels.at(-1)?.code === 'white_irish');
  expect(irish.map(({ cells }) => cells[0])).toEqual([
    { value: null, status: 'not_available' },
    { value: 50, status: 'ok' },
  ]);
  const note = boards.notes.find(({ id }) => id === 'one_ethnicity_scheme');
  expect(note?.text.en).toContain('one scheme, Census 2021 (19 categories)');
  expect(note?.text.cy).toContain('Categori ethnig y GIG (2001)');
  const asked = { characteristic: 'ethnic_group', by: 'category.category', period: '2026-Q1' };
  const nation = await ask('old-scheme', { ...asked, area_code: 'W92000004' });
  expect(new Set(nation.rows.map(({ cells }) => cells[0]?.status))).toEqual(new Set(['not_available']));
  const powys = await ask('old-scheme', { ...asked, area_code: 'W11000024' });
  expect(powys.rows.some(({ cells }) => cells[0]?.value === 50)).toBe(true);
  expect(powys.notes.map(({ id }) => id)).not.toContain('one_ethnicity_scheme');
});

it('gives groups of all areas together, whatever their schemes', async () => {
  const { rows } = await ask('old-scheme', byEthnicGroup('group', 'W11000024,W11000029'));
  const white = rows.filter(({ labels }) => labels.at(-1)?.code === 'white');
  expect(white.map(({ cells }) => cells[0]?.value)).toEqual([50, 50]);
});

it('is as settled as the least settled return behind a table and period', async () => {
  const early = withPowys('early', (item) => [
    item.period === '2026-Q1' ? { ...item, figures_status: 'provisional' } : item,
  ]);
  expect(figuresStatus(early, 'profiles', '2026-Q1')).toBe('provisional');
  expect(figuresStatus(early, 'profiles', '2025-Q4')).toBe('final');
  expect(figuresStatus(early, 'profiles', '2025-26')).toBe('provisional');
  expect(figuresStatus(early, 'profiles', '2031-Q1')).toBeNull();
  expect(statusesOf(early).profiles).toMatchObject({ '2026-Q1': 'provisional', '2026-Q2': 'final' });
  expect([releaseStatus(early), releaseStatus(FULL)]).toEqual(['provisional', 'final']);
  const { meta } = await ask(
    'full',
    { period: '2025-Q4,2026-Q1', area_code: 'W92000004', by: 'period' },
    'profiles',
  );
  expect(meta.figures_status).toEqual([
    { period: '2025-Q4', status: 'final' },
    { period: '2026-Q1', status: 'final' },
  ]);
});
