import { quoteText } from '../archive/duckdb.ts';
import type { CategorySystem } from '../disclosure/categories.ts';
import { AREA, personDimensionsOf, type Selectors, systemOf } from '../disclosure/lattice.ts';
import { INSTRUMENT_IDS, MEASURE_IDS } from '../standard/generated/measures.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import type { SchemaVersion } from '../standard/generated/versions.ts';
import {
  dimensionsOf,
  type FieldDescription,
  INDEX_SELECTOR,
  selectorsOf,
} from '../standard/table-description.ts';
import { listOfVersion } from '../standard/versions/of-version.ts';

/** Codes that stand outside every nation's hierarchy but count in the nation of who returned them. */
const OUTSIDE_AREA = 'outside_area';

/** One level of one dimension, which is one column of the token table. */
export interface LevelColumn {
  readonly dimension: string;
  readonly level: string;
  readonly column: string;
}

/** A choice of lists and dimensions that a selector decides, such as one characteristic. */
interface Choice {
  readonly selectors: Selectors;
  /** The value of the choosing selector; empty where the table has none. */
  readonly chooser: string;
}

/** The values of the selector that chooses lists or dimensions, each with the selectors that name it. */
export function choicesOf(table: TableName): readonly Choice[] {
  const selector = chooserOf(table);
  if (selector === undefined) return [{ selectors: {}, chooser: '' }];
  const { chosen, used } = choosingFields(table);
  const choosers = chosen ? Object.keys(chosen.lists) : [...new Set(used.flatMap(({ codes }) => codes))];
  return choosers.map((chooser) => ({ selectors: { [selector]: chooser }, chooser }));
}

/** The selector that chooses lists or dimensions; undefined where none does. */
export function chooserOf(table: TableName): string | undefined {
  const { chosen, used } = choosingFields(table);
  return chosen?.field ?? used[0]?.field;
}

function choosingFields(table: TableName) {
  const dimensions = personDimensionsOf(table);
  const chosen = dimensions.find((dimension) => dimension.chosen_by !== null)?.chosen_by;
  return { chosen, used: dimensions.flatMap((dimension) => dimension.used_when ?? []) };
}

/**
 * Statements that make the table from which each code takes its token at each level: a number, which groups faster
 * than the text that it stands for. Every connection to the engine sees it.
 */
export function tokenTableStatements(table: TableName, version: SchemaVersion): string[] {
  const { rows } = numberedTokens(table, version);
  return [
    `CREATE OR REPLACE TABLE tokens_${table} (dimension VARCHAR, chooser VARCHAR, level VARCHAR, code VARCHAR, nation VARCHAR, token INTEGER)`,
    `INSERT INTO tokens_${table} VALUES ${rows.join(', ')}`,
  ];
}

/** The texts that the numbers of the token table stand for. */
export function tokenTextsOf(table: TableName, version: SchemaVersion): readonly string[] {
  return numberedTokens(table, version).texts;
}

interface NumberedTokens {
  /** Rows of the token table, as SQL. */
  readonly rows: readonly string[];
  readonly texts: readonly string[];
}

const numbered = new Map<string, NumberedTokens>();

function numberedTokens(table: TableName, version: SchemaVersion): NumberedTokens {
  const key = `${table} ${version}`;
  const tokens = numbered.get(key) ?? numberTokens(table, version);
  numbered.set(key, tokens);
  return tokens;
}

function numberTokens(table: TableName, version: SchemaVersion): NumberedTokens {
  const numbers = new Map<string, number>();
  const rows = new Set<string>();
  const add = (cells: readonly string[], token: string) => {
    const number = numbers.get(token) ?? numbers.size;
    numbers.set(token, number);
    rows.add(`(${[...cells.map(quoteText), number].join(', ')})`);
  };
  for (const name of [...selectorsOf(TABLES[table]).map((field) => field.name), INDEX_SELECTOR]) {
    for (const code of codesOfSelector(table, name, version)) add([name, '', '', code, ''], code);
  }
  for (const { selectors, chooser } of choicesOf(table)) {
    for (const field of dimensionsOf(TABLES[table])) {
      const system = systemOf(field, selectors, version);
      for (const level of system.levels) {
        for (const [code, token, nation] of tokensAt(field, system, level.id)) {
          add([field.name, field.chosen_by ? chooser : '', level.id, code, nation], token);
        }
      }
    }
  }
  return { rows: [...rows], texts: [...numbers.keys()] };
}

/** Whatever a selector may hold; the empty text stands for rows that are not split by index. */
export function codesOfSelector(table: TableName, name: string, version: SchemaVersion): readonly string[] {
  if (name === INDEX_SELECTOR) {
    return ['', ...listOfVersion('deprivation_index', version).codes.map(({ code }) => code)];
  }
  const field = selectorsOf(TABLES[table]).find((candidate) => candidate.name === name);
  if (field?.registry === 'measures') return MEASURE_IDS;
  if (field?.registry === 'instruments') return INSTRUMENT_IDS;
  const list = field?.list ?? null;
  if (list === null) throw new Error(`${table}.${name} has no codes`);
  return [...listOfVersion(list, version).codes.map(({ code }) => code), ...(field?.blanks ?? [])];
}

/** `nation` is empty where the token is the same whichever nation's organisation sent the row. */
function tokensAt(
  field: FieldDescription,
  system: CategorySystem,
  levelId: string,
): [string, string, string][] {
  const level = system.level(levelId);
  if (!level) return [];
  const tokens = system
    .sentCodes()
    .map((code): [string, string, string] => [code, system.tokenAt(code, level), '']);
  if (field.name !== AREA || level.rank !== 0) return tokens;
  const nations = system.list.codes.filter((code) => code.level === levelId);
  return [
    ...tokens,
    ...nations.map((nation): [string, string, string] => [
      OUTSIDE_AREA,
      system.tokenAt(nation.code, level),
      nation.code,
    ]),
  ];
}

/** Joins the number of a selector's code, or of the index. */
export function joinOfSelector(table: TableName, name: string): string {
  const joined = `of_${name}`;
  return `LEFT JOIN tokens_${table} AS ${joined} ON ${joined}.dimension = ${quoteText(name)} AND ${joined}.code = kept.${name}`;
}

/** Joins the number of the token that a row has in a column. */
export function joinOf(table: TableName, item: LevelColumn): string {
  const field = dimensionsOf(TABLES[table]).find((dimension) => dimension.name === item.dimension);
  const name = alias(item);
  const chooser = field?.chosen_by ? `kept.${field.chosen_by.field}` : "''";
  const nation =
    item.dimension === AREA && item.level === 'nation'
      ? `(CASE WHEN kept.${AREA} = ${quoteText(OUTSIDE_AREA)} THEN kept.nation ELSE '' END)`
      : "''";
  return [
    `LEFT JOIN tokens_${table} AS ${name} ON ${name}.dimension = ${quoteText(item.dimension)}`,
    `AND ${name}.level = ${quoteText(item.level)} AND ${name}.chooser = ${chooser}`,
    `AND ${name}.code = kept.${item.dimension} AND ${name}.nation = ${nation}`,
  ].join(' ');
}

/** The name under which the token table is joined for a column. */
export function alias(item: LevelColumn): string {
  return `at_${item.column}`;
}
