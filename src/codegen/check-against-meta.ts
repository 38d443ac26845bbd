import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/**
 * Checks a file of the standard against the meta-schema of its kind.
 *
 * @param kind - Name of a schema in `schema/meta/`, such as `glossary`.
 * @param documents - What to check, by the name to use in faults.
 * @returns One sentence for each fault.
 */
export async function metaFaults(
  kind: string,
  documents: ReadonlyMap<string, unknown>,
  root: string,
): Promise<string[]> {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const isInOrder = ajv.compile(
    JSON.parse(await readFile(join(root, `schema/meta/${kind}.schema.json`), 'utf8')),
  );
  return [...documents].flatMap(([name, document]) =>
    isInOrder(document)
      ? []
      : (isInOrder.errors ?? []).map(
          ({ instancePath, message, params }) =>
            `${name}${instancePath} ${message} ${JSON.stringify(params)}`,
        ),
  );
}
