import type { Text } from '../text.ts';

/** What must not be read as one. */
export type PoolRefusalReason =
  | 'nothing_to_pool'
  | 'measures'
  | 'value_sets'
  | 'collections'
  | 'change_methods'
  | 'breakdowns'
  | 'same_row'
  | 'kinds_of_area'
  | 'thresholds'
  | 'not_averaged'
  | 'impossible_figures';

/** Why rows of outcomes cannot be pooled. */
export interface PoolRefusal {
  readonly reason: PoolRefusalReason;
  /** The codes or numbers that differ, in alphabetical order; empty where none do. */
  readonly sides: readonly string[];
  readonly message: Text;
}

const MESSAGES: Readonly<Record<PoolRefusalReason, Text>> = {
  nothing_to_pool: {
    en: 'There is no row to pool.',
    cy: "Nid oes rhes i'w chyfuno.",
  },
  measures: {
    en: 'Different measures cannot be pooled: {sides}.',
    cy: 'Ni ellir cyfuno gwahanol fesurau: {sides}.',
  },
  value_sets: {
    en: 'Scores of different value sets cannot be pooled: {sides}.',
    cy: 'Ni ellir cyfuno sgoriau gwahanol setiau gwerthoedd: {sides}.',
  },
  collections: {
    en: 'Figures of different collections cannot be pooled: {sides}.',
    cy: 'Ni ellir cyfuno ffigurau gwahanol gasgliadau: {sides}.',
  },
  change_methods: {
    en: 'Changes of the same people and differences between people cannot be pooled: {sides}.',
    cy: 'Ni ellir cyfuno newidiadau yn yr un bobl a gwahaniaethau rhwng pobl: {sides}.',
  },
  breakdowns: {
    en: 'Different breakdowns count the same people again and cannot be pooled: {sides}.',
    cy: "Mae gwahanol ddadansoddiadau'n cyfrif yr un bobl eto ac ni ellir eu cyfuno: {sides}.",
  },
  same_row: {
    en: 'A row is there twice, with the same people and the same figures.',
    cy: "Mae rhes yno ddwywaith, â'r un bobl a'r un ffigurau.",
  },
  kinds_of_area: {
    en: 'Areas of different kinds in one nation hold the same people and cannot be pooled: {sides}.',
    cy: 'Mae ardaloedd o wahanol fathau mewn un genedl yn cynnwys yr un bobl ac ni ellir eu cyfuno: {sides}.',
  },
  thresholds: {
    en: 'People improved were counted from different thresholds and cannot be added: {sides}.',
    cy: 'Cyfrifwyd pobl a wellodd o wahanol drothwyon ac ni ellir eu hadio: {sides}.',
  },
  not_averaged: {
    en: 'People are only counted with this measure, and a mean is given: {sides}.',
    cy: "Cyfrif pobl yn unig a wneir â'r mesur hwn, a rhoddir cymedr: {sides}.",
  },
  impossible_figures: {
    en: 'A row has figures that no group of people can have: {sides}.',
    cy: 'Mae gan res ffigurau na all unrhyw grŵp o bobl eu cael: {sides}.',
  },
};

/** Refuses a pool, naming what differs. */
export function poolRefusal(reason: PoolRefusalReason, sides: readonly unknown[] = []): PoolRefusal {
  const names = [...new Set(sides.map(String))].sort();
  const { en, cy } = MESSAGES[reason];
  const list = names.join(', ');
  return {
    reason,
    sides: names,
    message: { en: en.replace('{sides}', () => list), cy: cy.replace('{sides}', () => list) },
  };
}
