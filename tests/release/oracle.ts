import { createHash } from 'node:crypto';
import { cellDigest, rowKey } from '../../src/disclosure/keys.ts';
import { noiseOf } from '../../src/disclosure/noise.ts';
import { publishCount } from '../../src/disclosure/publish.ts';
import { CODE_LISTS, type CodeListId } from '../../src/standard/generated/code-lists.ts';
import { MEASURES, type MeasureId } from '../../src/standard/generated/measures.ts';
import { TABLES } from '../../src/standard/generated/tables.ts';
import type { Return } from '../../src/standard/generated/types.ts';
import { quartersOf } from '../../src/standard/period.ts';
import { TEST_KEYS } from '../support/test-keys.ts';

/**
 * The whole lattice worked out again from the returns, one row and one question at a time, from the words of
 * the scheme. Slow, plain and apart from the builder: of our own code it takes keys, noise and the publishing
 * rule for counts, nothing else.
 */
export interface OracleCell {
  readonly table: OracleTable;
  readonly figure: string;
  readonly selectors: Readonly<Record<string, string>>;
  readonly period: string;
  readonly area: string;
  readonly dimensions: Readonly<Record<string, string>>;
  /** The true number of people, before anything was done to it; of those described, for a mean. */
  readonly n: number;
  readonly value: number;
}

type OracleTable = 'profiles' | 'characteristics' | 'outcome_coverage' | 'outcomes';
type Row = Readonly<Record<string, string | number | null>>;

interface KeyedRow {
  readonly row: Row;
  readonly index: string;
  readonly keys: Readonly<Record<string, number>>;
}

/** A dimension as the scheme lists it: its code list, the levels asked, and what narrows the list. */
interface Dimension {
  readonly name: string;
  readonly list: CodeListId;
  readonly levels: readonly string[];
  readonly finest?: string;
  readonly isByIndex?: boolean;
}

const AREAS: Dimension = {
  name: 'area_code',
  list: 'areas',
  levels: ['nation', 'health_board', 'local_authority'],
};
const ONE_LEVEL = ['code'];
const SEX: Dimension = { name: 'sex', list: 'sex', levels: ONE_LEVEL };
const QUINTILE: Dimension = {
  name: 'deprivation_quintile',
  list: 'deprivation_quintile',
  levels: ONE_LEVEL,
  isByIndex: true,
};

const CHARACTERISTIC_LEVELS: Readonly<Record<string, readonly string[]>> = {
  ethnic_group: ['two_groups', 'group', 'category'],
  disability: ['group', 'code'],
  sexual_orientation: ['group', 'code'],
};

/** The person dimensions of a table under these selectors. */
function dimensionsOf(table: OracleTable, row: Row): readonly Dimension[] {
  if (table === 'profiles') {
    const ages: Dimension = { name: 'age_band', list: 'age_band', levels: ['age_group', 'band', 'detail'] };
    return [ages, SEX, QUINTILE];
  }
  if (table === 'characteristics') {
    const list = row.characteristic as CodeListId;
    const levels = CHARACTERISTIC_LEVELS[list] ?? ONE_LEVEL;
    const ages: Dimension = {
      name: 'age_group',
      list: 'age_band',
      levels: ['age_group'],
      finest: 'age_group',
    };
    return [ages, SEX, { name: 'category', list, levels }];
  }
  const byBreakdown: Readonly<Record<string, readonly Dimension[]>> = {
    all: [],
    sex: [{ ...SEX, name: 'category' }],
    deprivation_quintile: [{ ...QUINTILE, name: 'category' }],
  };
  const category = byBreakdown[row.breakdown as string] as readonly Dimension[];
  if (table === 'outcome_coverage') return category;
  return [
    ...category,
    { name: 'interval', list: 'interval', levels: ONE_LEVEL },
    { name: 'completion_mode', list: 'completion_mode', levels: ONE_LEVEL },
  ];
}

