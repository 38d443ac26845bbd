import { Type } from 'typebox';
import { TEXT_SHAPE } from '../openapi/text-shape.ts';
import { described } from '../openapi/words.ts';

type Schema = Parameters<typeof Type.Array>[0];

const orNull = <Shape extends Schema>(shape: Shape) => Type.Union([shape, Type.Null()]);
const oneOf = (...values: readonly string[]) => Type.Unsafe<string>({ type: 'string', enum: values });

const SOURCED = { source: Type.String(), source_status: Type.String() };

const THRESHOLD_SHAPE = Type.Object({
  value: Type.Number(),
  method: Type.Optional(Type.String()),
  ...SOURCED,
});

/** One outcome measure of the registry. */
export const MEASURE_SHAPE = Type.Object({
  id: Type.String(),
  instrument: Type.String(
    described({
      en: 'The questionnaire it belongs to; several measures of one share their coverage rows.',
      cy: "Yr holiadur y mae'n perthyn iddo; mae sawl mesur o'r un holiadur yn rhannu eu rhesi cwmpas.",
    }),
  ),
  title: TEXT_SHAPE,
  abbreviation: Type.String(),
  construct: Type.String(),
  item_count: orNull(Type.Integer()),
  item_minimum: Type.Number(),
  item_maximum: Type.Number(),
  item_ranges: orNull(
    Type.Array(
      Type.Object({ minimum: Type.Number(), maximum: Type.Number(), is_integer: Type.Boolean() }),
      described({
        en: 'The range of each item where they differ.',
        cy: 'Ystod pob eitem lle maent yn wahanol.',
      }),
    ),
  ),
  item_coding: TEXT_SHAPE,
  missing_codes: Type.Array(Type.Number()),
  not_applicable: orNull(Type.Object({ item: Type.Integer(), scored_as: Type.String() })),
  reverse_items: Type.Array(
    Type.Integer(),
    described({
      en: 'Numbers of the items, from 1, that are turned before adding.',
      cy: "Rhifau'r eitemau, o 1, a gaiff eu troi cyn adio.",
    }),
  ),
  score_minimum: Type.Number(),
  score_maximum: Type.Number(),
  score_step: orNull(Type.Number()),
  is_integer: Type.Boolean(),
  mean_decimals: Type.Integer(),
  direction: oneOf('higher_better', 'higher_worse'),
  algorithm: Type.Object(
    { kind: Type.String() },
    {
      additionalProperties: true,
      ...described({
        en: 'How answers become a score, as data; the other members go with the kind.',
        cy: "Sut mae atebion yn dod yn sgôr, fel data; mae'r aelodau eraill yn mynd gyda'r math.",
      }),
    },
  ),
  missing_rule: Type.Object({
    kind: oneOf('complete', 'prorate', 'count_nothing'),
    maximum_missing: Type.Optional(Type.Integer()),
    ...SOURCED,
  }),
  value_sets: Type.Array(Type.String()),
  bands: Type.Array(
    Type.Object({
      id: Type.String(),
      minimum: Type.Number(),
      maximum: Type.Number(),
      title: TEXT_SHAPE,
      ...SOURCED,
    }),
  ),
  cut_offs: Type.Array(
    Type.Object({ id: Type.String(), at_least: Type.Number(), title: TEXT_SHAPE, ...SOURCED }),
  ),
  minimal_important_difference: orNull(THRESHOLD_SHAPE),
  reliable_change: orNull(THRESHOLD_SHAPE),
  reporting_threshold: orNull(THRESHOLD_SHAPE),
  ages: Type.Object({ minimum: orNull(Type.Integer()), maximum: orNull(Type.Integer()) }),
  aggregate: oneOf('mean', 'categories', 'none'),
  recall_period: orNull(Type.String()),
  licence: Type.Object({
    holder: Type.String(),
    item_text_in_package: Type.String(),
    algorithm_in_package: Type.Boolean(),
    registration_required: Type.Boolean(),
    url: Type.String(),
    note: Type.String(),
  }),
  translations_cy: Type.String(),
  note: orNull(TEXT_SHAPE),
  ...SOURCED,
});
