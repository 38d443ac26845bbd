import type { Manifest } from '../archive/manifest.ts';
import { figuresOf } from '../disclosure/lattice.ts';
import type { Measure } from '../standard/measure.ts';
import { publishedDecimals } from '../standard/measures/published-decimals.ts';
import type { FieldDescription } from '../standard/table-description.ts';
import type { Answer, AnswerCell, AnswerFigure, AnswerRow } from './answer.ts';
import { type AnswerAddress, columnsOf, describeAnswer, figureOf, incompleteWarning } from './answer-meta.ts';
import { breakNotes } from './break-notes.ts';
import type { Asking } from './broader-question.ts';
import type { CellSource } from './cell-source.ts';
import { countNotes } from './count-notes.ts';
import { collectionNotes, reasonNotes } from './coverage-notes.ts';
import { layCells } from './lay-cells.ts';
import { gridOf } from './lay-on-grid.ts';
import { COVERAGE_NOT_SPLIT_NOTE, OUTCOME_NOTES } from './notes.ts';
import { DERIVED_FIGURES, OUTCOME_FIGURES } from './outcome-figures.ts';
import { intervalOfChange, toDecimals } from './outcome-statistics.ts';
import { type OutcomeQuestion, outcomeParameters, parseOutcomeQuestion } from './parse-outcomes.ts';
import { qualityNotes } from './quality-notes.ts';
import type { Question } from './question.ts';
import { returnedBy, returnedNote } from './returned-by.ts';
import { publishedShare } from './share-interval.ts';
import { shareShown } from './share-shown.ts';
import { sparseWarning } from './sparse-warning.ts';

/** Answers a question about the outcomes of one measure: coverage first, then change with its interval. */
export async function answerOutcomes(
  source: CellSource,
  question: OutcomeQuestion,
  address: AnswerAddress,
): Promise<Answer> {
  const { coverage, outcomes } = question;
  const rows = await outcomeRowsOf(source, question);
  const parameters = outcomeParameters(question);
  const asking: Asking<OutcomeQuestion> = {
    address: `${address.publicUrl}${address.path}`,
    read: (asked) => parseOutcomeQuestion(outcomes.release, asked),
    questionOf: (other) => other.outcomes,
    shareOf: async (other) => shareShown(await outcomeRowsOf(source, other)),
  };
  const meta = describeAnswer(outcomes, rows, { ...address, parameters });
  const returned = returnedBy(coverage ?? outcomes);
  return {
    meta: { ...meta, returned_by: returned },
    columns: columnsOf(outcomes),
    figures: OUTCOME_FIGURES.map(
      (name) => DERIVED_FIGURES[name] ?? figureNamed(name, [...COVERAGE_FIGURES, ...outcomes.figures]),
    ),
    rows,
    notes: [
      ...collectionNotes(outcomes),
      ...reasonNotes(outcomes),
      ...OUTCOME_NOTES,
      ...countNotes(outcomes),
      ...(coverage ? [] : [COVERAGE_NOT_SPLIT_NOTE]),
      ...returnedNote(outcomes, returned),
      ...breakNotes(meta.breaks),
      ...(coverage ? qualityNotes(coverage) : []),
      ...qualityNotes(outcomes),
    ],
    warnings: [
      ...incompleteWarning(rows, meta.coverage),
      ...(await sparseWarning(source, outcomes, rows, asking)),
    ],
  };
}

async function outcomeRowsOf(
  source: CellSource,
  { measure, coverage, outcomes }: OutcomeQuestion,
): Promise<AnswerRow[]> {
  const counted = coverage ? await cellsByRow(source, coverage) : [];
  const measured = await cellsByRow(source, outcomes);
  return gridOf(outcomes).map((place, index) => ({
    labels: place.labels,
    cells: outcomeCellsOf(
      measure,
      { ...NOT_COUNTED, ...counted[index], ...measured[index] },
      outcomes.release.disclosure,
    ),
  }));
}

/** The cells of a question by figure, one object for each place of its grid. */
async function cellsByRow(source: CellSource, question: Question): Promise<NamedCells[]> {
  const cells = await layCells(source, question);
  const { figures } = question;
  return Array.from({ length: cells.length / figures.length }, (_, place) =>
    Object.fromEntries(
      figures.map(({ name }, index) => [name, cells[place * figures.length + index] as AnswerCell]),
    ),
  );
}

