import { Type } from 'typebox';
import { TIERS } from '../../standard/finding.ts';
import { TEXT_SHAPE } from './text-shape.ts';
import { described } from './words.ts';

const FINDING_ID = 'https://spcd.example/http/Finding';
const REPORT_ID = 'https://spcd.example/http/Report';

const TIER = {
  type: 'string',
  enum: TIERS,
  ...described({
    en: '`error` blocks, `verify` waits for confirmation, `advice` informs.',
    cy: 'Mae `error` yn rhwystro, `verify` yn aros am gadarnhad, `advice` yn hysbysu.',
  }),
};

const NULLABLE_TEXT = { type: ['string', 'null'] };

export const FINDING_SHAPE = Type.Object(
  {
    rule: Type.String(
      described({ en: 'Id of the rule; see /v1/rules.', cy: 'Id y rheol; gweler /v1/rules.' }),
    ),
    tier: Type.Unsafe(TIER),
    path: Type.String(
      described({
        en: 'JSON Pointer with {row} for the number of a row.',
        cy: 'Pwyntydd JSON gyda {row} yn lle rhif rhes.',
      }),
    ),
    count: Type.Integer(described({ en: 'In how many places.', cy: 'Mewn sawl lle.' })),
    message: TEXT_SHAPE,
    why: TEXT_SHAPE,
    remedy: TEXT_SHAPE,
    locations: Type.Array(
      Type.Object({
        pointer: Type.String(),
        sheet: Type.Optional(
          Type.String(described({ en: 'For XLSX only: the sheet.', cy: 'Ar gyfer XLSX yn unig: y ddalen.' })),
        ),
        row: Type.Unsafe({ type: ['integer', 'null'] }),
        column: Type.Unsafe(NULLABLE_TEXT),
        value: Type.Unsafe(NULLABLE_TEXT),
        suggestion: Type.Unsafe(NULLABLE_TEXT),
      }),
      described({ en: 'The first places, at most ten.', cy: 'Y lleoedd cyntaf, deg ar y mwyaf.' }),
    ),
  },
  {
    $id: FINDING_ID,
    additionalProperties: false,
    ...described({ en: 'Where one rule was broken.', cy: 'Lle torrwyd un rheol.' }),
  },
);
export const FINDING_REFERENCE = { $ref: FINDING_ID };

export const REPORT_SHAPE = Type.Object(
  {
    standard: Type.Literal('spcd'),
    schema_version: Type.String(),
    status: Type.Literal('candidate'),
    result: Type.Unsafe({ type: 'string', enum: ['valid', 'needs_verification', 'invalid'] }),
    rows: Type.Record(
      Type.String(),
      Type.Integer(),
      described({ en: 'Rows read, by table.', cy: 'Rhesi a ddarllenwyd, fesul tabl.' }),
    ),
    totals: Type.Object({ error: Type.Integer(), verify: Type.Integer(), advice: Type.Integer() }),
    findings: Type.Array(Type.Unsafe(FINDING_REFERENCE)),
  },
  {
    $id: REPORT_ID,
    additionalProperties: false,
    ...described({
      en: 'What the validator has to say of a return; the same bytes from the library, the command line and here.',
      cy: "Yr hyn sydd gan y dilysydd i'w ddweud am ffurflen; yr un beitiau o'r llyfrgell, y llinell orchymyn ac yma.",
    }),
  },
);
export const REPORT_REFERENCE = { $ref: REPORT_ID };

export const REPORT_EXAMPLE = {
  standard: 'spcd',
  schema_version: '1.0',
  status: 'candidate',
  result: 'valid',
  rows: { profiles: 8 },
  totals: { error: 0, verify: 0, advice: 0 },
  findings: [],
};
