import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TABLE_PLANS } from '../src/standard/plan-rows.ts';

/** Tables of which a million rows can differ: the others have too few combinations of codes in one board. */
export type LargeTable = 'connections' | 'pathway';

/** The header of the return, as it stands in the query of a request or in `--set`. */
export const HEADER: Readonly<Record<string, string>> = {
  submitter: '7A1',
  period: '2026-Q3',
  figures_status: 'provisional',
  source_kind: 'synthetic',
  sex_basis: 'sex',
  deprivation_index: 'wimd_2019',
  ethnicity_scheme: 'census_2021',
  services_included: 'bench-connectors',
  areas_complete: 'W11000023',
  source_system_name: 'Benchmark',
  source_system_version: '1',
  source_system_extracted_at: '2026-10-12T09:00:00Z',
};

/** The authorities of the board in the header, and those who live elsewhere. */
const AREAS = ['W06000001', 'W06000002', 'W06000003', 'W06000004', 'W06000005', 'W06000006', 'outside_area'];
const WITHOUT_WAIT = ['referral_received', 'open_at_start', 'open_at_end'];
const STOCKS = ['open_at_start', 'open_at_end'];
const BOARD_ONLY = ['safety_support', 'domestic_abuse'];

/** Fields whose codes depend on each other, so that no row breaks a rule by itself. */
const COUPLED: Readonly<Record<LargeTable, readonly string[]>> = {
  connections: ['uptake', 'barrier'],
  pathway: ['basis', 'stage', 'wait_band'],
};

function fits(codes: Readonly<Record<string, string>>): boolean {
  const { uptake, barrier, basis, stage = '', wait_band } = codes;
  if (uptake !== undefined) return (uptake === 'not_taken_up') === (barrier !== 'not_applicable');
  if (STOCKS.includes(stage) && basis !== 'events') return false;
  return WITHOUT_WAIT.includes(stage) === (wait_band === 'not_applicable');
}

function codesOf(table: LargeTable, field: string): string[] {
  if (field === 'area_code') return AREAS;
  const plan = TABLE_PLANS[table].fields.find((each) => each.field.name === field);
  return [...(plan?.dictionary?.codes.values() ?? [])]
    .filter(({ code, conditional }) => conditional === null && !BOARD_ONLY.includes(code))
    .map(({ code }) => code);
}

/** The parts that a row is put together from: each is one field, or several that go together. */
function partsOf(table: LargeTable): Readonly<Record<string, string>>[][] {
  const coupled = COUPLED[table];
  const free = TABLE_PLANS[table].fields
    .filter((plan) => plan.isKey && !coupled.includes(plan.field.name))
    .map(({ field }) => codesOf(table, field.name).map((code) => ({ [field.name]: code })));
  const together = coupled.reduce<Record<string, string>[]>(
    (combinations, field) =>
      combinations.flatMap((codes) => codesOf(table, field).map((code) => ({ ...codes, [field]: code }))),
    [{}],
  );
  return [...free, together.filter(fits)];
}

/**
 * Lines of a CSV of coded rows, its header line first. No two rows have the same codes, and they come in an order
 * that looks like chance but is the same every time.
 */
export function* codedLines(table: LargeTable, rows: number): Generator<string> {
  const { fields } = TABLE_PLANS[table];
  yield `${fields.map(({ field }) => field.name).join(',')}\n`;
  const parts = partsOf(table);
  const combinations = parts.reduce((product, part) => product * part.length, 1);
  if (combinations < rows) throw new RangeError(`${table} has only ${combinations} combinations of codes`);
  // Steps of a length that shares no factor with the number of combinations meet each of them once.
  let step = Math.floor(combinations * 0.618);
  while (greatestCommonDivisor(step, combinations) > 1) step += 1;
  let at = 0;
  for (let row = 0; row < rows; row += 1) {
    let rest = at;
    const codes: Record<string, string> = {};
    for (const part of parts) {
      Object.assign(codes, part[rest % part.length]);
      rest = Math.floor(rest / part.length);
    }
    yield `${fields.map(({ field }) => codes[field.name] ?? String(1 + ((row * 7) % 23))).join(',')}\n`;
    at = (at + step) % combinations;
  }
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}

/** The path of a CSV of coded rows in the folder for temporary files, written unless it is there already. */
export async function codedFile(table: LargeTable, rows: number): Promise<string> {
  const folder = join(tmpdir(), 'spcd-bench');
  const path = join(folder, `${table}-${rows}.csv`);
  if (existsSync(path)) return path;
  await mkdir(folder, { recursive: true });
  const part = `${path}.${process.pid}`;
  const file = createWriteStream(part);
  for (const line of codedLines(table, rows)) if (!file.write(line)) await once(file, 'drain');
  file.end();
  await once(file, 'close');
  await rename(part, path);
  return path;
}
