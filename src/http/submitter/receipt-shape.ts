import { Type } from 'typebox';
import { LIFE_STATES } from '../../ingest/life-state.ts';
import { RECEIPT_OUTCOMES } from '../../ingest/receipt.ts';
import { WITHDRAWAL_REASONS } from '../../ingest/withdrawal-reasons.ts';
import { TIMELINESS } from '../../store/stored-values.ts';
import { FINDING_REFERENCE, REPORT_EXAMPLE, REPORT_REFERENCE } from '../openapi/report-shape.ts';
import { TEXT_SHAPE } from '../openapi/text-shape.ts';
import { described } from '../openapi/words.ts';

const RECEIPT_ID = 'https://spcd.example/http/Receipt';
const NULLABLE_TEXT = { type: ['string', 'null'] };

/** What a list of submissions says of each. */
export const SUMMARY_FIELDS = {
  submission_id: Type.Unsafe({
    ...NULLABLE_TEXT,
    ...described({
      en: 'Null for a dry run, of which nothing is stored.',
      cy: 'Null ar gyfer prawf, nad oes dim ohono yn cael ei storio.',
    }),
  }),
  dry_run: Type.Boolean(),
  sequence: Type.Unsafe({
    type: ['integer', 'null'],
    ...described({
      en: 'Grows in the order of receipt: of returns that are taken in later, in that of their 202. A return never takes the place of one with a higher number. Null for a dry run.',
      cy: 'Yn tyfu yn nhrefn derbyn: ar gyfer ffurflenni a gymerir i mewn yn ddiweddarach, yn nhrefn eu 202. Nid yw ffurflen byth yn cymryd lle un â rhif uwch. Null ar gyfer prawf.',
    }),
  }),
  organisation: Type.String(),
  period: Type.Unsafe(NULLABLE_TEXT),
  collection: Type.Unsafe(NULLABLE_TEXT),
  state: Type.Unsafe({ type: 'string', enum: LIFE_STATES }),
  timeliness: Type.Unsafe({
    type: ['string', 'null'],
    enum: [...TIMELINESS, null],
    ...described({
      en: 'Whether the return came by the day it was due, later, or after the period was closed.',
      cy: "A ddaeth y ffurflen erbyn y diwrnod yr oedd yn ddyledus, yn hwyrach, neu ar ôl i'r cyfnod gau.",
    }),
  }),
  sandbox: Type.Boolean(
    described({
      en: 'Whether it was sent with a sandbox key, and so is never released.',
      cy: 'A anfonwyd hi ag allwedd blwch tywod, ac felly ni chaiff byth ei rhyddhau.',
    }),
  ),
  received_at: Type.String({ format: 'date-time' }),
  body_sha256: Type.String({
    pattern: '^[0-9a-f]{64}$',
    ...described({
      en: 'SHA-256 of the bytes that were received.',
      cy: 'SHA-256 y beitiau a dderbyniwyd.',
    }),
  }),
  tables: Type.Array(
    Type.Object({
      table: Type.String(),
      outcome: Type.Unsafe({
        type: 'string',
        enum: RECEIPT_OUTCOMES,
        ...described({
          en: '`held` waits to be verified; `overtaken` never stood, as a later return brought the table first, and its rows are not kept.',
          cy: "Mae `held` yn aros i'w wirio; ni safodd `overtaken` erioed, gan i ffurflen ddiweddarach ddod â'r tabl yn gyntaf, ac ni chedwir ei resi.",
        }),
      }),
      rows: Type.Integer(),
      table_digest: Type.Unsafe({
        ...NULLABLE_TEXT,
        ...described({
          en: 'Equal for equal rows, whatever their order and form.',
          cy: "Yn hafal ar gyfer rhesi hafal, beth bynnag fo'u trefn a'u ffurf.",
        }),
      }),
      superseded: Type.Boolean(
        described({
          en: 'Whether a later return has taken the place of this table.',
          cy: "A yw ffurflen ddiweddarach wedi cymryd lle'r tabl hwn.",
        }),
      ),
      withdrawal: Type.Union([
        Type.Null(),
        Type.Object({
          withdrawn_at: Type.String({ format: 'date-time' }),
          reason: Type.Unsafe({ type: 'string', enum: WITHDRAWAL_REASONS.map(({ code }) => code) }),
        }),
      ]),
    }),
  ),
  next_action: TEXT_SHAPE,
};

