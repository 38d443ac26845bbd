import { SCHEMAS } from '../../src/standard/generated/schemas.ts';
import type { Return } from '../../src/standard/generated/types.ts';

/** Stands in every free text of a return, and nowhere else in the world. */
export const PLANTED_WORD = 'nerysmarker';

interface Node {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
}

/**
 * Not a submitter's words, though their schema would take any: services are registered by whoever runs the
 * service, the basis of a published evaluation is refused in any other return, and what is not collected must be
 * a name that the table has.
 */
const NOT_FREE = /^\/coverage\/services_included$|^\/basis_note$|\/not_collected$/;

const HEADER = SCHEMAS['/schema/1.0/return.schema.json'] as Node;

/** Where a return can hold words that its sender chose, such as `/coverage/tables/profiles/reason/en`. */
export function freeTextPaths(): string[] {
  const { tables: _rows, ...header } = HEADER.properties ?? {};
  return pathsBelow({ type: 'object', properties: header }, '');
}

function pathsBelow(node: Node, path: string): string[] {
  if (NOT_FREE.test(path)) return [];
  if (node.items) return pathsBelow(node.items, `${path}/*`);
  if (node.properties) {
    return Object.entries(node.properties).flatMap(([name, child]) => pathsBelow(child, `${path}/${name}`));
  }
  return takesTheWord(node) ? [path] : [];
}

function takesTheWord({ type, const: only, enum: codes, format, pattern }: Node): boolean {
  if (type !== 'string' || only !== undefined || codes !== undefined || format !== undefined) return false;
  return pattern === undefined || new RegExp(pattern, 'u').test(PLANTED_WORD);
}

/** The return with the planted word in every free text; of coverage, in that of the tables that it carries. */
export function plantWords(document: Return): Return {
  const planted = structuredClone(document) as unknown as Record<string, unknown>;
  for (const path of freeTextPaths()) {
    const names = path.split('/').slice(1);
    const [first, second, table] = names;
    if (first === 'coverage' && second === 'tables' && !(String(table) in document.tables)) continue;
    plantAt(planted, names);
  }
  return planted as unknown as Return;
}

function plantAt(parent: Record<string, unknown>, [name = '', ...rest]: readonly string[]): void {
  if (rest.length === 0) {
    parent[name] = PLANTED_WORD;
  } else if (rest[0] === '*') {
    parent[name] = [...((parent[name] as string[] | undefined) ?? []), PLANTED_WORD];
  } else {
    const child = { ...(parent[name] as Record<string, unknown> | undefined) };
    parent[name] = child;
    plantAt(child, rest);
  }
}
