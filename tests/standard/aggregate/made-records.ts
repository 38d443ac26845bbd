import type { GivenHeader } from '../../../src/standard/aggregate/build-return.ts';
import { CASE_FIELDS, type CaseField } from '../../../src/standard/aggregate/case-fields.ts';
import type {
  CaseRecord,
  ConnectionRecord,
  PersonFacts,
  ScoreRecord,
} from '../../../src/standard/aggregate/case-records.ts';
import { dayOfIso } from '../../../src/standard/aggregate/day.ts';
import type { Holdings } from '../../../src/standard/aggregate/holdings.ts';

export const EVERYTHING: Holdings = {
  fields: new Set(Object.keys(CASE_FIELDS) as CaseField[]),
  connections: true,
  scores: true,
};

export function headerOf(period: string, changes: Partial<GivenHeader> = {}): GivenHeader {
  const year = Number(period.slice(0, 4));
  const extracted = [`${year}-05-10`, `${year}-08-10`, `${year}-11-10`, `${year + 1}-02-10`];
  return {
    submitter: '7A7',
    period,
    figures_status: 'provisional',
    source_kind: 'case_management',
    sex_basis: 'sex',
    deprivation_index: 'wimd_2019',
    ethnicity_scheme: 'census_2021',
    support_tier_version: '2026',
    coverage: { services_included: ['powys-community-connectors'], areas_complete: [] },
    source_system: {
      name: 'Invented system',
      version: '1',
      extracted_at: `${extracted[Number(period.slice(6)) - 1]}T09:00:00Z`,
    },
    ...changes,
  };
}

export const FACTS: PersonFacts = {
  area_code: 'W06000023',
  deprivation_quintile: 'q2',
  sex: 'female',
  born: dayOfIso('1980-06-15'),
  age: null,
  age_band: 'not_known',
  characteristics: {
    ethnic_group: 'white_british',
    disability: 'not_disabled',
    unpaid_carer: 'not_carer',
    language_of_choice: 'english',
    employment_status: 'working',
    rurality: 'rural',
    welsh_language_service: 'welsh_not_chosen',
  },
};

/** Dates of a case as ISO texts; the others as they are. */
export interface MadeCase extends Partial<Omit<CaseRecord, MadeDate>>, Partial<Record<MadeDate, string>> {}
type MadeDate = 'received' | 'decided' | 'firstContact' | 'conversation' | 'plan' | 'review' | 'closed';

/** A case accepted on the day it was received, unless the changes say otherwise. */
export function caseOf(made: MadeCase & { readonly received: string }): CaseRecord {
  const day = (date: string | undefined) => (date === undefined ? null : dayOfIso(date));
  const decision = made.decision === undefined ? 'referral_accepted' : made.decision;
  return {
    person: 'A',
    service: 's',
    facts: FACTS,
    referral_source: 'gp_practice',
    closure_reason: 'plan_complete',
    contacts: 3,
    support_tier: 'targeted',
    needs: ['mental_wellbeing'],
    mainNeed: null,
    ...made,
    decision,
    decided: day(made.decided ?? (decision === null ? undefined : made.received)),
    received: dayOfIso(made.received),
    firstContact: day(made.firstContact),
    conversation: day(made.conversation),
    plan: day(made.plan),
    review: day(made.review),
    closed: day(made.closed),
  };
}

export function connectionOf(made: string, changes: Partial<ConnectionRecord> = {}): ConnectionRecord {
  return {
    person: 'A',
    service: null,
    activity_type: 'walking_group',
    connection_kind: 'signposted',
    delivery_mode: 'in_person',
    uptake: 'taken_up',
    barrier: 'not_applicable',
    quality_mark: 'held',
    provider: null,
    ...changes,
    made: dayOfIso(made),
  };
}

export function scoreOf(taken: string, score: number, changes: Partial<ScoreRecord> = {}): ScoreRecord {
  return {
    person: 'A',
    service: null,
    instrument: 'ucla_3',
    measure: 'ucla_3',
    value_set: 'not_applicable',
    completion_mode: 'self',
    ...changes,
    score,
    taken: dayOfIso(taken),
  };
}
