import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { describeChanges } from '../../ingest/describe-changes.ts';
import { LIFE_STATES } from '../../ingest/life-state.ts';
import type { Turns } from '../../ingest/turns.ts';
import type { Database } from '../../store/database.ts';
import { TABLE_OUTCOMES } from '../../store/stored-values.ts';
import { closedSignalOf } from '../closed-signal.ts';
import { jsonAnswer, problems } from '../openapi/answers.ts';
import { TEXT_SHAPE } from '../openapi/text-shape.ts';
import { described, operation } from '../openapi/words.ts';
import { holderOf } from './authenticate.ts';
import { findOwn, SUBMISSION_ID } from './own-submission.ts';
import { HEADER_CHANGES } from './receipt-shape.ts';

const NULLABLE_NUMBER = Type.Unsafe({ type: ['number', 'null'] });

const CHANGES = Type.Object(
  {
    submission_id: Type.String(),
    state: Type.Unsafe({ type: 'string', enum: LIFE_STATES }),
    explanation: TEXT_SHAPE,
    tables: Type.Array(
      Type.Object(
        {
          table: Type.String(),
          outcome: Type.Unsafe({ type: 'string', enum: TABLE_OUTCOMES }),
          compared_with: Type.Unsafe({
            type: ['string', 'null'],
            ...described({
              en: 'The submission whose rows stood before; null where none did.',
              cy: "Y cyflwyniad yr oedd ei resi yn sefyll o'r blaen; null lle nad oedd dim.",
            }),
          }),
          rows_added: Type.Integer(),
          rows_removed: Type.Integer(),
          rows_changed: Type.Integer(
            described({
              en: 'Rows with the same codes and another figure.',
              cy: "Rhesi â'r un codau a ffigur arall.",
            }),
          ),
          rows_equal: Type.Integer(),
          figures: Type.Array(
            Type.Object(
              { figure: Type.String(), before: NULLABLE_NUMBER, after: NULLABLE_NUMBER },
              { additionalProperties: false },
            ),
            described({
              en: 'Each count added up over all rows of the table, before and after.',
              cy: "Pob cyfrif wedi'i adio dros holl resi'r tabl, cyn ac ar ôl.",
            }),
          ),
        },
        { additionalProperties: false },
      ),
    ),
    header_changes: HEADER_CHANGES,
  },
  { additionalProperties: false },
);

const EXAMPLE = {
  submission_id: '0b6f2a52-5a4e-4c1c-9d53-2f0f8f3f9c11',
  state: 'needs_verification',
  explanation: {
    en: 'This return is not accepted yet. This is what it would change against what stands now; nothing changes until it is confirmed.',
    cy: "Nid yw'r ffurflen hon wedi'i derbyn eto. Dyma'r hyn y byddai'n ei newid o'i chymharu â'r hyn sy'n sefyll yn awr; nid oes dim yn newid nes iddi gael ei chadarnhau.",
  },
  tables: [
    {
      table: 'profiles',
      outcome: 'held',
      compared_with: '5f0a7d0e-31f4-4f8e-8f8e-0d8f5b1f7a10',
      rows_added: 1,
      rows_removed: 0,
      rows_changed: 2,
      rows_equal: 5,
      figures: [
        { figure: 'people', before: 310, after: 322 },
        { figure: 'people_first_in_year', before: 280, after: 291 },
      ],
    },
  ],
  header_changes: [{ field: 'figures_status', tables: ['profiles'], before: 'provisional', after: 'final' }],
};

/** What a return changed against the one before: for its sender, who knows both. */
export const changesRoutes: FastifyPluginAsyncTypebox<{ db: Database; turns: Turns }> = async (
  app,
  dependencies,
) => {
  app.get(
    '/v1/submissions/:id/changes',
    {
      config: { access: 'key', scope: 'read_own' },
      schema: {
        ...operation({
          operationId: 'describeChanges',
          tag: 'submitting',
          summary: {
            en: 'What a submission changed, or would',
            cy: "Yr hyn a newidiodd cyflwyniad, neu y byddai'n ei newid",
          },
          description: {
            en: 'Rows and totals of each table, and what the header says, against what stood before; of a submission that waits to be confirmed, against what stands now. These are your own true counts: nobody else is shown them.',
            cy: "Rhesi a chyfansymiau pob tabl, a'r hyn y mae'r pennawd yn ei ddweud, yn erbyn yr hyn a oedd yn sefyll o'r blaen; ar gyfer cyflwyniad sy'n aros i'w gadarnhau, yn erbyn yr hyn sy'n sefyll yn awr. Eich gwir gyfrifon chi yw'r rhain: ni chânt eu dangos i neb arall.",
          },
        }),
        params: SUBMISSION_ID,
        response: {
          200: jsonAnswer({ en: 'The changes.', cy: 'Y newidiadau.' }, CHANGES, EXAMPLE),
          ...problems('SUBMISSION_NOT_FOUND'),
        },
      },
    },
    async (request, reply) => {
      const submission = await findOwn(dependencies.db, holderOf(request), request.params.id);
      reply.header('cache-control', 'private, no-store').header('content-language', 'en, cy');
      const gone = closedSignalOf(request.raw.socket);
      return { submission_id: submission.id, ...(await describeChanges(dependencies, submission, gone)) };
    },
  );
};
