export { bandOf, cutOffsReached, isPossibleScore } from '../../standard/measures/band-of.ts';
export {
  type Scored,
  type ScoringChoices,
  scoreRawTotal,
  scoreResponse,
} from '../../standard/measures/score-response.ts';
export { scaleOf } from '../../standard/measures/score-scale.ts';
export { pairsOf, summarisePairs } from '../../standard/measures/summarise-pairs.ts';
export type { Unscored, UnscoredReason } from '../../standard/measures/unscored.ts';
