import type { CharacteristicCode } from '../generated/code-lists.ts';
import { WALES_SEXUAL_ORIENTATION } from '../populations/board-population.ts';
import type { Board } from './board.ts';
import { ageGroupOf, ethnicGroupOf } from './broader-code.ts';
import type { Category, Person } from './person.ts';
import type { Random } from './random.ts';
import { draw, type Weights, weighted, weightsOf } from './weights.ts';

/** Assumed: how many in a thousand preferred not to say, and how many were never recorded. */
const BLANKS: Readonly<Record<string, { readonly not_stated: number; readonly not_known: number }>> = {
  ethnic_group: { not_stated: 40, not_known: 60 },
  disability: { not_stated: 30, not_known: 80 },
  unpaid_carer: { not_stated: 15, not_known: 110 },
  language_of_choice: { not_stated: 10, not_known: 50 },
  employment_status: { not_stated: 25, not_known: 90 },
  sexual_orientation: { not_stated: 25, not_known: 45 },
  religion: { not_stated: 20, not_known: 60 },
};

/** Assumed, in a thousand: work of people aged 16 to 64 and over 64 who come to social prescribing. */
const WORK = {
  '16_64': weightsOf({
    working: 370,
    unemployed: 150,
    student: 45,
    retired: 45,
    long_term_sick_or_disabled: 270,
    looking_after_home_or_family: 90,
    other: 30,
  }),
  '65_plus': weightsOf({
    working: 45,
    retired: 890,
    long_term_sick_or_disabled: 25,
    looking_after_home_or_family: 20,
    other: 20,
  }),
};

/** Assumed, in a thousand: unpaid care is commoner here than the tenth of adults of the census. */
const CARE = weightsOf({
  carer_under_20_hours: 65,
  carer_20_to_49_hours: 30,
  carer_50_plus_hours: 55,
  not_carer: 850,
});

/** Assumed, in a thousand, of people who chose Welsh and of the others. */
const WELSH_CHOSEN = weightsOf({
  welsh_chosen_and_received: 720,
  welsh_chosen_received_in_part: 170,
  welsh_chosen_not_received: 110,
});
const WELSH_NOT_CHOSEN = weightsOf({ welsh_not_chosen: 780, welsh_not_offered: 220 });

type Known = Pick<Person, 'age_band' | 'deprivation_quintile'>;

/** Draws the characteristics of one person, each on its own save where one follows from another. */
export function drawCharacteristicsOf(
  board: Board,
): (known: Known, random: Random) => Person['characteristics'] {
  const { population } = board;
  const ethnicGroups = weightsOf(population.ethnic_group);
  const disabilities = weightsOf(weighted(population.disability, { disabled: 220 }));
  const rurality = weightsOf(population.rurality);
  const languages = weightsOf({
    welsh: board.welsh.chosen * 10,
    either: board.welsh.either * 10,
    bsl: 4,
    other: 16,
    english: 980 - board.welsh.chosen * 10 - board.welsh.either * 10,
  });
  const religions = weightsOf(population.religion);
  const orientations = weightsOf(WALES_SEXUAL_ORIENTATION);

  return (known, random) => {
    const ageGroup = ageGroupOf(known.age_band);
    const adult = ageGroup !== 'under_16';
    const language = blankOr('language_of_choice', draw(languages, random), random);
    return {
      ethnic_group: blankOr(
        'ethnic_group',
        recordEthnicGroup(draw(ethnicGroups, random), board, random),
        random,
      ),
      disability: blankOr('disability', recordDisability(draw(disabilities, random), board, random), random),
      unpaid_carer: blankOr('unpaid_carer', recordCare(draw(CARE, random), board), random),
      language_of_choice: language,
      employment_status: adult
        ? blankOr('employment_status', draw(workOf(ageGroup), random), random)
        : 'not_applicable',
      // It is looked up with the small area, as the fifth is.
      rurality: /^q[1-5]$/.test(known.deprivation_quintile)
        ? (draw(rurality, random) as Category)
        : 'not_known',
      welsh_language_service: drawWelshService(language, random),
      sexual_orientation: adult
        ? blankOr('sexual_orientation', draw(orientations, random), random)
        : 'not_applicable',
      religion: blankOr('religion', draw(religions, random), random),
    };
  };
}

function workOf(ageGroup: string): Weights<string> {
  return ageGroup === '65_plus' ? WORK['65_plus'] : WORK['16_64'];
}

/** Codes that the NHS list of 2001 cannot express, and where it puts the people. */
const IN_2001: Readonly<Record<string, string>> = {
  white_gypsy_or_irish_traveller: 'white_other',
  white_roma: 'white_other',
  other_arab: 'other_any_other',
};

/** A few systems hold only the five groups, so a few people have no finer code; in some boards nobody has. */
function recordEthnicGroup(category: string, board: Board, random: Random): string {
  const isBroad = random.chance(40) || !board.holds.ethnicCategories;
  if (isBroad) return ethnicGroupOf(category);
  return board.ethnicityScheme === 'nhs_2001' ? (IN_2001[category] ?? category) : category;
}

function recordDisability(category: string, board: Board, random: Random): string {
  const mark = random.below(100);
  if (!board.holds.disabilityDetail) return category;
  if (category === 'disabled') return mark < 48 ? 'disabled_limited_a_lot' : 'disabled_limited_a_little';
  return mark < 12 ? 'not_disabled_with_condition' : 'not_disabled_no_condition';
}

function recordCare(category: string, board: Board): string {
  return board.holds.carerHours || category === 'not_carer' ? category : 'carer';
}

function drawWelshService(language: Category, random: Random): Category {
  if (random.chance(60) || language === 'not_known') return 'not_known';
  return draw(language === 'welsh' ? WELSH_CHOSEN : WELSH_NOT_CHOSEN, random) as Category;
}

function blankOr(characteristic: CharacteristicCode, category: string, random: Random): Category {
  const blanks = BLANKS[characteristic];
  const mark = random.below(1000);
  if (blanks !== undefined && mark < blanks.not_stated) return 'not_stated';
  if (blanks !== undefined && mark < blanks.not_stated + blanks.not_known) return 'not_known';
  return category as Category;
}
