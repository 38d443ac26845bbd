import { type HeaderNode, headerNode } from '../header-leaves.ts';
import { headerFromParameters } from '../read/header-from-parameters.ts';

/**
 * The header of a template: every field that a return must have, null where it is still to be filled in.
 *
 * What the standard itself decides is filled in; lists are there and empty. Validation reports each null that is
 * left as `header-field-present`.
 *
 * @param parameters - Fields already known, by name as flat text, as `headerFromParameters` reads them.
 */
export function templateHeader(
  parameters: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  return headerFromParameters(parameters, skeletonOf(headerNode()));
}

function skeletonOf({ properties = {}, required = [] }: HeaderNode): Record<string, unknown> {
  return Object.fromEntries(required.map((name) => [name, placeholderOf(properties[name] ?? {})]));
}

function placeholderOf(node: HeaderNode): unknown {
  if (node.const !== undefined) return node.const;
  if (node.type === 'array') return [];
  return node.properties === undefined ? null : skeletonOf(node);
}