/** What a code counts as at a level of its list. */
function tokenOf({ list: id, finest }: Dimension, code: string, level: string): string {
  const list = CODE_LISTS[id];
  const names = list.levels.map((each) => each.id);
  const rankOf = (name: string) => (names.indexOf(name) === -1 ? names.length - 1 : names.indexOf(name));
  const isSent = (name: string) => finest === undefined || rankOf(name) <= rankOf(finest);
  const codes = list.codes.filter((each) => isSent(each.level));
  const childrenOf = (parent: string) => codes.filter((each) => each.parent === parent);
  const found = (wanted: string) => codes.find((each) => each.code === wanted);
  if (found(code) === undefined) return code; // A blank is itself at every level.
  const onlyMemberOf = (group: string): string => {
    const [child, ...others] = childrenOf(group);
    return child !== undefined && others.length === 0 ? onlyMemberOf(child.code) : group;
  };
  let at = onlyMemberOf(code);
  while (rankOf(found(at)?.level as string) > rankOf(level) && found(at)?.parent) {
    at = found(at)?.parent as string;
  }
  at = onlyMemberOf(at);
  if (childrenOf(at).length === 0) return at;
  const own = found(at)?.level as string;
  return rankOf(own) < rankOf(level) ? `not_known:${at}` : `${own}:${at}`;
}

const tokens = new Map<string, string>();

function rememberedToken(dimension: Dimension, code: string, level: string): string {
  const key = `${dimension.list} ${dimension.finest} ${code} ${level}`;
  const token = tokens.get(key) ?? tokenOf(dimension, code, level);
  tokens.set(key, token);
  return token;
}

/** People from outside count in the nation of who returned them. */
function areaTokenOf(code: string, level: string): string {
  return rememberedToken(AREAS, code === 'outside_area' && level === 'nation' ? 'W92000004' : code, level);
}

/** Every choice of none, one or two dimensions, each at one of its levels. */
function splitsOf(dimensions: readonly Dimension[]): { dimension: Dimension; level: string }[][] {
  const single = dimensions.flatMap((dimension) => dimension.levels.map((level) => ({ dimension, level })));
  const pairs = single.flatMap((one) =>
    single
      .filter((other) => dimensions.indexOf(other.dimension) > dimensions.indexOf(one.dimension))
      .map((other) => [one, other]),
  );
  return [[], ...single.map((one) => [one]), ...pairs];
}

const COUNTS: Readonly<Record<OracleTable, readonly string[]>> = {
  profiles: ['people', 'people_first_in_year'],
  characteristics: ['people', 'people_first_in_year'],
  outcome_coverage: ['n_eligible', 'n_baseline', 'n_follow_up', 'n_paired'],
  outcomes: ['n_paired', 'n_improved', 'n_unchanged', 'n_worse'],
};
const SELECTORS: Readonly<Record<OracleTable, readonly string[]>> = {
  profiles: ['population'],
  characteristics: ['population', 'characteristic'],
  outcome_coverage: ['measure', 'value_set', 'breakdown'],
  outcomes: ['measure', 'value_set', 'breakdown'],
};
const PARTS = ['n_improved', 'n_unchanged', 'n_worse'];
const PERSON_FIELDS: Readonly<Record<OracleTable, readonly string[]>> = {
  profiles: ['age_band', 'sex', 'deprivation_quintile'],
  characteristics: ['age_group', 'sex', 'category'],
  outcome_coverage: ['category'],
  outcomes: ['category', 'interval', 'completion_mode'],
};

