import type { Manifest } from '../archive/manifest.ts';
import type { CategorySystem, Level } from '../disclosure/categories.ts';
import {
  chosenListOf,
  figuresOf,
  isAreaLevelAllowed,
  isFixed,
  isOverlapping,
  systemOf,
} from '../disclosure/lattice.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import { MEASURES } from '../standard/generated/measures.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import { MAXIMUM_CELLS, MAXIMUM_DIMENSIONS } from '../standard/question-limits.ts';
import { dimensionsOf, type FieldDescription, selectorsOf } from '../standard/table-description.ts';
import type { Text } from '../standard/text.ts';
import { categoriesInRelease } from './categories-in-release.ts';
import { codesOf } from './parse-selectors.ts';

interface Titled {
  readonly code: string;
  readonly title: Text;
}

/**
 * What a table of a release can be asked: selectors, periods, figures, dimensions with their levels and codes.
 *
 * @returns A plain object, every word in both languages.
 */
export function describeDimensions(release: Manifest, table: TableName) {
  const held = release.tables[table];
  const description = TABLES[table];
  return {
    release: release.release,
    collection: release.collection,
    table,
    title: description.title,
    description: description.description,
    unit: description.unit,
    limits: { dimensions: MAXIMUM_DIMENSIONS, cells: MAXIMUM_CELLS },
    periods: { quarters: held?.quarters ?? [], financial_years: held?.financial_years ?? [] },
    figures: (['quarter', 'financial_year'] as const).map((level) => ({
      period_level: level,
      figures: figuresOf(table, level).map(({ name, title, unit }) => ({ name, title, unit })),
    })),
    selectors: selectorsOf(description).map((field) => ({
      name: field.name,
      title: field.title,
      codes: codesOf(field).map((code) => ({ code, title: selectorTitle(field, code) })),
    })),
    deprivation_indices: held?.selectors.deprivation_index ?? [],
    dimensions: dimensionsOf(description).map((field) => ({
      name: field.name,
      title: field.title,
      description: field.description,
      required: field.required_in_question,
      // Codes that have no year, such as stocks.
      quarters_only: field.quarters_only,
      // Figures for which one person may stand in several codes, so that they are told by code only.
      by_code_only_for: figureNames(table).filter((figure) => isOverlapping(field, figure)),
      // What every category of the dimension implies of another, which is then left out of the question.
      implies: field.carries ?? {},
      choices: choicesOf(release, table, field),
    })),
  };
}

function selectorTitle(field: FieldDescription, code: string): Text {
  if (field.list) {
    const found = [...CODE_LISTS[field.list].codes, ...CODE_LISTS.blank.codes].find(
      (item) => item.code === code,
    );
    if (found) return found.title;
  }
  const measures = Object.values(MEASURES);
  const measure = measures.find((item) => item.id === code);
  if (measure) return measure.title;
  const { abbreviation } = measures.find((item) => item.instrument === code) ?? { abbreviation: code };
  return { en: abbreviation, cy: abbreviation };
}

function figureNames(table: TableName): string[] {
  const figures = (['quarter', 'financial_year'] as const).flatMap((level) => figuresOf(table, level));
  return [...new Set(figures.map(({ name }) => name))];
}

/** The values of the selector that decides about a dimension: which list it takes, or whether it is used. */
function choosersOf({ chosen_by: chosen, used_when: used }: FieldDescription): Record<string, string>[] {
  if (chosen) return Object.keys(chosen.lists).map((code) => ({ [chosen.field]: code }));
  return used ? used.codes.map((code) => ({ [used.field]: code })) : [{}];
}

/** The levels and codes of a dimension, once for each value of the selector that chooses its list. */
function choicesOf(release: Manifest, table: TableName, field: FieldDescription) {
  return choosersOf(field)
    .filter((selectors) => !isFixed(field, selectors))
    .map((selectors) => {
      const system = systemOf(field, selectors);
      const { quarters = [], financial_years: years = [] } = release.tables[table] ?? {};
      const codesAt = (level: Level) => codesOfAnyPeriod(system, level, release, [...quarters, ...years]);
      return {
        when: selectors,
        populations: chosenListOf(field, selectors)?.populations ?? null,
        default_level: system.defaultLevel.id,
        // Only the choice of a list, such as a characteristic, may keep a table above its authorities.
        below_board: field.chosen_by === null || isAreaLevelAllowed(table, selectors, 'local_authority'),
        // A level with nothing at it, as authorities in a release of England, cannot be asked.
        levels: system.levels
          .map((level) => ({
            id: level.id,
            title: system.list.levels[level.rank]?.title as Text,
            codes: codesAt(level),
          }))
          .filter(({ codes }) => codes.length > 0),
      };
    });
}

/** The codes that can be asked about at least one of the periods, in list order. */
function codesOfAnyPeriod(
  system: CategorySystem,
  level: Level,
  release: Manifest,
  periods: readonly string[],
): Titled[] {
  const askable = new Set(
    periods.flatMap((period) =>
      categoriesInRelease(system, level, { release, periods: [period] }).map(({ code }) => code),
    ),
  );
  return categoriesInRelease(system, level, { release, periods: [] })
    .filter(({ code }) => askable.has(code))
    .map(({ code, title }): Titled => ({ code, title }));
}
