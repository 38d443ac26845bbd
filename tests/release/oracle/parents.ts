import { MEASURES, type MeasureId } from '../../../src/standard/generated/measures.ts';
import { MAGNITUDES } from './figures.ts';
import { asBoardOfMany, type FigureAt, type Place } from './places.ts';
import { PARTS, WORDS } from './table-words.ts';
import { tokenOf } from './tokens.ts';

/** The cells one dimension broader, as the scheme names them for each table. */
export function parentsOf({ table, figure, selectors, period, area, dimensions }: FigureAt): FigureAt[] {
  if (WORDS[table].isOfThings) return [];
  const place: Place = { table, selectors, period, area, dimensions };
  if (MAGNITUDES.includes(figure)) return [pairedPeople(place)];
  const removed = Object.keys(dimensions)
    .filter((name) => name !== 'stage' && !(name === 'uptake' && 'barrier' in dimensions))
    .map((name): FigureAt => {
      const { [name]: _, ...others } = dimensions;
      return withoutIdleIndex(publishedAt({ ...place, figure, dimensions: others }));
    });
  return PARTS.includes(figure) ? [...removed, pairedPeople(place)] : removed;
}

/** Where a total stands that another table publishes, or the same table under another split. */
function publishedAt(at: FigureAt): FigureAt {
  const { table, selectors, dimensions } = at;
  const names = Object.keys(dimensions);
  const has = (name: string) => names.includes(name);
  if (table === 'characteristics' && !has('category')) return asPeople(at, selectors.population);
  if (table === 'needs' && !has('need')) return asPeople(at, 'supported');
  if (table === 'needs' && !has('deprivation_quintile')) {
    return { ...at, selectors: { ...selectors, breakdown: 'age_group_sex' } };
  }
  if (table === 'closures' && names.every((name) => name === 'referral_source')) {
    return {
      ...at,
      table: 'pathway',
      selectors: { basis: 'event' },
      dimensions: { ...dimensions, stage: 'closed' },
    };
  }
  if (table === 'equity' && !has('referral_sector') && names.length < 2) {
    const there = { ...at, area: asBoardOfMany(at.area) };
    return has('ethnic_group') ? asEthnicGroup(there) : asPeople(there, selectors.population);
  }
  if ('breakdown' in selectors && table !== 'needs') {
    const total = has('category') ? at : { ...at, selectors: { ...selectors, breakdown: 'all' } };
    return table === 'outcomes' && at.figure === 'n_paired' ? pairedPeople(total) : total;
  }
  return at;
}

/** The people of a population in `profiles`, of the same age group and sex, or of the same fifth. */
function asPeople(at: FigureAt, population: string | undefined): FigureAt {
  const { age_group, ...others } = at.dimensions;
  const index = at.selectors.deprivation_index;
  return {
    ...at,
    table: 'profiles',
    figure: at.period.includes('Q') ? 'people' : 'people_first_in_year',
    selectors: { population: population as string, ...(index && { deprivation_index: index }) },
    dimensions: age_group === undefined ? others : { age_band: asBand(age_group), ...others },
  };
}

/** Everyone under 16 is one band of the finer list, and one group has several bands. */
function asBand(ageGroup: string): string {
  const dimension = { name: 'age_band', list: 'age_band', levels: [] } as const;
  return tokenOf(dimension, ageGroup, 'age_group');
}

/** One of the five ethnic groups holds finer categories in `characteristics`; both of the two are as they are. */
function asEthnicGroup(at: FigureAt): FigureAt {
  const dimension = { name: 'category', list: 'ethnic_group', levels: [] } as const;
  return {
    ...at,
    table: 'characteristics',
    selectors: { population: at.selectors.population as string, characteristic: 'ethnic_group' },
    dimensions: { category: tokenOf(dimension, at.dimensions.ethnic_group as string, 'group') },
  };
}

/** An index is named only with its fifths. */
function withoutIdleIndex(at: FigureAt): FigureAt {
  const { deprivation_index: _, ...others } = at.selectors;
  const isByFifth =
    'deprivation_quintile' in at.dimensions ||
    (others.breakdown === 'deprivation_quintile' && 'category' in at.dimensions);
  return isByFifth ? at : { ...at, selectors: others };
}

function pairedPeople(place: Place): FigureAt {
  const isSplit = 'interval' in place.dimensions || 'completion_mode' in place.dimensions;
  if (isSplit) return { ...place, figure: 'n_paired' };
  const measure = MEASURES[place.selectors.measure as MeasureId].instrument;
  return {
    ...place,
    table: 'outcome_coverage',
    figure: 'n_paired',
    selectors: { ...place.selectors, measure },
  };
}
