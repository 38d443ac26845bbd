import { FORMAT_NAMES, FORMATS, type Format } from '../../formats/formats.ts';
import { JSON_STAT_REFERENCE } from '../openapi/json-stat-shape.ts';
import { described } from '../openapi/words.ts';
import { BINARY_EXAMPLES, JSON_STAT_EXAMPLE, NDJSON_EXAMPLE } from './form-examples.ts';

/** The parameters that say how an answer is written, for the schema of a route. */
export function formParameters(formats: readonly Format[] = FORMAT_NAMES) {
  const each = (language: 'en' | 'cy') =>
    formats.map((name) => `${name}: ${FORMATS[name].description[language]}`).join('. ');
  return {
    release: {
      type: 'string',
      maxLength: 80,
      ...described({
        en: 'Id of a release, `latest`, or `latest-` and a collection. The answer links to the id.',
        cy: "Rhif datganiad, `latest`, neu `latest-` a chasgliad. Mae'r ateb yn cysylltu â'r rhif.",
      }),
    },
    format: {
      type: 'string',
      enum: formats,
      ...described({
        en: `The form of the answer; goes before Accept. ${each('en')}.`,
        cy: `Ffurf yr ateb; mae'n dod o flaen Accept. ${each('cy')}.`,
      }),
    },
    labels: {
      type: 'string',
      enum: ['en', 'cy', 'codes'],
      ...described({
        en: 'Labels beside the codes: English, Welsh, or none. The language of the answer unless given.',
        cy: 'Labeli wrth ymyl y codau: Saesneg, Cymraeg, neu ddim. Iaith yr ateb oni nodir.',
      }),
    },
  } as const;
}

/** The parameters of an answer that can take every form. */
export const FORM_PARAMETERS = formParameters();

/**
 * The documentation of an answer in each of its formats, to be given to `answer`: the schema and an example of its
 * JSON, and an example of its CSV; those of the other formats are the same for every table of figures.
 */
export function answerForms(
  json: { readonly schema: unknown; readonly example: unknown },
  csv: string,
  formats: readonly Format[] = FORMAT_NAMES,
) {
  const text = { type: 'string' };
  const forms: Readonly<Record<Format, { readonly schema: unknown; readonly example: unknown }>> = {
    json,
    csv: { schema: text, example: csv },
    ndjson: { schema: text, example: NDJSON_EXAMPLE },
    'json-stat': { schema: JSON_STAT_REFERENCE, example: JSON_STAT_EXAMPLE },
    parquet: { schema: text, example: BINARY_EXAMPLES.parquet },
    xlsx: { schema: text, example: BINARY_EXAMPLES.xlsx },
  };
  return Object.fromEntries(formats.map((name) => [FORMATS[name].mediaType, forms[name]]));
}

const count = (words: { en: string; cy: string }) => ({ type: 'integer', ...described(words) });

/** What the headers of an answer say of its size and bytes, for its documentation. */
export const ANSWER_HEADERS = {
  'SPCD-Rows': count({ en: 'How many rows the answer has.', cy: 'Faint o resi sydd yn yr ateb.' }),
  'SPCD-Cells': count({
    en: 'How many figures were asked for; not of answers without figures.',
    cy: 'Faint o ffigurau y gofynnwyd amdanynt; nid ar atebion heb ffigurau.',
  }),
  'SPCD-Cells-Shown': count({
    en: 'How many of them are shown.',
    cy: 'Faint ohonynt a ddangosir.',
  }),
  'Repr-Digest': {
    type: 'string',
    ...described({
      en: 'SHA-256 of the whole body (RFC 9530).',
      cy: "SHA-256 o'r corff cyfan (RFC 9530).",
    }),
  },
} as const;
