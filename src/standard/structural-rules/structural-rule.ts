import type { RuleText } from '../rules/rule.ts';

/**
 * The words of one fault of form. A name in braces, such as `{list}`, is filled in for each finding.
 *
 * They are errors, since a return whose form is wrong cannot be read for certain, but for the few that only say
 * how something was read.
 */
export type StructuralText = Pick<RuleText, 'id' | 'message' | 'why' | 'remedy' | 'source'> & {
  readonly tier?: 'advice';
  /** The version that brought the rule, where that is not the first. */
  readonly since?: string;
};
