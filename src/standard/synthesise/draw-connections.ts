import type { ActivityTypeCode, BarrierCode, NeedCode } from '../generated/code-lists.ts';
import type { Board } from './board.ts';
import { type Day, daysWithin, extractDayOf, quarterOfDay } from './days.ts';
import type { Random } from './random.ts';
import type { Connection, Support } from './referral.ts';
import { draw, type Weights, weightsOf } from './weights.ts';

/** Assumed, in a thousand. Support after violence is counted under its family, because its own code is never shown below a board. */
const ACTIVITIES = weightsOf<ActivityTypeCode>({
  social_group_or_cafe: 110,
  money_and_benefits_advice: 95,
  exercise_referral: 70,
  talking_support: 80,
  peer_support_group: 75,
  walking_group: 65,
  befriending: 65,
  visual_arts_and_crafts: 48,
  gardening_and_growing: 45,
  music_and_singing: 40,
  general_information: 35,
  sport_and_fitness: 30,
  gentle_movement: 28,
  housing_advice: 28,
  self_management_course: 25,
  healthy_lifestyle_service: 25,
  volunteering_role: 22,
  food_support: 20,
  adult_learning: 18,
  bereavement_support: 18,
  social_care_service: 16,
  help_at_home_scheme: 15,
  employment_support: 14,
  transport_scheme: 14,
  libraries_museums_galleries: 12,
  digital_skills: 12,
  conservation_and_outdoors: 10,
  faith_or_cultural_group: 9,
  legal_and_rights_advice: 8,
  drama_reading_and_writing: 7,
  dance: 7,
  health_service: 7,
  water_based_activity: 6,
  animals_and_care_farming: 5,
  housing_or_employment_service: 5,
  devices_and_connection: 4,
  health_and_wellbeing_support: 4,
  heritage_activity: 3,
  other: 12,
});

/** Assumed: what people with a main need are likelier to be connected to. */
const FOR_NEED: Readonly<Partial<Record<NeedCode, Weights<ActivityTypeCode>>>> = {
  mental_wellbeing: weightsOf({
    talking_support: 4,
    peer_support_group: 3,
    gardening_and_growing: 2,
    visual_arts_and_crafts: 2,
  }),
  loneliness_isolation: weightsOf({ social_group_or_cafe: 4, befriending: 4, music_and_singing: 1 }),
  money_debt_benefits: weightsOf({ money_and_benefits_advice: 9, food_support: 1 }),
  physical_activity: weightsOf({ exercise_referral: 4, walking_group: 3, sport_and_fitness: 2 }),
  long_term_condition: weightsOf({ self_management_course: 4, gentle_movement: 3, peer_support_group: 2 }),
  housing_homelessness: weightsOf({ housing_advice: 8, housing_or_employment_service: 2 }),
  healthy_living: weightsOf({ healthy_lifestyle_service: 5, exercise_referral: 3 }),
  caring: weightsOf({ peer_support_group: 5, social_care_service: 3 }),
  bereavement: weightsOf({ bereavement_support: 8, befriending: 2 }),
  help_at_home: weightsOf({ help_at_home_scheme: 6, social_care_service: 4 }),
  transport: weightsOf({ transport_scheme: 1 }),
  employment_skills: weightsOf({ employment_support: 5, adult_learning: 3, volunteering_role: 2 }),
  digital_inclusion: weightsOf({ digital_skills: 6, devices_and_connection: 3 }),
};
/** Of connections, in a thousand: those that follow from the main need. */
const FOLLOWS_FROM_NEED = 600;

const KINDS = weightsOf<Connection['connection_kind']>({
  signposted: 410,
  onward_referral: 285,
  supported_introduction: 190,
  accompanied: 85,
  not_known: 30,
});

const MODES = weightsOf<Connection['delivery_mode']>({
  in_person: 770,
  telephone: 80,
  at_home: 55,
  online: 50,
  mixed: 20,
  not_known: 25,
});

const UPTAKE = weightsOf<Connection['uptake']>({
  taken_up: 570,
  on_waiting_list: 60,
  not_taken_up: 150,
  not_known: 220,
});

const BARRIERS = weightsOf<BarrierCode | 'not_known'>({
  transport: 150,
  confidence: 135,
  health: 130,
  changed_mind: 120,
  timing: 90,
  capacity_or_waiting_list: 85,
  cost: 65,
  caring_responsibilities: 50,
  physical_access: 30,
  not_eligible: 25,
  digital_access: 20,
  activity_ended: 20,
  language_or_communication: 12,
  welsh_not_available: 8,
  other: 20,
  not_known: 40,
});

const MARKS = weightsOf<Connection['quality_mark']>({
  held: 240,
  working_towards: 50,
  not_held: 270,
  not_known: 440,
});

const HOW_MANY = weightsOf({ '1': 520, '2': 290, '3': 120, '4': 50, '5': 20 });
const TO_FIRST = daysWithin([0, 7, 420], [8, 28, 360], [29, 70, 220]);
const TO_NEXT = daysWithin([0, 14, 500], [15, 56, 500]);
/** Within eight weeks before the systems are read, so many in a thousand have no news yet. */
const NO_NEWS_YET = 450;
const EIGHT_WEEKS = 56;

interface Supported {
  readonly needs: Support['needs'];
  readonly conversation: Day;
  readonly closed: Day;
}

/** Draws the connections made between the first conversation and closure, in order of their days. */
export function drawConnections(
  { needs, conversation, closed }: Supported,
  board: Board,
  random: Random,
): Connection[] {
  if (!random.chance(board.connected)) return [];
  const connections: Connection[] = [];
  const count = Number(draw(HOW_MANY, random));
  let day = Math.min(closed, conversation + TO_FIRST(random));
  for (let made = 0; made < count && day <= closed; made += 1) {
    connections.push(drawConnection(day, needs[0] as NeedCode, board, random));
    day += TO_NEXT(random);
  }
  return connections;
}

function drawConnection(day: Day, need: NeedCode, board: Board, random: Random): Connection {
  const likely = random.chance(FOLLOWS_FROM_NEED) ? FOR_NEED[need] : undefined;
  const isRecent = extractDayOf(quarterOfDay(day)) - day < EIGHT_WEEKS;
  const uptake = isRecent && random.chance(NO_NEWS_YET) ? 'too_soon_to_know' : draw(UPTAKE, random);
  return {
    day,
    activity_type: draw(likely ?? ACTIVITIES, random),
    connection_kind: draw(KINDS, random),
    delivery_mode: draw(MODES, random),
    uptake,
    barrier: uptake === 'not_taken_up' ? draw(BARRIERS, random) : 'not_applicable',
    quality_mark: board.holds.qualityMarks ? draw(MARKS, random) : 'not_collected',
  };
}
