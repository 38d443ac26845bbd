import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CODE_LISTS, type CodeListId } from '../../src/standard/generated/code-lists.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../../src/standard/generated/tables.ts';
import type { Return } from '../../src/standard/generated/types.ts';
import { synthesiseReturns } from '../../src/standard/synthesise/synthesise-returns.ts';
import { syntheticServices } from '../../src/standard/synthesise/synthetic-services.ts';
import { WELSH_BOARDS } from '../../src/standard/synthesise/welsh-boards.ts';
import { openReleaseHouse, type ReleaseHouse } from '../support/published-wales.ts';
import { oracleCells } from './oracle/oracle.ts';
import { type PublishedCell, publishedCells } from './stored-cells.ts';

const YEAR = '2025-26';
const PERIODS = ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', YEAR];
const RELEASE = 'synthetic-2026-q1-1';

/**
 * Three boards at a quarter of their size: one of a single authority and by another index, one that sends what is
 * asked for boards alone, and one whose systems hold some broad codes only.
 */
const BOARDS = WELSH_BOARDS.filter(({ submitter }) => ['7A7', '7A4', '7A1'].includes(submitter)).map(
  (board) => ({
    ...board,
    referredAYear: Math.round(board.referredAYear / 4),
    ...(board.submitter === '7A7' && { deprivationIndex: 'wimd_2025' as const }),
  }),
);
const HOLDS_BROAD_CODES = '7A1';

/** The codes that the systems of that board hold as the group around them. */
const BROAD: Readonly<Partial<Record<TableName, Readonly<Record<string, readonly string[]>>>>> = {
  needs: { need: ['mental_wellbeing'] },
  pathway: { wait_band: ['0_7', '8_14'] },
  connections: { activity_type: ['befriending', 'walking_group'] },
  closures: { closure_reason: ['plan_complete'] },
  assets: { activity_type: ['befriending'] },
};

type Row = Readonly<Record<string, string | number | null>>;

let house: ReleaseHouse;
let returns: readonly Return[];
let published: Map<string, PublishedCell>;

beforeAll(async () => {
  house = await openReleaseHouse(syntheticServices(BOARDS));
  const drawn = synthesiseReturns({ boards: BOARDS, quarters: 4, until: '2026-Q1', seed: 11 });
  returns = [...drawn].map(({ document }) =>
    document.submitter === HOLDS_BROAD_CODES ? inBroadCodes(document) : document,
  );
  await house.accept(returns);
  await house.build(RELEASE, { collection: 'synthetic' });
  await house.publish(RELEASE);
  published = await publishedCells(house.archiveDir);
}, 300_000);

afterAll(() => house?.close());

function inBroadCodes(document: Return): Return {
  const tables = Object.entries(document.tables).map(([name, rows]) => {
    const table = name as TableName;
    return [
      table,
      addUp(
        table,
        (rows as unknown as readonly Row[]).map((row) => inBroadCode(table, row)),
      ),
    ];
  });
  return { ...document, tables: Object.fromEntries(tables) };
}

function inBroadCode(table: TableName, row: Row): Row {
  const broad = Object.entries(BROAD[table] ?? {}).flatMap(([field, codes]) => {
    const code = CODE_LISTS[field as CodeListId].codes.find((each) => each.code === row[field]);
    return code && codes.includes(code.code) ? [[field, code.parent]] : [];
  });
  return { ...row, ...Object.fromEntries(broad) };
}

/** One row of those that are alike in all their codes; the tables with figures that do not add have none. */
function addUp(table: TableName, rows: readonly Row[]): Row[] {
  if (BROAD[table] === undefined) return [...rows];
  const figures = TABLES[table].fields.filter(({ role }) => role === 'measure').map(({ name }) => name);
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const codes = Object.entries(row).filter(([name]) => !figures.includes(name));
    const before = sums.get(codes.join());
    const added = figures.map((name) => [name, Number(row[name]) + Number(before?.[name] ?? 0)]);
    sums.set(codes.join(), { ...row, ...Object.fromEntries(added) });
  }
  return [...sums.values()];
}

describe.each(PERIODS)('the published cells of %s', (period) => {
  it('are exactly those that a plain loop over the returns works out, whatever their table', () => {
    const expected = oracleCells(returns, period);
    const found = [...published].filter(([, cell]) => cell.period === period);
    expect([...expected.keys()].filter((id) => !published.has(id))).toEqual([]);
    expect(found.filter(([id]) => !expected.has(id))).toEqual([]);
    expect([...expected].filter(([id, { value }]) => published.get(id)?.value !== value)).toEqual([]);
  }, 120_000);
});

it('has cells of every table and both kinds of period to compare', () => {
  const counted = new Map<string, number>();
  for (const { table, period } of published.values()) {
    const key = `${table} ${period === YEAR ? 'year' : 'quarter'}`;
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  const ofYears = TABLE_NAMES.filter((table) => table !== 'workforce' && table !== 'assets');
  const ofQuarters = TABLE_NAMES.filter((table) => table !== 'equity');
  expect([...counted.keys()].sort()).toEqual(
    [...ofYears.map((table) => `${table} year`), ...ofQuarters.map((table) => `${table} quarter`)].sort(),
  );
  expect(Math.min(...counted.values())).toBeGreaterThan(100);
});

it('has what is hard to count: a second index, broad codes, and stages carried over', () => {
  const dimensions = [...published.values()].flatMap(({ dimensions: of }) => Object.values(of));
  expect(dimensions).toEqual(
    expect.arrayContaining(['not_known:wellbeing_and_connection', 'not_known:within_28', 'open_at_start']),
  );
  const indices = [...published.values()].map(({ selectors }) => selectors.deprivation_index);
  expect(new Set(indices)).toEqual(new Set([undefined, 'wimd_2019', 'wimd_2025']));
});
