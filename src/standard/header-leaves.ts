import { RETURN_ENVELOPE } from './generated/return-envelope.ts';

/** A part of the schema of a return, as far as it is read here. */
export interface HeaderNode {
  readonly type?: string;
  readonly const?: string;
  readonly title?: string;
  readonly description?: string;
  readonly 'x-cy'?: { readonly title?: string; readonly description?: string };
  readonly 'x-codelist'?: string;
  readonly examples?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, HeaderNode>>;
  readonly items?: HeaderNode;
}

/** One field of the header that holds a value itself. */
export interface HeaderLeaf {
  readonly path: readonly string[];
  /** Its name as flat text, as `headerFromParameters` reads it: `source_system_name`, `profiles_nil`. */
  readonly name: string;
  readonly node: HeaderNode;
}

/** The schema of a return's header: that of the return without its tables. */
export function headerNode(): HeaderNode & Required<Pick<HeaderNode, 'properties' | 'required'>> {
  const envelope: HeaderNode = RETURN_ENVELOPE;
  if (envelope.properties === undefined) throw new Error('The standard has no schema of a return');
  const { tables: _, ...properties } = envelope.properties;
  const required = (envelope.required ?? []).filter((name) => name !== 'tables');
  return { ...envelope, properties, required };
}

/** Every field of the header that holds a value itself, in the order of the schema. */
export function headerLeaves(): readonly HeaderLeaf[] {
  return leavesOf(headerNode().properties, []);
}

function leavesOf(properties: Readonly<Record<string, HeaderNode>>, above: readonly string[]): HeaderLeaf[] {
  return Object.entries(properties).flatMap(([name, node]): HeaderLeaf[] => {
    const path = [...above, name];
    if (node.properties !== undefined) return leavesOf(node.properties, path);
    return [{ path, name: nameOf(path), node }];
  });
}

function nameOf(path: readonly string[]): string {
  const [first, second] = path;
  if (first !== 'coverage') return path.join('_');
  return path.slice(second === 'tables' ? 2 : 1).join('_');
}
