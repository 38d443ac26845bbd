import type { QualityNote } from '../archive/manifest.ts';
import { CODE_LISTS, type VerificationReasonCode } from '../standard/generated/code-lists.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type { AcceptedTable } from '../store/accepted-tables.ts';

/** The tables that a rule speaks of; `every` where it speaks of the return as a whole. */
type SpokenOf = readonly TableName[] | 'every';

/**
 * The rules whose confirmations are published. What is said where one fires, or where none does, is known anyway
 * or is of nothing that a release hides; docs/decisions/0016-which-confirmations-are-published.md weighs each.
 */
export const PUBLIC_RULES: Readonly<Record<string, SpokenOf>> = {
  'both-breakdowns-of-needs-count-the-same': ['needs'],
  'cohort-is-referrals-of-quarter-before': ['pathway'],
  'open-at-start-is-open-at-end-before': ['pathway'],
  'people-not-above-residents': ['profiles'],
  'providers-not-above-offers': ['assets'],
  'service-in-one-return-only': 'every',
};

/**
 * The rules whose confirmations are never published, each with what a note would tell of a hidden count. A rule of
 * the tier `verify` that stands in neither list is not published either, and a test asks for a decision.
 */
export const KEPT_RULES: Readonly<Record<string, string>> = {
  'area-within-the-submitters-areas': 'that somebody lives in an area whose count may be hidden',
  'blanks-at-most-two-in-five': 'a share, of groups of any size',
  'count-within-half-of-the-one-before': 'by its absence, that a count which is now hidden is not small',
  'equity-holds-the-people-of-its-quarter': 'which of two protected counts is the larger',
  'figures-are-unrounded': 'that no count of a table is from 1 to 4',
  'full-time-equivalent-not-above-headcount': 'how long one person works where there are fewer than five',
  'one-code-does-not-hold-everything': 'something about each person',
  'people-scored-on-one-scale': 'that somebody has a score whose count may be hidden',
  'stocks-are-counted-by-event': 'that a cell has a row whose count may be hidden',
  'supported-people-not-above-conversations': 'which of two protected counts is the larger',
  'too-soon-to-know-only-within-eight-weeks': 'that a cell has a row whose count may be hidden',
};

/**
 * What organisations confirmed of the tables behind a release, as far as it may be known: by period, organisation,
 * table and rule.
 */
export function publicNotesOf(accepted: readonly AcceptedTable[]): QualityNote[] {
  const notes = accepted.flatMap(({ organisation, period, table, confirmations }) =>
    confirmations.flatMap(({ rule, reason }) => {
      const reason_code = REASONS.find((code) => code === reason);
      if (reason_code === undefined || !isSpokenOf(rule, table)) return [];
      return [{ organisation, period, table, rule, reason_code }];
    }),
  );
  const key = ({ period, organisation, table, rule }: QualityNote) =>
    [period, organisation, table, rule].join(' ');
  return notes.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** A confirmation with another reason than those of the list, whatever it is, is not published. */
const REASONS = CODE_LISTS.verification_reason.codes.map(({ code }) => code as VerificationReasonCode);

function isSpokenOf(rule: string, table: TableName): boolean {
  const tables = Object.hasOwn(PUBLIC_RULES, rule) ? PUBLIC_RULES[rule] : undefined;
  return tables === 'every' || (tables?.includes(table) ?? false);
}
