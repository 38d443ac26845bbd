import type { Text } from '../text.ts';
import { CHANGE_RULES, type ChangeRuleId } from './change-rules.ts';

/** How far a change reaches. `major`: a return that passed may fail. `minor`: more may be sent. `patch`: words. */
export const CHANGE_LEVELS = ['major', 'minor', 'patch'] as const;
export type ChangeLevel = (typeof CHANGE_LEVELS)[number];

/** One difference between two versions of the standard. */
export interface SchemaChange {
  readonly rule: ChangeRuleId;
  readonly level: ChangeLevel;
  /** What changed: `tables/workforce/headcount`, `codelists/barrier/cost`, `return/period`. */
  readonly at: string;
  readonly message: Text;
}

/**
 * One change, in the words of its rule.
 *
 * @param facts - Fill the names in braces of those words.
 */
export function changeOf(
  rule: ChangeRuleId,
  at: string,
  facts: Readonly<Record<string, string>> = {},
): SchemaChange {
  const { level, message } = CHANGE_RULES[rule];
  return { rule, level, at, message: { en: fill(message.en, facts), cy: fill(message.cy, facts) } };
}

/** The step that a list of changes asks for; null where nothing changed. */
export function stepOf(changes: readonly SchemaChange[]): ChangeLevel | null {
  return CHANGE_LEVELS.find((level) => changes.some((change) => change.level === level)) ?? null;
}

function fill(words: string, facts: Readonly<Record<string, string>>): string {
  return Object.entries(facts).reduce(
    (filled, [name, fact]) => filled.replaceAll(`{${name}}`, () => fact),
    words,
  );
}
