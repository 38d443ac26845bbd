import { abuseCodesAtBoardLevelOrAbove } from './abuse-codes-at-board-level-or-above.ts';
import { areaWithinTheSubmittersAreas } from './area-within-the-submitters-areas.ts';
import { assetPartsNotAboveOffers } from './asset-parts-not-above-offers.ts';
import { barrierOnlyWhereNotTakenUp } from './barrier-only-where-not-taken-up.ts';
import { blanksAtMostOneInFive } from './blanks-at-most-one-in-five.ts';
import { blanksAtMostTwoInFive } from './blanks-at-most-two-in-five.ts';
import { bothBreakdownsOfNeedsCountTheSame } from './both-breakdowns-of-needs-count-the-same.ts';
import { breakdownsNotAboveAll } from './breakdowns-not-above-all.ts';
import { categoriesHaveNoMean } from './categories-have-no-mean.ts';
import { changeIsFollowUpMinusBaseline } from './change-is-follow-up-minus-baseline.ts';
import { characteristicForThisPopulation } from './characteristic-for-this-population.ts';
import { characteristicsAddUpToProfiles } from './characteristics-add-up-to-profiles.ts';
import { closuresAddUpToPathway } from './closures-add-up-to-pathway.ts';
import { cohortStagesInOrder } from './cohort-stages-in-order.ts';
import { connectionsWithinTheCap } from './connections-within-the-cap.ts';
import { coverageCountsMissingOnlyFromPublications } from './coverage-counts-missing-only-from-publications.ts';
import { dimensionsFitTheBreakdown } from './dimensions-fit-the-breakdown.ts';
import { eachNeedNotAbovePeopleSupported } from './each-need-not-above-people-supported.ts';
import { equityHoldsThePeopleOfItsQuarter } from './equity-holds-the-people-of-its-quarter.ts';
import { ethnicGroupWithinTheScheme } from './ethnic-group-within-the-scheme.ts';
import { everyBreakdownHasItsEveryone } from './every-breakdown-has-its-everyone.ts';
import { extractedAfterThePeriod } from './extracted-after-the-period.ts';
import { fewPairsAreSaid } from './few-pairs-are-said.ts';
import { figuresAreUnrounded } from './figures-are-unrounded.ts';
import { firstConnectedPeopleNotAboveConnections } from './first-connected-people-not-above-connections.ts';
import { firstInYearEqualsPeopleInAprilToJune } from './first-in-year-equals-people-in-april-to-june.ts';
import { firstInYearNotAbovePeople } from './first-in-year-not-above-people.ts';
import { followUpBelowHalfIsSaid } from './follow-up-below-half-is-said.ts';
import { fullTimeEquivalentNotAboveHeadcount } from './full-time-equivalent-not-above-headcount.ts';
import { improvedUnchangedWorseAddUp } from './improved-unchanged-worse-add-up.ts';
import { indexFitsTheNation } from './index-fits-the-nation.ts';
import { mainNeedNotAbovePeople } from './main-need-not-above-people.ts';
import { mainNeedsNotAbovePeopleSupported } from './main-needs-not-above-people-supported.ts';
import { meanAndPercentagesCohere } from './mean-and-percentages-cohere.ts';
import { meansInsideTheRange } from './means-inside-the-range.ts';
import { meansPossibleForWholeScores } from './means-possible-for-whole-scores.ts';
import { missingStatisticsHaveAReason } from './missing-statistics-have-a-reason.ts';
import { nilTablesHaveNoRows } from './nil-tables-have-no-rows.ts';
import { noIdentifiersInText } from './no-identifiers-in-text.ts';
import { notCollectedNamesWhatTheTableHas } from './not-collected-names-what-the-table-has.ts';
import { oneCodeDoesNotHoldEverything } from './one-code-does-not-hold-everything.ts';
import { onePairHasNoStandardDeviation } from './one-pair-has-no-standard-deviation.ts';
import { outcomeCoverageInOrder } from './outcome-coverage-in-order.ts';
import { outcomesAddUpToCoverage } from './outcomes-add-up-to-coverage.ts';
import { outcomesEligibleNotAboveClosures } from './outcomes-eligible-not-above-closures.ts';
import { peopleNotAboveResidents } from './people-not-above-residents.ts';
import { peopleOutsideTheAgesAreNotApplicable } from './people-outside-the-ages-are-not-applicable.ts';
import { peopleScoredOnOneScale } from './people-scored-on-one-scale.ts';
import { periodAndDatesAgree } from './period-and-dates-agree.ts';
import { providersNotAboveOffers } from './providers-not-above-offers.ts';
import { publishedEvaluationCarriesItsBasis } from './published-evaluation-carries-its-basis.ts';
import { referredPeopleNotAboveReferralsReceived } from './referred-people-not-above-referrals-received.ts';
import { requiredCharacteristicsAreSentOrNamedInCoverage } from './required-characteristics-are-sent-or-named-in-coverage.ts';
import type { Rule } from './rule.ts';
import { sensitiveCharacteristicsAtBoardLevelOrAbove } from './sensitive-characteristics-at-board-level-or-above.ts';
import { servicesAreNamed } from './services-are-named.ts';
import { stagesLeftOutAreNamedInCoverage } from './stages-left-out-are-named-in-coverage.ts';
import { standardDeviationWithinBound } from './standard-deviation-within-bound.ts';
import { standardDeviationsFormATriangle } from './standard-deviations-form-a-triangle.ts';
import { stockFollowsFromFlow } from './stock-follows-from-flow.ts';
import { stockFollowsFromFlowInEachPart } from './stock-follows-from-flow-in-each-part.ts';
import { stocksAreCountedByEvent } from './stocks-are-counted-by-event.ts';
import { supportedPeopleNotAboveConversations } from './supported-people-not-above-conversations.ts';
import { thresholdsAreTheRegistrys } from './thresholds-are-the-registrys.ts';
import { tiersNameTheirVersion } from './tiers-name-their-version.ts';
import { tooSoonToKnowOnlyWithinEightWeeks } from './too-soon-to-know-only-within-eight-weeks.ts';
import { valueSetOnlyWhereTheMeasureHasOne } from './value-set-only-where-the-measure-has-one.ts';
import { waitBandFitsTheStage } from './wait-band-fits-the-stage.ts';
import { workforcePartsNotAboveHeadcount } from './workforce-parts-not-above-headcount.ts';
import { yearlyTablesComeInJanuaryToMarch } from './yearly-tables-come-in-january-to-march.ts';

