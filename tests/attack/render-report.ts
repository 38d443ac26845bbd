import { cpus } from 'node:os';
import { isAnswered, type MeasuredQuestion, type Usefulness } from '../journeys/measure-usefulness.ts';
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
  usefulness,
}: {
  readonly plan: CountryPlan;
  readonly date: Date;
  readonly records: readonly AttackRecord[];
  readonly usefulness: Usefulness;
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
    ...usefulnessSection(usefulness),
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

/** What the protection leaves for use: the same cells, asked as researchers would. */
function usefulnessSection(usefulness: Usefulness): string[] {
  const { questions, answered, answeredByQuarter, answeredByYear, errorByQuarter, errorByYear } = usefulness;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const told = (passed: boolean) => (passed ? 'passed' : '**not passed**');
  const poor = questions.filter(({ quarter, year }) => !isAnswered(quarter) || !isAnswered(year));
  const count = answeredOf(questions.length);
  return [
    '## Usefulness',
    '',
    `${questions.length} typical research questions, written down in \`tests/journeys/research-questions.ts\` before any was asked, put over HTTP to the release with the first noise, for its last quarter and its last financial year. A question is answered where at least half of the cells it asks for that are no blanks are shown. The error is |published − true| / true, over all counts shown.`,
    '',
    ...table(
      ['What is measured', 'Gate', 'Measured', ''],
      [
        [
          'questions answered, by quarter or by year',
          `at least ${GATES.answered}`,
          count(answered),
          told(answered >= GATES.answered),
        ],
        ['questions answered by quarter', 'reported', count(answeredByQuarter), ''],
        ['questions answered by year', 'reported', count(answeredByYear), ''],
        [
          'median relative error by quarter',
          `at most ${percent(GATES.errorByQuarter)}`,
          percent(errorByQuarter),
          told(errorByQuarter <= GATES.errorByQuarter),
        ],
        [
          'median relative error by year',
          `at most ${percent(GATES.errorByYear)}`,
          percent(errorByYear),
          told(errorByYear <= GATES.errorByYear),
        ],
      ],
    ),
    '',
    'Questions that are not answered by quarter, by year, or at all, with the cells shown of those asked for (– where the question cannot be asked of that kind of period):',
    '',
    ...table(['Question', 'By quarter', 'By year'], poor.map(fateOf)),
    '',
  ];
}

/** What must hold on the whole country. */
const GATES = { answered: 80, errorByQuarter: 0.03, errorByYear: 0.015 } as const;

export function isUsefulEnough({ answered, errorByQuarter, errorByYear }: Usefulness): boolean {
  return (
    answered >= GATES.answered && errorByQuarter <= GATES.errorByQuarter && errorByYear <= GATES.errorByYear
  );
}

function answeredOf(all: number): (count: number) => string {
  return (count) => `${count} of ${all}`;
}

function fateOf({ words, quarter, year }: MeasuredQuestion): string[] {
  return [words, ...[quarter, year].map((fate) => (fate === null ? '–' : `${fate.shown} of ${fate.rows}`))];
}

/** A table of Markdown. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)];
}
