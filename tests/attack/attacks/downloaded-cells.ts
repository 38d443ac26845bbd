import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Cell, readCellFiles } from '../country/cells.ts';
import type { PublicService } from '../country/serve-country.ts';

/** The published cells of a table and period as anyone downloads them: the file over HTTP, read with DuckDB. */
export async function downloadCells(
  service: PublicService,
  table: Cell['place']['table'],
  period: string,
): Promise<ReadonlyMap<string, number | null>> {
  const path = `cells/table=${table}/period=${period}/cells.parquet`;
  const folder = await mkdtemp(join(tmpdir(), 'spcd-download-'));
  try {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(
      join(folder, path),
      await service.download(`/v1/releases/${service.release}/files/${path}`),
    );
    const cells = new Map<string, number | null>();
    for await (const some of readCellFiles(folder)) for (const { id, value } of some) cells.set(id, value);
    return cells;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