const HEADER_VALUE = Type.Union([
  Type.Null(),
  Type.String(),
  Type.Boolean(),
  Type.Array(Type.String()),
  Type.Object({ en: Type.String(), cy: Type.String() }),
]);

/** What came to hold otherwise than before with the header of a return. */
export const HEADER_CHANGES = Type.Array(
  Type.Object(
    {
      field: Type.String(),
      tables: Type.Array(Type.String()),
      before: HEADER_VALUE,
      after: HEADER_VALUE,
    },
    { additionalProperties: false },
  ),
  described({
    en: 'What the header says otherwise of tables than the header that held before, whether their rows are the same or not: the field, the tables that it concerns, what was said and what is. Null is nothing. What is said of the source system is left out.',
    cy: "Yr hyn y mae'r pennawd yn ei ddweud am dablau yn wahanol i'r pennawd a oedd yn dal o'r blaen, p'un a yw eu rhesi yr un fath ai peidio: y maes, y tablau y mae'n ymwneud â nhw, yr hyn a ddywedwyd a'r hyn a ddywedir. Null yw dim. Gadewir allan yr hyn a ddywedir am y system ffynhonnell.",
  }),
);

export const RECEIPT_SHAPE = Type.Object(
  {
    ...SUMMARY_FIELDS,
    report: Type.Unsafe(REPORT_REFERENCE),
    service_findings: Type.Array(
      Type.Unsafe(FINDING_REFERENCE),
      described({
        en: 'What only the service can find: its calendar, its register, and what stands already.',
        cy: "Yr hyn na all ond y gwasanaeth ei ganfod: ei galendr, ei gofrestr, a'r hyn sy'n sefyll eisoes.",
      }),
    ),
    confirmations: Type.Array(
      Type.Object({
        rule: Type.String(),
        reason: Type.String(),
        words: Type.Optional(
          Type.String(
            described({
              en: 'For the publisher to read; never published.',
              cy: "I'r cyhoeddwr ei ddarllen; ni chaiff byth ei gyhoeddi.",
            }),
          ),
        ),
      }),
    ),
    header_changes: HEADER_CHANGES,
  },
  {
    $id: RECEIPT_ID,
    additionalProperties: false,
    ...described({ en: 'What became of a return.', cy: 'Beth a ddaeth o ffurflen.' }),
  },
);
export const RECEIPT_REFERENCE = { $ref: RECEIPT_ID };

export const SUMMARY_EXAMPLE = {
  submission_id: '0b6f2a52-5a4e-4c1c-9d53-2f0f8f3f9c11',
  dry_run: false,
  sequence: 1_204,
  organisation: '7A7',
  period: '2026-Q2',
  collection: 'returns',
  state: 'accepted',
  timeliness: 'on_time',
  sandbox: false,
  received_at: '2026-07-20T09:31:00.000Z',
  body_sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  tables: [
    {
      table: 'profiles',
      outcome: 'created',
      rows: 8,
      table_digest: '9f2c0b7f5b3e1f6a4a0b6df3b4a5ad0c8f0e1d2c3b4a59687766554433221100',
      superseded: false,
      withdrawal: null,
    },
  ],
  next_action: {
    en: 'Nothing more to do. The figures take part in the next release.',
    cy: "Nid oes dim mwy i'w wneud. Bydd y ffigurau'n rhan o'r datganiad nesaf.",
  },
};

export const RECEIPT_EXAMPLE = {
  ...SUMMARY_EXAMPLE,
  report: REPORT_EXAMPLE,
  service_findings: [],
  confirmations: [],
  header_changes: [],
};
