import { breakdownsNotAboveAll } from './breakdowns-not-above-all.ts';
import { characteristicsAddUpToProfiles } from './characteristics-add-up-to-profiles.ts';
import { everyBreakdownHasItsEveryone } from './every-breakdown-has-its-everyone.ts';
import { firstInYearEqualsPeopleInAprilToJune } from './first-in-year-equals-people-in-april-to-june.ts';
import { firstInYearNotAbovePeople } from './first-in-year-not-above-people.ts';
import { improvedUnchangedWorseAddUp } from './improved-unchanged-worse-add-up.ts';
import { outcomeCoverageInOrder } from './outcome-coverage-in-order.ts';
import { outcomesAddUpToCoverage } from './outcomes-add-up-to-coverage.ts';
import type { Rule } from './rule.ts';

/** Every rule that needs only the return and the standard, in reading order: sums, structure, outcomes, quality. */
export const RULES: readonly Rule[] = [
  characteristicsAddUpToProfiles,
  firstInYearNotAbovePeople,
  firstInYearEqualsPeopleInAprilToJune,
  outcomeCoverageInOrder,
  outcomesAddUpToCoverage,
  breakdownsNotAboveAll,
  everyBreakdownHasItsEveryone,
  improvedUnchangedWorseAddUp,
];
