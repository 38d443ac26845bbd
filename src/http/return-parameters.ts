import { SCHEMAS } from '../standard/generated/schemas.ts';
import { SCHEMA_VERSION } from '../standard/generated/tables.ts';

/** A part of a schema, as far as it is read here. */
interface Node {
  readonly type?: string;
  readonly description?: string;
  readonly 'x-cy'?: { readonly description?: string };
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Node>>;
}

/**
 * The header of a return as query parameters, for a table sent as CSV: each field of the header under the name
 * that `headerFromParameters` reads, described as the schema describes it.
 *
 * All are text, since what they hold is for validation to judge.
 */
export function returnParameters(): Record<string, object> {
  const envelope = SCHEMAS[`/schema/${SCHEMA_VERSION}/return.schema.json`] as Node | undefined;
  if (envelope?.properties === undefined) throw new Error('The standard has no schema of a return');
  const { tables: _, ...header } = envelope.properties;
  return Object.fromEntries(leavesOf(header, []).map(([path, node]) => [nameOf(path), parameterOf(node)]));
}

type Leaf = readonly [path: readonly string[], node: Node];

function leavesOf(properties: Readonly<Record<string, Node>>, above: readonly string[]): Leaf[] {
  return Object.entries(properties).flatMap(([name, node]): Leaf[] => {
    const path = [...above, name];
    return node.properties === undefined ? [[path, node]] : leavesOf(node.properties, path);
  });
}

function nameOf(path: readonly string[]): string {
  const [first, second] = path;
  if (first !== 'coverage') return path.join('_');
  return path.slice(second === 'tables' ? 2 : 1).join('_');
}

function parameterOf(node: Node): object {
  const example = node.examples?.[0];
  const text = Array.isArray(example) ? example.join(',') : String(example);
  return {
    type: 'string',
    description: node.description,
    'x-cy': { description: node['x-cy']?.description },
    ...(example === undefined ? {} : { examples: [text] }),
  };
}
