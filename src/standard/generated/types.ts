// Written by `npm run generate` from schema/. Do not edit.
import type { AgeBandCode, AreasCode, ChangeMethodCode, CharacteristicCode, CompletionModeCode, DeprivationIndexCode, DeprivationQuintileCode, EthnicitySchemeCode, FiguresStatusCode, IntervalCode, OrganisationsCode, PopulationCode, SexBasisCode, SexCode, SourceKindCode, ValueSetCode } from './code-lists.ts';

/**
 * One row counts the people of one population who share an area, an age band, a sex and a deprivation fifth.
 */
export interface ProfilesRow {
/**
 * Which people are counted.
 */
population: PopulationCode
/**
 * Where the person lived on the date of the event: the local authority, or a broader area where only that is known.
 */
area_code: AreasCode
/**
 * Age on the date of the event.
 */
age_band: AgeBandCode | "not_stated" | "not_known" | "not_collected"
/**
 * As the source records it; the return says whether that is sex or gender.
 */
sex: SexCode | "not_stated" | "not_known" | "not_collected"
/**
 * The fifth of small areas, by the index the return names, in which the person lived; 1 is the most deprived.
 */
deprivation_quintile: DeprivationQuintileCode | "not_known" | "not_applicable" | "not_collected"
/**
 * Different people of this row, each counted once in the period.
 */
people: number
/**
 * Those of the row for whom this is the first event of the kind with this organisation since 1 April.
 */
people_first_in_year: number
}

/**
 * One row counts the people of one population who share an area, an age group, a sex and one category of one characteristic.
 */
export interface CharacteristicsRow {
/**
 * Which people are counted.
 */
population: ("referred" | "supported")
/**
 * Which characteristic the category belongs to; one at a time, never crossed with another.
 */
characteristic: CharacteristicCode
/**
 * Where the person lived on the date of the event: the local authority, or a broader area where only that is known.
 */
area_code: AreasCode
/**
 * Age on the date of the event, in three groups.
 */
age_group: ("all_ages" | "under_16" | "16_64" | "65_plus" | "not_stated" | "not_known" | "not_collected")
/**
 * As the source records it; the return says whether that is sex or gender.
 */
sex: SexCode | "not_stated" | "not_known" | "not_collected"
/**
 * The person's category, from the list that the characteristic names.
 */
category: ("all_other" | "asian" | "asian_bangladeshi" | "asian_chinese" | "asian_indian" | "asian_pakistani" | "asian_other" | "black" | "black_african" | "black_caribbean" | "black_other" | "mixed" | "mixed_white_and_asian" | "mixed_white_and_black_african" | "mixed_white_and_black_caribbean" | "mixed_other" | "white" | "white_british" | "white_irish" | "white_gypsy_or_irish_traveller" | "white_roma" | "white_other" | "other" | "other_arab" | "other_any_other" | "not_stated" | "not_known" | "not_applicable" | "disabled" | "disabled_limited_a_lot" | "disabled_limited_a_little" | "not_disabled" | "not_disabled_with_condition" | "not_disabled_no_condition" | "carer" | "carer_under_20_hours" | "carer_20_to_49_hours" | "carer_50_plus_hours" | "not_carer" | "welsh" | "english" | "either" | "bsl" | "working" | "unemployed" | "student" | "retired" | "long_term_sick_or_disabled" | "looking_after_home_or_family" | "urban" | "rural" | "welsh_chosen_and_received" | "welsh_chosen_received_in_part" | "welsh_chosen_not_received" | "welsh_not_chosen" | "welsh_not_offered" | "straight_or_heterosexual" | "lgb_plus" | "gay_or_lesbian" | "bisexual" | "another_orientation" | "same_as_registered_at_birth" | "different_from_registered_at_birth" | "no_religion" | "christian" | "buddhist" | "hindu" | "jewish" | "muslim" | "sikh" | "served" | "serving_or_family" | "no_link")
/**
 * Different people of this row, each counted once in the period.
 */
people: number
/**
 * Those of the row for whom this is the first event of the kind with this organisation since 1 April.
 */
people_first_in_year: number
}

/**
 * One row says how many of the episodes closed in the period could have been measured with an instrument, and how many were.
 */
