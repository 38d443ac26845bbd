import type { AreasCode, OrganisationsCode } from '../../src/standard/generated/code-lists.ts';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { MEASURES } from '../../src/standard/generated/measures.ts';
import type {
  CharacteristicsRow,
  OutcomeCoverageRow,
  OutcomesRow,
  ProfilesRow,
  Return,
  Service,
} from '../../src/standard/generated/types.ts';
import { type ScorePair, summarisePairs } from '../../src/standard/measures/summarise-pairs.ts';
import { datesOf } from '../../src/standard/period.ts';
import { plantWords } from './plant-words.ts';

/** The financial year that every board returned, and the quarter after it, in which something is amiss. */
export const YEAR = '2025-26';
export const QUARTERS = ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1'] as const;
export const AMISS = '2026-Q2';

/** Large primes that stand in the returns as counts; no published figure can be one of them. */
export const PLANTED = [48_271, 39_119, 27_457, 19_961, 15_683, 9_733, 7_919, 6_997, 5_527, 4_241] as const;

/** A board of the small country: where its people live, and what its systems do otherwise than others. */
interface Board {
  readonly submitter: OrganisationsCode;
  /** Of these, the first two hold most of the people. */
  readonly areas: readonly AreasCode[];
  readonly authorities: readonly AreasCode[];
  /** How many kinds of people and how many closed episodes are drawn for a quarter. */
  readonly size: { readonly clusters: number; readonly episodes: number };
  readonly index?: 'wimd_2025';
  /** Another number of points from which a person counts as improved on SWEMWBS. */
  readonly threshold?: number;
  readonly sendsOrientation?: true;
  /** How its outcomes come, where they do not come whole: a nil return, no return, the change alone, unpaired means. */
  readonly outcomes?: 'nil' | 'none' | 'change_only' | 'unpaired';
}

const BOARDS: readonly Board[] = [
  {
    submitter: '7A1',
    areas: ['W06000001', 'W06000006', 'W06000002', 'W06000003', 'W06000004', 'W06000005', 'outside_area'],
    authorities: ['W06000001', 'W06000002', 'W06000003', 'W06000004', 'W06000005', 'W06000006'],
    size: { clusters: 36, episodes: 60 },
    threshold: 1,
  },
  {
    submitter: '7A7',
    areas: ['W06000023', 'W11000024', 'outside_area', 'E92000001'],
    authorities: ['W06000023'],
    size: { clusters: 40, episodes: 60 },
    outcomes: 'change_only',
  },
  {
    submitter: '7A2',
    areas: ['W06000010', 'W06000009', 'W06000008', 'W11000025'],
    authorities: ['W06000008', 'W06000009', 'W06000010'],
    size: { clusters: 10, episodes: 30 },
    outcomes: 'unpaired',
  },
  {
    submitter: '7A6',
    areas: ['W06000022', 'W06000018', 'W06000019', 'W06000020', 'W06000021'],
    authorities: ['W06000018', 'W06000019', 'W06000020', 'W06000021', 'W06000022'],
    size: { clusters: 8, episodes: 0 },
    outcomes: 'nil',
  },
  {
    submitter: '7A4',
    areas: ['W06000015', 'W06000014', 'W11000029', 'W92000004', 'outside_area'],
    authorities: ['W06000014', 'W06000015'],
    size: { clusters: 56, episodes: 110 },
    sendsOrientation: true,
  },
  {
    submitter: '7A5',
    areas: ['W06000016', 'W06000013', 'W06000024'],
    authorities: ['W06000013', 'W06000016', 'W06000024'],
    size: { clusters: 8, episodes: 0 },
    outcomes: 'none',
  },
  {
    submitter: '7A3',
    areas: ['W06000011', 'W06000012', 'W11000031'],
    authorities: ['W06000011', 'W06000012'],
    size: { clusters: 30, episodes: 50 },
    index: 'wimd_2025',
  },
];

/** People who are alike in everything that is counted. */
interface Cluster {
  readonly area_code: AreasCode;
  readonly age_band: ProfilesRow['age_band'];
  readonly sex: ProfilesRow['sex'];
  readonly deprivation_quintile: ProfilesRow['deprivation_quintile'];
  readonly characteristics: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<ProfilesRow['population'], number>>;
  /** Of the people, how many are counted for the first time in the financial year. */
  readonly share: number;
}

/** A source of numbers that is the same at every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of the items, the first ones oftener. */
function pick<Item>(random: () => number, items: readonly Item[]): Item {
  return items[Math.floor(random() ** 1.8 * items.length)] as Item;
}

