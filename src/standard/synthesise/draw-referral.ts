import type { ReferralSourceCode, SupportTierCode } from '../generated/code-lists.ts';
import type { Board } from './board.ts';
import { ageGroupOf, sectorOf } from './broader-code.ts';
import { type Day, daysWithin } from './days.ts';
import { drawEpisode } from './draw-episode.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';
import type { Referral } from './referral.ts';
import { draw, weightsOf } from './weights.ts';

/**
 * Assumed, in a thousand: about eight in ten by medical routes. A study of 160,128 people on one British platform
 * found 72% to 85%.
 */
const SOURCES = weightsOf<ReferralSourceCode | 'not_known'>({
  gp_practice: 560,
  primary_mental_health: 58,
  community_pharmacy: 12,
  telephone_or_online_health: 8,
  dentist_or_optometrist: 2,
  hospital_ward_or_discharge: 40,
  hospital_outpatient: 20,
  emergency_department: 12,
  specialist_mental_health: 28,
  community_nursing_or_therapy: 36,
  hospice_or_palliative_care: 5,
  substance_use_service: 6,
  adult_social_care: 44,
  housing_provider: 18,
  council_other: 12,
  care_home: 2,
  voluntary_organisation: 30,
  advice_service: 6,
  activity_provider: 4,
  faith_or_community_group: 3,
  another_social_prescriber: 5,
  fire_and_rescue: 5,
  ambulance: 3,
  police: 3,
  probation_prison_or_court: 2,
  jobcentre_or_careers: 8,
  education: 2,
  employer: 1,
  self: 38,
  family_friend_or_carer: 12,
  proactive_contact: 8,
  other_source: 3,
  not_known: 4,
});

const SOURCES_OF_CHILDREN = weightsOf<ReferralSourceCode | 'not_known'>({
  gp_practice: 480,
  health_visiting_or_school_nursing: 140,
  specialist_mental_health: 60,
  childrens_social_care: 120,
  education: 110,
  voluntary_organisation: 30,
  family_friend_or_carer: 60,
});

const TIERS = weightsOf<SupportTierCode>({ universal: 240, targeted: 630, specialist: 130 });

/** Assumed, in a thousand: what is decided. */
const DECISIONS = weightsOf<Referral['decision']>({
  referral_accepted: 880,
  declined_by_person: 62,
  declined_by_service: 30,
  expired: 28,
});
/** Of the referrals accepted, the board's share supported is reached by this many in a thousand of all. */
const ACCEPTED = 880;

const DAYS_TO_DECISION = {
  referral_accepted: daysWithin([0, 2, 470], [3, 7, 340], [8, 14, 140], [15, 28, 50]),
  declined_by_person: daysWithin([1, 7, 350], [8, 14, 400], [15, 28, 250]),
  declined_by_service: daysWithin([0, 7, 700], [8, 28, 300]),
  expired: daysWithin([28, 42, 700], [43, 60, 300]),
};

/** Assumed, in a thousand: people not taken on who are referred again, four weeks later or more. */
const REFERRED_AGAIN = 150;
const DAYS_TO_NEXT = daysWithin([29, 60, 600], [61, 120, 400]);

/** Draws the referral of a person received on a day, and a second one where the first came to nothing. */
export function drawReferrals(person: Person, received: Day, board: Board, random: Random): Referral[] {
  const first = drawReferral(person, received, board, random);
  if (first.episode !== null || !random.chance(REFERRED_AGAIN)) return [first];
  return [first, drawReferral(person, first.decided + DAYS_TO_NEXT(random), board, random)];
}

function drawReferral(person: Person, received: Day, board: Board, random: Random): Referral {
  const isChild = ageGroupOf(person.age_band) === 'under_16';
  const source = draw(isChild ? SOURCES_OF_CHILDREN : SOURCES, random);
  const decision = draw(DECISIONS, random);
  const decided = received + DAYS_TO_DECISION[decision](random);
  const isSupported = random.chance(Math.floor((board.supported * 1000) / ACCEPTED));
  return {
    person,
    source: board.holds.sourceDetail ? source : (sectorOf(source) as Referral['source']),
    tier: board.holds.supportTiers ? draw(TIERS, random) : 'not_collected',
    received,
    decided,
    decision,
    episode:
      decision === 'referral_accepted'
        ? drawEpisode({ person, accepted: decided, isSupported }, board, random)
        : null,
  };
}
