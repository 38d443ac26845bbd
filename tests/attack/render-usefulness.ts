import {
  type Fate,
  isAnswered,
  type MeasuredQuestion,
  type Usefulness,
} from '../journeys/measure-usefulness.ts';
import { medianOf } from '../journeys/median.ts';
import { table } from './markdown-table.ts';

/** What one draw of the noise leaves for use. */
export interface UsefulnessRecord extends Usefulness {
  readonly noiseSeed: number;
}

/** What must hold on the whole country, whatever the noise. */
const GATES = { answered: 80, errorByQuarter: 0.03, errorByYear: 0.015 } as const;

export function isUsefulEnough({ answered, errorByQuarter, errorByYear }: Usefulness): boolean {
  return (
    answered >= GATES.answered && errorByQuarter <= GATES.errorByQuarter && errorByYear <= GATES.errorByYear
  );
}

/** What the protection leaves for use: the same cells, asked as researchers would. */
export function renderUsefulness(records: readonly UsefulnessRecord[]): string[] {
  const [first] = records;
  if (!first) return ['## Usefulness', '', 'Not measured yet.', ''];
  const all = first.questions.length;
  return [
    '## Usefulness',
    '',
    `${all} typical research questions, written down in \`tests/journeys/research-questions.ts\` before any was asked, put over HTTP to the release of each noise, for its last quarter and its last financial year. A question is answered where at least half of the cells it asks for that are no blanks are shown. The error is |published − true| / true, over all counts shown.`,
    '',
    ...table(
      [
        'Noise seed',
        'Answered',
        'By quarter',
        'By year',
        'Median error by quarter',
        'Median error by year',
        '',
      ],
      [
        [
          'gate',
          `at least ${GATES.answered}`,
          'reported',
          'reported',
          `at most ${percent(GATES.errorByQuarter)}`,
          `at most ${percent(GATES.errorByYear)}`,
          '',
        ],
        ...records.map((record) => [
          String(record.noiseSeed),
          `${record.answered} of ${all}`,
          String(record.answeredByQuarter),
          String(record.answeredByYear),
          percent(record.errorByQuarter),
          percent(record.errorByYear),
          isUsefulEnough(record) ? 'passed' : '**not passed**',
        ]),
      ],
    ),
    '',
    `Each question, over ${records.length === 1 ? 'the one draw' : `the ${records.length} draws`} of the noise: the cells shown of those asked for, the median error of the counts shown, and in how many draws it is answered, by quarter or by year. "–" where it cannot be asked of that kind of period, or nothing is shown.`,
    '',
    ...table(
      ['Question', 'Shown by quarter', 'Error', 'Shown by year', 'Error', 'Answered'],
      first.questions.map((_, index) =>
        questionRow(records.map(({ questions }) => questions[index] as MeasuredQuestion)),
      ),
    ),
    '',
  ];
}

/** One question, in each draw of the noise. */
function questionRow(draws: readonly MeasuredQuestion[]): string[] {
  const answered = draws.filter(({ quarter, year }) => isAnswered(quarter) || isAnswered(year)).length;
  return [
    (draws[0] as MeasuredQuestion).words,
    ...fateInWords(draws.map(({ quarter }) => quarter)),
    ...fateInWords(draws.map(({ year }) => year)),
    answered === 0 ? '**never**' : `${answered} of ${draws.length}`,
  ];
}

function fateInWords(fates: readonly (Fate | null)[]): string[] {
  const asked = fates.filter((fate) => fate !== null);
  const sum = (of: (fate: Fate) => number) => asked.reduce((total, fate) => total + of(fate), 0);
  const rows = sum((fate) => fate.rows);
  const errors = asked.flatMap((fate) => fate.errors);
  return [
    rows === 0 ? '–' : percent(sum((fate) => fate.shown) / rows, 0),
    errors.length === 0 ? '–' : percent(medianOf(errors)),
  ];
}

function percent(share: number, digits = 1): string {
  return `${(100 * share).toFixed(digits)} %`;
}