const COVERAGE_FIGURES = figuresOf('outcome_coverage', 'quarter');

/** The figures of coverage, where a question is by what only people with both scores have. */
const NOT_COUNTED: NamedCells = Object.fromEntries(
  COVERAGE_FIGURES.map(({ name }) => [name, { value: null, status: 'not_applicable' as const }]),
);

function figureNamed(name: string, fields: readonly FieldDescription[]): AnswerFigure {
  const field = fields.find((candidate) => candidate.name === name);
  if (!field) throw new Error(`There is no figure ${name}`);
  return figureOf(field);
}

/** Published from here on, the true number is past every limit, so a missing statistic was not held. */
const CERTAINLY_ENOUGH = 50;

type NamedCells = Readonly<Record<string, AnswerCell>>;

/** The cells of one row, with the change, its interval and the shares worked out from published figures. */
function outcomeCellsOf(measure: Measure, cells: NamedCells, noise: Manifest['disclosure']): AnswerCell[] {
  const value = (name: string) => cells[name]?.value ?? null;
  const paired = value('n_paired');
  // A statistic of people who are shown is missing because no return held it, not because it was hidden.
  const held = (name: string): AnswerCell => {
    const cell = cells[name] as AnswerCell;
    const isMissing = cell.value === null && paired !== null && paired >= CERTAINLY_ENOUGH;
    return isMissing && cell.status !== 'not_applicable' ? { value: null, status: 'not_available' } : cell;
  };
  const change = changeOf(measure, cells);
  const deviation = value('sd_change');
  const interval =
    change.value !== null && deviation !== null && paired !== null
      ? intervalOfChange(
          measure,
          {
            n: paired,
            mean_change: change.value,
            sd_change: deviation,
            from_two_means: change.fromTwoMeans,
          },
          noise,
        )
      : undefined;
  const shares = {
    followUp: publishedShare(paired, value('n_baseline'), noise),
    improved: publishedShare(value('n_improved'), paired, noise),
  };
  const derived = (figure: number | null | undefined, like: string): AnswerCell => {
    const { status } = held(like);
    return figure == null
      ? { value: null, status: status === 'ok' ? 'suppressed' : status }
      : { value: figure, status };
  };
  const rows: Record<(typeof OUTCOME_FIGURES)[number], AnswerCell> = {
    n_eligible: held('n_eligible'),
    n_baseline: held('n_baseline'),
    n_follow_up: held('n_follow_up'),
    n_paired: cells.n_paired as AnswerCell,
    follow_up_rate: derived(shares.followUp?.percentage, 'n_baseline'),
    follow_up_lower_95: derived(shares.followUp?.lower, 'n_baseline'),
    follow_up_upper_95: derived(shares.followUp?.upper, 'n_baseline'),
    mean_baseline: held('mean_baseline'),
    sd_baseline: held('sd_baseline'),
    mean_follow_up: held('mean_follow_up'),
    sd_follow_up: held('sd_follow_up'),
    mean_change: derived(change.value, change.fromTwoMeans ? 'mean_baseline' : 'mean_change'),
    sd_change: held('sd_change'),
    change_lower_95: derived(interval?.lower, 'sd_change'),
    change_upper_95: derived(interval?.upper, 'sd_change'),
    n_improved: cells.n_improved as AnswerCell,
    n_unchanged: cells.n_unchanged as AnswerCell,
    n_worse: cells.n_worse as AnswerCell,
    improved_percentage: derived(shares.improved?.percentage, 'n_improved'),
    improved_lower_95: derived(shares.improved?.lower, 'n_improved'),
    improved_upper_95: derived(shares.improved?.upper, 'n_improved'),
  };
  return OUTCOME_FIGURES.map((name) => rows[name]);
}

/** Follow-up minus baseline, both as published; a supplied change only where the means were not. */
function changeOf(measure: Measure, cells: NamedCells): { value: number | null; fromTwoMeans: boolean } {
  const baseline = cells.mean_baseline?.value ?? null;
  const followUp = cells.mean_follow_up?.value ?? null;
  if (baseline !== null && followUp !== null) {
    return { value: toDecimals(followUp - baseline, publishedDecimals(measure)), fromTwoMeans: true };
  }
  return { value: cells.mean_change?.value ?? null, fromTwoMeans: false };
}