export interface OutcomeCoverageRow {
/**
 * The measure of the registry. Where an instrument has several measures, the instrument's code.
 */
measure: ("mycaw" | "ons4" | "swemwbs" | "ucla_3")
/**
 * The value set of an index; not_applicable for a measure that has none.
 */
value_set: ValueSetCode | "not_applicable"
/**
 * Which split of the people the category belongs to; all for everyone.
 */
breakdown: ("all" | "age_group" | "sex" | "deprivation_quintile" | "ethnic_group")
/**
 * Where the person lived on the date of the event: the local authority, or a broader area where only that is known.
 */
area_code: AreasCode
/**
 * The category of the breakdown; all where the breakdown is all.
 */
category: ("all" | "all_ages" | "under_16" | "16_64" | "65_plus" | "not_stated" | "not_known" | "not_applicable" | "female" | "male" | "another" | "q1" | "q2" | "q3" | "q4" | "q5" | "all_other" | "asian" | "black" | "mixed" | "white" | "other")
/**
 * Episodes closed after at least one what matters conversation, within the ages of the measure, at a service that uses it.
 */
n_eligible: (number | null)
/**
 * Eligible episodes with a first score no later than 28 days after the first conversation.
 */
n_baseline: (number | null)
/**
 * Eligible episodes with a last score, after the baseline date and no later than 28 days after closure.
 */
n_follow_up: (number | null)
/**
 * Eligible episodes with a baseline and a follow-up score.
 */
n_paired: (number | null)
}

/**
 * One row gives the change of the people with both scores, for one measure.
 */
export interface OutcomesRow {
/**
 * The measure of the registry.
 */
measure: ("mycaw_concern_1" | "mycaw_concern_2" | "mycaw_wellbeing" | "ons4_anxious" | "ons4_happy" | "ons4_satisfaction" | "ons4_worthwhile" | "swemwbs_metric" | "ucla_3")
/**
 * The value set of an index; not_applicable for a measure that has none.
 */
value_set: ValueSetCode | "not_applicable"
/**
 * Which split of the people the category belongs to; all for everyone.
 */
breakdown: ("all" | "age_group" | "sex" | "deprivation_quintile" | "ethnic_group")
/**
 * Where the person lived on the date of the event: the local authority, or a broader area where only that is known.
 */
area_code: AreasCode
/**
 * The category of the breakdown; all where the breakdown is all.
 */
category: ("all" | "all_ages" | "under_16" | "16_64" | "65_plus" | "not_stated" | "not_known" | "not_applicable" | "female" | "male" | "another" | "q1" | "q2" | "q3" | "q4" | "q5" | "all_other" | "asian" | "black" | "mixed" | "white" | "other")
/**
 * Completed weeks from baseline to follow-up.
 */
interval: IntervalCode | "not_known" | "not_collected"
/**
 * How the scores were given; helped completion raises scores.
 */
completion_mode: CompletionModeCode | "not_known" | "not_collected"
/**
 * Episodes of this row with a baseline and a follow-up score.
 */
n_paired: number
/**
 * Mean baseline score of the paired people.
 */
mean_baseline: (number | null)
/**
 * Standard deviation of the baseline scores of the paired people.
 */
sd_baseline: (number | null)
/**
 * Mean follow-up score of the paired people.
 */
mean_follow_up: (number | null)
/**
 * Standard deviation of the follow-up scores of the paired people.
 */
sd_follow_up: (number | null)
/**
 * Mean of follow-up minus baseline; negative when scores fell.
 */
mean_change: (number | null)
/**
 * Standard deviation of the change of each person.
 */
sd_change: (number | null)
/**
 * People whose change in the good direction reaches the threshold.
 */
n_improved: (number | null)
/**
 * People whose change stays inside the threshold either way.
 */
n_unchanged: (number | null)
/**
 * People whose change in the bad direction reaches the threshold.
 */
n_worse: (number | null)
/**
 * The change, in the good direction, from which a person counts as improved.
 */
improvement_threshold: (number | null)
/**
 * paired when every change is of one person measured twice.
 */
change_method: ChangeMethodCode
}

/**
 * The figures of one organisation for one quarter: aggregated counts, never a record about one person.
 */
