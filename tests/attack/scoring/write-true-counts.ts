import { mkdir } from 'node:fs/promises';
import { openDuckDb } from '../../../src/archive/duckdb.ts';
import type { ProtectedCell } from '../../../src/release/protect-cells.ts';
import { writeCells } from '../../../src/release/published-cells.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../../../src/standard/generated/tables.ts';
import type { Return } from '../../../src/standard/generated/types.ts';
import { financialYearOf, quarterAfter, quartersOf } from '../../../src/standard/period.ts';
import { isFigureOf } from '../../release/oracle/figures.ts';
import { CARRIED } from '../../release/oracle/oracle.ts';
import { latticeOf, type Place } from '../../release/oracle/places.ts';
import { isOfQuartersOnly, type Row, WORDS } from '../../release/oracle/table-words.ts';

/** True counts by a text that is the same for a place whatever its period. */
type Counted = Map<string, { readonly place: Place; readonly counts: Record<string, number> }>;

/**
 * Writes the true count of every figure of every cell of the lattice that is not zero, in the form of published
 * cells: worked out from the returns by the words of the oracle, apart from the builder.
 */
export async function writeTrueCounts(returns: readonly Return[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const periods = [...new Set(returns.map(({ period }) => period))].sort();
  const years = [...new Set(periods.map(financialYearOf))].filter((year) =>
    quartersOf(year).every((quarter) => periods.includes(quarter)),
  );
  const instance = await openDuckDb({ memoryLimit: '1GB', threads: 1, folders: [folder] });
  const connection = await instance.connect();
  const write = (table: TableName, period: string, counted: Counted, figures: readonly string[]) =>
    writeCells(
      connection,
      folder,
      { table, period, release: 'truth', schemaVersion: '1.0' },
      cellsIn(counted, period, figures),
    );
  try {
    for (const table of TABLE_NAMES.filter((name) => TABLES[name].disclosure === 'persons')) {
      const isOfYears = TABLES[table].covers === 'financial_year';
      const counted = countQuarters(table, periods, returns);
      const { quarter: ofQuarters, year: ofYears } = WORDS[table];
      for (const year of years) {
        const quarters = isOfYears ? quartersOf(year).slice(-1) : quartersOf(year);
        await write(
          table,
          year,
          addUp(
            year,
            quarters.map((each) => counted.get(each) as Counted),
          ),
          ofYears,
        );
      }
      if (isOfYears) continue;
      if (table === 'pathway') carryOver(counted);
      for (const [period, held] of counted) await write(table, period, held, ofQuarters);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** What stands in each quarter, with the figures of quarters and of years. */
function countQuarters(
  table: TableName,
  periods: readonly string[],
  returns: readonly Return[],
): Map<string, Counted> {
  const { quarter, year } = WORDS[table];
  const figures = [...new Set([...quarter, ...year])];
  const placesOfRow = latticeOf(table);
  const counted = new Map(periods.map((period) => [period, new Map() as Counted]));
  for (const { period, deprivation_index: index, tables } of returns) {
    const held = counted.get(period) as Counted;
    for (const row of (tables[table] ?? []) as unknown as readonly Row[]) {
      const seen = new Set<string>();
      for (const place of placesOfRow(period, { row, index })) {
        // The release is of Wales.
        if (place.area.endsWith('E92000001')) continue;
        const id = textOf(place);
        // Two levels may give one place; a row is in it once.
        if (seen.has(id)) continue;
        seen.add(id);
        const entry = held.get(id) ?? { place, counts: {} };
        for (const figure of figures) {
          const count = row[figure];
          if (count === null || count === undefined || !isFigureOf(place, figure)) continue;
          entry.counts[figure] = (entry.counts[figure] ?? 0) + Number(count);
        }
        held.set(id, entry);
      }
    }
  }
  return counted;
}

function addUp(year: string, quarters: readonly Counted[]): Counted {
  const total: Counted = new Map();
  for (const [id, { place, counts }] of quarters.flatMap((quarter) => [...quarter])) {
    if (isOfQuartersOnly(place.selectors, place.dimensions)) continue;
    const entry = total.get(id) ?? { place: { ...place, period: year }, counts: {} };
    for (const [figure, count] of Object.entries(counts)) {
      entry.counts[figure] = (entry.counts[figure] ?? 0) + count;
    }
    total.set(id, entry);
  }
  return total;
}

/** Some figures of the pathway are those of the quarter before; a first quarter keeps its own. */
function carryOver(counted: Map<string, Counted>): void {
  const isAt = ({ selectors, dimensions }: Place, [basis, stage]: readonly [string, string]) =>
    selectors.basis === basis && dimensions.stage === stage;
  for (const [past, before] of [...counted].sort().reverse()) {
    const period = quarterAfter(past);
    const held = counted.get(period);
    if (!held) continue;
    for (const { now, before: then } of CARRIED) {
      for (const [id, { place }] of held) if (isAt(place, now)) held.delete(id);
      for (const { place, counts } of before.values()) {
        if (!isAt(place, then)) continue;
        const [basis, stage] = now;
        const dimensions = { ...place.dimensions, stage };
        const moved = { ...place, period, selectors: { ...place.selectors, basis }, dimensions };
        held.set(textOf(moved), { place: moved, counts });
      }
    }
  }
}

function textOf({ area, selectors, dimensions }: Place): string {
  return [area, ...Object.entries(selectors), ...Object.entries(dimensions)].join();
}

function cellsIn(counted: Counted, period: string, figures: readonly string[]): ProtectedCell[] {
  return [...counted.values()].flatMap(({ place, counts }) =>
    figures
      .filter((figure) => (counts[figure] ?? 0) > 0)
      .map((figure) => ({ place: { ...place, period }, figure, value: counts[figure] as number })),
  );
}
