import type { AreasCode } from '../generated/code-lists.ts';
import type { ProfilesRow } from '../generated/types.ts';
import type { BoardPopulation } from '../populations/board-population.ts';
import type { Board } from './board.ts';
import { drawCharacteristicsOf } from './draw-characteristics.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';
import { draw, type Weights, weighted, weightsOf } from './weights.ts';

/** Assumed: of residents aged 75 and over, this percentage is 85 or older; of those aged 16 to 24, is 16 or 17. */
const AGED_85_PLUS = 28;
const AGED_16_OR_17 = 22;

/** Assumed reach by age, in percent of the residents' share: social prescribing reaches older people. */
const REACH_BY_AGE = {
  '0_15': 6,
  '16_17': 45,
  '18_24': 65,
  '25_34': 90,
  '35_49': 105,
  '50_64': 120,
  '65_74': 115,
  '75_84': 150,
  '85_plus': 180,
};

/** Assumed: three women for every two men. */
const REACH_BY_SEX = { female: 150, male: 100 };

/** Assumed reach by fifth, in percent of the residents' share: the most deprived fifth twice the least. */
const REACH_BY_QUINTILE = { q1: 150, q2: 125, q3: 100, q4: 85, q5: 72 };

/** Draws the people of one board from its real residents and the reach assumed above. */
export function drawPersonOf(board: Board): (random: Random) => Person {
  const { population } = board;
  const ages = weightsOf(weighted(splitAges(population.age_band), REACH_BY_AGE));
  const sexes = weightsOf(weighted(population.sex, REACH_BY_SEX));
  const quintiles = weightsOf(weighted(population.deprivation_quintile, REACH_BY_QUINTILE));
  const authorities = weightsOf(board.authorities);
  const drawCharacteristics = drawCharacteristicsOf(board);

  return (random) => {
    const area_code = drawArea(board, authorities, random);
    const age_band = recordAge(draw(ages, random), board, random);
    const sex = drawSex(sexes, random);
    const deprivation_quintile = recordQuintile(draw(quintiles, random), area_code, board, random);
    const characteristics = drawCharacteristics({ age_band, deprivation_quintile }, random);
    return { area_code, age_band, sex, deprivation_quintile, characteristics };
  };
}

function splitAges(bands: BoardPopulation['age_band']) {
  const over74 = bands['65_plus'] - bands['65_74'];
  const over84 = Math.round((over74 * AGED_85_PLUS) / 100);
  const under18 = Math.round((bands['16_24'] * AGED_16_OR_17) / 100);
  return {
    '0_15': bands['0_15'],
    '16_17': under18,
    '18_24': bands['16_24'] - under18,
    '25_34': bands['25_34'],
    '35_49': bands['35_49'],
    '50_64': bands['50_64'],
    '65_74': bands['65_74'],
    '75_84': over74 - over84,
    '85_plus': over84,
  };
}

/** The authority for most; the board's own code for the one in a hundred whose authority is not known. */
function drawArea(board: Board, authorities: Weights<AreasCode>, random: Random): AreasCode {
  const authority = draw(authorities, random);
  if (random.chance(board.livesOutside)) return 'outside_area';
  return random.chance(10) ? board.area_code : authority;
}

/** Age as the board's system holds it: a few people have no age, and a few only a broad group. */
function recordAge(age: keyof typeof REACH_BY_AGE, board: Board, random: Random): ProfilesRow['age_band'] {
  const mark = random.below(1000);
  if (mark < 8) return 'not_known';
  if (mark < 20 && age !== '0_15') return isOver64(age) ? '65_plus' : '16_64';
  const young = age === '16_17' || age === '18_24';
  return young && !board.holds.youngAges ? '16_24' : age;
}

function isOver64(age: string): boolean {
  return age === '65_74' || age === '75_84' || age === '85_plus';
}

function drawSex(sexes: Weights<'female' | 'male'>, random: Random): ProfilesRow['sex'] {
  const sex = draw(sexes, random);
  const mark = random.below(1000);
  if (mark < 4) return 'another';
  if (mark < 9) return 'not_stated';
  return mark < 20 ? 'not_known' : sex;
}

/**
 * No fifth without an address. Half of those from outside live in another nation, and the submitter's index has no
 * fifth for them.
 */
function recordQuintile(
  quintile: 'q1' | 'q2' | 'q3' | 'q4' | 'q5',
  area_code: AreasCode,
  board: Board,
  random: Random,
): ProfilesRow['deprivation_quintile'] {
  const unknown = random.chance(20);
  const abroad = random.chance(500);
  const hasNoAddress = area_code === board.area_code && board.authorities[area_code] === undefined;
  if (hasNoAddress || unknown) return 'not_known';
  return area_code === 'outside_area' && abroad ? 'not_applicable' : quintile;
}
