// Written by `npm run generate` from schema/. Do not edit.
import type { ActivityTypeCode, AgeBandCode, AreasCode, BarrierCode, BasisCode, ChangeMethodCode, CharacteristicCode, ClosureReasonCode, CompletionModeCode, ConnectionKindCode, ContactsBandCode, CoverageReasonCode, DeliveryModeCode, DeprivationIndexCode, DeprivationQuintileCode, DurationBandCode, EmployerSectorCode, EthnicitySchemeCode, FiguresStatusCode, IntervalCode, NeedCode, OrganisationsCode, PopulationCode, ProviderSectorCode, QualityMarkCode, ReferralSourceCode, RoleCode, SexBasisCode, SexCode, SourceKindCode, StageCode, SupportTierCode, UptakeCode, ValueSetCode, WaitBandCode } from './code-lists.ts';

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
 * One row counts the people referred in the financial year who share an area, an ethnic group, a deprivation fifth and a sector of referral.
 */
export interface EquityRow {
/**
 * Which people are counted: those referred.
 */
population: "referred"
/**
 * The health board, ICB or trust where the person lived on the date of the event, or the nation where only that is known.
 */
area_code: ("K02000001" | "E92000001" | "N92000002" | "S92000003" | "W92000004" | "W11000023" | "W11000024" | "W11000025" | "W11000028" | "W11000029" | "W11000030" | "W11000031" | "W11000026" | "W11000027" | "E54000008" | "E54000010" | "E54000011" | "E54000013" | "E54000015" | "E54000018" | "E54000019" | "E54000029" | "E54000030" | "E54000031" | "E54000032" | "E54000036" | "E54000037" | "E54000038" | "E54000039" | "E54000040" | "E54000041" | "E54000043" | "E54000048" | "E54000050" | "E54000051" | "E54000054" | "E54000055" | "E54000057" | "E54000058" | "E54000059" | "E54000060" | "E54000061" | "E54000062" | "E54000065" | "E54000066" | "E54000067" | "E54000068" | "E54000069" | "E54000070" | "E54000071" | "E54000022" | "E54000023" | "E54000024" | "E54000025" | "E54000026" | "E54000027" | "E54000028" | "E54000034" | "E54000042" | "E54000044" | "E54000056" | "E54000063" | "E54000064" | "E54000052" | "E54000053" | "BHSCT" | "NHSCT" | "SEHSCT" | "SHSCT" | "WHSCT" | "S08000015" | "S08000016" | "S08000017" | "S08000019" | "S08000020" | "S08000022" | "S08000024" | "S08000025" | "S08000026" | "S08000028" | "S08000029" | "S08000030" | "S08000031" | "S08000032" | "S08000018" | "S08000027" | "S08000021" | "S08000023" | "outside_area")
/**
 * Ethnic group of the person, in five groups.
 */
ethnic_group: ("all_other" | "asian" | "black" | "mixed" | "white" | "other" | "not_stated" | "not_known" | "not_collected")
/**
 * The fifth of small areas, by the index the return names, in which the person lived; 1 is the most deprived.
 */
deprivation_quintile: DeprivationQuintileCode | "not_known" | "not_applicable" | "not_collected"
/**
 * Sector of whoever made the first referral of the year.
 */
referral_sector: ("primary_care" | "secondary_care" | "community_health" | "social_care_and_local_authority" | "community_and_voluntary" | "justice_and_emergency" | "education_and_employment" | "self_and_family" | "other_route" | "not_known" | "not_collected")
/**
 * Different people of this row referred in the financial year, each counted once.
 */
people_first_in_year: number
}

/**
 * One row counts the people supported who share an area, a need, and an age group and sex or a deprivation fifth.
 */