export interface Return {
/**
 * Always spcd.
 */
standard: "spcd"
/**
 * The version of this standard the return follows.
 */
schema_version: "1.0"
/**
 * Code of the organisation in the organisations register.
 */
submitter: OrganisationsCode
/**
 * A calendar quarter; health bodies number quarters from April, so every label says the months.
 */
period: string
/**
 * First day of the quarter.
 */
period_start: string
/**
 * Last day of the quarter.
 */
period_end: string
/**
 * Whether the figures may still change.
 */
figures_status: FiguresStatusCode
/**
 * What the figures were counted from; kinds are never added together.
 */
source_kind: SourceKindCode
/**
 * What the field sex was filled from.
 */
sex_basis: SexBasisCode
/**
 * The index of every deprivation fifth in the return.
 */
deprivation_index: DeprivationIndexCode
/**
 * The scheme in which ethnic group was recorded.
 */
ethnicity_scheme: EthnicitySchemeCode
/**
 * Version of the local list of support tiers, where tiers are used.
 */
support_tier_version?: string
/**
 * What the return holds and what it leaves out, so that a missing figure is never read as none.
 */
coverage: {
/**
 * Codes in the services register of the services counted here.
 * 
 * @maxItems 2000
 */
services_included: string[]
/**
 * Areas whose every service is included; there, an absent row means none.
 * 
 * @maxItems 500
 */
areas_complete: AreasCode[]
/**
 * What each table leaves out.
 */
tables?: {
/**
 * What the table profiles does not hold, and why.
 */
profiles?: {
/**
 * Fields of the table, or characteristics, that the services' systems do not hold.
 * 
 * @maxItems 50
 */
not_collected?: string[]
/**
 * True when there was nothing to count and this was checked.
 */
nil?: boolean
/**
 * Why something is missing; published.
 */
reason?: {
/**
 * The words in English.
 */
en: string
/**
 * The words in Welsh.
 */
cy: string
}
}
/**
 * What the table characteristics does not hold, and why.
 */
characteristics?: {
/**
 * Fields of the table, or characteristics, that the services' systems do not hold.
 * 
 * @maxItems 50
 */
not_collected?: string[]
/**
 * True when there was nothing to count and this was checked.
 */
nil?: boolean
/**
 * Why something is missing; published.
 */
reason?: {
/**
 * The words in English.
 */
en: string
/**
 * The words in Welsh.
 */
cy: string
}
}
/**
 * What the table outcome_coverage does not hold, and why.
 */
outcome_coverage?: {
/**
 * Fields of the table, or characteristics, that the services' systems do not hold.
 * 
 * @maxItems 50
 */
not_collected?: string[]
/**
 * True when there was nothing to count and this was checked.
 */
nil?: boolean
/**
 * Why something is missing; published.
 */
reason?: {
/**
 * The words in English.
 */
en: string
/**
 * The words in Welsh.
 */
cy: string
}
}
/**
 * What the table outcomes does not hold, and why.
 */
outcomes?: {
/**
 * Fields of the table, or characteristics, that the services' systems do not hold.
 * 
 * @maxItems 50
 */
not_collected?: string[]
/**
 * True when there was nothing to count and this was checked.
 */
nil?: boolean
/**
 * Why something is missing; published.
 */
reason?: {
/**
 * The words in English.
 */
en: string
/**
 * The words in Welsh.
 */
cy: string
}
}
}
}
/**
 * The software the figures were extracted from.
 */
source_system: {
/**
 * Name of the system.
 */
name: string
/**
 * Version of the system.
 */
version: string
/**
 * When the figures were taken from the system.
 */
extracted_at: string
}
/**
 * For published evaluations only: the publication, and what its figures do and do not say.
 */
basis_note?: {
/**
 * The words in English.
 */
en: string
/**
 * The words in Welsh.
 */
cy: string
}
/**
 * Words for the publisher; never published, and scanned for identifiers.
 */
notes?: {
/**
 * The words in English.
 */
en: string
/**
 * The words in Welsh.
 */
cy: string
}
/**
 * The tables this return carries; each replaces the one sent before for the period.
 */
tables: {
/**
 * Rows of the table profiles.
 */
profiles?: ProfilesRow[]
/**
 * Rows of the table characteristics.
 */
characteristics?: CharacteristicsRow[]
/**
 * Rows of the table outcome_coverage.
 */
outcome_coverage?: OutcomeCoverageRow[]
/**
 * Rows of the table outcomes.
 */
outcomes?: OutcomesRow[]
}
}

/**
 * One entry of the services register that the publisher keeps.
 */
export interface Service {
/**
 * Permanent code of the service.
 */
id: string
/**
 * Name of the service.
 */
name: {
/**
 * The words in English.
 */
en: string
/**
 * The words in Welsh.
 */
cy: string
}
/**
 * The one organisation whose return counts this service.
 */
submitter: OrganisationsCode
/**
 * Areas the service works in.
 * 
 * @minItems 1
 * @maxItems 500
 */
areas: [AreasCode, ...(AreasCode)[]]
/**
 * First day of the service.
 */
valid_from: string
/**
 * Last day of the service, once it has ended.
 */
valid_to?: string
/**
 * Programme that funds the service.
 */
programme?: string
/**
 * Role to write to; never a person's name.
 */
contact_role?: string
/**
 * Public address of that role.
 */
contact_address?: string
}
