import { asPopulation, type PopulationFile } from './read-populations.ts';
import { GENERATED_NOTICE } from './render-data.ts';
import { entriesInLines, recordOnDemand } from './render-json.ts';

/** Residents by item, area and code, one item a line, each file parsed when it is first read. */
export function renderPopulations(files: readonly PopulationFile[]): string {
  const members = files.map((file) => [file.id, entriesInLines(Object.entries(asPopulation(file)))] as const);
  return [
    GENERATED_NOTICE,
    "import { parsedOnDemand } from '../on-demand.ts';\n",
    "import type { Population } from '../populations/population.ts';\n\n",
    `export const POPULATION_IDS = ${JSON.stringify(files.map(({ id }) => id))} as const;\n`,
    'export type PopulationId = (typeof POPULATION_IDS)[number];\n\n',
    '/** The files of `populations/`: who lives where. */\n',
    'export const POPULATIONS: Readonly<Record<PopulationId, Population>> = ',
    `${recordOnDemand(members)};\n`,
  ].join('');
}