export interface NeedsRow {
/**
 * Which split of the people the row belongs to: by age group and sex, or by deprivation fifth.
 */
breakdown: ("deprivation_quintile" | "age_group_sex")
/**
 * Where the person lived on the date of the event: the local authority, or a broader area where only that is known.
 */
area_code: AreasCode
/**
 * Age on the date of the event, in three groups. Not applicable where the breakdown is another.
 */
age_group: ("all_ages" | "under_16" | "16_64" | "65_plus" | "not_stated" | "not_known" | "not_applicable" | "not_collected")
/**
 * As the source records it; the return says whether that is sex or gender. Not applicable where the breakdown is another.
 */
sex: SexCode | "not_stated" | "not_known" | "not_applicable" | "not_collected"
/**
 * The fifth of small areas, by the index the return names, in which the person lived; 1 is the most deprived. not_applicable where the breakdown is another, and for residents of another nation, which the index does not cover.
 */
deprivation_quintile: DeprivationQuintileCode | "not_known" | "not_applicable" | "not_collected"
/**
 * What the person wants help with; a person may have several.
 */
need: NeedCode | "not_stated" | "not_known"
/**
 * Different people of this row with this need, each counted once in the period; a person with several needs counts in each.
 */
people: number
/**
 * Those of the row for whom this is the main need.
 */
people_primary: number
/**
 * Those with this main need who were supported for the first time with this organisation since 1 April.
 */
people_primary_first_in_year: number
}

/**
 * One row counts the referrals or episodes at one stage that share an area, a source, a deprivation fifth, a tier of support and a wait.
 */
export interface PathwayRow {
/**
 * What happened in the period (event), or referrals of the quarter before followed to the end of this one (cohort).
 */
basis: BasisCode
/**
 * Where the person lived on the date of the event: the local authority, or a broader area where only that is known.
 */
area_code: AreasCode
/**
 * Who made the referral.
 */
referral_source: ReferralSourceCode | "not_known" | "not_collected"
/**
 * The fifth of small areas, by the index the return names, in which the person lived; 1 is the most deprived.
 */
deprivation_quintile: DeprivationQuintileCode | "not_known" | "not_applicable" | "not_collected"
/**
 * Tier of the local tier list the return names.
 */
support_tier: SupportTierCode | "not_known" | "not_applicable" | "not_collected"
/**
 * The stage that the episodes reached; an episode may reach several.
 */
stage: StageCode
/**
 * Whole days from the referral to the stage, in bands; not applicable to the referral itself and to stocks.
 */
wait_band: WaitBandCode | "not_known" | "not_applicable" | "not_collected"
/**
 * Referrals or episodes of this row.
 */
episodes: number
}

/**
 * One row counts the connections that share an area, a deprivation fifth, an activity, a kind, a mode, an uptake, a barrier and a quality mark.
 */
export interface ConnectionsRow {
/**
 * Where the person lived on the date of the event: the local authority, or a broader area where only that is known.
 */
area_code: AreasCode
/**
 * The fifth of small areas, by the index the return names, in which the person lived; 1 is the most deprived.
 */
deprivation_quintile: DeprivationQuintileCode | "not_known" | "not_applicable" | "not_collected"
/**
 * What the person was connected to.
 */
activity_type: ActivityTypeCode | "not_known"
/**
 * How much support went with the connection; the kind with most support counts.
 */
connection_kind: ConnectionKindCode | "not_known" | "not_collected"
/**
 * How the activity reaches the person.
 */
delivery_mode: DeliveryModeCode | "not_known" | "not_collected"
/**
 * Whether the person took part, as known on the extract date.
 */
uptake: UptakeCode | "not_known" | "not_collected"
/**
 * Why the person did not take part; a code only where the connection was not taken up, else not applicable.
 */
barrier: BarrierCode | "not_known" | "not_applicable" | "not_collected"
/**
 * Whether the provider holds a quality mark.
 */
quality_mark: QualityMarkCode | "not_known" | "not_collected"
/**
 * Connections of this row; a person counts at most three times in a quarter and six in a financial year.
 */
connections: number
}

