import { AREA, periodLevelOf, type Selectors } from '../../../src/disclosure/lattice.ts';
import { contributionCap } from '../../../src/disclosure/parents.ts';
import type { TableName } from '../../../src/standard/generated/tables.ts';
import type { Cell } from '../country/cells.ts';
import type { Target } from './estimate-counts.ts';
import { type CubeRequest, leafCube } from './leaf-cube.ts';
import { ourRule } from './publication-rule.ts';

const WALES = 'W92000004';
export const INDEX = 'wimd_2019';

/** A cube to attack: a table's figure by some of its dimensions at their finest. */
export type Wanted = Pick<CubeRequest, 'table' | 'selectors' | 'figure'> & {
  readonly by: Readonly<Record<string, string | null>>;
  /** The one category of a dimension whose categories overlap, so that each is a cube of its own. */
  readonly only?: Readonly<Record<string, string>>;
};

/**
 * The cubes of a period, as far as its published cells speak of them: categories and areas that no published cell
 * names are left out, because nothing can be learnt of them.
 *
 * @param cells - Published cells of the release.
 */
export function cubesOf(cells: readonly Cell[], wanted: readonly Wanted[], period: string): Target[] {
  return wanted.flatMap(({ by, only = {}, ...request }) => {
    const own = cells.filter(
      ({ place, figure }) =>
        place.table === request.table &&
        place.period === period &&
        figure === request.figure &&
        Object.entries(only).every(([name, token]) => place.dimensions[name] === token) &&
        Object.entries(request.selectors).every(([name, code]) => (place.selectors[name] ?? code) === code),
    );
    if (own.length === 0) return [];
    const named = new Set(
      own.flatMap(({ place }) => [
        `${AREA}=${place.area}`,
        ...Object.entries(place.dimensions).map((pair) => pair.join('=')),
      ]),
    );
    const dimensions = Object.entries(by).map(([name, level]) => ({
      name,
      level,
      // People of unknown category stand for all whose category no published cell names.
      tokens: (token: string) =>
        (only[name] ?? token) === token && (named.has(`${name}=${token}`) || token === 'not_known'),
    }));
    const areas = (token: string) => named.has(`${AREA}=${token}`);
    const cube = leafCube({ ...request, period, within: WALES, dimensions, areas });
    const at = { place: { ...request, period, area: WALES, dimensions: {} }, figure: request.figure };
    return [{ cube, rule: ourRule(contributionCap(at, periodLevelOf(period))) }];
  });
}

const POPULATIONS = ['referred', 'supported', 'connected'];

export const CHARACTERISTICS = [
  'ethnic_group',
  'disability',
  'unpaid_carer',
  'language_of_choice',
  'employment_status',
  'rurality',
  'welsh_language_service',
  'sexual_orientation',
  'gender_identity',
  'religion',
  'armed_forces',
];

/** Every cube that the attacks go for, of quarters or of financial years. */
export function allCubes(period: string): Wanted[] {
  const isQuarter = periodLevelOf(period) === 'quarter';
  const people = isQuarter ? 'people' : 'people_first_in_year';
  const primary = isQuarter ? 'people_primary' : 'people_primary_first_in_year';
  const indexed = (selectors: Selectors): Selectors => ({ ...selectors, deprivation_index: INDEX });
  const of = (table: TableName, selectors: Selectors, figure: string, by: Wanted['by']): Wanted => ({
    table,
    selectors,
    figure,
    by,
  });
  return [
    ...POPULATIONS.map((population) =>
      of('profiles', indexed({ population }), people, {
        age_band: null,
        sex: null,
        deprivation_quintile: null,
      }),
    ),
    ...POPULATIONS.flatMap((population) =>
      CHARACTERISTICS.map((characteristic) =>
        of('characteristics', { population, characteristic }, people, {
          age_group: null,
          sex: null,
          category: null,
        }),
      ),
    ),
    ...POPULATIONS.map((population) =>
      of('equity', indexed({ population }), people, {
        ethnic_group: null,
        deprivation_quintile: null,
        referral_sector: 'sector',
      }),
    ),
    of('needs', { breakdown: 'age_group_sex' }, primary, {
      age_group: null,
      sex: null,
      need: null,
    }),
    of('needs', indexed({ breakdown: 'deprivation_quintile' }), primary, {
      deprivation_quintile: null,
      need: null,
    }),
    ...['referral_received', 'closed'].map((stage) => ({
      ...of('pathway', indexed({ basis: 'event' }), 'episodes', {
        referral_source: 'sector',
        deprivation_quintile: null,
        support_tier: null,
        stage: null,
      }),
      only: { stage },
    })),
    of('closures', {}, 'episodes', {
      referral_source: 'sector',
      closure_reason: null,
      duration_band: null,
    }),
    of('connections', indexed({}), 'connections', {
      deprivation_quintile: null,
      activity_type: 'family',
      connection_kind: null,
    }),
    ...['age_group', 'sex'].map((breakdown) =>
      of('outcomes', { measure: 'swemwbs_metric', value_set: 'not_applicable', breakdown }, 'n_paired', {
        category: null,
        interval: null,
        completion_mode: null,
      }),
    ),
  ];
}

