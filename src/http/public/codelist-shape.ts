import { Type } from 'typebox';
import { TEXT_SHAPE } from '../openapi/text-shape.ts';
import { described } from '../openapi/words.ts';

const textOrNull = Type.Union([Type.String(), Type.Null()]);
const dayOrNull = Type.Union([Type.String({ format: 'date' }), Type.Null()]);

const CODE_SHAPE = Type.Object({
  code: Type.String(),
  title: TEXT_SHAPE,
  description: TEXT_SHAPE,
  level: Type.String(),
  parent: textOrNull,
  valid_from: dayOrNull,
  valid_to: dayOrNull,
  replaced_by: Type.Array(
    Type.String(),
    described({
      en: 'The codes that took over when this one ended: several where it was split among them.',
      cy: 'Y codau a gymerodd drosodd pan ddaeth hwn i ben: sawl un lle cafodd ei rannu rhyngddynt.',
    }),
  ),
  source: Type.String(),
  source_status: Type.String(),
  welsh_status: Type.String(),
  extra: Type.Optional(
    Type.Record(
      Type.String(),
      Type.String(),
      described({
        en: 'What only this list says of its codes, such as the area an organisation serves.',
        cy: "Yr hyn y mae'r rhestr hon yn unig yn ei ddweud am ei chodau, megis yr ardal y mae sefydliad yn ei gwasanaethu.",
      }),
    ),
  ),
});

/** One code list. */
export const CODE_LIST_SHAPE = Type.Object({
  id: Type.String(),
  title: TEXT_SHAPE,
  levels: Type.Array(
    Type.Object({ id: Type.String(), title: TEXT_SHAPE }),
    described({ en: 'From broadest to finest.', cy: "O'r ehangaf i'r manylaf." }),
  ),
  nests: Type.Boolean(
    described({
      en: 'False where levels only sort the codes into kinds.',
      cy: "Ffug lle mae lefelau ond yn didoli'r codau yn ôl math.",
    }),
  ),
  apart: Type.Union(
    [Type.String(), Type.Null()],
    described({
      en: 'The level of codes that stand beside all others, such as outside_area.',
      cy: "Lefel y codau sy'n sefyll wrth ymyl pob un arall, megis outside_area.",
    }),
  ),
  default_level: Type.String(
    described({
      en: 'The level at which a question groups when it names none.',
      cy: 'Y lefel y mae cwestiwn yn grwpio arni pan na fydd yn enwi un.',
    }),
  ),
  codes: Type.Array(CODE_SHAPE),
});