function keyedRowsOf(table: OracleTable, document: Return): KeyedRow[] {
  const rows = (document.tables[table] ?? []) as unknown as readonly Row[];
  const fields = TABLES[table].fields.map((field) => field.name);
  const texts = rows.map((row) => JSON.stringify(fields.map((name) => row[name] ?? null))).sort();
  const canonical = `${JSON.stringify([document.submitter, document.period, table]).slice(0, -1)},[${texts.join(',')}]]`;
  const table_digest = createHash('sha256').update(canonical).digest('hex');
  const isOutcome = table === 'outcomes' || table === 'outcome_coverage';
  const keyed = [...SELECTORS[table], 'area_code', ...PERSON_FIELDS[table]].filter(
    (name) => !isOutcome || (name !== 'measure' && name !== 'value_set'),
  );
  return rows.map((row) => {
    const keys = COUNTS[table].map((measure) => [
      measure,
      rowKey(TEST_KEYS.recordKey, {
        table: isOutcome ? 'outcomes' : table,
        measure,
        table_digest,
        fields: keyed.map((name) => String(row[name])),
        count: Number(row[measure]),
      }),
    ]);
    return { row, index: document.deprivation_index, keys: Object.fromEntries(keys) };
  });
}

type Place = Omit<OracleCell, 'figure' | 'value' | 'n'>;

/** The rows of each place of a table's lattice. */
function placesOf(
  table: OracleTable,
  period: string,
  rows: readonly KeyedRow[],
): Map<string, [Place, KeyedRow[]]> {
  const places = new Map<string, [Place, KeyedRow[]]>();
  for (const keyed of rows) {
    const { row } = keyed;
    const chosen = Object.fromEntries(SELECTORS[table].map((name) => [name, String(row[name])]));
    const isSensitive = row.characteristic === 'sexual_orientation';
    for (const split of splitsOf(dimensionsOf(table, row))) {
      if (table === 'characteristics' && !split.some(({ dimension }) => dimension.name === 'category'))
        continue;
      const hasCategory = dimensionsOf(table, row).some(({ name }) => name === 'category');
      if (hasCategory && !split.some(({ dimension }) => dimension.name === 'category')) continue;
      const dimensions = Object.fromEntries(
        split.map(({ dimension, level }) => [
          dimension.name,
          rememberedToken(dimension, String(row[dimension.name]), level),
        ]),
      );
      if (isImplied(row, dimensions)) continue;
      const isByIndex = split.some(({ dimension }) => dimension.isByIndex);
      const selectors = isByIndex ? { ...chosen, deprivation_index: keyed.index } : chosen;
      const areas = AREAS.levels
        .filter((level) => !isSensitive || level !== 'local_authority')
        .map((level) => areaTokenOf(String(row.area_code), level));
      for (const area of new Set(areas)) {
        const place: Place = { table, selectors, period, area, dimensions };
        const id = JSON.stringify(place);
        const [, held] = places.get(id) ?? [place, [] as KeyedRow[]];
        // Two levels may give one place; its rows are in it once.
        if (held.at(-1) !== keyed) held.push(keyed);
        places.set(id, [place, held]);
      }
    }
  }
  return places;
}

/** Work and orientation are asked from 16: children are `not_applicable`, and nobody else is. */
function isImplied(row: Row, dimensions: Readonly<Record<string, string>>): boolean {
  if (!['employment_status', 'sexual_orientation'].includes(String(row.characteristic))) return false;
  return dimensions.category === 'not_applicable' || dimensions.age_group === 'under_16';
}

