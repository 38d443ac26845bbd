import type { RuleText } from '../rules/rule.ts';

/**
 * The words of one fault of form. A name in braces, such as `{list}`, is filled in for each finding.
 *
 * All of them are errors, since a return whose form is wrong cannot be read for certain.
 */
export type StructuralText = Pick<RuleText, 'id' | 'message' | 'why' | 'remedy' | 'source'>;
