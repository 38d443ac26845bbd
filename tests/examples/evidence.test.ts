import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OutcomesRow, Return } from '../../src/standard/generated/types.ts';
import { poolFixedEffect, poolRandomEffects } from '../../src/standard/measures/pool-effects.ts';
import { type Group, poolGroups } from '../../src/standard/measures/pool-groups.ts';
import { validateReturn } from '../../src/standard/validate-return.ts';

const FOLDER = 'examples/evidence';

const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.json'));
const readJson = async (name: string) => JSON.parse(await readFile(join(FOLDER, name), 'utf8'));

type MycawMeasure = 'mycaw_concern_1' | 'mycaw_concern_2' | 'mycaw_wellbeing';

/** The figures of the paper as it prints them. */
interface Mycaw {
  readonly centres: readonly (Record<MycawMeasure, { readonly mean: number; readonly sd: number }> & {
    readonly n: number;
  })[];
}

const mycaw: Mycaw = await readJson('published/paterson-2007.json');
const ucla = await readJson('published/foster-2021.json');

function outcomesOf(document: Return): readonly OutcomesRow[] {
  return document.tables.outcomes ?? [];
}

/** The centres as groups, with change as follow-up minus baseline. */
function centresOf(measure: MycawMeasure): Group[] {
  return mycaw.centres.map((centre) => ({
    n: centre.n,
    mean: -centre[measure].mean,
    sd: centre[measure].sd,
  }));
}

describe('the published evaluations', () => {
  it('are two', () => {
    expect(files).toEqual(['foster-2021.json', 'paterson-2007.json']);
  });

  it.each(files)('%s is valid, with nothing to verify', async (name) => {
    const { report } = validateReturn(await readFile(join(FOLDER, name)), { format: 'json' });
    expect(report.findings).toEqual([]);
    expect(report.result).toBe('valid');
  });

  it.each(files)(
    '%s says what it is, carries outcomes only and leaves unprinted counts empty',
    async (name) => {
      const document: Return = await readJson(name);
      expect(document).toMatchObject({ source_kind: 'published_evaluation', submitter: 'spcd_evidence' });
      expect(document.basis_note?.en).toContain('read from its abstract');
      expect(document.basis_note?.en).toMatch(/The period is (not|the quarter of publication)/);
      expect(Object.keys(document.tables)).toEqual(['outcome_coverage', 'outcomes']);
      for (const row of document.tables.outcome_coverage ?? []) {
        expect(row).toMatchObject({ n_eligible: null, n_baseline: null, n_follow_up: null });
      }
      for (const row of outcomesOf(document)) {
        expect(row).toMatchObject({ mean_baseline: null, mean_follow_up: null, change_method: 'paired' });
        expect(row.mean_change).toBeLessThan(0);
      }
    },
  );

  it('come in periods of their own, so that neither takes the place of the other', async () => {
    const documents: Return[] = await Promise.all(files.map(readJson));
    expect(new Set(documents.map(({ period }) => period)).size).toBe(files.length);
  });
});

describe('the two MYCaW centres', () => {
  it.each([
    {
      measure: 'mycaw_concern_1' as const,
      mean: -2.3926,
      sd: 1.6778,
      within: 1.6046,
      fixed: -2.3773,
      random: -2.4044,
    },
    {
      measure: 'mycaw_concern_2' as const,
      mean: -2.1259,
      sd: 1.8854,
      within: 1.8515,
      fixed: -2.1713,
      random: -2.1368,
    },
    {
      measure: 'mycaw_wellbeing' as const,
      mean: -0.9951,
      sd: 1.7072,
      within: 1.6624,
      fixed: -0.9293,
      random: -1.0024,
    },
  ])('pool to the known figures of $measure, with the sign turned', async ({ measure, ...expected }) => {
    const centres = centresOf(measure);
    const pooled = poolGroups(centres);
    expect(pooled.n).toBe(521);
    expect(pooled.mean).toBeCloseTo(expected.mean, 4);
    expect(pooled.sd).toBeCloseTo(expected.sd, 4);
    expect(pooled.withinSd).toBeCloseTo(expected.within, 4);
    expect(poolFixedEffect(centres).mean).toBeCloseTo(expected.fixed, 4);
    expect(poolRandomEffects(centres).mean).toBeCloseTo(expected.random, 4);
  });

  it('are the rows of the return, to two decimals', async () => {
    const rows = outcomesOf(await readJson('paterson-2007.json'));
    expect(rows.map((row) => row.measure)).toEqual(['mycaw_concern_1', 'mycaw_concern_2', 'mycaw_wellbeing']);
    for (const row of rows) {
      const pooled = poolGroups(centresOf(row.measure as MycawMeasure));
      expect(row.n_paired).toBe(pooled.n);
      expect(row.mean_change).toBeCloseTo(pooled.mean, 2);
      expect(row.sd_change).toBeCloseTo(pooled.sd as number, 2);
    }
  });

  it('stand one by one in the words of the return', async () => {
    const { basis_note }: Return = await readJson('paterson-2007.json');
    for (const centre of mycaw.centres) {
      expect(basis_note?.en).toContain(`${centre.n} people`);
      const { mycaw_concern_1, mycaw_concern_2, mycaw_wellbeing } = centre;
      for (const { mean, sd } of [mycaw_concern_1, mycaw_concern_2, mycaw_wellbeing]) {
        expect(basis_note?.en).toContain(`${mean} (${sd})`);
        expect(basis_note?.cy).toContain(`${mean} (${sd})`);
      }
    }
  });
});

describe('the UCLA-3 study', () => {
  it('gives the printed change, people and people improved', async () => {
    const [row] = outcomesOf(await readJson('foster-2021.json'));
    expect(row).toMatchObject({
      area_code: 'K02000001',
      n_paired: ucla.n,
      mean_change: ucla.ucla_3.mean,
      n_improved: ucla.ucla_3.improved,
    });
  });

  it('gives the standard deviation that the printed confidence interval implies', async () => {
    const [low, high] = ucla.ucla_3.confidence_interval_95;
    const standardError = (high - low) / 2 / 1.96;
    const [row] = outcomesOf(await readJson('foster-2021.json'));
    expect(row?.sd_change).toBeCloseTo(standardError * Math.sqrt(ucla.n), 2);
    const { basis_note }: Return = await readJson('foster-2021.json');
    expect(basis_note?.en).toContain('The standard deviation, 1.69, is derived here, not printed');
  });
});
