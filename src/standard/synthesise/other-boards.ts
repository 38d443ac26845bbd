import { type AreasCode, CODE_LISTS, type OrganisationsCode } from '../generated/code-lists.ts';
import { type BoardPopulation, WALES_POPULATION } from '../populations/board-population.ts';
import type { Board, Nation } from './board.ts';
import { FIRST_DAY } from './first-day.ts';

type OtherNation = Exclude<Nation, 'wales'>;

interface NationProfile {
  readonly code: string;
  /** The kind of organisation that sends returns here. */
  readonly level: string;
  readonly deprivationIndex: Board['deprivationIndex'];
  readonly ethnicityScheme: Board['ethnicityScheme'];
  readonly ethnicCategories: boolean;
}

const PROFILES: Readonly<Record<OtherNation, NationProfile>> = {
  england: {
    code: 'E92000001',
    level: 'integrated_care_board',
    deprivationIndex: 'imd_2019',
    ethnicityScheme: 'nhs_2001',
    ethnicCategories: true,
  },
  scotland: {
    code: 'S92000003',
    level: 'health_board',
    deprivationIndex: 'simd_2020',
    ethnicityScheme: 'census_2021',
    ethnicCategories: false,
  },
  northern_ireland: {
    code: 'N92000002',
    level: 'health_and_social_care_trust',
    deprivationIndex: 'nimdm_2017',
    ethnicityScheme: 'census_2021',
    ethnicCategories: false,
  },
};

/** Invented, the same for every organisation: these returns are for trying things, not for weighing nations. */
const REFERRED_A_YEAR = 600;

/**
 * The organisations of a nation other than Wales that may return figures now, in the order of the register. All
 * are of one size and draw people by the shares of Wales, with equal fifths: no census table of theirs is here.
 */
export function boardsOf(nation: OtherNation): Board[] {
  const profile = PROFILES[nation];
  return CODE_LISTS.organisations.codes
    .filter(({ level, extra, valid_to }) => {
      return level === profile.level && extra?.nation === profile.code && valid_to === null;
    })
    .map(({ code, extra }) => {
      const served = (extra?.area_code ?? '').split(';');
      return boardOf(nation, code as OrganisationsCode, presentOf(served), profile);
    });
}

function boardOf(
  nation: OtherNation,
  submitter: OrganisationsCode,
  area_code: AreasCode,
  { deprivationIndex, ethnicityScheme, ethnicCategories }: NationProfile,
): Board {
  return {
    submitter,
    nation,
    area_code,
    authorities: equalShares(area_code),
    population: STAND_IN,
    referredAYear: REFERRED_A_YEAR,
    deprivationIndex,
    ethnicityScheme,
    livesOutside: 12,
    supported: 740,
    connected: 600,
    followedUp: 450,
    lift: 50,
    welsh: { chosen: 0, either: 0 },
    holds: {
      youngAges: true,
      ethnicCategories,
      disabilityDetail: false,
      carerHours: false,
      sourceDetail: true,
      supportTiers: false,
      qualityMarks: false,
    },
    sendsForReferred: [],
    sendsForBoard: [],
    usesSwemwbs: false,
    holdsInterval: true,
    holdsCompletionMode: false,
  };
}

/** The code in use now of the codes that an organisation's area has had. */
function presentOf(served: readonly string[]): AreasCode {
  const area = CODE_LISTS.areas.codes.find(
    ({ code, valid_to }) => served.includes(code) && valid_to === null,
  );
  if (area === undefined) throw new Error(`None of the areas ${served.join(', ')} is in use`);
  return area.code as AreasCode;
}

/** The areas below a board, all alike; the board itself where the list of areas has none. */
function equalShares(board: AreasCode): Board['authorities'] {
  const below = CODE_LISTS.areas.codes
    .filter(({ parent, valid_from, valid_to }) => {
      return parent === board && valid_to === null && (valid_from === null || valid_from <= FIRST_DAY);
    })
    .map(({ code }) => code as AreasCode);
  return Object.fromEntries((below.length > 0 ? below : [board]).map((code) => [code, 1]));
}

/** Wales as a whole, with fifths of equal size. */
const STAND_IN: BoardPopulation = {
  ...addUp(Object.values(WALES_POPULATION)),
  deprivation_quintile: { q1: 1, q2: 1, q3: 1, q4: 1, q5: 1 },
};

function addUp(populations: readonly BoardPopulation[]): BoardPopulation {
  const sums: Record<string, Record<string, number>> = {};
  for (const population of populations) {
    for (const [item, figures] of Object.entries(population)) {
      const sum = sums[item] ?? {};
      for (const [code, figure] of Object.entries(figures)) sum[code] = (sum[code] ?? 0) + (figure as number);
      sums[item] = sum;
    }
  }
  return sums as unknown as BoardPopulation;
}
