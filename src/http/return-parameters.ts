import { type HeaderNode, headerLeaves } from '../standard/header-leaves.ts';

/**
 * The header of a return as query parameters, for a table sent as CSV: each field of the header under the name
 * that `headerFromParameters` reads, described as the schema describes it.
 *
 * All are text, since what they hold is for validation to judge.
 */
export function returnParameters(): Record<string, object> {
  return Object.fromEntries(headerLeaves().map(({ name, node }) => [name, parameterOf(node)]));
}

function parameterOf(node: HeaderNode): object {
  const example = node.examples?.[0];
  const text = Array.isArray(example) ? example.join(',') : String(example);
  return {
    type: 'string',
    description: node.description,
    'x-cy': { description: node['x-cy']?.description },
    ...(example === undefined ? {} : { examples: [text] }),
  };
}
