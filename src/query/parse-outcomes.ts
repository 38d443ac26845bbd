import type { Manifest } from '../archive/manifest.ts';
import { figuresOf, periodLevelOf } from '../disclosure/lattice.ts';
import { MEASURE_IDS, MEASURES, type MeasureId } from '../standard/generated/measures.ts';
import type { Measure } from '../standard/measure.ts';
import { offeringAskable } from './askable-nearest.ts';
import { parseQuestion } from './parse-question.ts';
import type { Parameters, Question } from './question.ts';
import { questionParameters, withChanged } from './question-text.ts';
import { refuseMissing, refuseQuestion } from './refuse.ts';

/**
 * One measure's question, as it stands in both outcome tables.
 *
 * Who was eligible is not counted by interval or way of completing: a question by those has no coverage.
 */
export interface OutcomeQuestion {
  readonly measure: Measure;
  readonly coverage: Question | undefined;
  readonly outcomes: Question;
}

/**
 * Reads a question about the outcomes of one measure. The breakdown is `all` unless another is asked.
 *
 * @throws {ServiceError} PARAMETER_MISSING or QUESTION_NOT_IN_LATTICE, as for any question.
 */
export function parseOutcomeQuestion(release: Manifest, given: Parameters): OutcomeQuestion {
  return offeringAskable((parameters) => readOutcomeQuestion(release, parameters), given);
}

function readOutcomeQuestion(release: Manifest, given: Parameters): OutcomeQuestion {
  const asked: Parameters = { breakdown: 'all', ...given };
  const offered = release.tables.outcomes?.selectors.measure ?? MEASURE_IDS;
  if (asked.measure === undefined) {
    throw refuseMissing('measure', offered, withChanged(given, { measure: offered[0] }));
  }
  const id = MEASURE_IDS.find((candidate) => candidate === asked.measure);
  if (id === undefined) {
    throw refuseQuestion(
      'measure',
      {
        en: 'There is no such measure. Name one question or scale, such as ons4_satisfaction; measures are never mixed.',
        cy: "Nid oes mesur o'r fath. Enwch un cwestiwn neu raddfa, fel ons4_satisfaction; ni chaiff mesurau byth eu cymysgu.",
      },
      { choices: offered, nearest: withChanged(given, { measure: offered[0] }) },
    );
  }
  if (isOfPairedAlone(asked)) {
    const outcomes = parseQuestion(release, 'outcomes', asked);
    const figures = figuresOf('outcomes', periodLevelOf(outcomes.periods[0] as string));
    return { measure: MEASURES[id], coverage: undefined, outcomes: { ...outcomes, figures } };
  }
  const coverage = parseQuestion(release, 'outcome_coverage', asked);
  const level = periodLevelOf(coverage.periods[0] as string);
  const outcomes: Question = {
    ...coverage,
    table: 'outcomes',
    selectors: { ...coverage.selectors, measure: id satisfies MeasureId },
    figures: figuresOf('outcomes', level).filter((field) => field.name !== 'n_paired'),
  };
  const counts = figuresOf('outcome_coverage', level);
  return { measure: MEASURES[id], coverage: { ...coverage, figures: counts }, outcomes };
}

/** Whether a question is by what only people with both scores have. */
function isOfPairedAlone(asked: Parameters): boolean {
  const grouped = (asked.by ?? '').split(',').map((part) => part.split('.')[0]);
  return PAIRED_ALONE.some((name) => asked[name] !== undefined || grouped.includes(name));
}

const PAIRED_ALONE = ['interval', 'completion_mode'];

/** The parameters that ask a question again, in one fixed order. */
export function outcomeParameters({ outcomes }: OutcomeQuestion): Record<string, string> {
  const { figure: _, ...parameters } = questionParameters({ ...outcomes, figures: [] });
  return parameters;
}