/**
 * One row counts the episodes closed in the period that share an area, a source, a reason, a length and a number of contacts.
 */
export interface ClosuresRow {
/**
 * Where the person lived on the date of the event: the local authority, or a broader area where only that is known.
 */
area_code: AreasCode
/**
 * Who made the referral.
 */
referral_source: ReferralSourceCode | "not_known" | "not_collected"
/**
 * The main reason the episode ended.
 */
closure_reason: ClosureReasonCode | "not_known" | "not_collected"
/**
 * Whole days from acceptance to closure, in bands.
 */
duration_band: DurationBandCode | "not_known" | "not_collected"
/**
 * Two-way contacts with the person in the episode, in bands.
 */
contacts_band: ContactsBandCode | "not_known" | "not_collected"
/**
 * Episodes of this row closed in the period.
 */
episodes: number
}

/**
 * One row says how many of the episodes closed in the period could have been measured with an instrument, and how many were.
 */
export interface OutcomeCoverageRow {
/**
 * The measure of the registry. Where an instrument has several measures, the instrument's code.
 */
measure: ("core_10" | "ctel" | "djg_6" | "djg_6_emotional" | "djg_6_social" | "eq5d_3l" | "eq5d_5l" | "eq_vas" | "gad_7" | "gas" | "gppaq" | "gse" | "howru" | "icecap_a" | "ipaq_sf" | "k10" | "k6" | "lsns_6" | "mycaw" | "ons4" | "ons_loneliness_direct" | "pam_13" | "phq_4" | "phq_9" | "pws" | "reqol_10" | "reqol_20" | "swemwbs" | "ucla_3" | "wellbeing_star" | "wemwbs_14" | "who5" | "wsas" | "wsas_without_work")
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
measure: ("core_10" | "ctel" | "djg_6" | "djg_6_emotional" | "djg_6_social" | "eq5d_3l_index" | "eq5d_5l_index" | "eq_vas" | "gad_7" | "gas" | "gppaq" | "gse" | "howru" | "icecap_a" | "ipaq_sf" | "k10" | "k6" | "lsns_6" | "mycaw_concern_1" | "mycaw_concern_2" | "mycaw_wellbeing" | "ons4_anxious" | "ons4_happy" | "ons4_satisfaction" | "ons4_worthwhile" | "ons_loneliness_direct" | "pam_13" | "phq_4" | "phq_9" | "pws" | "reqol_10" | "reqol_20" | "swemwbs_metric" | "swemwbs_raw" | "ucla_3" | "wellbeing_star" | "wemwbs_14" | "who5_percentage" | "wsas" | "wsas_without_work")
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
 * One row counts the people filling one role for one kind of employer in an area on the last day of the period.
 */
export interface WorkforceRow {
/**
 * The health board, ICB or trust area the practitioner works in, or the nation where only that is known.
 */
area_code: ("K02000001" | "E92000001" | "N92000002" | "S92000003" | "W92000004" | "W11000023" | "W11000024" | "W11000025" | "W11000028" | "W11000029" | "W11000030" | "W11000031" | "W11000026" | "W11000027" | "E54000008" | "E54000010" | "E54000011" | "E54000013" | "E54000015" | "E54000018" | "E54000019" | "E54000029" | "E54000030" | "E54000031" | "E54000032" | "E54000036" | "E54000037" | "E54000038" | "E54000039" | "E54000040" | "E54000041" | "E54000043" | "E54000048" | "E54000050" | "E54000051" | "E54000054" | "E54000055" | "E54000057" | "E54000058" | "E54000059" | "E54000060" | "E54000061" | "E54000062" | "E54000065" | "E54000066" | "E54000067" | "E54000068" | "E54000069" | "E54000070" | "E54000071" | "E54000022" | "E54000023" | "E54000024" | "E54000025" | "E54000026" | "E54000027" | "E54000028" | "E54000034" | "E54000042" | "E54000044" | "E54000056" | "E54000063" | "E54000064" | "E54000052" | "E54000053" | "BHSCT" | "NHSCT" | "SEHSCT" | "SHSCT" | "WHSCT" | "S08000015" | "S08000016" | "S08000017" | "S08000019" | "S08000020" | "S08000022" | "S08000024" | "S08000025" | "S08000026" | "S08000028" | "S08000029" | "S08000030" | "S08000031" | "S08000032" | "S08000018" | "S08000027" | "S08000021" | "S08000023" | "outside_area")
/**
 * The main role the person fills.
 */
role: RoleCode
/**
 * Who employs or engages the person.
 */
employer_sector: EmployerSectorCode | "not_known"
/**
 * People filling the role, each once, in the main role.
 */
headcount: number
/**
 * Full-time equivalent of these people, to two decimals. Null where it is not collected.
 */
fte: (number | null)
/**
 * Of them, people with regular professional supervision. Null where it is not collected.
 */
supervised: (number | null)
/**
 * Of them, people who finished training for the role in the twelve months up to this day. Null where it is not collected.
 */
trained_in_period: (number | null)
/**
 * Of those trained, people whose training was shared with another profession. Null where it is not collected.
 */
trained_across_professions: (number | null)
/**
 * Hours given by volunteers in these roles in the twelve months up to this day. Null where it is not collected.
 */
volunteer_hours: (number | null)
}

/**
 * One row counts the providers and offers of one kind of activity and one sector in an area on the last day of the period.
 */
export interface AssetsRow {
/**
 * The local authority where the offer is given, or a broader area for one given online or across several.
 */
area_code: AreasCode
/**
 * What is offered.
 */
activity_type: ActivityTypeCode
/**
 * What kind of organisation or group gives the offer.
 */
provider_sector: ProviderSectorCode | "not_known"
/**
 * Organisations or groups with at least one offer, each once, under its main activity.
 */
providers: number
/**
 * Activities or services at one place, or online, that took new people from social prescribing.
 */
offers: number
/**
 * Of the offers, those given in Welsh or bilingually. Null where it is not collected.
 */
offers_in_welsh: (number | null)
/**
 * Of the offers, those free to the person. Null where it is not collected.
 */
offers_free: (number | null)
/**
 * Of the offers, those whose provider holds a quality mark. Null where it is not collected.
 */
offers_quality_marked: (number | null)
/**
 * Of the offers, those that can be joined online. Null where it is not collected.
 */
offers_online: (number | null)
/**
 * Of the offers, those that can be reached by public transport at the time they are given. Null where it is not collected.
 */
offers_reachable_by_public_transport: (number | null)
/**
 * Of the offers, those with step-free access. Null where it is not collected.
 */
offers_step_free: (number | null)
/**
 * Of the offers, those designed together with the people who use them. Null where it is not collected.
 */
offers_co_designed: (number | null)
/**
 * Of the offers, those with funding for more than twelve months from this day. Null where it is not collected.
 */
offers_funded_beyond_12_months: (number | null)
/**
 * Of the offers, those that people may join without a referral. Null where it is not collected.
 */
offers_open_to_self_referral: (number | null)
/**
 * Of the offers, those with a waiting list on this day. Null where it is not collected.
 */
offers_with_waiting_list: (number | null)
/**
 * Offers that ended in the period; not part of the offers of this row. Null where it is not collected.
 */
offers_ended_in_period: (number | null)
/**
 * Volunteers who help to run these offers, each once. Null where it is not collected.
 */
activity_volunteers: (number | null)
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
 * Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group.
 * 
 * @maxItems 50
 */
not_collected?: string[]
/**
 * True when there was nothing to count and this was checked.
 */
nil?: boolean
/**
 * Why something is missing, as a code of a closed list; published.
 */
reason_code?: CoverageReasonCode
/**
 * Why something is missing, in words for the publisher. Published of published evaluations and synthetic data only.
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
 * Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group.
 * 
 * @maxItems 50
 */
not_collected?: string[]
/**
 * True when there was nothing to count and this was checked.
 */
nil?: boolean
/**
 * Why something is missing, as a code of a closed list; published.
 */
reason_code?: CoverageReasonCode
/**
 * Why something is missing, in words for the publisher. Published of published evaluations and synthetic data only.
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
 * What the table equity does not hold, and why.
 */
equity?: {
/**
 * Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group.
 * 
 * @maxItems 50
 */
not_collected?: string[]
/**
 * True when there was nothing to count and this was checked.
 */
nil?: boolean
/**
 * Why something is missing, as a code of a closed list; published.
 */
reason_code?: CoverageReasonCode
/**
 * Why something is missing, in words for the publisher. Published of published evaluations and synthetic data only.
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
 * What the table needs does not hold, and why.
 */
needs?: {
/**
 * Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group.
 * 
 * @maxItems 50
 */
not_collected?: string[]
/**
 * True when there was nothing to count and this was checked.
 */
nil?: boolean
/**
 * Why something is missing, as a code of a closed list; published.
 */
reason_code?: CoverageReasonCode
/**
 * Why something is missing, in words for the publisher. Published of published evaluations and synthetic data only.
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
 * What the table pathway does not hold, and why.
 */
pathway?: {
/**
 * Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group.
 * 
 * @maxItems 50
 */
not_collected?: string[]
/**
 * True when there was nothing to count and this was checked.
 */
nil?: boolean
/**
 * Why something is missing, as a code of a closed list; published.
 */
reason_code?: CoverageReasonCode
/**
 * Why something is missing, in words for the publisher. Published of published evaluations and synthetic data only.
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
 * What the table connections does not hold, and why.
 */
connections?: {
/**
 * Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group.
 * 
 * @maxItems 50
 */
not_collected?: string[]
/**
 * True when there was nothing to count and this was checked.
 */
nil?: boolean
/**
 * Why something is missing, as a code of a closed list; published.
 */
reason_code?: CoverageReasonCode
/**
 * Why something is missing, in words for the publisher. Published of published evaluations and synthetic data only.
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
 * What the table closures does not hold, and why.
 */
closures?: {
/**
 * Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group.
 * 
 * @maxItems 50
 */
not_collected?: string[]
/**
 * True when there was nothing to count and this was checked.
 */
nil?: boolean
/**
 * Why something is missing, as a code of a closed list; published.
 */
reason_code?: CoverageReasonCode
/**
 * Why something is missing, in words for the publisher. Published of published evaluations and synthetic data only.
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
 * Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group.
 * 
 * @maxItems 50
 */
not_collected?: string[]
/**
 * True when there was nothing to count and this was checked.
 */
nil?: boolean
/**
 * Why something is missing, as a code of a closed list; published.
 */
reason_code?: CoverageReasonCode
/**
 * Why something is missing, in words for the publisher. Published of published evaluations and synthetic data only.
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
 * Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group.
 * 
 * @maxItems 50
 */
not_collected?: string[]
/**
 * True when there was nothing to count and this was checked.
 */
nil?: boolean
/**
 * Why something is missing, as a code of a closed list; published.
 */
reason_code?: CoverageReasonCode
/**
 * Why something is missing, in words for the publisher. Published of published evaluations and synthetic data only.
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
 * What the table workforce does not hold, and why.
 */
workforce?: {
/**
 * Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group.
 * 
 * @maxItems 50
 */
not_collected?: string[]
/**
 * True when there was nothing to count and this was checked.
 */
nil?: boolean
/**
 * Why something is missing, as a code of a closed list; published.
 */
reason_code?: CoverageReasonCode
/**
 * Why something is missing, in words for the publisher. Published of published evaluations and synthetic data only.
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
 * What the table assets does not hold, and why.
 */
assets?: {
/**
 * Fields of the table, characteristics, stages or instruments that the services' systems do not hold; one that is missing for one population only is written with it, as referred.ethnic_group.
 * 
 * @maxItems 50
 */
not_collected?: string[]
/**
 * True when there was nothing to count and this was checked.
 */
nil?: boolean
/**
 * Why something is missing, as a code of a closed list; published.
 */
reason_code?: CoverageReasonCode
/**
 * Why something is missing, in words for the publisher. Published of published evaluations and synthetic data only.
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
 * Rows of the table equity.
 */
equity?: EquityRow[]
/**
 * Rows of the table needs.
 */
needs?: NeedsRow[]
/**
 * Rows of the table pathway.
 */
pathway?: PathwayRow[]
/**
 * Rows of the table connections.
 */
connections?: ConnectionsRow[]
/**
 * Rows of the table closures.
 */
closures?: ClosuresRow[]
/**
 * Rows of the table outcome_coverage.
 */
outcome_coverage?: OutcomeCoverageRow[]
/**
 * Rows of the table outcomes.
 */
outcomes?: OutcomesRow[]
/**
 * Rows of the table workforce.
 */
workforce?: WorkforceRow[]
/**
 * Rows of the table assets.
 */
assets?: AssetsRow[]
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

/**
 * One entry of the register of organisations that send returns: what each has to send, and since when.
 */
export interface Organisation {
/**
 * Code of the organisation.
 */
code: OrganisationsCode
/**
 * Level of the tables that the organisation has to send; each level has all tables of the one before.
 */
obligation: ("core" | "standard" | "full")
/**
 * Tables with which a return of the organisation is complete; those of its level where none are declared.
 */
tables?: ("profiles" | "characteristics" | "equity" | "needs" | "pathway" | "connections" | "closures" | "outcome_coverage" | "outcomes" | "workforce" | "assets")[]
/**
 * First day for which the organisation sends returns.
 */
valid_from: string
/**
 * Last day for which it sends returns, once that is known.
 */
valid_to?: string
/**
 * Role to write to; never a person's name.
 */
contact_role?: string
/**
 * Public address of that role.
 */
contact_address?: string
}

/**
 * How the exports of one case-management system are read, so that they can be counted into a return.
 */
export interface ExportMapping {
/**
 * Address of this schema, for editors; it is never fetched.
 */
$schema?: string
/**
 * Always spcd.
 */
standard: "spcd"
/**
 * The version of this standard that is counted for.
 */
schema_version: "1.0"
/**
 * A short name by which messages tell the systems apart.
 */
system: string
/**
 * Notes for whoever edits the mapping; --suggest writes here what it is unsure of.
 * 
 * @maxItems 500
 */
comments?: string[]
/**
 * What the return says of itself that does not change from quarter to quarter.
 */
header?: {
/**
 * Code of the organisation in the organisations register.
 */
submitter?: string
/**
 * Whether the figures may still change.
 */
figures_status?: FiguresStatusCode
/**
 * What the figures are counted from; case_management unless it says otherwise.
 */
source_kind?: SourceKindCode
/**
 * What the field sex was filled from.
 */
sex_basis?: SexBasisCode
/**
 * The index of every deprivation fifth.
 */
deprivation_index?: DeprivationIndexCode
/**
 * The scheme in which ethnic group was recorded.
 */
ethnicity_scheme?: EthnicitySchemeCode
/**
 * Version of the local list of support tiers.
 */
support_tier_version?: string
/**
 * Codes in the services register of the services that the system holds.
 * 
 * @maxItems 2000
 */
services_included?: string[]
/**
 * Areas whose every service is included.
 * 
 * @maxItems 500
 */
areas_complete?: string[]
/**
 * Name of the software, as it stands in the return.
 */
system_name?: string
/**
 * Version of the software.
 */
system_version?: string
}
/**
 * Whether other systems of the organisation know a person by the same number (shared), or the numbers are this system's own; needed where several systems are counted together.
 */
person_ids?: ("shared" | "own")
/**
 * Whether an age is the age on the day of referral, or on the day the export was made.
 */
age_on?: ("referral" | "export")
/**
 * How dates are written, most used first; a time after the date is passed over.
 */
dates?: ("YYYY-MM-DD" | "YYYY/MM/DD" | "YYYYMMDD" | "DD/MM/YYYY" | "DD-MM-YYYY" | "DD.MM.YYYY" | "DD/MM/YY" | "DD MMM YYYY" | "MM/DD/YYYY")[]
/**
 * What parts a whole number from its decimals. Where neither this nor thousands is said, a number such as 1,386 or 1.386 could be two and is not read.
 */
decimal?: ("." | ",")
/**
 * What parts the thousands of a number; it is not the decimal mark.
 */
thousands?: ("," | "." | " " | "'")
/**
 * What the systems write where there is no answer, and which blank it means.
 */
blanks?: {
[k: string]: "not_stated" | "not_known" | "not_applicable"
}
/**
 * Characteristics also counted for people referred, because they are asked at referral.
 */
characteristics_for_referred?: CharacteristicCode[]
/**
 * The file with one row for each case.
 */
cases: {
/**
 * Name of the file, beside the mapping, where the command line names none.
 */
file?: string
/**
 * How the file writes letters; recognised where it is not given.
 */
encoding?: ("utf-8" | "windows-1252" | "utf-16le")
/**
 * What stands between columns; found from the headings where it is not given.
 */
separator?: ("," | ";" | "\t" | "|")
/**
 * How dates are written, most used first; a time after the date is passed over.
 */
dates?: ("YYYY-MM-DD" | "YYYY/MM/DD" | "YYYYMMDD" | "DD/MM/YYYY" | "DD-MM-YYYY" | "DD.MM.YYYY" | "DD/MM/YY" | "DD MMM YYYY" | "MM/DD/YYYY")[]
/**
 * For each field that the file holds, the heading of its column, or more about it.
 */
columns: {
[k: string]: string | {
column?: string
/**
 * @maxItems 60
 */
columns?: string[]
constant?: string
values?: {
[k: string]: string
}
separator?: string
dates?: ("YYYY-MM-DD" | "YYYY/MM/DD" | "YYYYMMDD" | "DD/MM/YYYY" | "DD-MM-YYYY" | "DD.MM.YYYY" | "DD/MM/YY" | "DD MMM YYYY" | "MM/DD/YYYY")[]
}
}
/**
 * Headings that are known and left alone on purpose; they are then not remarked on.
 * 
 * @maxItems 500
 */
not_read?: string[]
/**
 * For each connection that the row of a case holds, its columns.
 * 
 * @maxItems 200
 */
connections?: {
[k: string]: string | {
column?: string
/**
 * @maxItems 60
 */
columns?: string[]
constant?: string
values?: {
[k: string]: string
}
separator?: string
dates?: ("YYYY-MM-DD" | "YYYY/MM/DD" | "YYYYMMDD" | "DD/MM/YYYY" | "DD-MM-YYYY" | "DD.MM.YYYY" | "DD/MM/YY" | "DD MMM YYYY" | "MM/DD/YYYY")[]
}
}[]
/**
 * For each score that the row of a case holds, its columns.
 * 
 * @maxItems 200
 */
scores?: {
[k: string]: string | {
column?: string
/**
 * @maxItems 60
 */
columns?: string[]
constant?: string
values?: {
[k: string]: string
}
separator?: string
dates?: ("YYYY-MM-DD" | "YYYY/MM/DD" | "YYYYMMDD" | "DD/MM/YYYY" | "DD-MM-YYYY" | "DD.MM.YYYY" | "DD/MM/YY" | "DD MMM YYYY" | "MM/DD/YYYY")[]
}
}[]
}
/**
 * The file with one row for each connection.
 */
connections?: {
/**
 * Name of the file, beside the mapping, where the command line names none.
 */
file?: string
/**
 * How the file writes letters; recognised where it is not given.
 */
encoding?: ("utf-8" | "windows-1252" | "utf-16le")
/**
 * What stands between columns; found from the headings where it is not given.
 */
separator?: ("," | ";" | "\t" | "|")
/**
 * How dates are written, most used first; a time after the date is passed over.
 */
dates?: ("YYYY-MM-DD" | "YYYY/MM/DD" | "YYYYMMDD" | "DD/MM/YYYY" | "DD-MM-YYYY" | "DD.MM.YYYY" | "DD/MM/YY" | "DD MMM YYYY" | "MM/DD/YYYY")[]
/**
 * For each field that the file holds, the heading of its column, or more about it.
 */
columns: {
[k: string]: string | {
column?: string
/**
 * @maxItems 60
 */
columns?: string[]
constant?: string
values?: {
[k: string]: string
}
separator?: string
dates?: ("YYYY-MM-DD" | "YYYY/MM/DD" | "YYYYMMDD" | "DD/MM/YYYY" | "DD-MM-YYYY" | "DD.MM.YYYY" | "DD/MM/YY" | "DD MMM YYYY" | "MM/DD/YYYY")[]
}
}
/**
 * Headings that are known and left alone on purpose; they are then not remarked on.
 * 
 * @maxItems 500
 */
not_read?: string[]
}
/**
 * The file with one row for each score.
 */
scores?: {
/**
 * Name of the file, beside the mapping, where the command line names none.
 */
file?: string
/**
 * How the file writes letters; recognised where it is not given.
 */
encoding?: ("utf-8" | "windows-1252" | "utf-16le")
/**
 * What stands between columns; found from the headings where it is not given.
 */
separator?: ("," | ";" | "\t" | "|")
/**
 * How dates are written, most used first; a time after the date is passed over.
 */
dates?: ("YYYY-MM-DD" | "YYYY/MM/DD" | "YYYYMMDD" | "DD/MM/YYYY" | "DD-MM-YYYY" | "DD.MM.YYYY" | "DD/MM/YY" | "DD MMM YYYY" | "MM/DD/YYYY")[]
/**
 * For each field that the file holds, the heading of its column, or more about it.
 */
columns: {
[k: string]: string | {
column?: string
/**
 * @maxItems 60
 */
columns?: string[]
constant?: string
values?: {
[k: string]: string
}
separator?: string
dates?: ("YYYY-MM-DD" | "YYYY/MM/DD" | "YYYYMMDD" | "DD/MM/YYYY" | "DD-MM-YYYY" | "DD.MM.YYYY" | "DD/MM/YY" | "DD MMM YYYY" | "MM/DD/YYYY")[]
}
}
/**
 * Headings that are known and left alone on purpose; they are then not remarked on.
 * 
 * @maxItems 500
 */
not_read?: string[]
}
/**
 * Headings of the postcode file, where they are not those of the ONS Postcode Directory.
 */
postcode_file?: {
/**
 * The postcode.
 */
postcode?: string
/**
 * Official code of the local authority or broader area.
 */
area_code?: string
/**
 * The fifth, 1 to 5, where 1 is the most deprived.
 */
deprivation_quintile?: string
/**
 * Rank of the small area in the index that the header names.
 */
deprivation_rank?: string
/**
 * Urban or rural, or the official class.
 */
rurality?: string
}
}

/** The row type of each table. */
export interface RowTypes {
  profiles: ProfilesRow;
  characteristics: CharacteristicsRow;
  equity: EquityRow;
  needs: NeedsRow;
  pathway: PathwayRow;
  connections: ConnectionsRow;
  closures: ClosuresRow;
  outcome_coverage: OutcomeCoverageRow;
  outcomes: OutcomesRow;
  workforce: WorkforceRow;
  assets: AssetsRow;
}
