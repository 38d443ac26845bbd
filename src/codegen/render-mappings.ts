import type { Mapping } from '../standard/mapping.ts';
import { GENERATED_NOTICE } from './render-data.ts';
import { parsedData, withListInLines } from './render-json.ts';

/** The crosswalks as data, one entry a line. */
export function renderMappings(mappings: readonly Mapping[]): string {
  return [
    GENERATED_NOTICE,
    "import type { Mapping } from '../mapping.ts';\n\n",
    'export const MAPPINGS: readonly Mapping[] = ',
    `${parsedData(`[\n${mappings.map((mapping) => `  ${withListInLines('entries', { ...mapping })}`).join(',\n')}\n]`)};\n`,
  ].join('');
}
