import type { Manifest, ReturnCoverage } from '../archive/manifest.ts';
import type { TableName } from '../standard/generated/tables.ts';
import { datesOf } from '../standard/period.ts';
import type { CoverageState } from './coverage-state.ts';
import { ancestryOf, leavesOf } from './scope.ts';
import { isArea, organisationsServing } from './serving-organisations.ts';

/** What the returns of a quarter say of the finest areas within an area: each thing that is said of some of them. */
export type StatesWithin = (area: string) => readonly CoverageState[];

/** The returns of a quarter that came with a table. */
export interface ReturnsOfQuarter {
  readonly all: readonly ReturnCoverage[];
  /** Those that name something they do not hold. */
  readonly lacking: readonly ReturnCoverage[];
  /** What is said of areas where some of the returns do not hold what is asked. */
  statesWithout(notHolding: readonly ReturnCoverage[]): StatesWithin;
}

/** The returns of a release of a quarter that came with a table, which are kept with it. */
export function returnsOfQuarter(release: Manifest, table: TableName, quarter: string): ReturnsOfQuarter {
  const known = ofReleases.get(release) ?? new Map<string, ReturnsOfQuarter>();
  ofReleases.set(release, known);
  const key = `${table} ${quarter}`;
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const all = release.coverage.filter((item) => item.period === quarter && item.tables[table] !== undefined);
  const readers = new Map<string, StatesWithin>();
  const found: ReturnsOfQuarter = {
    all,
    lacking: all.filter(({ tables }) =>
      Object.values(tables).some(({ not_collected }) => not_collected.length > 0),
    ),
    statesWithout(notHolding) {
      const without = notHolding.map((item) => all.indexOf(item)).join(' ');
      const holding = () => all.filter((item) => !notHolding.includes(item));
      const reader = readers.get(without) ?? statesReader(table, quarter, { all, holding: holding() });
      if (readers.size < MOST_READERS) readers.set(without, reader);
      return reader;
    },
  };
  // A quarter without returns may be any that somebody thinks of.
  if (all.length > 0) known.set(key, found);
  return found;
}

const ofReleases = new WeakMap<Manifest, Map<string, ReturnsOfQuarter>>();

/** What returns lack is said in codes of the standard, so few of its combinations are ever asked. */
const MOST_READERS = 100;

function statesReader(
  table: TableName,
  quarter: string,
  { all, holding }: { readonly all: readonly ReturnCoverage[]; readonly holding: readonly ReturnCoverage[] },
): StatesWithin {
  const complete = new Set(holding.flatMap((item) => item.areas_complete[table] ?? []));
  const senders = new Set<string>(all.map(({ organisation }) => organisation));
  const holders = new Set<string>(holding.map(({ organisation }) => organisation));
  const stateOf = (leaf: string): CoverageState => {
    if (ancestryOf(leaf).some((area) => complete.has(area))) return 'complete';
    const serving = organisationsServing(leaf);
    if (serving.some(({ code }) => holders.has(code))) return 'partial';
    return serving.some(({ code }) => senders.has(code)) ? 'not_collected' : 'no_return';
  };
  const known = new Map<string, readonly CoverageState[]>();
  return (area) => {
    const kept = known.get(area);
    if (kept !== undefined) return kept;
    const found = [...new Set(leavesOf(area, datesOf(quarter)).map(stateOf))];
    // Only codes of the list are kept: there is no end of others.
    if (isArea(area)) known.set(area, found);
    return found;
  };
}
