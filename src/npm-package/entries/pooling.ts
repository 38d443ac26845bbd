export {
  deviationFromInterval,
  deviationOfChange,
  standardisedChange,
} from '../../standard/measures/deviation-of-change.ts';
export { poolFixedEffect, poolRandomEffects } from '../../standard/measures/pool-effects.ts';
export { type Group, type Pooled, poolGroups } from '../../standard/measures/pool-groups.ts';
export {
  type CollectedOutcomes,
  type PoolResult,
  poolOutcomes,
} from '../../standard/measures/pool-outcomes.ts';
