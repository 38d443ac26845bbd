import type { Manifest } from '../archive/manifest.ts';

import { personDimensionsOf, type Selectors } from '../disclosure/lattice.ts';
import { allowedCodes } from '../standard/allowed-codes.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import { INSTRUMENT_IDS, MEASURE_IDS, MEASURES, type MeasureId } from '../standard/generated/measures.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import { valueSetsOf } from '../standard/measures/value-sets.ts';
import { type FieldDescription, selectorsOf } from '../standard/table-description.ts';
import type { Parameters } from './question.ts';
import { withChanged } from './question-text.ts';
import { refuseMissing, refuseQuestion } from './refuse.ts';

/**
 * The selectors of a question: each is required unless it leaves only one answer, and a refusal lists what may be
 * chosen.
 */
export function parseSelectors(release: Manifest, table: TableName, asked: Parameters): Selectors {
  const selectors: Record<string, string> = {};
  for (const field of selectorsOf(TABLES[table])) {
    const known = codesFor(field, selectors);
    const given = asked[field.name] ?? (known.length === 1 ? known[0] : undefined);
    const held = (release.tables[table]?.selectors[field.name] ?? []).filter((code) => known.includes(code));
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

/** The codes that a selector can take beside those chosen before it: a measure has its own value sets. */
function codesFor(field: FieldDescription, selectors: Selectors): readonly string[] {
  if (field.name !== 'value_set' || selectors.measure === undefined) return codesOf(field);
  const measures = MEASURE_IDS.filter(
    (id) => id === selectors.measure || MEASURES[id].instrument === selectors.measure,
  ).map((id: MeasureId) => MEASURES[id]);
  return [...new Set(measures.flatMap(valueSetsOf))];
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
