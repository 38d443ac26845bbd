import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rulesCommand } from '../../src/cli/rules.ts';
import { measureRuleImpact } from '../../src/ingest/measure-rule-impact.ts';
import type { Return } from '../../src/standard/generated/types.ts';
import { RULES } from '../../src/standard/rules/all-rules.ts';
import { outcomeCoverage, profile } from '../../src/standard/rules/example-rows.ts';
import type { Rule } from '../../src/standard/rules/rule.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { peopleIn, smallReturn, TWO_SERVICES } from '../release/small-return.ts';
import { openReleaseHouse, type ReleaseHouse } from '../support/published-wales.ts';
import { standReturn } from '../support/stand-return.ts';
import { run } from './run-command.ts';

const RULE = 'first-in-year-not-above-people';
const WITHOUT_IT: readonly Rule[] = RULES.filter(({ id }) => id !== RULE);

/** More people for the first time in the year than people: what the rule is about. */
const ODD = profile({ area_code: 'W06000023', people: 9, people_first_in_year: 11 });
const oddReturn = (submitter: '7A7' | '7A4', period: string, rows = [ODD]): Return =>
  smallReturn(submitter, period, rows);

let house: ReleaseHouse;
let archiveDir: string;
/** As the command opens it: with the rights of a process that builds releases, and no more. */
let reading: OpenDatabase;

beforeAll(async () => {
  house = await openReleaseHouse(TWO_SERVICES);
  reading = openDatabase(house.connectionString, { role: 'spcd_release' });
  archiveDir = await mkdtemp(join(tmpdir(), 'spcd-impact-'));
  await mkdir(join(archiveDir, 'one'));
  const manifest = {
    release: 'one',
    collection: 'returns',
    built_at: '2026-08-15T00:00:00Z',
    published_at: '2026-08-16T00:00:00Z',
    scope: [],
    tables: {},
    coverage: [],
    files: [],
  };
  await writeFile(join(archiveDir, 'one', 'manifest.json'), JSON.stringify(manifest));
  await standReturn(house.open, oddReturn('7A7', '2026-Q1'), {
    rules: WITHOUT_IT,
    accepted_at: new Date('2026-08-01T00:00:00Z'),
  });
  await standReturn(house.open, oddReturn('7A7', '2025-Q4', [ODD, { ...ODD, sex: 'male' }]), {
    rules: WITHOUT_IT,
    accepted_at: new Date('2026-09-01T00:00:00Z'),
  });
  await standReturn(house.open, smallReturn('7A4', '2026-Q2', peopleIn({ W06000015: 12 })));
});

afterAll(async () => {
  await reading?.close();
  await house?.close();
  await rm(archiveDir, { recursive: true, force: true });
});

const rules = (argv: string[], language: 'en' | 'cy' = 'en', held?: readonly Rule[]) =>
  run(
    (given, context) =>
      rulesCommand(given, { ...context, pool: reading.pool, archiveDir, ...(held && { rules: held }) }),
    reading.db,
    argv,
    language,
  );

describe('spcd rules impact', () => {
  it('names by organisation and rule what would newly fail', async () => {
    const { exitCode, stdout } = await rules(['impact', '--json']);
    expect(JSON.parse(stdout)).toEqual({
      returns_checked: 3,
      impacts: [
        {
          organisation: '7A7',
          rule: RULE,
          tier: 'error',
          returns: 2,
          places: 3,
          periods: ['2025-Q4', '2026-Q1'],
          uncertain_returns: 0,
        },
      ],
    });
    expect(exitCode).toBe(1);
  });

  it('shows the same as a table, in both languages', async () => {
    const [heading, line] = (await rules(['impact'])).stdout.split('\n');
    expect(heading).toMatch(/^ORGANISATION +RULE +TIER +RETURNS +PLACES +PERIODS$/);
    expect(line).toMatch(new RegExp(`^7A7 +${RULE} +error +2 +3 +2025-Q4 – 2026-Q1$`));
    expect((await rules(['impact'], 'cy')).stdout).toContain('Ffurflenni a ddilyswyd eto: 3.');
  });

  it('finds nothing new by the rules that the returns came under', async () => {
    const { exitCode, stdout } = await rules(['impact'], 'en', WITHOUT_IT);
    expect(stdout).toBe('Returns that were validated again: 3. No rule finds more than when they came.\n');
    expect(exitCode).toBe(0);
  });

  it('looks at the returns after a release, or of one organisation, when asked', async () => {
    const since = JSON.parse((await rules(['impact', '--since-release', 'one', '--json'])).stdout);
    expect(since.impacts).toMatchObject([{ periods: ['2025-Q4'] }]);
    const other = await rules(['impact', '--organisation', '7A4', '--json']);
    expect(JSON.parse(other.stdout)).toEqual({ returns_checked: 1, impacts: [] });
  });

  it.each([
    [[]],
    [['impacts']],
    [['impact', '--since-release', 'two']],
    [['impact', '--organisation', '7a7']],
  ])('refuses %j with the usage', async (argv) => {
    const { exitCode, stderr } = await rules(argv);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('spcd rules impact')]);
  });
});

it('counts a rule that was advice and now stops the return, and marks what absent rows may have done', async () => {
  const nobody = outcomeCoverage({
    area_code: 'W06000023',
    n_eligible: 0,
    n_baseline: 0,
    n_follow_up: 0,
    n_paired: 0,
  });
  const withBoth = smallReturn('7A7', '2025-Q3', [], {
    tables: { profiles: [ODD], outcome_coverage: [nobody] },
  });
  await standReturn(house.open, withBoth, {
    rules: RULES.map((rule) => (rule.id === RULE ? { ...rule, tier: 'advice' } : rule)),
  });
  const { impacts } = await measureRuleImpact(house.open, { organisation: '7A7' });
  expect(impacts).toMatchObject([{ rule: RULE, tier: 'error', returns: 3, uncertain_returns: 1 }]);
});
