import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { frozenFaults, readRecord } from './check-frozen.ts';
import { checkSchemas } from './check-schemas.ts';
import { versionFaults } from './check-versions.ts';
import { REPOSITORY } from './read-schema.ts';
import { readVersion } from './read-versions.ts';
import { readWelsh } from './read-welsh.ts';
import { renderClientTypes } from './render-client-types.ts';
import {
  renderCodeLists,
  renderMeasures,
  renderReturnEnvelope,
  renderSchemas,
  renderTableDescriptions,
} from './render-data.ts';
import { renderEthnicitySchemes } from './render-ethnicity-schemes.ts';
import { renderNewerSchemas, renderNewerVersion } from './render-newer-version.ts';
import { readRegistries, registryFaults, renderRegistries } from './render-registries.ts';
import { renderRowTables } from './render-row-tables.ts';
import { renderTypes } from './render-types.ts';
import { renderValidators } from './render-validators.ts';
import { newerThanCurrent, newestOf, readVersionSets, renderVersions } from './render-versions.ts';
import { renderWelshReview } from './render-welsh-review.ts';

export const VERSION = '1.0';
const CLIENT_TYPES = 'src/npm-package/client/generated/operations.ts';

/** Generated files by their path in the repository: texts, and the few that are none. */
export type RenderedFiles = Map<string, string | Uint8Array>;

/** Every generated file, by its path in the repository: what `schema/` decides, and what the code does. */
export async function renderAll(root = REPOSITORY): Promise<RenderedFiles> {
  return new Map([...(await renderFromSchema(root)), ...(await renderFromCode(root))]);
}

/**
 * The OpenAPI documents, the client's types made from them, the catalogue of rules and the cases of the conformance
 * kit. Imported late: what they are made of stands on the files that `renderFromSchema` gives.
 */
async function renderFromCode(root = REPOSITORY): Promise<RenderedFiles> {
  const { renderOpenApi } = await import('./render-openapi.ts');
  const { renderRules } = await import('./render-rules.ts');
  const { renderConformance } = await import('./render-conformance.ts');
  const openApi = await renderOpenApi();
  return new Map([
    ...openApi,
    [CLIENT_TYPES, await renderClientTypes(JSON.parse(openApi.get('openapi/openapi.en.json') ?? ''))],
    ...(await renderRules(root)),
    ...renderConformance(),
  ]);
}

/** What `schema/` alone decides, by path in the repository. */
export async function renderFromSchema(root = REPOSITORY): Promise<Map<string, string>> {
  const sets = await readVersionSets(VERSION, root);
  const schema = sets.current;
  const newer = newerThanCurrent(sets);
  const registries = await readRegistries(VERSION, root);
  const checked = await Promise.all([schema, ...newer].map((each) => checkSchemas(each, root)));
  const faults = [
    ...checked.flat(),
    ...(await registryFaults(registries, schema, root)),
    ...(await versionFaults(VERSION, root)),
    ...(await faultsOfFrozen(VERSION, root)),
  ];
  if (faults.length > 0) throw new Error(`schema/ breaks its own rules:\n${faults.join('\n')}`);
  const validators = await renderValidators(schema);
  const ofNewer = await Promise.all(newer.map((each) => renderNewerVersion(each, schema)));
  return new Map([
    ['src/standard/generated/code-lists.ts', renderCodeLists(schema)],
    ['src/standard/generated/tables.ts', renderTableDescriptions(schema)],
    ['src/standard/generated/measures.ts', renderMeasures(schema)],
    ...renderRegistries(registries),
    ['src/standard/generated/ethnicity-schemes.ts', renderEthnicitySchemes(registries.mappings, schema)],
    ['src/standard/generated/schemas.ts', renderSchemas(schema)],
    ['src/standard/generated/return-envelope.ts', renderReturnEnvelope(schema)],
    ['src/standard/generated/types.ts', await renderTypes(schema)],
    ...[...validators].map(([name, source]): [string, string] => [
      `src/standard/generated/validators/${name}`,
      source,
    ]),
    ['src/standard/generated/versions.ts', renderVersions(sets)],
    ['src/standard/generated/newer-schemas.ts', renderNewerSchemas(newer, schema)],
    ...ofNewer
      .flatMap((files) => [...files])
      .map(([name, source]): [string, string] => [`src/standard/generated/${name}`, source]),
    ['src/store/generated/row-tables.ts', renderRowTables(newestOf(sets))],
    ['docs/welsh-review.md', renderWelshReview(await readWelsh(schema, registries, root))],
  ]);
}

async function faultsOfFrozen(version: string, root: string): Promise<string[]> {
  const record = await readRecord(version, root);
  return record === null ? [] : frozenFaults(version, await readVersion(version, root), record);
}

/** The generated files that are not what they would be now: missing, changed by hand, or left behind. */
export async function staleFiles(
  rendered: ReadonlyMap<string, string | Uint8Array>,
  root = REPOSITORY,
): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, source] of rendered) {
    const current = await readFile(join(root, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (current === undefined || !current.equals(Buffer.from(source))) stale.push(path);
  }
  return [...stale, ...(await leftBehind(rendered, root))];
}

/** Folders that hold nothing written by hand. */
const WHOLLY_GENERATED = /^openapi$|^docs\/rules$|^examples\/conformance\/cases$|\/generated(\/|$)/;

/** What stands in a wholly generated folder, though nothing generates it any more. */
async function leftBehind(rendered: ReadonlyMap<string, unknown>, root: string): Promise<string[]> {
  const folders = new Set([...rendered.keys()].map((path) => dirname(path)));
  const found: string[] = [];
  for (const folder of [...folders].filter((each) => WHOLLY_GENERATED.test(each))) {
    const names = await readdir(join(root, folder)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    const paths = names.map((name) => `${folder}/${name}`);
    found.push(...paths.filter((path) => !rendered.has(path) && !folders.has(path)));
  }
  return found;
}

async function main(check: boolean): Promise<void> {
  if (check) {
    const stale = await staleFiles(await renderAll());
    for (const path of stale) console.error(`${path} is stale. Run: npm run generate`);
    process.exitCode = stale.length > 0 ? 1 : 0;
    return;
  }
  const written = [
    ...(await writeStale(await renderFromSchema())),
    ...(await writeStale(await renderFromCode())),
  ];
  if (written.length === 0) console.log('Everything generated is up to date.');
}

async function writeStale(rendered: ReadonlyMap<string, string | Uint8Array>): Promise<string[]> {
  const stale = await staleFiles(rendered);
  for (const path of stale) {
    const target = join(REPOSITORY, path);
    const source = rendered.get(path);
    if (source === undefined) {
      await rm(target, { recursive: true });
      console.log(`removed ${path}`);
      continue;
    }
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, source);
    console.log(`wrote ${path}`);
  }
  return stale;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(process.argv.includes('--check'));
}
