import fc from 'fast-check';
import { CASE_FIELDS, type CaseField } from '../../../src/standard/aggregate/case-fields.ts';
import type {
  CaseRecord,
  ConnectionRecord,
  Decision,
  ScoreRecord,
} from '../../../src/standard/aggregate/case-records.ts';
import { dayOfIso } from '../../../src/standard/aggregate/day.ts';
import type { Holdings } from '../../../src/standard/aggregate/holdings.ts';
import { MEASURE_IDS, MEASURES } from '../../../src/standard/generated/measures.ts';

const people = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H');
const services = fc.constantFrom('north', 'south');
/** Fifteen months: the quarters before, of and after a period in the middle. */
const day = fc.integer({ min: dayOfIso('2026-03-01'), max: dayOfIso('2027-05-31') });
const anyDay = fc.option(day);
const codes = (...list: string[]) => fc.constantFrom(...list);

const facts = fc.record({
  area_code: fc.option(codes('W06000008', 'W06000009', 'W06000010', 'W11000025', 'W06000023', 'E92000001')),
  deprivation_quintile: codes('q1', 'q2', 'q5', 'not_known'),
  sex: codes('female', 'male', 'not_stated', 'not_collected'),
  born: fc.option(fc.integer({ min: dayOfIso('1910-01-01'), max: dayOfIso('2026-01-01') })),
  age: fc.option(fc.integer({ min: -3, max: 130 })),
  age_band: codes('not_known', '16_64', '0_15'),
  characteristics: fc.record(
    {
      ethnic_group: codes('white_british', 'asian', 'not_stated', 'not_known'),
      disability: codes('disabled', 'not_known'),
      unpaid_carer: codes('carer', 'not_applicable'),
      language_of_choice: codes('welsh', 'english'),
      employment_status: codes('working', 'student', 'not_applicable', 'not_known'),
      rurality: codes('rural', 'urban'),
      welsh_language_service: codes('welsh_not_offered', 'not_known'),
      religion: codes('christian', 'not_stated'),
    },
    { requiredKeys: [] },
  ),
});

const cases: fc.Arbitrary<CaseRecord> = fc.record({
  person: people,
  service: services,
  facts,
  received: day,
  referral_source: codes('gp_practice', 'self', 'not_known'),
  decision: fc.option(
    fc.constantFrom<Decision>('referral_accepted', 'referral_accepted', 'declined_by_person', 'expired'),
  ),
  decided: anyDay,
  firstContact: anyDay,
  conversation: anyDay,
  plan: anyDay,
  review: anyDay,
  closed: anyDay,
  closure_reason: codes('plan_complete', 'not_known'),
  contacts: fc.option(fc.integer({ min: 0, max: 20 })),
  support_tier: codes('targeted', 'not_known'),
  needs: fc.uniqueArray(codes('mental_wellbeing', 'food', 'safety_and_abuse'), { maxLength: 3 }),
  mainNeed: fc.option(codes('food', 'caring', 'safety_and_abuse')),
});

const connections: fc.Arbitrary<ConnectionRecord> = fc.record({
  person: people,
  service: fc.option(services),
  made: day,
  activity_type: codes('walking_group', 'safety_support', 'not_known'),
  connection_kind: codes('signposted', 'accompanied', 'not_known'),
  delivery_mode: codes('in_person', 'not_collected'),
  uptake: codes('taken_up', 'not_taken_up', 'too_soon_to_know', 'not_known'),
  barrier: codes('cost', 'not_known', 'not_applicable'),
  quality_mark: codes('held', 'not_collected'),
  provider: fc.option(codes('p', 'q')),
});

/** Measures of which a score is one number on a scale of whole steps, with no value set. */
const SCORED = MEASURE_IDS.filter((id) => MEASURES[id].is_integer && MEASURES[id].value_sets.length === 0);

const scores: fc.Arbitrary<ScoreRecord> = fc.constantFrom(...SCORED).chain((measure) =>
  fc.record({
    person: people,
    service: fc.option(services),
    taken: day,
    instrument: fc.constant(MEASURES[measure].instrument as ScoreRecord['instrument']),
    measure: fc.constant(measure),
    value_set: fc.constant('not_applicable'),
    score: fc.integer({ min: MEASURES[measure].score_minimum, max: MEASURES[measure].score_maximum }),
    completion_mode: codes('self', 'proxy', 'not_known', 'not_collected'),
  }),
);

const OPTIONAL = (Object.keys(CASE_FIELDS) as CaseField[]).filter(
  (field) => field !== 'person_id' && field !== 'referral_received_date',
);

/** Systems that hold any part of what can be held. */
export const anyHoldings: fc.Arbitrary<Holdings> = fc.record({
  fields: fc
    .subarray(OPTIONAL)
    .map((fields) => new Set<CaseField>([...fields, 'person_id', 'referral_received_date'])),
  connections: fc.boolean(),
  scores: fc.boolean(),
});

/** Any cases, connections and scores of a few people: most dates make no sense together. */
export const anyRecords = fc.record({
  cases: fc.array(cases, { maxLength: 30 }),
  connections: fc.array(connections, { maxLength: 30 }),
  scores: fc.array(scores, { maxLength: 40 }),
});
