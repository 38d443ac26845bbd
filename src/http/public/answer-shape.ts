import { Type } from 'typebox';
import { INDICATOR_ATTRIBUTES } from '../../query/indicator-words.ts';
import { REPRESENTATION_ATTRIBUTES, REPRESENTATION_FIGURES } from '../../query/representation-words.ts';
import { described } from '../openapi/words.ts';
import { BREAKS } from './break-shape.ts';

const STATUSES = [
  'ok',
  'suppressed',
  'not_applicable',
  'not_available',
  'partial',
  'no_return',
  'under_5',
] as const;

const Status = Type.Unsafe<(typeof STATUSES)[number]>({
  type: 'string',
  enum: STATUSES,
  ...described({
    en: 'ok is a published figure. suppressed means none or too few to show. partial and no_return say that returns of the area are incomplete or missing. under_5 stands in workforce for a number below 5, none included.',
    cy: "Ffigur cyhoeddedig yw ok. Ystyr suppressed yw dim neu rhy ychydig i'w dangos. Mae partial a no_return yn dweud bod ffurflenni'r ardal yn anghyflawn neu ar goll. Yn y gweithlu mae under_5 yn sefyll am rif is na 5, gan gynnwys dim.",
  }),
});

const Value = Type.Union([Type.Number(), Type.Null()]);

export const CELL_SHAPE = Type.Object({ value: Value, status: Status });

const Note = Type.Object({
  id: Type.String(),
  text: Type.String(),
  nearest: Type.Optional(Type.String()),
  nearest_url: Type.Optional(Type.String({ format: 'uri' })),
});

const META_SHAPE = Type.Object(
  {
    release: Type.String(),
    collection: Type.String(),
    collection_title: Type.String(),
    published_at: Type.Union([Type.String(), Type.Null()]),
    versions: Type.Object({ api: Type.String(), standard: Type.String(), data: Type.String() }),
    standard_status: Type.Literal('candidate'),
    table: Type.String(),
    table_title: Type.String(),
    question: Type.Record(Type.String(), Type.String()),
    permalink: Type.String({ format: 'uri' }),
    licence: Type.Object({ name: Type.String(), url: Type.String({ format: 'uri' }) }),
    citation: Type.String(),
    disclosure: Type.Object({
      method: Type.String(),
      version: Type.String(),
      threshold: Type.Union([Type.Integer(), Type.Null()]),
      rounding: Type.Union([Type.Integer(), Type.Null()]),
      additive: Type.Literal(false),
      cells: Type.Integer(),
      cells_suppressed: Type.Integer(),
    }),
    figures_status: Type.Array(
      Type.Object({ period: Type.String(), status: Type.Union([Type.String(), Type.Null()]) }),
      described({
        en: 'How settled the figures of each period are: provisional, revised or final, as the least settled return behind them says.',
        cy: 'Pa mor sefydlog yw ffigurau pob cyfnod: dros dro, diwygiedig neu derfynol, yn ôl y ffurflen leiaf sefydlog y tu ôl iddynt.',
      }),
    ),
    coverage: Type.Array(
      Type.Object({
        organisation: Type.String(),
        title: Type.String(),
        period: Type.String(),
        state: Type.String(),
      }),
    ),
    breaks: BREAKS,
    returned_by: Type.Optional(
      Type.Array(
        Type.Object({
          organisation: Type.String(),
          title: Type.String(),
          periods: Type.Array(Type.String()),
          services: Type.Array(Type.String()),
        }),
      ),
    ),
  },
  described({
    en: 'Release, question as understood, citation, licence, disclosure control and coverage.',
    cy: "Datganiad, cwestiwn fel y'i deallwyd, dyfyniad, trwydded, rheoli datgelu a chwmpas.",
  }),
);

/** The shape of an answer in JSON, given that of its rows. */
function answerShape(rowShape: object) {
  return Type.Object({
    meta: META_SHAPE,
    columns: Type.Array(Type.Object({ name: Type.String(), title: Type.String(), level: Type.String() })),
    figures: Type.Array(
      Type.Object({
        name: Type.String(),
        title: Type.String(),
        description: Type.String(),
        unit: Type.String(),
      }),
    ),
    attributes: Type.Optional(
      Type.Array(Type.Object({ name: Type.String(), title: Type.String(), description: Type.String() })),
    ),
    rows: Type.Array(Type.Unsafe<Record<string, unknown>>(rowShape)),
    notes: Type.Array(Note),
    warnings: Type.Array(Note),
  });
}

/** One figure: each row holds its codes, `value` and `status`. */
export const DATA_ANSWER = answerShape({
  type: 'object',
  required: ['period', 'area_code', 'value', 'status'],
  properties: { period: { type: 'string' }, area_code: { type: 'string' }, value: Value, status: Status },
  additionalProperties: { type: 'string' },
});

/** Several figures: each row holds its codes, and an object for each figure. */
export const OUTCOME_ANSWER = answerShape({
  type: 'object',
  required: ['period', 'area_code', 'n_paired', 'mean_change'],
  properties: {
    period: { type: 'string' },
    area_code: { type: 'string' },
    n_paired: CELL_SHAPE,
    mean_change: CELL_SHAPE,
  },
  additionalProperties: { anyOf: [{ type: 'string' }, CELL_SHAPE] },
});

/** Several figures, and what is said of each row by a code, null where there is nothing to say. */
function attributedAnswer(
  figures: readonly string[],
  attributes: readonly string[],
  others: readonly string[] = [],
) {
  const text = { anyOf: [{ type: 'string' }, { type: 'null' }] };
  return answerShape({
    type: 'object',
    required: ['period', 'area_code', ...figures, ...attributes],
    properties: {
      period: { type: 'string' },
      area_code: { type: 'string' },
      ...Object.fromEntries([...figures, ...others].map((name) => [name, CELL_SHAPE])),
      ...Object.fromEntries(
        attributes.flatMap((name) => [name, `${name}_label`]).map((name) => [name, text]),
      ),
    },
    additionalProperties: { type: 'string' },
  });
}

/** Who is reached beside who lives there. */
export const REPRESENTATION_ANSWER = attributedAnswer(
  REPRESENTATION_FIGURES.map(({ name }) => name),
  REPRESENTATION_ATTRIBUTES.map(({ name }) => name),
);

/** The values of an indicator, each with the numbers it comes from; a count has no denominator. */
export const INDICATOR_ANSWER = attributedAnswer(
  ['value', 'lower_95', 'upper_95', 'numerator'],
  INDICATOR_ATTRIBUTES.map(({ name }) => name),
  ['denominator'],
);
