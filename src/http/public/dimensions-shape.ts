import { Type } from 'typebox';
import { described } from '../openapi/words.ts';

const Text = Type.Object({ en: Type.String(), cy: Type.String() });
const Codes = Type.Array(Type.Object({ code: Type.String(), title: Text }));
const Named = Type.Record(Type.String(), Type.String());
const Names = Type.Array(Type.String());

const SELECTOR = Type.Object({ name: Type.String(), title: Text, codes: Codes });

const CHOICE = Type.Object({
  when: Named,
  populations: Type.Union([Names, Type.Null()]),
  default_level: Type.String(),
  below_board: Type.Boolean(),
  levels: Type.Array(Type.Object({ id: Type.String(), title: Text, codes: Codes })),
});

const DIMENSION = Type.Object({
  name: Type.String(),
  title: Text,
  description: Text,
  required: Type.Boolean(),
  quarters_only: Names,
  by_code_only_for: Names,
  implies: Named,
  choices: Type.Array(CHOICE),
});

const AVAILABILITY = Type.Object(
  {
    combinations: Type.Array(Type.Object({ selectors: Named, periods: Names })),
    codes: Type.Array(Type.Object({ dimension: Type.String(), when: Named, codes: Names })),
  },
  described({
    en: 'Selectors with their periods, and codes of dimensions, of which this table has published cells. Totals that are published in another table are not among them.',
    cy: "Detholwyr gyda'u cyfnodau, a chodau dimensiynau, y mae gan y tabl hwn gelloedd cyhoeddedig ar eu cyfer. Nid yw cyfansymiau a gyhoeddir mewn tabl arall yn eu plith.",
  }),
);

/** What can be asked of a table, and where it has figures. */
export const DIMENSIONS_ANSWER = Type.Object(
  {
    release: Type.String(),
    collection: Type.String(),
    table: Type.String(),
    title: Text,
    description: Text,
    unit: Type.String(),
    limits: Type.Object({ dimensions: Type.Integer(), cells: Type.Integer() }),
    periods: Type.Object({ quarters: Names, financial_years: Names }),
    figures: Type.Array(
      Type.Object({
        period_level: Type.String(),
        figures: Type.Array(
          Type.Object({
            name: Type.String(),
            title: Text,
            unit: Type.Union([Type.String(), Type.Null()]),
          }),
        ),
      }),
    ),
    selectors: Type.Array(SELECTOR),
    deprivation_indices: Names,
    dimensions: Type.Array(DIMENSION),
    availability: AVAILABILITY,
    example: Type.Union([Type.String({ format: 'uri' }), Type.Null()], {
      ...described({
        en: 'Address of a question that can be asked; null where the release does not hold the table.',
        cy: "Cyfeiriad cwestiwn y gellir ei ofyn; null lle nad yw'r datganiad yn dal y tabl.",
      }),
    }),
  },
  described({ en: 'What can be asked.', cy: 'Beth y gellir ei ofyn.' }),
);