const AGES = [
  '65_74',
  '50_64',
  '35_49',
  '75_84',
  '25_34',
  '85_plus',
  '18_24',
  '0_15',
  '16_17',
  '16_24',
  '16_64',
  '65_plus',
  'not_known',
  'under_16',
] as const;
const SEXES = ['female', 'male', 'not_known', 'not_stated'] as const;
const QUINTILES = ['q1', 'q2', 'q3', 'q4', 'q5', 'not_known', 'not_applicable'] as const;
const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  ethnic_group: [
    'white_british',
    'white',
    'asian_indian',
    'not_stated',
    'black',
    'asian',
    'mixed_white_and_asian',
    'white_irish',
    'all_other',
    'other_arab',
    'not_known',
  ],
  disability: [
    'not_disabled',
    'disabled',
    'disabled_limited_a_lot',
    'not_disabled_no_condition',
    'not_known',
  ],
  employment_status: ['retired', 'working', 'unemployed', 'student', 'not_known'],
  sexual_orientation: ['straight_or_heterosexual', 'not_stated', 'gay_or_lesbian', 'lgb_plus', 'bisexual'],
};

function drawClusters(board: Board, random: () => number): Cluster[] {
  const drawn = Array.from({ length: board.size.clusters }, () => {
    const tail = random();
    const weight = Math.ceil(
      tail < 0.6 ? 6 * random() : tail < 0.92 ? 6 + 24 * random() : 30 + 150 * random(),
    );
    return cluster(board, random, weight);
  });
  // A sex of their own, so that some cells hold one planted number and nothing else.
  const planted = PLANTED.map((prime) => ({
    ...cluster(board, random, 0),
    sex: 'another' as const,
    people: { referred: prime, supported: prime, connected: prime },
  }));
  return [...drawn, ...planted.filter(() => random() < 0.12)];
}

function cluster(board: Board, random: () => number, weight: number): Cluster {
  const age_band = pick(random, AGES);
  const isChild = age_band === '0_15' || age_band === 'under_16';
  const drawn = Object.entries(CATEGORIES).map(([characteristic, codes]) => {
    const hasAges = characteristic === 'employment_status' || characteristic === 'sexual_orientation';
    return [characteristic, isChild && hasAges ? 'not_applicable' : pick(random, codes)];
  });
  return {
    area_code: pick(random, board.areas),
    age_band,
    sex: pick(random, SEXES),
    deprivation_quintile: pick(random, QUINTILES),
    characteristics: Object.fromEntries(drawn),
    people: {
      referred: weight,
      supported: Math.ceil(weight * 0.8),
      connected: Math.floor(weight * random()),
    },
    share: random(),
  };
}

function countPeople(clusters: readonly Cluster[], period: string, population: ProfilesRow['population']) {
  const isFirstQuarter = period.endsWith('Q2');
  return clusters.flatMap((each) => {
    const people = each.people[population];
    const people_first_in_year = isFirstQuarter ? people : Math.floor(people * each.share);
    return people === 0 ? [] : [{ each, people, people_first_in_year }];
  });
}

/** Adds up the counts of rows that are alike in all their codes. */
function addUp<Row extends { people: number; people_first_in_year: number }>(rows: readonly Row[]): Row[] {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const { people, people_first_in_year, ...codes } = row;
    const key = JSON.stringify(codes);
    const before = found.get(key);
    found.set(key, {
      ...row,
      people: people + (before?.people ?? 0),
      people_first_in_year: people_first_in_year + (before?.people_first_in_year ?? 0),
    });
  }
  return [...found.values()];
}

const POPULATIONS = ['referred', 'supported', 'connected'] as const;

function profilesOf(clusters: readonly Cluster[], period: string): ProfilesRow[] {
  return addUp(
    POPULATIONS.flatMap((population) =>
      countPeople(clusters, period, population).map(({ each, ...counts }) => {
        const { area_code, age_band, sex, deprivation_quintile } = each;
        return { population, area_code, age_band, sex, deprivation_quintile, ...counts };
      }),
    ),
  );
}

function characteristicsOf(board: Board, clusters: readonly Cluster[], period: string): CharacteristicsRow[] {
  const sent = Object.keys(CATEGORIES).filter(
    (name) => name !== 'sexual_orientation' || board.sendsOrientation,
  );
  const rows = sent.flatMap((characteristic) =>
    (characteristic === 'ethnic_group'
      ? (['referred', 'supported'] as const)
      : (['supported'] as const)
    ).flatMap((population) =>
      countPeople(clusters, period, population).map(({ each, ...counts }) => ({
        population,
        characteristic,
        area_code: characteristic === 'sexual_orientation' ? boardOf(each.area_code) : each.area_code,
        age_group: ageGroupOf(each.age_band),
        sex: each.sex,
        category: each.characteristics[characteristic],
        ...counts,
      })),
    ),
  );
  return addUp(rows as CharacteristicsRow[]);
}

