import { Type } from 'typebox';
import { described } from './words.ts';

const JSON_STAT_ID = 'https://spcd.example/http/JsonStat';

const Texts = Type.Array(Type.String());
const Words = Type.Record(Type.String(), Type.String());

const Dimension = Type.Object({
  label: Type.String(),
  category: Type.Object({
    index: Texts,
    label: Type.Optional(Words),
    unit: Type.Optional(Type.Record(Type.String(), Type.Object({ label: Type.String() }))),
    note: Type.Optional(Type.Record(Type.String(), Texts)),
  }),
  extension: Type.Optional(Type.Object({ level: Type.String() })),
});

/** An answer as a JSON-stat 2.0 dataset. */
export const JSON_STAT_SHAPE = Type.Object(
  {
    version: Type.Literal('2.0'),
    class: Type.Literal('dataset'),
    href: Type.String({ format: 'uri' }),
    label: Type.String(),
    source: Type.String(),
    updated: Type.Optional(Type.String()),
    link: Type.Object({
      license: Type.Array(Type.Object({ type: Type.String(), href: Type.String(), label: Type.String() })),
    }),
    id: Texts,
    size: Type.Array(Type.Integer()),
    role: Type.Object({ time: Texts, geo: Texts, metric: Texts }),
    dimension: Type.Record(Type.String(), Dimension),
    value: Type.Array(Type.Union([Type.Number(), Type.Null()])),
    status: Type.Array(Type.Union([Type.String(), Type.Null()])),
    note: Texts,
    extension: Type.Record(Type.String(), Type.Unknown()),
  },
  {
    $id: JSON_STAT_ID,
    ...described({
      en: 'The answer as a cube, the figure its last dimension; a figure that is not shown is null.',
      cy: "Yr ateb fel ciwb, a'r ffigur yn ddimensiwn olaf; null yw ffigur na ddangosir.",
    }),
  },
);

export const JSON_STAT_REFERENCE = { $ref: JSON_STAT_ID };
