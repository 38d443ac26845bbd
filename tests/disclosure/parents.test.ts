import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/disclosure/addresses.ts';
import { systemOf } from '../../src/disclosure/lattice.ts';
import { PARTS_OF_PAIRED, pairedPeopleOf, parentsOf } from '../../src/disclosure/parents.ts';
import { figureOf, placeIn } from './made-places.ts';

const supported = { population: 'supported' };
const happy = { measure: 'ons4_happy', value_set: 'not_applicable' };
const ons4 = { measure: 'ons4', value_set: 'not_applicable' };
const wimd = { deprivation_index: 'wimd_2019' };

interface Case {
  readonly cell: string;
  readonly place: Place;
  readonly figure: string;
  readonly parents: readonly { readonly place: Place; readonly figure: string }[];
}

function countCase(cell: string, place: Place, parents: readonly Place[], figure = 'people'): Case {
  return { cell, place, figure, parents: parents.map((parent) => ({ place: parent, figure })) };
}

const profiles: Case[] = [
  countCase('everyone of an area', placeIn('profiles', supported), []),
  countCase('an age group', placeIn('profiles', supported, { age_band: '25_34' }), [
    placeIn('profiles', supported),
  ]),
  countCase('an age and sex', placeIn('profiles', supported, { age_band: '25_34', sex: 'female' }), [
    placeIn('profiles', supported, { sex: 'female' }),
    placeIn('profiles', supported, { age_band: '25_34' }),
  ]),
  countCase(
    'a sex and fifth, of which only one names the index',
    placeIn('profiles', { ...supported, ...wimd }, { sex: 'female', deprivation_quintile: 'q1' }),
    [
      placeIn('profiles', { ...supported, ...wimd }, { deprivation_quintile: 'q1' }),
      placeIn('profiles', supported, { sex: 'female' }),
    ],
  ),
];

const disability = { ...supported, characteristic: 'disability' };
const characteristics: Case[] = [
  countCase(
    'a category, whose total is in profiles',
    placeIn('characteristics', disability, { category: 'code' }),
    [placeIn('profiles', supported)],
  ),
  countCase(
    'a category of an age group, which profiles call by a level',
    placeIn('characteristics', disability, { age_group: '16_64', category: 'code' }),
    [
      placeIn('characteristics', disability, { category: 'code' }),
      placeIn('profiles', supported, { age_band: 'age_group:16_64' }),
    ],
  ),
  countCase(
    'a category of the youngest, who are one band in profiles',
    placeIn('characteristics', disability, { age_group: 'under_16', category: 'code' }),
    [
      placeIn('characteristics', disability, { category: 'code' }),
      placeIn('profiles', supported, { age_band: '0_15' }),
    ],
  ),
  countCase(
    'a category of people whose age is not known',
    placeIn('characteristics', disability, { age_group: 'not_known', category: 'code' }),
    [
      placeIn('characteristics', disability, { category: 'code' }),
      placeIn('profiles', supported, { age_band: 'not_known' }),
    ],
  ),
  countCase(
    'a category of a sex',
    placeIn('characteristics', disability, { sex: 'male', category: 'code' }),
    [
      placeIn('characteristics', disability, { category: 'code' }),
      placeIn('profiles', supported, { sex: 'male' }),
    ],
    'people_first_in_year',
  ),
];

const all = (selectors: object) => ({ ...selectors, breakdown: 'all' });
const bySex = (selectors: object) => ({ ...selectors, breakdown: 'sex' });
const byFifth = (selectors: object) => ({ ...selectors, breakdown: 'deprivation_quintile', ...wimd });