function boardOf(area: string): string {
  const code = CODE_LISTS.areas.codes.find((candidate) => candidate.code === area);
  return code?.level === 'local_authority' ? (code.parent as string) : area;
}

export function ageGroupOf(band: string): string {
  const code = CODE_LISTS.age_band.codes.find((candidate) => candidate.code === band);
  if (code === undefined || code.level === 'age_group' || code.level === 'total') return band;
  return ageGroupOf(code.parent as string);
}

/** One closed episode with its scores; both, the first only, or none. */
interface Episode {
  readonly area_code: AreasCode;
  readonly sex: string;
  readonly quintile: string;
  readonly interval: OutcomesRow['interval'];
  readonly completion_mode: OutcomesRow['completion_mode'];
  readonly scored: 'both' | 'first' | 'none';
  readonly swemwbs: ScorePair;
  readonly satisfaction: ScorePair;
}

const INTERVALS = ['11_16', '6_10', '17_30', 'not_known', '0_5'] as const;
const MODES = ['self', 'assisted', 'telephone_or_video', 'not_collected'] as const;
const METRIC = [7, 9.51, 12.4, 14.75, 16.88, 18.59, 20.73, 22.35, 24.11, 26.02, 28.13, 30.7, 35] as const;

function drawEpisodes(board: Board, random: () => number): Episode[] {
  return Array.from({ length: board.size.episodes }, (): Episode => {
    const before = Math.floor(7 * random());
    const after = Math.max(0, Math.min(12, before + Math.floor(5 * random()) - 1));
    const worth = Math.floor(9 * random());
    const worthAfter = Math.max(0, Math.min(10, worth + Math.floor(4 * random()) - 1));
    return {
      area_code: pick(random, board.areas),
      sex: pick(random, SEXES),
      quintile: pick(random, QUINTILES),
      interval: pick(random, INTERVALS),
      completion_mode: pick(random, MODES),
      scored: random() < 0.7 ? 'both' : random() < 0.7 ? 'first' : 'none',
      swemwbs: { baseline: METRIC[before] as number, followUp: METRIC[after] as number },
      satisfaction: { baseline: worth, followUp: worthAfter },
    };
  });
}

const BREAKDOWNS = ['all', 'sex', 'deprivation_quintile'] as const;

function categoryOf(episode: Episode, breakdown: (typeof BREAKDOWNS)[number]): string {
  return { all: 'all', sex: episode.sex, deprivation_quintile: episode.quintile }[breakdown];
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => readonly string[],
): [string[], Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = JSON.stringify(keyOf(item));
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups].map(([key, members]) => [JSON.parse(key) as string[], members]);
}

function outcomeCoverageOf(episodes: readonly Episode[]): OutcomeCoverageRow[] {
  const rows = (['swemwbs', 'ons4'] as const).flatMap((measure) =>
    BREAKDOWNS.flatMap((breakdown) =>
      groupBy(episodes, (episode) => [episode.area_code, categoryOf(episode, breakdown)]).map(
        ([[area_code, category], members]) => ({
          measure,
          value_set: 'not_applicable',
          breakdown,
          area_code,
          category,
          n_eligible: members.length,
          n_baseline: members.filter(({ scored }) => scored !== 'none').length,
          n_follow_up: members.filter(({ scored }) => scored === 'both').length,
          n_paired: members.filter(({ scored }) => scored === 'both').length,
        }),
      ),
    ),
  );
  return rows as OutcomeCoverageRow[];
}

function outcomesOf(board: Board, episodes: readonly Episode[]): OutcomesRow[] {
  const paired = episodes.filter(({ scored }) => scored === 'both');
  const rows = (['swemwbs_metric', 'ons4_satisfaction'] as const).flatMap((measure) =>
    BREAKDOWNS.flatMap((breakdown) =>
      groupBy(paired, (episode) => [
        episode.area_code,
        categoryOf(episode, breakdown),
        episode.interval,
        episode.completion_mode,
      ]).map(([[area_code, category, interval, completion_mode], members]) => ({
        measure,
        value_set: 'not_applicable',
        breakdown,
        area_code,
        category,
        interval,
        completion_mode,
        ...statisticsOf(board, measure, members),
      })),
    ),
  );
  return rows as OutcomesRow[];
}

const NOT_HELD = { mean_baseline: null, sd_baseline: null, mean_follow_up: null, sd_follow_up: null };

