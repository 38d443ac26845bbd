import type { InstrumentId, MeasureId } from '../generated/measures.ts';
import { MEASURES } from '../generated/measures.ts';
import type { Measure } from '../measure.ts';
import { scoreRawTotal } from '../measures/score-response.ts';
import type { ScorePair } from '../measures/summarise-pairs.ts';
import type { Board } from './board.ts';
import { ageGroupOf } from './broader-code.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';
import type { Measurement } from './referral.ts';

/** Assumed, in a thousand: people supported whose service uses the instrument. */
const SERVICE_USES: Readonly<Partial<Record<InstrumentId, number>>> = { ons4: 600, swemwbs: 580 };
/** Assumed, in a thousand: eligible people with a baseline score, and those with only a later one. */
const HAS_BASELINE = 600;
const ONLY_FOLLOW_UP = 30;

/** Baseline is `lowest` plus two draws below `spread`; the change is two draws below `gainSpread` less `loss`. */
interface ScoreModel {
  readonly lowest: number;
  readonly spread: number;
  readonly gainSpread: number;
  readonly loss: number;
}

/**
 * Assumed, for a model of two dice: a baseline mean near 5 and a gain of 1 to 2 points on the questions from 0
 * to 10; on the raw scale of SWEMWBS a baseline mean near 20 and a gain near 4. They follow the ranges of
 * published evaluations and claim nothing about any service.
 */
const ONS4: ScoreModel = { lowest: 0, spread: 6, gainSpread: 6, loss: 3 };
const MODELS: Readonly<Partial<Record<MeasureId, ScoreModel>>> = {
  ons4_satisfaction: ONS4,
  ons4_worthwhile: { ...ONS4, gainSpread: 5 },
  ons4_happy: ONS4,
  ons4_anxious: { ...ONS4, loss: 4 },
  swemwbs_metric: { lowest: 8, spread: 13, gainSpread: 12, loss: 8 },
};

/** Draws, for each instrument the person's service uses, whether there are scores, and the scores themselves. */
export function drawMeasurements(
  person: Person,
  board: Board,
  random: Random,
): Readonly<Partial<Record<InstrumentId, Measurement>>> {
  const adult = ageGroupOf(person.age_band) === '16_64' || ageGroupOf(person.age_band) === '65_plus';
  const measured: Partial<Record<InstrumentId, Measurement>> = {};
  for (const instrument of instrumentsOf(board)) {
    if (!random.chance(SERVICE_USES[instrument] ?? 0) || !adult) continue;
    measured[instrument] = drawMeasurement(instrument, board, random);
  }
  return measured;
}

export function instrumentsOf(board: Board): readonly InstrumentId[] {
  return board.usesSwemwbs ? ['ons4', 'swemwbs'] : ['ons4'];
}

/** The measures that have a model. */
const MODELLED: readonly Measure[] = Object.values(MEASURES).filter(({ id }) => Object.hasOwn(MODELS, id));

export function measuresOf(instrument: InstrumentId): readonly Measure[] {
  return MODELLED.filter((measure) => measure.instrument === instrument);
}

function drawMeasurement(instrument: InstrumentId, board: Board, random: Random): Measurement {
  const baseline = random.chance(HAS_BASELINE);
  const followUp = random.chance(baseline ? board.followedUp : ONLY_FOLLOW_UP);
  if (!baseline || !followUp) return { baseline, followUp, scores: null };
  const scores: Partial<Record<MeasureId, ScorePair>> = {};
  for (const measure of measuresOf(instrument)) {
    scores[measure.id as MeasureId] = drawPair(measure, board, random);
  }
  return { baseline, followUp, scores };
}

/** Two raw scores of one person; an improvement lowers the score where a high score is worse. */
function drawPair(measure: Measure, board: Board, random: Random): ScorePair {
  const model = MODELS[measure.id as MeasureId] as ScoreModel;
  const before = model.lowest + random.below(model.spread) + random.below(model.spread);
  const lift = random.chance(board.lift) ? 1 : 0;
  const gain = random.below(model.gainSpread) + random.below(model.gainSpread) - model.loss + lift;
  const after = before + (measure.direction === 'higher_better' ? gain : -gain);
  return { baseline: scoreWithin(measure, before), followUp: scoreWithin(measure, after) };
}

/** The score of the raw total, or of the nearest that answers can have. */
function scoreWithin(measure: Measure, raw: number): number {
  const items = measure.item_count ?? 1;
  const lowest = measure.item_minimum * items;
  const highest = measure.item_maximum * items;
  const { score } = scoreRawTotal(measure, Math.min(highest, Math.max(lowest, raw)));
  if (score === null) throw new Error(`${measure.id} has no score for a raw total of ${raw}`);
  return score;
}
