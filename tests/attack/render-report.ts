import { cpus } from 'node:os';
import type { Attack, Measurement } from './attack.ts';
import type { CountryPlan } from './country/plan.ts';

/** An attack with what it came to. */
export interface AttackRecord extends Pick<Attack, 'id' | 'title' | 'tried'> {
  readonly measurements: readonly Measurement[];
}

/** The page `docs/attacks.md`: what was tried, when, on what, and what came of it. */
export function renderReport({
  plan,
  date,
  records,
}: {
  readonly plan: CountryPlan;
  readonly date: Date;
  readonly records: readonly AttackRecord[];
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
    ...records.flatMap(section),
  ].join('\n');
}

function countryInWords({ seed, noiseSeeds, quarters, until }: CountryPlan): string {
  return `A synthetic Wales of about 25,000 people a year, seed ${seed}, ${quarters} quarters up to ${until}, every table, put through the real pipeline with test keys; noise seeds ${noiseSeeds.join(', ')}.`;
}

function machine(): string {
  const found = cpus();
  return `${found.length} cores (${found[0]?.model.trim() ?? 'unknown'}), ${process.platform} ${process.arch}`;
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

/** A table of Markdown. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)];
}