/** As many of the cubes as a small country is given, where every second counts. */
export function fewCubes(period: string): Wanted[] {
  return allCubes(period).filter(
    ({ table, selectors }) =>
      table === 'needs' || (table === 'profiles' && selectors.population === 'supported'),
  );
}

/** Cubes of two person dimensions, whose leaves are themselves cells of the lattice. */
export function pairCubes(period: string): Wanted[] {
  const [profiles, needs] = [
    allCubes(period).find(({ table }) => table === 'profiles'),
    allCubes(period).find(({ table, selectors }) => table === 'needs' && selectors.deprivation_index),
  ] as [Wanted, Wanted];
  const supported = { ...profiles.selectors, population: 'supported' };
  return [
    { ...profiles, selectors: supported, by: { age_band: null, sex: null } },
    { ...profiles, selectors: supported, by: { sex: null, deprivation_quintile: null } },
    needs,
  ];
}

/** Boards of few authorities, each with the authorities and what is not known of them. */
const BOARDS = ['W11000029', 'W11000031', 'W11000028'];

function isOfWales(token: string): boolean {
  return token.startsWith('W') || token.startsWith('not_known:W');
}

/** Cubes of single boards with every category that a row may hold, so that all bounds are true ones. */
export function boardCubes(period: string): Target[] {
  const isQuarter = periodLevelOf(period) === 'quarter';
  const people = isQuarter ? 'people' : 'people_first_in_year';
  const within = (board: string) => ({
    period,
    within: board,
    areaLevels: ['health_board', 'local_authority'],
  });
  return BOARDS.flatMap((board) => [
    leafCube({
      table: 'profiles',
      selectors: { population: 'supported', deprivation_index: INDEX },
      figure: people,
      ...within(board),
      areas: isOfWales,
      dimensions: ['age_band', 'sex', 'deprivation_quintile'].map((name) => ({
        name,
        level: name === 'age_band' ? 'age_group' : null,
      })),
    }),
    leafCube({
      table: 'characteristics',
      selectors: { population: 'supported', characteristic: 'disability' },
      figure: people,
      ...within(board),
      areas: isOfWales,
      dimensions: ['age_group', 'sex', 'category'].map((name) => ({ name, level: null })),
    }),
  ]).map((cube) => ({ cube, rule: ourRule() }));
}

/** The kind of cell of which least squares learns most: those of a board, by age band and deprivation fifth. */
export const GAINED_MOST = 'area_code.health_board age_band.band deprivation_quintile.code';

/** Cubes in which that kind of cell stands: of single boards, for the two populations of which most was learnt. */
export function gainedMostCubes(period: string): Target[] {
  const figure = periodLevelOf(period) === 'quarter' ? 'people' : 'people_first_in_year';
  return BOARDS.flatMap((board) =>
    ['referred', 'connected'].map((population) =>
      leafCube({
        table: 'profiles',
        selectors: { population, deprivation_index: INDEX },
        ...{ figure, period, within: board, areaLevels: ['health_board', 'local_authority'] },
        areas: isOfWales,
        dimensions: ['age_band', 'sex', 'deprivation_quintile'].map((name) => ({
          name,
          level: name === 'age_band' ? 'band' : null,
        })),
      }),
    ),
  ).map((cube) => ({ cube, rule: ourRule() }));
}

/** Authorities of different size, one to a board. */
const AUTHORITIES = ['W06000015', 'W06000023', 'W06000011', 'W06000016', 'W06000019', 'W06000006'];

/** Cubes of single authorities, small enough for whole numbers; of each authority two. */
export function authorityCubes(period: string): Target[] {
  const figure = periodLevelOf(period) === 'quarter' ? 'people' : 'people_first_in_year';
  const common = (token: string) => !token.startsWith('not_known:') && token !== 'not_collected';
  return AUTHORITIES.flatMap((authority) => {
    const request = {
      figure,
      period,
      within: WALES,
      areas: (token: string) => token === authority,
      areaLevels: ['local_authority'],
    };
    const by = (names: readonly string[]) =>
      names.map((name) => ({ name, level: name === 'age_band' ? 'age_group' : null, tokens: common }));
    return [
      leafCube({
        ...request,
        table: 'profiles',
        selectors: { population: 'supported', deprivation_index: INDEX },
        dimensions: by(['age_band', 'sex', 'deprivation_quintile']),
      }),
      leafCube({
        ...request,
        table: 'characteristics',
        selectors: { population: 'supported', characteristic: 'disability' },
        dimensions: by(['age_group', 'sex', 'category']),
      }),
    ];
  }).map((cube) => ({ cube, rule: ourRule() }));
}
