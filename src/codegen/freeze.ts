import { writeFile } from 'node:fs/promises';
import { frozenFaults, readRecord, recordOf, recordPath } from './check-frozen.ts';
import { VERSION } from './generate.ts';
import { REPOSITORY } from './read-schema.ts';
import { readVersion } from './read-versions.ts';

/**
 * `npm run freeze`: records what the current version holds, so that nothing but words can change in it any more; or,
 * once it is frozen, records the words as they are now.
 */
async function freeze(): Promise<void> {
  const files = await readVersion(VERSION, REPOSITORY);
  const before = await readRecord(VERSION, REPOSITORY);
  const record = recordOf(files);
  const faults = frozenFaults(VERSION, files, before ?? record);
  if (faults.length > 0) {
    for (const fault of faults) console.error(fault);
    process.exitCode = 1;
    return;
  }
  await writeFile(recordPath(VERSION, REPOSITORY), `${JSON.stringify(record, null, 2)}\n`);
  console.log(`recorded ${Object.keys(record).length} files of ${VERSION}`);
}

await freeze();
