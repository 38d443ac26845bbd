export { INDICATOR_IDS, INDICATORS } from '../../standard/generated/indicators.ts';
export {
  computeIndicator,
  INDICATOR_REASONS,
  type IndicatorValue,
  type PublishedCell,
} from '../../standard/indicators/compute-indicator.ts';
export type { Indicator } from '../../standard/indicators/indicator.ts';