/** Every rule that needs only the return and the standard, in reading order: sums, structure, outcomes, quality. */
export const RULES: readonly Rule[] = [
  characteristicsAddUpToProfiles,
  firstInYearNotAbovePeople,
  firstInYearEqualsPeopleInAprilToJune,
  equityHoldsThePeopleOfItsQuarter,
  mainNeedNotAbovePeople,
  eachNeedNotAbovePeopleSupported,
  mainNeedsNotAbovePeopleSupported,
  bothBreakdownsOfNeedsCountTheSame,
  referredPeopleNotAboveReferralsReceived,
  supportedPeopleNotAboveConversations,
  stockFollowsFromFlow,
  stockFollowsFromFlowInEachPart,
  cohortStagesInOrder,
  firstConnectedPeopleNotAboveConnections,
  connectionsWithinTheCap,
  closuresAddUpToPathway,
  outcomesEligibleNotAboveClosures,
  outcomeCoverageInOrder,
  outcomesAddUpToCoverage,
  breakdownsNotAboveAll,
  everyBreakdownHasItsEveryone,
  improvedUnchangedWorseAddUp,
  workforcePartsNotAboveHeadcount,
  fullTimeEquivalentNotAboveHeadcount,
  assetPartsNotAboveOffers,
  providersNotAboveOffers,
  periodAndDatesAgree,
  servicesAreNamed,
  noIdentifiersInText,
  nilTablesHaveNoRows,
  publishedEvaluationCarriesItsBasis,
  areaWithinTheSubmittersAreas,
  indexFitsTheNation,
  dimensionsFitTheBreakdown,
  waitBandFitsTheStage,
  stocksAreCountedByEvent,
  barrierOnlyWhereNotTakenUp,
  yearlyTablesComeInJanuaryToMarch,
  characteristicForThisPopulation,
  ethnicGroupWithinTheScheme,
  peopleOutsideTheAgesAreNotApplicable,
  sensitiveCharacteristicsAtBoardLevelOrAbove,
  abuseCodesAtBoardLevelOrAbove,
  requiredCharacteristicsAreSentOrNamedInCoverage,
  stagesLeftOutAreNamedInCoverage,
  notCollectedNamesWhatTheTableHas,
  extractedAfterThePeriod,
  tiersNameTheirVersion,
  tooSoonToKnowOnlyWithinEightWeeks,
  peopleNotAboveResidents,
  figuresAreUnrounded,
  oneCodeDoesNotHoldEverything,
  meansInsideTheRange,
  categoriesHaveNoMean,
  changeIsFollowUpMinusBaseline,
  standardDeviationWithinBound,
  standardDeviationsFormATriangle,
  meanAndPercentagesCohere,
  meansPossibleForWholeScores,
  onePairHasNoStandardDeviation,
  missingStatisticsHaveAReason,
  coverageCountsMissingOnlyFromPublications,
  valueSetOnlyWhereTheMeasureHasOne,
  peopleScoredOnOneScale,
  thresholdsAreTheRegistrys,
  fewPairsAreSaid,
  followUpBelowHalfIsSaid,
  blanksAtMostOneInFive,
  blanksAtMostTwoInFive,
];
