import { metaFaults } from './check-against-meta.ts';
import { glossaryFaults } from './check-glossary.ts';
import { indicatorFaults } from './check-indicators.ts';
import { mappingFaults } from './check-mappings.ts';
import { describeTables } from './describe-tables.ts';
import { readGlossary } from './read-glossary.ts';
import { asIndicators, readIndicators } from './read-indicators.ts';
import { readMappings } from './read-mappings.ts';
import { populationFaults, readPopulations } from './read-populations.ts';
import type { SchemaSet } from './read-schema.ts';
import { renderGlossary } from './render-glossary.ts';
import { renderIndicators } from './render-indicators.ts';
import { renderMappings } from './render-mappings.ts';
import { renderPopulations } from './render-populations.ts';

/** What stands on the tables and code lists: the glossary, the crosswalks, the indicators and the residents. */
export type Registries = Awaited<ReturnType<typeof readRegistries>>;

export async function readRegistries(version: string, root: string) {
  const [glossary, mappings, indicators, populations] = await Promise.all([
    readGlossary(version, root),
    readMappings(version, root),
    readIndicators(version, root),
    readPopulations(version, root),
  ]);
  return { glossary, mappings, indicators, populations };
}

/** One sentence for each fault of the registries; none when they are in order. */
export async function registryFaults(
  { glossary, mappings, indicators, populations }: Registries,
  schema: SchemaSet,
  root: string,
): Promise<string[]> {
  const named = new Map(indicators.map((file) => [`indicators/${String(file.id)}.json`, file]));
  const faults = [
    ...(await metaFaults('glossary-scheme', new Map([['glossary/scheme.json', glossary.scheme]]), root)),
    ...(await metaFaults('glossary', glossary.files, root)),
    ...(await metaFaults('indicator', named, root)),
  ];
  // What does not have the form of its kind cannot be read further.
  if (faults.length > 0) return faults;
  const standard = { tables: describeTables(schema), codeLists: schema.codeLists };
  return [
    ...glossaryFaults(glossary, standard),
    ...mappingFaults(mappings, standard),
    ...indicatorFaults(asIndicators(indicators), standard),
    ...populations.flatMap((file) => populationFaults(file, schema.codeLists)),
  ];
}

/** The registries as modules, each apart so that a bundle takes only those it uses. */
export function renderRegistries({
  glossary,
  mappings,
  indicators,
  populations,
}: Registries): [string, string][] {
  return [
    ['src/standard/generated/glossary.ts', renderGlossary(glossary)],
    ['src/standard/generated/mappings.ts', renderMappings(mappings)],
    ['src/standard/generated/indicators.ts', renderIndicators(asIndicators(indicators))],
    ['src/standard/generated/populations.ts', renderPopulations(populations)],
  ];
}