function statisticsOf(
  board: Board,
  measure: 'swemwbs_metric' | 'ons4_satisfaction',
  members: readonly Episode[],
) {
  const pairs = members.map((each) => (measure === 'swemwbs_metric' ? each.swemwbs : each.satisfaction));
  const summary = summarisePairs(MEASURES[measure], pairs);
  if (board.outcomes === 'unpaired') return { ...summary, change_method: 'unpaired' as const };
  if (board.outcomes === 'change_only') return { ...summary, ...NOT_HELD };
  if (board.threshold === undefined || measure !== 'swemwbs_metric') return summary;
  return { ...summary, ...countChanges(pairs, board.threshold) };
}

function countChanges(pairs: readonly ScorePair[], threshold: number) {
  const changes = pairs.map(({ baseline, followUp }) => Math.round(1000 * (followUp - baseline)) / 1000);
  const n_improved = changes.filter((change) => change >= threshold).length;
  const n_worse = changes.filter((change) => change <= -threshold).length;
  return {
    n_improved,
    n_unchanged: pairs.length - n_improved - n_worse,
    n_worse,
    improvement_threshold: threshold,
  };
}

function serviceIdOf(board: Board): string {
  return `${board.submitter.toLowerCase()}-links`;
}

/** One service of each board. */
export const SERVICES: readonly Service[] = BOARDS.map((board) => ({
  id: serviceIdOf(board),
  name: { en: `Links of ${board.submitter}`, cy: `Cysylltiadau ${board.submitter}` },
  submitter: board.submitter,
  areas: [...board.authorities] as [AreasCode, ...AreasCode[]],
  valid_from: '2024-04-01',
}));

/**
 * The returns of a small Wales: seven boards in each quarter of one financial year, and six in the quarter
 * after, of whom one did not cover all its areas. Its people are invented; the same at every run.
 *
 * Boards differ in what goes wrong in real returns: a second deprivation index, codes of groups in place of
 * finer ones, people from outside and from England, another threshold, changes without means, unpaired means.
 * Every free text holds the planted word, which must never come out.
 */
export function drawWales(options: WalesOptions = {}): Return[] {
  const { periods = [...QUARTERS, AMISS], wholeIn = periods } = options;
  return periods.flatMap((period, quarter) =>
    BOARDS.filter((board) => period !== AMISS || board.submitter !== '7A2').map((board, position) => {
      const drawn = drawReturn(board, period, 1_000 * quarter + position);
      if (wholeIn.includes(period)) return plantWords(drawn);
      return plantWords({ ...drawn, tables: { profiles: drawn.tables.profiles ?? [] } });
    }),
  );
}

/** A smaller Wales, for what does not need all of it: every table more takes its time to build. */
export interface WalesOptions {
  /** The quarters returned; all five unless given. */
  readonly periods?: readonly string[];
  /** The quarters whose returns carry every table; the others carry profiles alone. All unless given. */
  readonly wholeIn?: readonly string[];
}

function drawReturn(board: Board, period: string, seed: number): Return {
  const random = randomFrom(seed);
  const clusters = drawClusters(board, random);
  const episodes = drawEpisodes(board, random);
  const { start, end } = datesOf(period);
  const isIncomplete = period === AMISS && board.submitter === '7A1';
  return {
    standard: 'spcd',
    schema_version: '1.0',
    submitter: board.submitter,
    period,
    period_start: start,
    period_end: end,
    figures_status: 'final',
    source_kind: 'case_management',
    sex_basis: 'sex',
    deprivation_index: board.index ?? 'wimd_2019',
    ethnicity_scheme: 'census_2021',
    coverage: {
      services_included: [serviceIdOf(board)],
      areas_complete: board.authorities.filter((area) => !isIncomplete || area !== 'W06000006'),
      tables: {
        characteristics: {
          not_collected: [
            'unpaid_carer',
            'rurality',
            'language_of_choice',
            'welsh_language_service',
            ...(board.sendsOrientation ? [] : ['sexual_orientation']),
          ],
        },
        ...(board.outcomes === 'change_only' ? { outcomes: { reason_code: 'system_does_not_hold' } } : {}),
        ...(board.outcomes === 'nil' ? { outcome_coverage: { nil: true }, outcomes: { nil: true } } : {}),
      },
    },
    source_system: { name: 'Small Wales', version: '1', extracted_at: '2026-07-20T09:00:00Z' },
    tables: {
      profiles: profilesOf(clusters, period),
      characteristics: characteristicsOf(board, clusters, period),
      ...(board.outcomes === 'none'
        ? {}
        : { outcome_coverage: outcomeCoverageOf(episodes), outcomes: outcomesOf(board, episodes) }),
    },
  };
}
