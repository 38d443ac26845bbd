import type { ActivityTypeCode, AreasCode, ProviderSectorCode } from '../generated/code-lists.ts';
import type { AssetsRow } from '../generated/types.ts';
import type { Board } from './board.ts';
import { type Random, randomOf } from './random.ts';

/** Assumed: an offer for about this many people referred in a year. */
const REFERRED_PER_OFFER = 7;

interface Offered {
  readonly activity_type: ActivityTypeCode;
  readonly provider_sector: ProviderSectorCode;
  /** Of a thousand offers. */
  readonly share: number;
}

/** Assumed: what there is to join, and who gives it. */
const OFFERED: readonly Offered[] = [
  { activity_type: 'social_group_or_cafe', provider_sector: 'informal_group', share: 110 },
  { activity_type: 'social_group_or_cafe', provider_sector: 'voluntary_organisation', share: 80 },
  { activity_type: 'walking_group', provider_sector: 'informal_group', share: 70 },
  { activity_type: 'exercise_referral', provider_sector: 'local_authority', share: 60 },
  { activity_type: 'peer_support_group', provider_sector: 'voluntary_organisation', share: 90 },
  { activity_type: 'befriending', provider_sector: 'voluntary_organisation', share: 45 },
  { activity_type: 'money_and_benefits_advice', provider_sector: 'voluntary_organisation', share: 50 },
  { activity_type: 'housing_advice', provider_sector: 'housing_association', share: 25 },
  { activity_type: 'gardening_and_growing', provider_sector: 'environment_body', share: 55 },
  { activity_type: 'conservation_and_outdoors', provider_sector: 'environment_body', share: 30 },
  { activity_type: 'music_and_singing', provider_sector: 'informal_group', share: 60 },
  { activity_type: 'visual_arts_and_crafts', provider_sector: 'arts_culture_or_heritage_body', share: 65 },
  { activity_type: 'talking_support', provider_sector: 'voluntary_organisation', share: 55 },
  { activity_type: 'adult_learning', provider_sector: 'education_provider', share: 45 },
  { activity_type: 'digital_skills', provider_sector: 'local_authority', share: 25 },
  { activity_type: 'food_support', provider_sector: 'faith_organisation', share: 45 },
  { activity_type: 'transport_scheme', provider_sector: 'voluntary_organisation', share: 20 },
  { activity_type: 'help_at_home_scheme', provider_sector: 'social_enterprise', share: 25 },
  { activity_type: 'volunteering_role', provider_sector: 'county_voluntary_council', share: 45 },
];

/** Assumed percentages of the offers of a row, give or take ten. */
const PARTS = {
  offers_in_welsh: 22,
  offers_free: 68,
  offers_quality_marked: 28,
  offers_online: 12,
  offers_reachable_by_public_transport: 55,
  offers_step_free: 70,
  offers_co_designed: 35,
  offers_funded_beyond_12_months: 40,
  offers_open_to_self_referral: 80,
  offers_with_waiting_list: 15,
  offers_ended_in_period: 5,
} as const satisfies Partial<Record<keyof AssetsRow, number>>;

/** The invented offers in the areas of one board on the last day of a quarter. */
export function countAssets(board: Board, quarter: number, seed: number): AssetsRow[] {
  const random = randomOf(seed, board.submitter, 'assets', quarter);
  const areas = Object.entries(board.authorities) as [AreasCode, number][];
  const weights = areas.reduce((sum, [, weight]) => sum + weight, 0);
  return areas.flatMap(([area_code, weight]) => {
    const offers = (board.referredAYear * weight) / (REFERRED_PER_OFFER * weights);
    return OFFERED.flatMap((offered) => {
      const count = Math.round((offers * offered.share * (80 + random.below(41))) / 100_000);
      return count === 0 ? [] : [rowOf(area_code, offered, count, random)];
    });
  });
}

function rowOf(
  area_code: AreasCode,
  { activity_type, provider_sector }: Offered,
  offers: number,
  random: Random,
): AssetsRow {
  const part = (percent: number): number =>
    Math.min(offers, Math.round((offers * Math.max(0, percent - 10 + random.below(21))) / 100));
  const parts = Object.entries(PARTS).map(([name, percent]) => [name, part(percent)] as const);
  return {
    area_code,
    activity_type,
    provider_sector,
    providers: Math.max(1, part(60)),
    offers,
    ...(Object.fromEntries(parts) as Record<keyof typeof PARTS, number>),
    activity_volunteers: offers * 2 + random.below(offers * 3 + 1),
  };
}
