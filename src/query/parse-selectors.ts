import type { Manifest } from '../archive/manifest.ts';

import { personDimensionsOf, type Selectors } from '../disclosure/lattice.ts';
import { allowedCodes } from '../standard/allowed-codes.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import { INSTRUMENT_IDS, MEASURE_IDS, MEASURES, type MeasureId } from '../standard/generated/measures.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import { type FieldDescription, selectorsOf } from '../standard/table-description.ts';
import type { Parameters } from './question.ts';
import { withChanged } from './question-text.ts';
import { refuseMissing, refuseQuestion } from './refuse.ts';

/** The selectors of a question: each is required, and a refusal lists what may be chosen. */
export function parseSelectors(release: Manifest, table: TableName, asked: Parameters): Selectors {
  const selectors: Record<string, string> = {};
  for (const field of selectorsOf(TABLES[table])) {
    const held = release.tables[table]?.selectors[field.name] ?? [];
    const known = codesOf(field);
    const given = asked[field.name] ?? impliedBy(field, selectors, known);
    const offered = held.length > 0 ? held : known;
    if (given === undefined) {
      throw refuseMissing(field.name, offered, withChanged(asked, { [field.name]: offered[0] }));
    }
    const code = field.registry === 'instruments' ? instrumentCodeOf(given) : given;
    if (!known.includes(code)) {
      throw refuseQuestion(
        field.name,
        {
          en: `${field.name} has no code "${given.slice(0, 40)}".`,
          cy: `Nid oes gan ${field.name} god "${given.slice(0, 40)}".`,
        },
        { choices: offered, nearest: withChanged(asked, { [field.name]: offered[0] }) },
      );
    }
    selectors[field.name] = code;
  }
  refuseOtherPopulation(table, selectors, asked);
  return selectors;
}

/** The instrument of a measure; an instrument's own code as it is. */
function instrumentCodeOf(code: string): string {
  return MEASURE_IDS.some((id) => id === code) ? MEASURES[code as MeasureId].instrument : code;
}

/** The codes that a selector can take. */
export function codesOf(field: FieldDescription): readonly string[] {
  if (field.registry === 'measures') return MEASURE_IDS;
  if (field.registry === 'instruments') return INSTRUMENT_IDS;
  if (field.list === null) throw new Error(`${field.name} has neither a list nor a registry`);
  return [...allowedCodes(CODE_LISTS[field.list], field).map((code) => code.code), ...field.blanks];
}

/** A selector that leaves only one answer need not be given: a list of one code, a measure without value sets. */
function impliedBy(
  field: FieldDescription,
  selectors: Selectors,
  known: readonly string[],
): string | undefined {
  if (known.length === 1) return known[0];
  if (field.name !== 'value_set' || selectors.measure === undefined) return undefined;
  const measures = MEASURE_IDS.filter(
    (id) => id === selectors.measure || MEASURES[id].instrument === selectors.measure,
  );
  const hasSets = measures.some((id: MeasureId) => MEASURES[id].value_sets.length > 0);
  return hasSets ? undefined : 'not_applicable';
}

function refuseOtherPopulation(table: TableName, selectors: Selectors, asked: Parameters): void {
  for (const field of personDimensionsOf(table)) {
    const chosen = field.chosen_by
      ? field.chosen_by.lists[selectors[field.chosen_by.field] ?? '']
      : undefined;
    const { population } = selectors;
    if (!chosen?.populations || population === undefined || chosen.populations.includes(population)) continue;
    throw refuseQuestion(
      'population',
      {
        en: `${selectors[field.chosen_by?.field ?? '']} is counted for ${chosen.populations.join(', ')} only.`,
        cy: `Cyfrifir ${selectors[field.chosen_by?.field ?? '']} ar gyfer ${chosen.populations.join(', ')} yn unig.`,
      },
      { choices: chosen.populations, nearest: withChanged(asked, { population: chosen.populations[0] }) },
    );
  }
}
