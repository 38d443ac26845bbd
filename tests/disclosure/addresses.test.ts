import { describe, expect, it } from 'vitest';
import { addressOf, labelOf, placeId } from '../../src/disclosure/addresses.ts';
import { TABLES } from '../../src/standard/generated/tables.ts';
import { figureOf, placeIn } from './made-places.ts';

const swemwbs = { measure: 'swemwbs_metric', value_set: 'not_applicable' };

describe('the address of a cell', () => {
  it('names table, selectors, period, area, then the fixed dimensions, in schema order', () => {
    const place = placeIn('profiles', { population: 'supported' }, { sex: 'female', age_band: '25_34' });
    expect(addressOf(place, figureOf('profiles', 'people'))).toBe(
      'table=profiles;population=supported;period=2026-Q1;area_code=W06000015;age_band=25_34;sex=female',
    );
  });

  it('takes the selectors in schema order, whatever order they come in', () => {
    const dimensions = { category: 'q1' };
    const one = placeIn(
      'characteristics',
      { population: 'referred', characteristic: 'rurality' },
      dimensions,
    );
    const other = placeIn(
      'characteristics',
      { characteristic: 'rurality', population: 'referred' },
      dimensions,
    );
    const people = figureOf('characteristics', 'people');
    expect(addressOf(one, people)).toBe(
      'table=characteristics;population=referred;characteristic=rurality;period=2026-Q1;area_code=W06000015;category=q1',
    );
    expect(addressOf(other, people)).toBe(addressOf(one, people));
    expect(placeId(other, 'people')).toBe(placeId(one, 'people'));
  });

  it('names the deprivation index last of the selectors', () => {
    const selectors = { deprivation_index: 'wimd_2019', population: 'supported' };
    const place = placeIn('profiles', selectors, { deprivation_quintile: 'q1' });
    expect(addressOf(place, figureOf('profiles', 'people'))).toBe(
      'table=profiles;population=supported;deprivation_index=wimd_2019;period=2026-Q1;area_code=W06000015;deprivation_quintile=q1',
    );
  });

  it('leaves measure and value set out for counts, and calls both outcome tables by one name', () => {
    const coverage = placeIn('outcome_coverage', {
      measure: 'swemwbs',
      value_set: 'not_applicable',
      breakdown: 'all',
    });
    const outcomes = placeIn('outcomes', { ...swemwbs, breakdown: 'all' });
    const address = 'table=outcomes;breakdown=all;period=2026-Q1;area_code=W06000015';
    expect(addressOf(coverage, figureOf('outcome_coverage', 'n_paired'))).toBe(address);
    for (const name of ['n_paired', 'n_improved', 'n_unchanged', 'n_worse']) {
      expect(addressOf(outcomes, figureOf('outcomes', name))).toBe(address);
    }
  });

  it('names measure and value set for means and deviations', () => {
    const outcomes = placeIn('outcomes', { ...swemwbs, breakdown: 'sex' }, { category: 'male' });
    for (const name of ['mean_baseline', 'sd_change']) {
      expect(addressOf(outcomes, figureOf('outcomes', name))).toBe(
        'table=outcomes;measure=swemwbs_metric;value_set=not_applicable;breakdown=sex;period=2026-Q1;area_code=W06000015;category=male',
      );
    }
  });
});

describe('the label of a figure', () => {
  it('says what is counted, the same for whichever measure', () => {
    expect(labelOf(figureOf('profiles', 'people'), { population: 'supported' })).toBe('count:people');
    expect(labelOf(figureOf('outcomes', 'n_paired'), { ...swemwbs, breakdown: 'all' })).toBe(
      'count:n_paired',
    );
    expect(labelOf(figureOf('outcomes', 'n_improved'), { measure: 'ons4_happy' })).toBe('count:n_improved');
  });

  it('names measure and moment for means and deviations', () => {
    expect(labelOf(figureOf('outcomes', 'mean_baseline'), swemwbs)).toBe('mean:swemwbs_metric:baseline');
    expect(labelOf(figureOf('outcomes', 'sd_follow_up'), swemwbs)).toBe('sd:swemwbs_metric:follow_up');
    expect(labelOf(figureOf('outcomes', 'mean_change'), { measure: 'ucla_3' })).toBe('mean:ucla_3:change');
  });

  it('names the value set where the measure has one', () => {
    const selectors = { measure: 'eq5d_index', value_set: 'uk_5l_rowen_2026' };
    expect(labelOf(figureOf('outcomes', 'sd_baseline'), selectors)).toBe(
      'sd:eq5d_index:uk_5l_rowen_2026:baseline',
    );
  });

  it('is different for every figure of one place, so that no two noises cancel out', () => {
    const labels = TABLES.outcomes.fields
      .filter((field) => field.role === 'measure' && field.released)
      .map((field) => labelOf(field, { ...swemwbs, breakdown: 'all' }));
    expect(new Set(labels).size).toBe(10);
    expect(labels).toHaveLength(10);
  });
});

describe('the id of a place', () => {
  const place = placeIn('outcomes', { ...swemwbs, breakdown: 'sex' }, { category: 'male', interval: '0_5' });

  it('tells every place and figure from every other, measures included', () => {
    const others = [
      placeId(place, 'n_paired'),
      placeId(place, 'n_improved'),
      placeId({ ...place, table: 'outcome_coverage' }, 'n_paired'),
      placeId({ ...place, selectors: { ...place.selectors, measure: 'ucla_3' } }, 'n_paired'),
      placeId({ ...place, selectors: { ...place.selectors, value_set: 'uk_3l_mvh_1997' } }, 'n_paired'),
      placeId({ ...place, selectors: { ...place.selectors, deprivation_index: 'wimd_2019' } }, 'n_paired'),
      placeId({ ...place, period: '2026-Q2' }, 'n_paired'),
      placeId({ ...place, area: 'W06000001' }, 'n_paired'),
      placeId({ ...place, dimensions: { category: 'male' } }, 'n_paired'),
      placeId({ ...place, dimensions: { category: 'male', completion_mode: '0_5' } }, 'n_paired'),
      placeId({ ...place, dimensions: { category: 'female', interval: '0_5' } }, 'n_paired'),
    ];
    expect(new Set(others).size).toBe(others.length);
  });

  it('is the same whatever order selectors and dimensions come in', () => {
    const turned = {
      ...place,
      selectors: { breakdown: 'sex', ...swemwbs },
      dimensions: { interval: '0_5', category: 'male' },
    };
    expect(placeId(turned, 'n_paired')).toBe(placeId(place, 'n_paired'));
    expect(placeId(place, 'n_paired')).toBe(
      'outcomes;swemwbs_metric;not_applicable;sex;;n_paired;2026-Q1;W06000015;category=male;interval=0_5',
    );
  });
});
