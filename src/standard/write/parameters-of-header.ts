import type { WritableReturn } from '../row.ts';

/**
 * A header as flat text, name by name, as `headerFromParameters` reads it: lists joined by commas, fields below
 * another joined by an underscore, what belongs to a table under the table's name.
 */
export function parametersOfHeader(
  header: Omit<WritableReturn, 'tables'>,
): readonly (readonly [string, string])[] {
  const { coverage, ...others } = header;
  const { tables = {}, ...covered } = coverage;
  return [others, covered, tables].flatMap((part) =>
    Object.entries(part).flatMap(([name, value]) => flatten(name, value)),
  );
}

function flatten(name: string, value: unknown): readonly (readonly [string, string])[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return [[name, value.join(',')]];
  if (typeof value !== 'object' || value === null) return [[name, String(value)]];
  return Object.entries(value).flatMap(([below, child]) => flatten(`${name}_${below}`, child));
}
