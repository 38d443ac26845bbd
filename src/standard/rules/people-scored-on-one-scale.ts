import { columnsOf } from '../row.ts';
import { outcome } from './example-rows.ts';
import { areaAsRead } from './reading/areas.ts';
import { measureOf } from './reading/measures.ts';
import { cellKey, overRowsOf } from './reading/passes.ts';
import { codeAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('outcomes');

const ONS4 = {
  mean_baseline: 5.1,
  mean_follow_up: 5.3,
  mean_change: 0.2,
  sd_baseline: 2,
  sd_follow_up: 2,
  sd_change: 2,
  improvement_threshold: 1,
} as const;

const INDEX = {
  measure: 'eq5d_5l_index',
  mean_baseline: 0.5,
  mean_follow_up: 0.6,
  mean_change: 0.1,
} as const;

export const peopleScoredOnOneScale: Rule = {
  id: 'people-scored-on-one-scale',
  tier: 'verify',
  since: '1.0',
  tables: ['outcomes'],
  message: {
    en: 'The same place has scores of one questionnaire on two scales: raw and converted, or with two value sets.',
    cy: "Mae gan yr un lle sgoriau un holiadur ar ddwy raddfa: crai ac wedi'u trosi, neu â dwy set werthoedd.",
  },
  why: {
    en: 'Scores on different scales are never pooled, so each row must be of people of its own. The same people on two scales would be shown twice.',
    cy: "Ni chaiff sgoriau ar raddfeydd gwahanol byth eu cyfuno, felly rhaid i bob rhes fod am ei phobl ei hun. Byddai'r un bobl ar ddwy raddfa'n cael eu dangos ddwywaith.",
  },
  remedy: {
    en: 'Send one scale: the metric score where there is one, and the value set of most scores. Confirm if the rows are of different people.',
    cy: "Anfonwch un raddfa: y sgôr fetrig lle mae un, a set werthoedd y rhan fwyaf o sgoriau. Cadarnhewch os yw'r rhesi am bobl wahanol.",
  },
  source: 'core dataset, outcomes: value set present and not mixed; registry of measures',
  examples: {
    passes: [
      { tables: { outcomes: [outcome(), outcome({ interval: '17_30' })] } },
      { tables: { outcomes: [outcome(), outcome({ measure: 'swemwbs_raw', area_code: 'W06000008' })] } },
      {
        tables: {
          outcomes: [
            outcome({ ...ONS4, measure: 'ons4_happy' }),
            outcome({ ...ONS4, measure: 'ons4_anxious' }),
          ],
        },
      },
    ],
    fails: [
      { tables: { outcomes: [outcome(), outcome({ measure: 'swemwbs_raw' })] } },
      {
        tables: {
          outcomes: [
            outcome({ ...INDEX, value_set: 'uk_5l_rowen_2026' }),
            outcome({ ...INDEX, value_set: 'eng_5l_devlin_2018' }),
          ],
        },
      },
    ],
  },
  start(_header, report) {
    const scales = new Map<string, string>();
    return overRowsOf('outcomes', (values, row) => {
      const measure = measureOf(codeAt(values, COLUMNS.measure));
      // Single questions of one instrument are different questions, not one score on two scales.
      if (measure === undefined || measure.item_count === 1) return;
      const value = codeAt(values, COLUMNS.value_set);
      const scale = cellKey(measure.id, value);
      const place = cellKey(
        measure.instrument,
        codeAt(values, COLUMNS.breakdown),
        areaAsRead(codeAt(values, COLUMNS.area_code)),
        codeAt(values, COLUMNS.category),
      );
      const first = scales.get(place);
      if (first === undefined) scales.set(place, scale);
      else if (first !== scale) {
        const isOtherMeasure = !first.startsWith(cellKey(measure.id, ''));
        const [field, code] = isOtherMeasure
          ? (['measure', measure.id] as const)
          : (['value_set', value] as const);
        report({ table: 'outcomes', row, path: [field], value: code });
      }
    });
  },
};
