import { Type } from 'typebox';
import { ERROR_CATALOGUE, type ErrorCode } from '../../errors.ts';
import { WITHDRAWAL_SHAPE } from './withdrawal-shape.ts';
import { described } from './words.ts';

const CODES = Object.keys(ERROR_CATALOGUE) as ErrorCode[];

const PROBLEM_ID = 'https://spcd.example/http/Problem';

/** RFC 9457 problem details, with what ours add. */
export const PROBLEM_SHAPE = Type.Object(
  {
    type: Type.String({
      format: 'uri',
      ...described({ en: 'Where this code is described.', cy: 'Lle disgrifir y cod hwn.' }),
    }),
    title: Type.String(described({ en: 'What kind of problem it is.', cy: 'Pa fath o broblem ydyw.' })),
    status: Type.Integer(described({ en: 'The HTTP status.', cy: 'Y statws HTTP.' })),
    detail: Type.String(
      described({ en: 'What is wrong with this request.', cy: "Beth sydd o'i le ar y cais hwn." }),
    ),
    code: Type.Unsafe<ErrorCode>({
      type: 'string',
      enum: CODES,
      ...described({ en: 'The code, which does not change.', cy: "Y cod, nad yw'n newid." }),
    }),
    instance: Type.String(
      described({ en: 'The request id, also in X-Request-Id.', cy: 'Rhif y cais, hefyd yn X-Request-Id.' }),
    ),
    facts: Type.Optional(
      Type.Object(
        {},
        {
          additionalProperties: { type: ['string', 'number'] },
          ...described({ en: 'Ids and limits it is about.', cy: "Y rhifau adnabod a'r terfynau dan sylw." }),
        },
      ),
    ),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          parameter: Type.Optional(Type.String()),
          header: Type.Optional(Type.String()),
          pointer: Type.Optional(
            Type.String(described({ en: 'JSON Pointer into the body.', cy: "Pwyntydd JSON i'r corff." })),
          ),
          detail: Type.String(),
          choices: Type.Optional(
            Type.Array(Type.String(), described({ en: 'What would do.', cy: "Beth fyddai'n gwneud y tro." })),
          ),
          nearest: Type.Optional(
            Type.String(described({ en: 'What was probably meant.', cy: "Yr hyn a olygwyd, mae'n debyg." })),
          ),
          nearest_url: Type.Optional(
            Type.String({
              format: 'uri',
              ...described({
                en: 'Address of the nearest question that is answered.',
                cy: "Cyfeiriad y cwestiwn agosaf sy'n cael ei ateb.",
              }),
            }),
          ),
        }),
        described({ en: 'Each thing that is wrong.', cy: "Pob peth sydd o'i le." }),
      ),
    ),
    withdrawal: Type.Optional(WITHDRAWAL_SHAPE),
    receipt: Type.Optional(
      Type.Unsafe<object>({
        type: 'object',
        ...described({
          en: 'Of a return that was not accepted: its receipt, as for one that was.',
          cy: 'O ffurflen nas derbyniwyd: ei derbynneb, fel ar gyfer un a dderbyniwyd.',
        }),
      }),
    ),
  },
  {
    $id: PROBLEM_ID,
    ...described({ en: 'A request that failed, and why.', cy: "Cais a fethodd, a'r rheswm." }),
  },
);

export const PROBLEM_REFERENCE = { $ref: PROBLEM_ID };
