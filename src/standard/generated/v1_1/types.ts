// Written by `npm run generate` from schema/. Do not edit.
import type { ActivityTypeCode, AreasCode, BarrierCode, ConnectionKindCode, CoverageReasonCode, DeprivationIndexCode, DeprivationQuintileCode, EmployerSectorCode, EthnicitySchemeCode, FiguresStatusCode, OrganisationsCode, QualityMarkCode, RoleCode, SexBasisCode, SourceKindCode, UptakeCode } from '../code-lists.ts';

import type { AssetsRow, CharacteristicsRow, ClosuresRow, EquityRow, NeedsRow, OutcomeCoverageRow, OutcomesRow, PathwayRow, ProfilesRow } from '../types.ts';

export type { AssetsRow, CharacteristicsRow, ClosuresRow, EquityRow, ExportMapping, NeedsRow, Organisation, OutcomeCoverageRow, OutcomesRow, PathwayRow, ProfilesRow, Service } from '../types.ts';

export type DeliveryModeCode = "in_person" | "at_home" | "online" | "telephone" | "by_post" | "materials_sent" | "mixed";

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
/**
 * Of the headcount, those able to support people in Welsh. Null or absent where it is not collected.
 */
works_in_welsh?: (number | null)
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
schema_version: "1.1"
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
