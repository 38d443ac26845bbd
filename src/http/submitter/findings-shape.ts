import { Type } from 'typebox';
import { TIERS } from '../../standard/finding.ts';
import { FINDING_SHAPE } from '../openapi/report-shape.ts';
import { TEXT_SHAPE } from '../openapi/text-shape.ts';
import { described } from '../openapi/words.ts';

const SOURCE = Type.Unsafe({
  type: 'string',
  enum: ['report', 'service'],
  ...described({
    en: 'Found by the rules of the standard, or by the service with what only it knows.',
    cy: "Canfuwyd gan reolau'r safon, neu gan y gwasanaeth â'r hyn na ŵyr ond ef.",
  }),
});
const NULLABLE_TEXT = Type.Unsafe({ type: ['string', 'null'] });

const { rule, path, count, message, why, remedy, locations } = FINDING_SHAPE.properties;

const FINDING = Type.Object(
  { source: SOURCE, rule, tier: FINDING_SHAPE.properties.tier, path, count, message, why, remedy, locations },
  { additionalProperties: false },
);

const PLACE = Type.Object(
  {
    source: SOURCE,
    rule: Type.String(),
    tier: Type.Unsafe({ type: 'string', enum: TIERS }),
    pointer: Type.String(),
    sheet: Type.Optional(Type.String()),
    row: Type.Unsafe({ type: ['integer', 'null'] }),
    column: NULLABLE_TEXT,
    value: NULLABLE_TEXT,
    suggestion: NULLABLE_TEXT,
    message: TEXT_SHAPE,
    remedy: TEXT_SHAPE,
  },
  { additionalProperties: false },
);

/** A page of what was found in a submission. */
export const FINDINGS_PAGE = Type.Object(
  {
    submission_id: Type.String(),
    by: Type.Unsafe({ type: 'string', enum: ['rule', 'row'] }),
    total: Type.Integer(
      described({ en: 'Entries on all pages together.', cy: "Cofnodion ar bob tudalen gyda'i gilydd." }),
    ),
    findings: Type.Array(
      FINDING,
      described({ en: 'By rule; else empty.', cy: 'Fesul rheol; fel arall yn wag.' }),
    ),
    places: Type.Array(PLACE, described({ en: 'By row; else empty.', cy: 'Fesul rhes; fel arall yn wag.' })),
    next: Type.Unsafe({
      type: ['integer', 'null'],
      ...described({
        en: 'The value of `after` for the next page; null on the last.',
        cy: 'Gwerth `after` ar gyfer y dudalen nesaf; null ar yr olaf.',
      }),
    }),
  },
  { additionalProperties: false },
);

export const FINDINGS_EXAMPLE = {
  submission_id: '0b6f2a52-5a4e-4c1c-9d53-2f0f8f3f9c11',
  by: 'rule',
  total: 0,
  findings: [],
  places: [],
  next: null,
};

export const FINDINGS_CSV_EXAMPLE = 'source,tier,rule,path,count,message,why,remedy\r\n';
