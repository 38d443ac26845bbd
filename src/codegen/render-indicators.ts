import type { Indicator } from '../standard/indicators/indicator.ts';
import { GENERATED_NOTICE } from './render-data.ts';
import { entriesInLines, parsedData } from './render-json.ts';

/** The indicators as data, one a line, and their ids as a type. */
export function renderIndicators(indicators: readonly Indicator[]): string {
  return [
    GENERATED_NOTICE,
    "import type { Indicator } from '../indicators/indicator.ts';\n\n",
    `export const INDICATOR_IDS = ${JSON.stringify(indicators.map(({ id }) => id))} as const;\n`,
    'export type IndicatorId = (typeof INDICATOR_IDS)[number];\n\n',
    'export const INDICATORS: Readonly<Record<IndicatorId, Indicator>> = ',
    `${parsedData(entriesInLines(indicators.map((indicator) => [indicator.id, indicator])))};\n`,
  ].join('');
}
