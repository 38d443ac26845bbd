import { periodLevelOf } from '../disclosure/lattice.ts';
import { TABLES } from '../standard/generated/tables.ts';
import { largestContribution } from '../standard/largest-contribution.ts';
import type { AnswerMeta } from './answer.ts';
import type { Question } from './question.ts';

/** How often one person may count in what is asked; the noise is as many times larger. */
export function contributionOf({ figures, periods }: Question): number {
  return largestContribution(figures, periodLevelOf(periods[0] as string));
}

/** How the figures of a question are protected. Those of things are published as the returns gave them. */
export function protectionOf(
  question: Question,
): Pick<AnswerMeta['disclosure'], 'method' | 'version' | 'threshold' | 'rounding' | 'additive'> {
  const { release, table } = question;
  const { method, version, threshold, rounding } = release.disclosure;
  const { disclosure, least_shown: least } = TABLES[table];
  if (disclosure === 'none') {
    return { method: 'none', version, threshold: least?.minimum ?? null, rounding: null, additive: false };
  }
  const contribution = contributionOf(question);
  return {
    method,
    version,
    threshold: threshold * contribution,
    rounding: rounding * contribution,
    additive: false,
  };
}