const outcomes: Case[] = [
  countCase('eligible of everyone', placeIn('outcome_coverage', all(ons4)), [], 'n_eligible'),
  countCase(
    'eligible of a category, whose total is everyone',
    placeIn('outcome_coverage', bySex(ons4), { category: 'male' }),
    [placeIn('outcome_coverage', all(ons4))],
    'n_eligible',
  ),
  countCase(
    'eligible of a fifth, whose total names no index',
    placeIn('outcome_coverage', byFifth(ons4), { category: 'q1' }),
    [placeIn('outcome_coverage', all(ons4))],
    'n_eligible',
  ),
  countCase(
    'paired of an interval, counted once for the instrument',
    placeIn('outcomes', all(happy), { interval: '0_5' }),
    [placeIn('outcome_coverage', all(ons4))],
    'n_paired',
  ),
  countCase(
    'paired of an interval and a mode',
    placeIn('outcomes', all(happy), { interval: '0_5', completion_mode: 'self' }),
    [
      placeIn('outcomes', all(happy), { completion_mode: 'self' }),
      placeIn('outcomes', all(happy), { interval: '0_5' }),
    ],
    'n_paired',
  ),
  countCase(
    'paired of a category and an interval',
    placeIn('outcomes', bySex(happy), { category: 'male', interval: '0_5' }),
    [
      placeIn('outcomes', all(happy), { interval: '0_5' }),
      placeIn('outcome_coverage', bySex(ons4), { category: 'male' }),
    ],
    'n_paired',
  ),
  countCase(
    'paired of a fifth and an interval, which keeps its index while it is by fifths',
    placeIn('outcomes', byFifth(happy), { category: 'q1', interval: '0_5' }),
    [
      placeIn('outcomes', all(happy), { interval: '0_5' }),
      placeIn('outcome_coverage', byFifth(ons4), { category: 'q1' }),
    ],
    'n_paired',
  ),
  {
    cell: 'improved of everyone, who are a part of the paired',
    place: placeIn('outcomes', all(happy)),
    figure: 'n_improved',
    parents: [{ place: placeIn('outcome_coverage', all(ons4)), figure: 'n_paired' }],
  },
  {
    cell: 'worse of a category and interval',
    place: placeIn('outcomes', bySex(happy), { category: 'male', interval: '0_5' }),
    figure: 'n_worse',
    parents: [
      { place: placeIn('outcomes', all(happy), { interval: '0_5' }), figure: 'n_worse' },
      { place: placeIn('outcomes', bySex(happy), { category: 'male' }), figure: 'n_worse' },
      { place: placeIn('outcomes', bySex(happy), { category: 'male', interval: '0_5' }), figure: 'n_paired' },
    ],
  },
];

describe.each([...profiles, ...characteristics, ...outcomes])('the parents of $cell', (expected) => {
  it('are the cells got by removing one dimension, where their people are counted', () => {
    expect(parentsOf(expected.place, expected.figure)).toEqual(expected.parents);
  });
});

describe('the paired people of a statistic', () => {
  it('are counted in the coverage of the instrument where neither interval nor mode is fixed', () => {
    expect(pairedPeopleOf(placeIn('outcomes', byFifth(happy), { category: 'q1' }))).toEqual({
      place: placeIn('outcome_coverage', byFifth(ons4), { category: 'q1' }),
      figure: 'n_paired',
    });
  });

  it('are counted with the outcomes where one is', () => {
    const place = placeIn('outcomes', all(happy), { completion_mode: 'self' });
    expect(pairedPeopleOf(place)).toEqual({ place, figure: 'n_paired' });
  });

  it('are those of the measure itself where it is no measure of the registry', () => {
    const place = placeIn('outcomes', all({ ...happy, measure: 'local_scale' }));
    expect(pairedPeopleOf(place).place.selectors).toEqual(all({ ...ons4, measure: 'local_scale' }));
  });

  it('have three parts that hang on them', () => {
    expect([...PARTS_OF_PAIRED].sort()).toEqual(['n_improved', 'n_unchanged', 'n_worse']);
  });
});

it('keeps period and area of a cell in every parent', () => {
  const place = {
    ...placeIn('outcomes', bySex(happy), { category: 'male', interval: '0_5' }),
    period: '2025-26',
  };
  for (const parent of parentsOf({ ...place, area: 'nation:W92000004' }, 'n_improved')) {
    expect([parent.place.period, parent.place.area]).toEqual(['2025-26', 'nation:W92000004']);
  }
});

it('finds every category of an age group in profiles under a token that profiles have', () => {
  const groups = systemOf(figureOf('characteristics', 'age_group'), {});
  const ages = systemOf(figureOf('profiles', 'age_band'), {});
  const known = ages.levels.flatMap((level) => ages.categoriesAt(level, null).map(({ token }) => token));
  for (const level of groups.levels) {
    for (const { token } of groups.categoriesAt(level, null)) {
      const place = placeIn('characteristics', disability, { age_group: token, category: 'code' });
      const parent = parentsOf(place, 'people').find((found) => found.place.table === 'profiles');
      expect(known).toContain(parent?.place.dimensions.age_band);
    }
  }
});
