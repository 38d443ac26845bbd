import { Type } from 'typebox';
import { described } from './words.ts';

const CSVW_ID = 'https://spcd.example/http/Csvw';

const Thing = Type.Object({ '@id': Type.String({ format: 'uri' }) });

/** Words with their language, once for each. */
const BothLanguages = Type.Array(
  Type.Object({ '@value': Type.String(), '@language': Type.Union([Type.Literal('en'), Type.Literal('cy')]) }),
);

const Column = Type.Object({
  name: Type.String(),
  titles: Type.Object({ en: Type.Array(Type.String()), cy: Type.Array(Type.String()) }),
  'dc:description': BothLanguages,
  datatype: Type.Union([Type.Literal('string'), Type.Literal('number')]),
  null: Type.String(described({ en: 'What stands for null.', cy: "Yr hyn sy'n cynrychioli null." })),
  'qb:codeList': Type.Optional(
    Type.Union(
      [Thing, Type.Array(Thing)],
      described({ en: 'Where its codes are listed.', cy: 'Lle y rhestrir ei chodau.' }),
    ),
  ),
});

/** CSVW metadata of one CSV, after the Metadata Vocabulary for Tabular Data of the W3C. */
export const CSVW_SHAPE = Type.Object(
  {
    '@context': Type.Array(Type.Union([Type.String(), Type.Record(Type.String(), Type.Unknown())])),
    url: Type.String({
      format: 'uri',
      ...described({ en: 'Address of the CSV.', cy: 'Cyfeiriad y CSV.' }),
    }),
    'dc:title': BothLanguages,
    'dc:description': Type.Optional(BothLanguages),
    'dc:bibliographicCitation': Type.Optional(BothLanguages),
    'dc:license': Thing,
    'dc:source': Thing,
    'dc:issued': Type.Optional(Type.Object({ '@value': Type.String(), '@type': Type.String() })),
    dialect: Type.Object({
      encoding: Type.String(),
      delimiter: Type.String(),
      quoteChar: Type.String(),
      doubleQuote: Type.Boolean(),
      header: Type.Boolean(),
      lineTerminators: Type.Array(Type.String()),
    }),
    tableSchema: Type.Object({
      columns: Type.Array(Column),
      primaryKey: Type.Optional(Type.Array(Type.String())),
    }),
  },
  {
    $id: CSVW_ID,
    ...described({ en: 'What the columns of a CSV hold.', cy: 'Yr hyn y mae colofnau CSV yn ei ddal.' }),
  },
);

export const CSVW_REFERENCE = { $ref: CSVW_ID } as const;