function addressOf({ table, selectors, period, area, dimensions }: Place, isCount: boolean): string {
  const isOutcome = table === 'outcomes' || table === 'outcome_coverage';
  const kept = SELECTORS[table].filter((name) => !(isCount && isOutcome && name !== 'breakdown'));
  return [
    `table=${isOutcome ? 'outcomes' : table}`,
    ...kept.map((name) => `${name}=${selectors[name]}`),
    ...(selectors.deprivation_index ? [`deprivation_index=${selectors.deprivation_index}`] : []),
    `period=${period}`,
    `area_code=${area}`,
    ...PERSON_FIELDS[table].filter((name) => name in dimensions).map((name) => `${name}=${dimensions[name]}`),
  ].join(';');
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const keySum = (rows: readonly KeyedRow[], count: string) =>
  sumOf(rows.map(({ keys }) => keys[count] as number)) % 2 ** 32;

function countCell(place: Place, figure: string, rows: readonly KeyedRow[]): OracleCell | undefined {
  if (rows.some(({ row }) => row[figure] === null)) return undefined;
  if (PARTS.includes(figure)) {
    const agreed = MEASURES[place.selectors.measure as MeasureId].reporting_threshold?.value ?? null;
    if (rows.some(({ row }) => row.improvement_threshold !== agreed)) return undefined;
  }
  const n = sumOf(rows.map(({ row }) => Number(row[figure] ?? 0)));
  const digest = cellDigest(
    TEST_KEYS.cellKey,
    `count:${figure}`,
    addressOf(place, true),
    keySum(rows, figure),
  );
  const value = publishCount(n, digest.readUInt32BE(0));
  return value === null ? undefined : { ...place, figure, n, value };
}

const MAGNITUDES = [
  'mean_baseline',
  'mean_follow_up',
  'mean_change',
  'sd_baseline',
  'sd_follow_up',
  'sd_change',
];

function magnitudeCell(place: Place, figure: string, rows: readonly KeyedRow[]): OracleCell | undefined {
  const measure = MEASURES[place.selectors.measure as MeasureId];
  const moment = figure.replace(/^(mean|sd)_/, '');
  const span = measure.score_maximum - measure.score_minimum;
  const [lower, range] = moment === 'change' ? [-span, 2 * span] : [measure.score_minimum, span];
  const paired = rows.map(({ row }) => row).filter((row) => row.change_method === 'paired');
  const isMean = figure.startsWith('mean_');
  const used = paired.filter((row) => {
    const hasDeviation = row[figure] !== null || row.n_paired === 1;
    return row[`mean_${moment}`] !== null && (isMean || hasDeviation);
  });
  const n = sumOf(used.map((row) => Number(row.n_paired)));
  if (n < 30) return undefined;
  if (figure === 'mean_change' && paired.some((row) => row.mean_baseline !== null)) return undefined;
  const label = `${isMean ? 'mean' : 'sd'}:${measure.id}:${moment}`;
  const digest = cellDigest(TEST_KEYS.cellKey, label, addressOf(place, false), keySum(rows, 'n_paired'));
  const noise = noiseOf(digest.readUInt32BE(0)) + digest.readUInt32BE(4) / 2 ** 32 - 0.5;
  const weighed = used.map((row) => ({
    n: Number(row.n_paired),
    m: Number(row[`mean_${moment}`]) - lower,
    s: Number(isMean ? 0 : (row[figure] ?? 0)),
  }));
  const sum = sumOf(weighed.map(({ n: people, m }) => people * m));
  if (isMean) {
    const noisy = Math.min(Math.max(sum + 0.35 * range * noise, 0), n * range);
    return { ...place, figure, n, value: inTenths(lower + noisy / n) };
  }
  const squares = sumOf(weighed.map(({ n: people, m, s }) => (people - 1) * s * s + people * m * m));
  const noisy = Math.max(0, squares - (sum * sum) / n + 0.35 * (range / 2) ** 2 * noise);
  return { ...place, figure, n, value: inTenths(Math.sqrt(noisy / (n - 1))) };
}

function inTenths(value: number): number {
  return Math.floor(value * 10 + 0.5) / 10;
}

function cellsOf(table: OracleTable, period: string, rows: readonly KeyedRow[]): OracleCell[] {
  const isYear = !period.includes('Q');
  const people = isYear ? ['people_first_in_year'] : ['people'];
  const isPeople = table === 'profiles' || table === 'characteristics';
  const found: (OracleCell | undefined)[] = [];
  for (const [place, held] of placesOf(table, period, rows).values()) {
    const isSplit = 'interval' in place.dimensions || 'completion_mode' in place.dimensions;
    for (const figure of isPeople ? people : COUNTS[table]) {
      // All paired people are counted in outcome_coverage.
      if (table === 'outcomes' && figure === 'n_paired' && !isSplit) continue;
      found.push(countCell(place, figure, held));
    }
    if (table === 'outcomes') {
      for (const figure of MAGNITUDES) found.push(magnitudeCell(place, figure, held));
    }
  }
  return found.filter((cell) => cell !== undefined);
}

type ParentOf = Place & { readonly figure: string };

/** The cells one dimension broader, as the scheme names them for each table. */
export function parentsOf(cell: Place & { readonly figure: string }): ParentOf[] {
  const { table, figure } = cell;
  const place: Place = {
    table,
    selectors: cell.selectors,
    period: cell.period,
    area: cell.area,
    dimensions: cell.dimensions,
  };
  if (MAGNITUDES.includes(figure)) return [pairedPeople(place)];
  const removed = Object.keys(place.dimensions).map((name): ParentOf => {
    const { [name]: token, ...dimensions } = place.dimensions;
    const isIndexGone =
      name === 'deprivation_quintile' || place.selectors.breakdown === 'deprivation_quintile';
    const selectors =
      isIndexGone && (name === 'deprivation_quintile' || name === 'category')
        ? withoutIndex(place.selectors)
        : place.selectors;
    if (table === 'characteristics' && name === 'category') {
      const { population } = selectors;
      return {
        ...place,
        table: 'profiles',
        figure,
        selectors: { population: population as string },
        dimensions: asProfile(dimensions),
      };
    }
    const broader =
      name === 'category' && 'breakdown' in selectors ? { ...selectors, breakdown: 'all' } : selectors;
    const parent: Place = { ...place, selectors: broader, dimensions };
    return figure === 'n_paired' && table === 'outcomes' ? pairedPeople(parent) : { ...parent, figure };
  });
  return PARTS.includes(figure) ? [...removed, pairedPeople(place)] : removed;
}

function withoutIndex({ deprivation_index: _, ...selectors }: Readonly<Record<string, string>>) {
  return selectors;
}

/** Everyone under 16 is one band of the finer list, and one group has several bands. */
function asProfile({ age_group, ...others }: Readonly<Record<string, string>>): Record<string, string> {
  if (age_group === undefined) return others;
  const names: Readonly<Record<string, string>> = {
    under_16: '0_15',
    '16_64': 'age_group:16_64',
    '65_plus': 'age_group:65_plus',
  };
  return { age_band: names[age_group] ?? age_group, ...others };
}

function pairedPeople(place: Place): ParentOf {
  const isSplit = 'interval' in place.dimensions || 'completion_mode' in place.dimensions;
  if (isSplit) return { ...place, figure: 'n_paired' };
  const measure = MEASURES[place.selectors.measure as MeasureId].instrument;
  return {
    ...place,
    table: 'outcome_coverage',
    figure: 'n_paired',
    selectors: { ...place.selectors, measure },
  };
}

/** A text that is the same for a cell however its parts are ordered, and for the row of a file that holds it. */
export function idOf({ table, figure, selectors, period, area, dimensions }: ParentOf): string {
  const parts = Object.entries({ ...selectors, ...dimensions }).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([table, figure, period, area, ...parts.map((part) => part.join('='))]);
}

const TABLES_IN_ORDER = ['profiles', 'characteristics', 'outcome_coverage', 'outcomes'] as const;

/** Every cell of a period that may be shown, by its id. */
export function oracleCells(returns: readonly Return[], period: string): Map<string, OracleCell> {
  const quarters = period.includes('Q') ? [period] : quartersOf(period);
  const documents = returns.filter((document) => quarters.includes(document.period));
  const cells = new Map<string, OracleCell>();
  for (const table of TABLES_IN_ORDER) {
    const rows = documents.flatMap((document) => keyedRowsOf(table, document));
    for (const cell of cellsOf(table, period, rows)) cells.set(idOf(cell), cell);
  }
  for (let gone = -1; gone !== 0; ) {
    const hidden = [...cells].filter(([, cell]) =>
      parentsOf(cell).some((parent) => (cells.get(idOf(parent))?.value ?? 0) < 30),
    );
    for (const [id] of hidden) cells.delete(id);
    gone = hidden.length;
  }
  // The release is of Wales: people in England are no figure of it.
  for (const [id, { area }] of cells) if (area.endsWith('E92000001')) cells.delete(id);
  return cells;
}
