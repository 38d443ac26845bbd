import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import type { Manifest } from '../../src/archive/manifest.ts';
import { ServiceError } from '../../src/errors.ts';
import { answerQuestion } from '../../src/query/answer-question.ts';
import { type CellSource, openCellSource } from '../../src/query/cell-source.ts';
import { describeDimensions } from '../../src/query/describe-dimensions.ts';
import { parseQuestion } from '../../src/query/parse-question.ts';
import type { Parameters } from '../../src/query/question.ts';
import type {
  AreasCode,
  DeprivationIndexCode,
  OrganisationsCode,
} from '../../src/standard/generated/code-lists.ts';
import type { Return, Service } from '../../src/standard/generated/types.ts';
import { validateReturn } from '../../src/standard/validate-return.ts';
import { openReleaseHouse, type ReleaseHouse } from '../support/published-wales.ts';
import { peopleIn, smallReturn } from './small-return.ts';

interface Sender {
  readonly submitter: OrganisationsCode;
  readonly deprivation_index: DeprivationIndexCode;
  readonly complete: readonly AreasCode[];
  readonly people: Readonly<Partial<Record<AreasCode, number>>>;
}

/** One organisation of each nation, and one that closed the day after the quarter. */
const SENDERS: readonly Sender[] = [
  { submitter: '7A7', deprivation_index: 'wimd_2019', complete: ['W06000023'], people: { W06000023: 100 } },
  { submitter: 'QOX', deprivation_index: 'imd_2025', complete: ['E54000040'], people: { E54000040: 200 } },
  { submitter: 'QNQ', deprivation_index: 'imd_2025', complete: ['E54000034'], people: { E54000034: 80 } },
  {
    submitter: 'S08000019',
    deprivation_index: 'simd_2020',
    complete: ['S08000019'],
    people: { S37000005: 70, S37000013: 60, S08000019: 50 },
  },
  {
    submitter: 'S08000016',
    deprivation_index: 'simd_2020',
    complete: ['S37000025'],
    people: { S08000016: 90 },
  },
  {
    submitter: 'BHSCT',
    deprivation_index: 'nimdm_2017',
    complete: ['BHSCT'],
    people: { BHSCT: 120, outside_area: 40 },
  },
];

const serviceOf = ({ submitter, complete }: Sender): Service => ({
  id: `links-${submitter.toLowerCase()}`,
  name: { en: `Links ${submitter}`, cy: `Cysylltiadau ${submitter}` },
  submitter,
  areas: [...complete] as Service['areas'],
  valid_from: '2024-04-01',
});

function returnOf(sender: Sender, period: string): Return {
  const { submitter, deprivation_index, complete, people } = sender;
  return smallReturn('7A7', period, peopleIn(people as Record<string, number>), {
    submitter,
    deprivation_index,
    coverage: { services_included: [serviceOf(sender).id], areas_complete: [...complete] },
  });
}

let house: ReleaseHouse;
let source: CellSource;
let manifest: Manifest;

beforeAll(async () => {
  house = await openReleaseHouse(SENDERS.map(serviceOf));
  await house.accept(SENDERS.map((sender) => returnOf(sender, '2026-Q1')));
  await house.build('returns-2026-q1-1');
  manifest = await house.publish('returns-2026-q1-1');
  source = openCellSource(openArchive(house.archiveDir));
}, 60_000);

afterAll(async () => {
  await source?.close();
  await house?.close();
});

const ADDRESS = { publicUrl: 'https://data.example.org', path: '/v1/data/profiles', apiVersion: '1.0.0' };
const SUPPORTED = { population: 'supported', figure: 'people', period: '2026-Q1' };

async function ask(asked: Parameters) {
  return answerQuestion(source, parseQuestion(manifest, 'profiles', { ...SUPPORTED, ...asked }), ADDRESS);
}

async function rowsOf(
  asked: Parameters,
): Promise<(readonly [string, number | null | undefined, string | undefined])[]> {
  const { rows } = await ask(asked);
  return rows.map(({ labels, cells }) => [labels[1]?.code ?? '', cells[0]?.value, cells[0]?.status]);
}

/** Noise is at most 5, and rounding adds at most two and a half. */
function near(count: number) {
  return expect.toSatisfy((shown: unknown) => typeof shown === 'number' && Math.abs(shown - count) <= 7);
}

