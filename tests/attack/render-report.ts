import { cpus } from 'node:os';
import type { Attack, Measurement } from './attack.ts';
import type { CountryPlan } from './country/plan.ts';
import { table } from './markdown-table.ts';
import { renderUsefulness, type UsefulnessRecord } from './render-usefulness.ts';

/** An attack with what it came to. */
export interface AttackRecord extends Pick<Attack, 'id' | 'title' | 'tried'> {
  readonly noiseSeeds: readonly number[];
  readonly measurements: readonly Measurement[];
  /** Of processor time. */
  readonly seconds: number;
}

/** The page `docs/attacks.md`: what was tried, when, on what, and what came of it. */
export function renderReport({
  plan,
  date,
  records,
  pending,
  usefulness,
}: {
  readonly plan: CountryPlan;
  readonly date: Date;
  readonly records: readonly AttackRecord[];
  /** Attacks that are still to be run. */
  readonly pending: readonly Attack[];
  readonly usefulness: readonly UsefulnessRecord[];
}): string {
  return [
    '# Attacks on the published figures',
    '',
    'Written by `npm run attack`; not edited by hand.',
    '',
    `Run on ${date.toISOString().slice(0, 10)} with Node ${process.versions.node} on ${machine()}. ${countryInWords(plan)}`,
    '',
    'An attacker has what anyone may download, every published cell, and the public interface. True counts are',
    'used to score alone. The people are invented: the same attacks are to be run on real returns before launch.',
    '',
    ...summary(records, pending),
    ...records.flatMap(section),
    ...pending.flatMap(({ id, title, tried }) => [`## ${id}: ${title}`, '', tried, '', 'Not run yet.', '']),
    ...renderUsefulness(usefulness),
  ].join('\n');
}

function countryInWords({ seed, noiseSeeds, quarters, until }: CountryPlan): string {
  return `A synthetic Wales of about 25,000 people a year, seed ${seed}, ${quarters} quarters up to ${until}, every table, put through the real pipeline with test keys; noise seeds ${noiseSeeds.join(', ')}.`;
}

function machine(): string {
  const found = cpus();
  return `${found.length} cores (${found[0]?.model.trim() ?? 'unknown'}), ${process.platform} ${process.arch}`;
}

/** One line for each number that an attack is judged by. */
function summary(records: readonly AttackRecord[], pending: readonly Attack[]): string[] {
  const kept = records.filter(isKept).length;
  const seconds = records.reduce((sum, record) => sum + record.seconds, 0);
  return [
    '## All attacks',
    '',
    ...(pending.length === 0 ? [] : [`**${pending.length} attacks are not run yet.**`, '']),
    `${kept} of ${records.length} attacks that were run stay within every gate; they took ${Math.ceil(seconds / 60)} minutes of one processor, without the making of the country. The numbers each is judged by stand here, the others below. "Unprotected" is the same attack where small counts are left out and nothing else is done, or where the part of the scheme that it aims at is missing; "–" where any answer at all would be a success. Seeds are those of the noise; where there is none, the attack makes cells or releases of its own.`,
    '',
    ...table(
      ['Attack', 'Judged by', 'Gate', 'Ours', 'Unprotected', 'Verdict', 'Seeds'],
      [
        ...records.flatMap(summaryRows),
        ...pending.map(({ id, title }) => [`${id}: ${title}`, '', '', '', '', 'not run yet', '']),
      ],
    ),
    '',
    '`A20`, a test by people who try to find themselves and others, is to be held before launch.',
    '',
  ];
}

function summaryRows(record: AttackRecord): string[][] {
  const { id, title, noiseSeeds, measurements } = record;
  const without = measurements.find(({ role }) => role === 'unprotected')?.measured ?? '–';
  const headlines = measurements.filter(({ role }) => role === 'headline');
  const verdict = isKept(record) ? 'withstood' : '**SUCCEEDS**';
  return headlines.map(({ metric, gate, measured }, index) => [
    ...(index === 0 ? [`${id}: ${title}`] : ['']),
    metric,
    gate ?? 'reported',
    measured,
    ...(index === 0 ? [without, verdict, noiseSeeds.join(', ') || '–'] : ['', '', '']),
  ]);
}

function isKept({ measurements }: AttackRecord): boolean {
  return measurements.every(({ passed }) => passed);
}

function section({ id, title, tried, measurements }: AttackRecord): string[] {
  return [
    `## ${id}: ${title}`,
    '',
    tried,
    '',
    ...table(['What is measured', 'Gate', 'Measured', ''], measurements.map(rowOf)),
    '',
  ];
}

function rowOf({ metric, gate, measured, passed }: Measurement): string[] {
  return [metric, gate ?? 'reported', measured, gate === null ? '' : passed ? 'passed' : '**not passed**'];
}
