import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filesOfVersion, layerVersions } from '../../../src/standard/versions/layer-versions.ts';

const SCHEMA = fileURLToPath(new URL('../../../schema', import.meta.url));

/** All files of `schema/`, by path. */
export function schemaFiles(): Map<string, string> {
  const paths = readdirSync(SCHEMA, { recursive: true }) as string[];
  return new Map(
    paths
      .filter((path) => /\.(json|csv)$/.test(path))
      .sort()
      .map((path) => [path, readFileSync(`${SCHEMA}/${path}`, 'utf8')]),
  );
}

/** One version, whole. */
export function versionFiles(version: string): Map<string, string> {
  return filesOfVersion(layerVersions(schemaFiles()), version);
}