function refusalOf(asked: Parameters): ServiceError {
  try {
    parseQuestion(manifest, 'profiles', { ...SUPPORTED, ...asked });
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
  throw new Error('The question was not refused');
}

it.each(SENDERS)('finds no fault in a return of $submitter', (sender) => {
  const bytes = new TextEncoder().encode(JSON.stringify(returnOf(sender, '2026-Q1')));
  const { report } = validateReturn(bytes, { format: 'json' });
  expect(report.findings.filter(({ tier }) => tier === 'error')).toEqual([]);
});

describe('a release of four nations', () => {
  it('speaks of each nation that sent', () => {
    expect(manifest.scope).toEqual(['E92000001', 'N92000002', 'S92000003', 'W92000004']);
  });

  it('answers by nation', async () => {
    expect(await rowsOf({ by: 'area_code.nation' })).toEqual([
      ['E92000001', near(280), 'partial'],
      ['N92000002', near(160), 'partial'],
      ['S92000003', near(270), 'partial'],
      ['W92000004', near(100), 'partial'],
    ]);
  });

  it('answers by board: health boards, integrated care boards and trusts of the quarter', async () => {
    const rows = await rowsOf({ by: 'area_code.health_board' });
    const codes = rows.map(([code]) => code);
    expect(codes.filter((code) => code.startsWith('E54'))).toHaveLength(42);
    expect(codes.filter((code) => code.startsWith('S08'))).toHaveLength(14);
    expect(codes.filter((code) => code.endsWith('HSCT'))).toHaveLength(5);
    expect(rows).toEqual(
      expect.arrayContaining([
        ['W11000024', near(100), 'ok'],
        ['E54000040', near(200), 'ok'],
        ['E54000034', near(80), 'ok'],
        ['S08000019', near(180), 'ok'],
        ['S08000016', near(90), 'ok'],
        ['BHSCT', near(120), 'ok'],
        ['E54000008', null, 'no_return'],
        ['outside_area', near(40), 'partial'],
      ]),
    );
  });

  it('answers by authority: those of Wales and the partnerships of Scotland, and no board among them', async () => {
    const rows = await rowsOf({ by: 'area_code.local_authority' });
    const codes = rows.map(([code]) => code);
    expect(codes.filter((code) => /^(not_known:)?(E|.*HSCT|N92)/.test(code))).toEqual([]);
    expect(codes.filter((code) => code.startsWith('W06'))).toHaveLength(22);
    expect(codes.filter((code) => code.startsWith('S37'))).toHaveLength(31);
    expect(rows).toEqual(
      expect.arrayContaining([
        ['W06000023', near(100), 'ok'],
        ['S37000005', near(70), 'ok'],
        ['S37000013', near(60), 'ok'],
        ['S37000025', near(90), 'ok'],
        ['not_known:S08000019', near(50), 'ok'],
      ]),
    );
  });

  it('asks which nation is meant, and takes none of them for granted', () => {
    expect(refusalOf({}).errors[0]).toMatchObject({ choices: manifest.scope });
  });

  it('refuses the authorities of a nation that has none, and offers its boards', () => {
    const { errors } = refusalOf({ area_code: 'E92000001', by: 'area_code.local_authority' });
    expect(errors[0]?.nearest).toContain('area_code=E92000001');
    expect(errors[0]?.nearest).not.toContain('local_authority');
  });

  it('names a board by its code, as a board', async () => {
    expect(await rowsOf({ area_code: 'E54000040' })).toEqual([['E54000040', near(200), 'ok']]);
    expect((await ask({ area_code: 'BHSCT' })).columns[1]).toMatchObject({ level: 'health_board' });
  });

  it('misses the boards of the quarter, not those that came later, nor partnerships that never sent', async () => {
    const { meta } = await ask({ by: 'area_code.nation' });
    const missed = meta.coverage.map(({ organisation }) => organisation);
    expect(missed).toEqual(expect.arrayContaining(['QMM', 'QRL', 'S08000020', 'NHSCT', '7A1']));
    for (const organisation of ['QOX', 'QNQ', 'S1Y5D', 'S08000019', 'S37000013', 'S37000001', 'BHSCT']) {
      expect(missed).not.toContain(organisation);
    }
  });

  it('offers no level of area that nothing of the release stands at', () => {
    const levelsOf = (scope: readonly string[]) =>
      describeDimensions({ ...manifest, scope: [...scope] }, 'profiles')
        .dimensions.find(({ name }) => name === 'area_code')
        ?.choices[0]?.levels.map(({ id }) => id);
    expect(levelsOf(manifest.scope)).toEqual(['nation', 'health_board', 'local_authority']);
    expect(levelsOf(['E92000001'])).toEqual(['nation', 'health_board']);
  });
});
