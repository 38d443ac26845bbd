import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { measureFaults } from '../../../src/codegen/check-measures.ts';
import { readSchema } from '../../../src/codegen/read-schema.ts';
import { INSTRUMENT_IDS, MEASURE_IDS, MEASURES } from '../../../src/standard/generated/measures.ts';
import type { Measure } from '../../../src/standard/measure.ts';
import { bandOf, cutOffsReached } from '../../../src/standard/measures/band-of.ts';

const REGISTRY = Object.values(MEASURES);

describe('the registry of measures', () => {
  it('holds at least 24 measures', () => {
    expect(REGISTRY.length).toBeGreaterThanOrEqual(24);
  });

  it('is all that outcomes can be sent of, save what is not aggregated', () => {
    const others = REGISTRY.filter(({ aggregate }) => aggregate === 'none').map(({ id }) => id);
    expect(others).toEqual(['eq5d_5l_profile', 'who5_raw']);
    expect([...MEASURE_IDS, ...others].sort()).toEqual(Object.keys(MEASURES).sort());
    for (const id of MEASURE_IDS) expect(INSTRUMENT_IDS).toContain(MEASURES[id].instrument);
  });

  it.each(REGISTRY)(
    '$id says where its figures come from, and carries no scoring that its licence forbids',
    (measure) => {
      const figures = [
        measure,
        measure.missing_rule,
        ...measure.bands,
        ...measure.cut_offs,
        ...[
          measure.minimal_important_difference,
          measure.reliable_change,
          measure.reporting_threshold,
        ].filter((threshold) => threshold !== null),
      ];
      for (const { source, source_status } of figures) {
        expect(source).not.toBe('');
        expect(['mapped', 'derived', 'unverified']).toContain(source_status);
      }
      expect(measure.algorithm.kind === 'external').toBe(!measure.licence.algorithm_in_package);
      expect(measure.licence.url).toMatch(/^https:\/\//);
    },
  );

  it('calls unverified whatever is still to be compared with its source', () => {
    for (const measure of REGISTRY) {
      for (const { source, source_status } of [measure.missing_rule, ...measure.bands, ...measure.cut_offs]) {
        if (/to be compared/.test(source) && !source.startsWith('patient.info'))
          expect(source_status).toBe('unverified');
      }
    }
  });

  it('does not average WSAS scores that end at 32 with those that end at 40', () => {
    expect(MEASURES.wsas.instrument).not.toBe(MEASURES.wsas_without_work.instrument);
    expect([MEASURES.wsas.score_maximum, MEASURES.wsas_without_work.score_maximum]).toEqual([40, 32]);
  });

  it('holds the differences and reliable changes that are published', () => {
    expect(MEASURES.swemwbs_metric.minimal_important_difference?.value).toBe(1.03);
    expect(MEASURES.swemwbs_metric.reliable_change?.value).toBe(2.87);
    expect(MEASURES.core_10.reliable_change?.value).toBe(6);
    expect(MEASURES.who5_percentage.minimal_important_difference?.value).toBe(10);
    expect(MEASURES.ucla_3.minimal_important_difference).toBeNull();
    expect(MEASURES.djg_6.minimal_important_difference).toBeNull();
  });
});

describe('docs/measures.md', () => {
  it('explains every algorithm and every rule for missing answers', async () => {
    const page = await readFile(new URL('../../../docs/measures.md', import.meta.url), 'utf8');
    for (const { algorithm, missing_rule } of REGISTRY) {
      expect(page).toContain(`| \`${algorithm.kind}\` |`);
      expect(page).toContain(`\`${missing_rule.kind}\``);
    }
  });
});

describe('bands', () => {
  it('put every score of every measure with bands in exactly one band', () => {
    for (const measure of REGISTRY.filter(({ bands }) => bands.length > 0)) {
      const step = measure.score_step ?? 1;
      const scores = Math.round((measure.score_maximum - measure.score_minimum) / step);
      for (let index = 0; index <= scores; index += 1) {
        const score = Number((measure.score_minimum + index * step).toFixed(2));
        const holding = measure.bands.filter(({ minimum, maximum }) => score >= minimum && score <= maximum);
        expect(
          holding.map(({ id }) => id),
          `${measure.id} ${score}`,
        ).toEqual([bandOf(measure, score)?.id]);
      }
    }
  });

  it.each<[keyof typeof MEASURES, readonly (readonly [number, string])[]]>([
    [
      'ons4_happy',
      [
        [0, 'low'],
        [4, 'low'],
        [5, 'medium'],
        [6, 'medium'],
        [7, 'high'],
        [8, 'high'],
        [9, 'very_high'],
        [10, 'very_high'],
      ],
    ],
    [
      'ons4_anxious',
      [
        [0, 'very_low'],
        [1, 'very_low'],
        [2, 'low'],
        [3, 'low'],
        [4, 'medium'],
        [5, 'medium'],
        [6, 'high'],
        [10, 'high'],
      ],
    ],
    [
      'who5_raw',
      [
        [0, 'low'],
        [12, 'low'],
        [13, 'not_low'],
        [25, 'not_low'],
      ],
    ],
    [
      'who5_percentage',
      [
        [48, 'low'],
        [52, 'not_low'],
      ],
    ],
    [
      'phq_9',
      [
        [0, 'minimal'],
        [4, 'minimal'],
        [5, 'mild'],
        [9, 'mild'],
        [10, 'moderate'],
        [14, 'moderate'],
        [15, 'moderately_severe'],
        [19, 'moderately_severe'],
        [20, 'severe'],
        [27, 'severe'],
      ],
    ],
    [
      'gad_7',
      [
        [4, 'minimal'],
        [5, 'mild'],
        [9, 'mild'],
        [10, 'moderate'],
        [14, 'moderate'],
        [15, 'severe'],
        [21, 'severe'],
      ],
    ],
    [
      'phq_4',
      [
        [2, 'normal'],
        [3, 'mild'],
        [5, 'mild'],
        [6, 'moderate'],
        [8, 'moderate'],
        [9, 'severe'],
        [12, 'severe'],
      ],
    ],
    [
      'core_10',
      [
        [10, 'non_clinical'],
        [10.99, 'non_clinical'],
        [11, 'clinical'],
        [40, 'clinical'],
      ],
    ],
    [
      'wsas',
      [
        [9, 'subclinical'],
        [10, 'significant'],
        [20, 'significant'],
        [21, 'moderately_severe'],
        [40, 'moderately_severe'],
      ],
    ],
    [
      'reqol_10',
      [
        [23, 'clinical'],
        [24, 'general_population'],
      ],
    ],
    [
      'pam_13',
      [
        [0, 'level_1'],
        [47, 'level_1'],
        [47.1, 'level_2'],
        [55.1, 'level_2'],
        [55.2, 'level_3'],
        [72.4, 'level_3'],
        [72.5, 'level_4'],
        [100, 'level_4'],
      ],
    ],
    [
      'djg_6',
      [
        [0, 'not_lonely'],
        [1, 'not_lonely'],
        [2, 'moderately_lonely'],
        [4, 'moderately_lonely'],
        [5, 'severely_lonely'],
        [6, 'severely_lonely'],
      ],
    ],
    [
      'djg_6_emotional',
      [
        [0, 'not_lonely'],
        [1, 'lonely'],
        [3, 'lonely'],
      ],
    ],
    [
      'djg_6_social',
      [
        [0, 'not_lonely'],
        [1, 'lonely'],
        [3, 'lonely'],
      ],
    ],
    [
      'k6',
      [
        [4, 'low'],
        [5, 'moderate'],
        [12, 'moderate'],
        [13, 'serious'],
        [24, 'serious'],
      ],
    ],
    [
      'lsns_6',
      [
        [11, 'at_risk'],
        [12, 'not_at_risk'],
      ],
    ],
    [
      'gppaq',
      [
        [1, 'inactive'],
        [2, 'moderately_inactive'],
        [3, 'moderately_active'],
        [4, 'active'],
      ],
    ],
  ])('meet at the published edges of %s', (id, edges) => {
    expect(edges.map(([score]) => [score, bandOf(MEASURES[id], score)?.id])).toEqual(edges);
  });

  it('are not given where none are agreed', () => {
    for (const id of [
      'ucla_3',
      'gse',
      'icecap_a',
      'eq_vas',
      'mycaw_concern_1',
      'howru',
      'pws',
      'k10',
      'wsas_without_work',
    ] as const) {
      expect(MEASURES[id].bands).toEqual([]);
    }
    expect(bandOf(MEASURES.ucla_3, 7)).toBeNull();
  });

  it.each([-1, 11, 5.5, Number.NaN])('refuse %d as an ONS4 score', (score) => {
    expect(() => bandOf(MEASURES.ons4_happy, score)).toThrow(RangeError);
  });

  it.each([
    ['swemwbs_metric', 20],
    ['who5_percentage', 50],
    ['eq5d_5l_profile', 11161],
    ['eq5d_5l_profile', 1111],
  ] as const)('refuse what is not a score of %s: %d', (id, score) => {
    expect(() => bandOf(MEASURES[id], score)).toThrow(`${score} is not a score of ${id}`);
  });

  it('may be crossed by limits of their own', () => {
    const reached = (measure: Measure, score: number) => cutOffsReached(measure, score).map(({ id }) => id);
    expect(reached(MEASURES.phq_9, 9)).toEqual([]);
    expect(reached(MEASURES.phq_9, 10)).toEqual(['caseness']);
    expect(reached(MEASURES.gad_7, 8)).toEqual(['talking_therapies_caseness']);
    expect(reached(MEASURES.core_10, 13)).toEqual(['depression']);
    expect([reached(MEASURES.ucla_3, 5), reached(MEASURES.ucla_3, 6)]).toEqual([[], ['lonely']]);
  });
});

describe('a measure with a fault', async () => {
  const schema = await readSchema('1.0');
  const faultsOf = (id: string, change: (measure: Measure) => object) => {
    const measures = schema.measures.map((measure) =>
      measure.id === id ? { ...measure, ...change(measure as unknown as Measure) } : measure,
    );
    return measureFaults({ ...schema, measures });
  };

  it.each<[string, string, (measure: Measure) => object, string]>([
    [
      'a gap between bands',
      'phq_9',
      ({ bands }) => ({ bands: bands.filter(({ id }) => id !== 'mild') }),
      'one step after',
    ],
    ['an open end', 'phq_9', ({ bands }) => ({ bands: bands.slice(0, -1) }), 'do not end at score_maximum'],
    ['no step', 'phq_9', () => ({ score_step: null }), 'no score_step'],
    ['an unknown value set', 'eq5d_3l_index', () => ({ value_sets: ['none_such'] }), 'unknown value set'],
    ['an item too many', 'ucla_3', () => ({ reverse_items: [4] }), 'names item 4'],
    [
      'no such other measure',
      'wsas',
      () => ({ not_applicable: { item: 1, scored_as: 'x' } }),
      'unknown measure',
    ],
    [
      'half a conversion table',
      'swemwbs_metric',
      ({ algorithm }) => ({ algorithm: { ...algorithm, table: [{ raw: 7, score: 7 }] } }),
      'conversion table',
    ],
    ['too few dichotomies', 'djg_6', () => ({ item_count: 7 }), 'what counts'],
    ['a range too few', 'gppaq', () => ({ item_ranges: [] }), 'range for each item'],
    [
      'a matrix with gaps',
      'gppaq',
      ({ algorithm }) => ({ algorithm: { ...algorithm, scores: [[1]] } }),
      'gaps',
    ],
    ['decrements of other items', 'eq5d_5l_index', () => ({ item_count: 4 }), 'do not fit its items'],
    ['an id that is taken', 'phq_4', () => ({ id: 'phq_9' }), 'is there twice'],
  ])('is not generated: %s', (_, id, change, words) => {
    expect(faultsOf(id, change).join('\n')).toContain(words);
  });

  it('is not among those we have', () => {
    expect(measureFaults(schema)).toEqual([]);
  });
});
