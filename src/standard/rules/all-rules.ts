import { areaWithinTheSubmittersAreas } from './area-within-the-submitters-areas.ts';
import { blanksAtMostOneInFive } from './blanks-at-most-one-in-five.ts';
import { blanksAtMostTwoInFive } from './blanks-at-most-two-in-five.ts';
import { breakdownsNotAboveAll } from './breakdowns-not-above-all.ts';
import { changeIsFollowUpMinusBaseline } from './change-is-follow-up-minus-baseline.ts';
import { characteristicForThisPopulation } from './characteristic-for-this-population.ts';
import { characteristicsAddUpToProfiles } from './characteristics-add-up-to-profiles.ts';
import { coverageCountsMissingOnlyFromPublications } from './coverage-counts-missing-only-from-publications.ts';
import { ethnicGroupWithinTheScheme } from './ethnic-group-within-the-scheme.ts';
import { everyBreakdownHasItsEveryone } from './every-breakdown-has-its-everyone.ts';
import { fewPairsAreSaid } from './few-pairs-are-said.ts';
import { figuresAreUnrounded } from './figures-are-unrounded.ts';
import { firstInYearEqualsPeopleInAprilToJune } from './first-in-year-equals-people-in-april-to-june.ts';
import { firstInYearNotAbovePeople } from './first-in-year-not-above-people.ts';
import { followUpBelowHalfIsSaid } from './follow-up-below-half-is-said.ts';
import { improvedUnchangedWorseAddUp } from './improved-unchanged-worse-add-up.ts';
import { indexFitsTheNation } from './index-fits-the-nation.ts';
import { meanAndPercentagesCohere } from './mean-and-percentages-cohere.ts';
import { meansInsideTheRange } from './means-inside-the-range.ts';
import { meansPossibleForWholeScores } from './means-possible-for-whole-scores.ts';
import { missingStatisticsHaveAReason } from './missing-statistics-have-a-reason.ts';
import { nilTablesHaveNoRows } from './nil-tables-have-no-rows.ts';
import { noIdentifiersInText } from './no-identifiers-in-text.ts';
import { oneCodeDoesNotHoldEverything } from './one-code-does-not-hold-everything.ts';
import { onePairHasNoStandardDeviation } from './one-pair-has-no-standard-deviation.ts';
import { outcomeCoverageInOrder } from './outcome-coverage-in-order.ts';
import { outcomesAddUpToCoverage } from './outcomes-add-up-to-coverage.ts';
import { peopleOutsideTheAgesAreNotApplicable } from './people-outside-the-ages-are-not-applicable.ts';
import { periodAndDatesAgree } from './period-and-dates-agree.ts';
import { publishedEvaluationCarriesItsBasis } from './published-evaluation-carries-its-basis.ts';
import { requiredCharacteristicsAreSentOrNamedInCoverage } from './required-characteristics-are-sent-or-named-in-coverage.ts';
import type { Rule } from './rule.ts';
import { sensitiveCharacteristicsAtBoardLevelOrAbove } from './sensitive-characteristics-at-board-level-or-above.ts';
import { servicesAreNamed } from './services-are-named.ts';
import { standardDeviationWithinBound } from './standard-deviation-within-bound.ts';
import { standardDeviationsFormATriangle } from './standard-deviations-form-a-triangle.ts';
import { thresholdsAreTheRegistrys } from './thresholds-are-the-registrys.ts';
import { valueSetOnlyWhereTheMeasureHasOne } from './value-set-only-where-the-measure-has-one.ts';

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
  periodAndDatesAgree,
  servicesAreNamed,
  noIdentifiersInText,
  nilTablesHaveNoRows,
  publishedEvaluationCarriesItsBasis,
  areaWithinTheSubmittersAreas,
  indexFitsTheNation,
  characteristicForThisPopulation,
  ethnicGroupWithinTheScheme,
  peopleOutsideTheAgesAreNotApplicable,
  sensitiveCharacteristicsAtBoardLevelOrAbove,
  requiredCharacteristicsAreSentOrNamedInCoverage,
  figuresAreUnrounded,
  oneCodeDoesNotHoldEverything,
  meansInsideTheRange,
  changeIsFollowUpMinusBaseline,
  standardDeviationWithinBound,
  standardDeviationsFormATriangle,
  meanAndPercentagesCohere,
  meansPossibleForWholeScores,
  onePairHasNoStandardDeviation,
  missingStatisticsHaveAReason,
  coverageCountsMissingOnlyFromPublications,
  valueSetOnlyWhereTheMeasureHasOne,
  thresholdsAreTheRegistrys,
  fewPairsAreSaid,
  followUpBelowHalfIsSaid,
  blanksAtMostOneInFive,
  blanksAtMostTwoInFive,
];
