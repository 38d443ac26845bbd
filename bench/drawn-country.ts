import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, quoteText } from '../src/archive/duckdb.ts';
import { AREA, isFixed, type Selectors, systemOf } from '../src/disclosure/lattice.ts';
import { rowColumns } from '../src/release/lift-rows.ts';
import type { PrivateRows } from '../src/release/private-rows.ts';
import { choicesOf } from '../src/release/token-table.ts';
import { allowedCodes } from '../src/standard/allowed-codes.ts';
import { CODE_LISTS, type CodeListId } from '../src/standard/generated/code-lists.ts';
import { MEASURE_IDS, MEASURES, type MeasureId } from '../src/standard/generated/measures.ts';
import { TABLES, type TableName } from '../src/standard/generated/tables.ts';
import type { FieldDescription } from '../src/standard/table-description.ts';
import { LATEST_SETTLED_VERSION } from '../src/standard/versions/of-version.ts';

export const NATIONS = ['W92000004', 'E92000001', 'S92000003', 'N92000002'] as const;
export const QUARTERS = ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1'] as const;

/** Of every hundred rows, how many are of each table: about as returns of the whole standard hold them. */
const SHARES: Readonly<Partial<Record<TableName, number>>> = {
  profiles: 12,
  characteristics: 30,
  equity: 6,
  needs: 14,
  pathway: 12,
  connections: 10,
  closures: 8,
  outcome_coverage: 4,
  outcomes: 4,
};

/**
 * Keyed rows of an invented country, four quarters of all tables of people, drawn by DuckDB itself: 1,000 rows or
 * 10,000,000 in the same proportions. Codes are drawn unevenly, as people are: the first of a list most often.
 */
export async function drawCountry(
  connection: DuckDBConnection,
  folder: string,
  total: number,
): Promise<PrivateRows[]> {
  const drawn: PrivateRows[] = [];
  await connection.run('SELECT setseed(0.25)');
  for (const [table, share] of Object.entries(SHARES) as [TableName, number][]) {
    for (const period of QUARTERS) {
      const rows = Math.ceil((total * share) / 100 / QUARTERS.length);
      const path = join(folder, `${table}-${period}-${total}.parquet`);
      await mkdir(folder, { recursive: true });
      const choices = choicesOf(table);
      const parts = choices.map(({ selectors }) =>
        rowsOf(table, period, selectors, Math.ceil(rows / choices.length)),
      );
      await connection.run(
        `COPY (${parts.join(' UNION ALL ')}) TO ${quoteText(path)} (FORMAT parquet, COMPRESSION zstd)`,
      );
      drawn.push({ table, period, path });
    }
  }
  return drawn;
}

function rowsOf(table: TableName, period: string, selectors: Selectors, rows: number): string {
  const columns = rowColumns(table, LATEST_SETTLED_VERSION).map(({ name, field: fieldName }) => {
    const field = TABLES[table].fields.find((candidate) => candidate.name === fieldName) as FieldDescription;
    if (name.startsWith('key_')) return `FLOOR(random() * 4294967296)::UINTEGER AS ${name}`;
    return `${drawOf(field, selectors)} AS ${name}`;
  });
  const header = [
    `'RRR' AS organisation`,
    `${oneOf([...NATIONS])} AS nation`,
    `${quoteText(period)} AS period`,
    `'wimd_2019' AS deprivation_index`,
    `'census_2021' AS ethnicity_scheme`,
  ];
  return `SELECT ${[...header, ...columns].join(', ')} FROM range(${rows})`;
}

function drawOf(field: FieldDescription, selectors: Selectors): string {
  if (field.magnitude !== null) return field.magnitude === 'mean' ? '20 + random() * 10' : '4 + random() * 3';
  if (field.kind === 'integer') return '(1 + FLOOR(-LN(1 - random()) * 3))::INTEGER';
  if (field.kind === 'number') return 'NULL::DOUBLE';
  if (field.name === AREA) return oneOf(finestAreas(field));
  if (selectors[field.name] !== undefined) return quoteText(selectors[field.name] as string);
  if (field.role === 'dimension') {
    const system = systemOf(field, selectors, LATEST_SETTLED_VERSION);
    if (isFixed(field, selectors)) return quoteText(system.sentCodes()[0] as string);
    return oneOf([...system.sentCodes()]);
  }
  if (field.name === 'change_method') return "'paired'";
  if (field.registry === 'measures') return oneOf(measuresOfOneSet());
  if (field.registry === 'instruments') return oneOf([...new Set(measuresOfOneSet().map(instrumentOf))]);
  return oneOf(allowedCodes(CODE_LISTS[field.list as CodeListId], field).map(({ code }) => code));
}

function measuresOfOneSet(): string[] {
  return MEASURE_IDS.filter((id) => MEASURES[id].score_minimum <= 20 && MEASURES[id].score_maximum >= 30);
}

function instrumentOf(measure: string): string {
  return MEASURES[measure as MeasureId].instrument;
}

/** The finest areas that a row of the table may name, less those that have ended. */
function finestAreas(field: FieldDescription): string[] {
  const system = systemOf(field, {}, LATEST_SETTLED_VERSION);
  const ended = new Set(
    system.list.codes.filter(({ valid_to }) => valid_to !== null).map(({ code }) => code),
  );
  return system
    .sentCodes()
    .filter((code) => system.levelOf(code)?.id === system.levels.at(-1)?.id && !ended.has(code));
}

/** One of the codes, the first ones more often: the square of an even draw. */
function oneOf(codes: readonly string[]): string {
  return `[${codes.map(quoteText).join(', ')}][1 + FLOOR(random() * random() * ${codes.length})::INTEGER]`;
}
