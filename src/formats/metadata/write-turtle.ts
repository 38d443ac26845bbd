import { type LinkedNode, type LinkedValue, PREFIXES, type PrefixedName, saidOf } from './linked-data.ts';

/** Linked data as Turtle 1.1: the triples that `writeJsonLd` writes, a paragraph for each thing. */
export function writeTurtle(nodes: readonly LinkedNode[]): string {
  const prefixes = Object.entries(PREFIXES).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`);
  return [prefixes.join(''), ...nodes.map(paragraphOf)].join('\n');
}

function paragraphOf(node: LinkedNode): string {
  const said = saidOf(node).map(([name, values]) => `  ${name} ${values.map(written).join(', ')}`);
  const lines = [`<${address(node.iri)}> a ${node.types.join(', ')}`, ...said];
  return `${lines.join(' ;\n')} .\n`;
}

function written(value: LinkedValue): string {
  if ('iri' in value) return `<${address(value.iri)}>`;
  if ('words' in value) return `${quoted(value.words)}@${value.language}`;
  return value.type === undefined ? quoted(value.value) : `${quoted(value.value)}^^${typeOf(value.type)}`;
}

function typeOf(name: PrefixedName): string {
  return name;
}

/** What Turtle lets stand in no address is written as its percent sign and bytes. */
function address(iri: string): string {
  return iri.replace(/[^!#-;=?-[\]_a-z~-\u{10ffff}]/gu, (character) => encodeURIComponent(character));
}

function quoted(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
  return `"${escaped}"`;
}
