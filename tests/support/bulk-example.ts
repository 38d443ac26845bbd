import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuckDb } from '../../src/archive/duckdb.ts';
import { writeBulkFiles } from '../../src/release/bulk-files.ts';
import type { ProtectedCell } from '../../src/release/protect-cells.ts';
import { writeCells } from '../../src/release/published-cells.ts';
import { peopleCell } from '../query/made-archive.ts';

const CARDIFF = 'health_board:W11000029';
const SWANSEA = 'health_board:W11000031';
/** An authority that is a health board too: its people stand under the authority alone. */
const POWYS = 'W06000023';

/** Cells of two quarters and a year, of which four are people supported by board, everyone in each. */
export const BULK_CELLS: readonly ProtectedCell[] = [
  peopleCell(310, CARDIFF),
  peopleCell(95, SWANSEA),
  peopleCell(180, CARDIFF, { sex: 'female' }),
  peopleCell(35, CARDIFF, { sex: 'female', age_band: 'age_group:65_plus' }),
  peopleCell(55, CARDIFF, { deprivation_quintile: 'q1' }, { index: 'wimd_2019' }),
  peopleCell(700, CARDIFF, {}, { population: 'referred' }),
  peopleCell(90, POWYS),
  peopleCell(45, 'W06000015'),
  peopleCell(325, CARDIFF, {}, { period: '2026-Q2' }),
  peopleCell(2000, CARDIFF, {}, { period: '2025-26' }),
];

/** What every example of docs/bulk.md that asks for boards must print. */
export const BOARDS = [
  `2026-Q1,${POWYS},90`,
  `2026-Q1,${CARDIFF},310`,
  `2026-Q1,${SWANSEA},95`,
  `2026-Q2,${CARDIFF},325`,
];

/** A folder with the bulk files of the cells, as a release has them. */
export async function makeBulkFiles(threads = 1): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'spcd-bulk-'));
  const instance = await openDuckDb({ memoryLimit: '256MB', threads, folders: [folder] });
  const connection = await instance.connect();
  const paths: string[] = [];
  for (const period of ['2026-Q1', '2026-Q2', '2025-26']) {
    const cells = BULK_CELLS.filter(({ place }) => place.period === period);
    const at = { table: 'profiles' as const, period, release: 'one', schemaVersion: '1.0' };
    paths.push(await writeCells(connection, folder, at, cells));
  }
  connection.closeSync();
  instance.closeSync();
  await writeBulkFiles(folder, paths, { schemaVersion: '1.0', collection: 'returns', threads });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The examples of docs/bulk.md in one language, in their order. */
export async function examplesIn(language: string): Promise<string[]> {
  const page = await readFile(new URL('../../docs/bulk.md', import.meta.url), 'utf8');
  return [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code]) =>
    String(code),
  );
}
