import type { NeedCode } from '../generated/code-lists.ts';
import { ageGroupOf } from './broader-code.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';
import type { Support } from './referral.ts';
import { draw, weighted, weightsOf } from './weights.ts';

/**
 * Assumed, in a thousand: mental wellbeing is the commonest, as in the British study of 160,128 people. People
 * who are not safe are counted under `family_and_safety`, because the finer code is never shown below a board.
 */
const NEEDS: Readonly<Partial<Record<NeedCode, number>>> = {
  mental_wellbeing: 270,
  loneliness_isolation: 175,
  money_debt_benefits: 95,
  physical_activity: 75,
  long_term_condition: 70,
  housing_homelessness: 45,
  healthy_living: 45,
  caring: 35,
  bereavement: 30,
  help_at_home: 24,
  employment_skills: 22,
  transport: 20,
  food: 15,
  family_relationships: 14,
  memory_or_dementia: 12,
  frailty_or_falls: 12,
  energy_utilities: 10,
  digital_inclusion: 9,
  life_change: 9,
  volunteering: 8,
  education_learning: 7,
  family_and_safety: 6,
  substance_use_or_gambling: 6,
  legal_advice: 5,
  language_culture: 3,
  settling_in: 3,
  other: 15,
};

const BY_AGE = {
  under_16: weightsOf({
    mental_wellbeing: 480,
    family_relationships: 150,
    physical_activity: 120,
    education_learning: 90,
    loneliness_isolation: 130,
    other: 30,
  } satisfies Partial<Record<NeedCode, number>>),
  '16_64': weightsOf(
    weighted(NEEDS as Record<NeedCode, number>, {
      memory_or_dementia: 10,
      frailty_or_falls: 20,
      help_at_home: 40,
    }),
  ),
  '65_plus': weightsOf(
    weighted(NEEDS as Record<NeedCode, number>, {
      mental_wellbeing: 60,
      loneliness_isolation: 160,
      employment_skills: 8,
      frailty_or_falls: 350,
      memory_or_dementia: 300,
      help_at_home: 280,
      transport: 180,
    }),
  ),
};

/** Assumed, in a thousand: how many needs are written down. */
const HOW_MANY = weightsOf({ '0': 35, '1': 375, '2': 345, '3': 180, '4': 65 });

/** Draws the needs of a person supported, the main one first. */
export function drawNeeds(person: Person, random: Random): Support['needs'] {
  const count = Number(draw(HOW_MANY, random));
  if (count === 0) return ['not_known'];
  const weights = weightsOfAge(ageGroupOf(person.age_band));
  const needs = new Set<NeedCode>();
  while (needs.size < count) needs.add(draw(weights, random));
  return [...needs];
}

function weightsOfAge(ageGroup: string) {
  return ageGroup === 'under_16' || ageGroup === '65_plus' ? BY_AGE[ageGroup] : BY_AGE['16_64'];
}
