import type { HeaderFault } from './check-header.ts';
import { hasControlCharacter, WITHHELD } from './safe-value.ts';

type Path = readonly (string | number)[];

/**
 * Every text of a header that holds what cannot be seen or stored: control characters other than tabs and line
 * breaks, halves of characters, soft hyphens, joiners, marks that turn the direction of writing.
 */
export function checkTexts(header: Readonly<Record<string, unknown>>): HeaderFault[] {
  return textsBelow(header, [])
    .filter(({ text }) => hasControlCharacter(text.replace(/[\t\n\r]/g, ' ')))
    .map(({ path }) => ({
      rule: 'text-without-control-characters',
      path,
      value: WITHHELD,
      suggestion: () => null,
    }));
}

function textsBelow(value: unknown, path: Path): { readonly path: Path; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  const entries: Iterable<[string | number, unknown]> = Array.isArray(value)
    ? value.entries()
    : Object.entries(value);
  return [...entries].flatMap(([name, child]) => textsBelow(child, [...path, name]));
}
