import type { Manifest, TableContents } from '../../src/archive/manifest.ts';
import type { Place } from '../../src/disclosure/addresses.ts';
import type { CategorySystem, Level } from '../../src/disclosure/categories.ts';
import {
  AREA,
  carriedBy,
  figuresOf,
  isAreaLevelAllowed,
  isByIndex,
  isFixed,
  isOverlapping,
  isPeriodOf,
  periodLevelOf,
  personDimensionsOf,
  systemOf,
} from '../../src/disclosure/lattice.ts';
import { codesOf } from '../../src/query/parse-selectors.ts';
import { isInScope } from '../../src/query/scope.ts';
import { MEASURE_IDS, MEASURES } from '../../src/standard/generated/measures.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../../src/standard/generated/tables.ts';
import { valueSetsOf } from '../../src/standard/measures/value-sets.ts';
import { datesOf } from '../../src/standard/period.ts';
import { type PeriodLevel, selectorsOf } from '../../src/standard/table-description.ts';
import { figureOf } from './made-places.ts';

function contentsOf(table: TableName): TableContents {
  const has = (level: PeriodLevel) => figuresOf(table, level).length > 0;
  return {
    quarters: has('quarter') ? ['2026-Q1'] : [],
    financial_years: has('financial_year') ? ['2025-26'] : [],
    selectors: {},
  };
}

/** A release of Wales that has every table for one quarter and one year, and no cells. */
export const WALES: Manifest = {
  manifest_version: 1,
  release: 'made-up',
  collection: 'returns',
  schema_version: '1.0',
  built_at: '2026-07-01T00:00:00Z',
  published_at: null,
  scope: ['W92000004'],
  tables: Object.fromEntries(TABLE_NAMES.map((table) => [table, contentsOf(table)])),
  coverage: [],
  disclosure: {
    method: 'cell-key',
    version: 'spcd-sdc-2',
    floor: 8,
    threshold: 10,
    rounding: 5,
    magnitude_share: 0.35,
    magnitude_noise_variance: 3.083,
  },
  files: [],
};

/** Takes one of several things, at random. */
export type Pick = <Item>(items: readonly Item[]) => Item;

type Texts = Record<string, string>;

/** What a reader types for one dimension: a filter, a place in `by`, or both. */
interface Spelling {
  readonly filter?: string;
  readonly by?: string;
}

/** A name that a category has at a level. */
interface Naming {
  readonly level: string;
  readonly code: string;
}

/** A question for one cell: as a place, and as parameters in one of their spellings. */
export function askForOneCell(table: TableName, pick: Pick): { place: Place; parameters: Readonly<Texts> } {
  const { quarters, financial_years: years } = contentsOf(table);
  const period = pick([...quarters, ...years]);
  const level = periodLevelOf(period);
  const { selectors, spelled } = askSelectors(table, pick, level);
  const figure = figuresOf(table, level)[0]?.name as string;
  const dimensions: Texts = {};
  const groups: string[] = [];
  const note = (name: string, { filter, by }: Spelling) => {
    if (filter !== undefined) spelled[name] = filter;
    if (by !== undefined) groups.push(by);
  };

  const person = personDimensionsOf(table).filter((field) => !isFixed(field, selectors));
  const required = person.filter((field) => field.required_in_question);
  const others = person.filter((field) => !field.required_in_question);
  const second = pick([[], ...others.map((field) => [field])]);
  for (const field of [...required, ...second]) {
    const system = systemOf(field, selectors);
    const names = namesOf(system, period, isOverlapping(field, figure) ? system.levels.slice(-1) : undefined);
    const token = pick([...names.keys()].filter((each) => isPeriodOf(level, table, { [field.name]: each })));
    dimensions[field.name] = token;
    note(field.name, spell(field.name, names.get(token) ?? [], pick, true));
    if (isByIndex(field, selectors)) selectors.deprivation_index = spelled.deprivation_index = 'wimd_2019';
  }

  const names = namesOf(systemOf(figureOf(table, AREA), {}), period);
  const nation = 'nation:W92000004';
  const area = isAreaLevelAllowed(table, selectors, 'local_authority') ? pick([...names.keys()]) : nation;
  // Everyone of the only nation is also what a question without an area asks for.
  if (area !== nation || pick([true, false])) {
    note(AREA, spell(AREA, names.get(area) ?? [], pick, groups.length === 0));
  }

  spelled.period = period;
  groups.push(...pick([[], ['period'], [`period.${level}`]]));
  if (groups.length > 0) spelled.by = pick([groups, groups.toReversed()]).join(',');
  const entries = Object.entries(spelled);
  return {
    place: { table, selectors, period, area, dimensions: carriedBy(table, dimensions) },
    parameters: Object.fromEntries(pick([entries, entries.toReversed()])),
  };
}

function askSelectors(
  table: TableName,
  pick: Pick,
  level: PeriodLevel,
): { selectors: Texts; spelled: Texts } {
  if (table !== 'outcomes' && table !== 'outcome_coverage') {
    const selectors = Object.fromEntries(
      selectorsOf(TABLES[table]).map(({ name, ...field }) => [
        name,
        pick(codesOf({ name, ...field }).filter((code) => isPeriodOf(level, table, { [name]: code }))),
      ]),
    );
    // Some characteristics are counted for people supported only.
    if (table === 'characteristics') selectors.population = 'supported';
    return { selectors, spelled: { ...selectors } };
  }
  const measure = pick(MEASURE_IDS);
  const { instrument } = MEASURES[measure];
  const breakdown = pick(['all', 'sex', 'age_group', 'deprivation_quintile', 'ethnic_group']);
  const held = table === 'outcomes' ? measure : instrument;
  const sets = valueSetsOf(MEASURES[measure]);
  const value_set = pick(sets);
  return {
    selectors: { measure: held, value_set, breakdown },
    spelled: {
      // The coverage of an instrument may be asked for by any of its measures.
      measure: table === 'outcomes' ? measure : pick([measure, instrument]),
      // The only value set, or none, goes without saying.
      ...pick(sets.length === 1 ? [{}, { value_set }] : [{ value_set }]),
      breakdown,
    },
  };
}

/** The categories that a question may name, each with its names at every level where it is one. */
function namesOf(
  system: CategorySystem,
  period: string,
  levels: readonly Level[] = system.levels,
): Map<string, Naming[]> {
  const inScope = system.list.id === 'areas' ? (code: string) => isInScope(WALES, code) : undefined;
  const names = new Map<string, Naming[]>();
  for (const level of levels) {
    for (const { token, code } of system.categoriesAt(level, datesOf(period), inScope)) {
      // People from outside are no category beside the nations.
      if (level.id === 'nation' && code === 'outside_area') continue;
      names.set(token, [...(names.get(token) ?? []), { level: level.id, code }]);
    }
  }
  return names;
}

/** One of the ways to ask for a category; in `by` its whole level is asked for, in which it is one. */
function spell(name: string, names: readonly Naming[], pick: Pick, mayGroup: boolean): Spelling {
  const { level, code } = pick(names);
  const filters: Spelling[] = [code, `${level}:${code}`].map((filter) => ({ filter }));
  const grouped: Spelling[] = [{ by: `${name}.${level}` }, { by: name, filter: code }];
  return pick(mayGroup ? [...filters, ...grouped] : filters);
}
