import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { describeChanges } from '../../ingest/describe-changes.ts';
import type { Database } from '../../store/database.ts';
import { TABLE_OUTCOMES } from '../../store/stored-values.ts';
import { jsonAnswer, problems } from '../openapi/answers.ts';
import { described, operation } from '../openapi/words.ts';
import { holderOf } from './authenticate.ts';
import { findOwn, SUBMISSION_ID } from './own-submission.ts';

const NULLABLE_NUMBER = Type.Unsafe({ type: ['number', 'null'] });

const CHANGES = Type.Object(
  {
    submission_id: Type.String(),
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
  },
  { additionalProperties: false },
);

const EXAMPLE = {
  submission_id: '0b6f2a52-5a4e-4c1c-9d53-2f0f8f3f9c11',
  tables: [
    {
      table: 'profiles',
      outcome: 'revised',
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
};

/** What a return changed against the one before: for its sender, who knows both. */
export const changesRoutes: FastifyPluginAsyncTypebox<{ db: Database }> = async (app, { db }) => {
  app.get(
    '/v1/submissions/:id/changes',
    {
      config: { access: 'key', scope: 'read_own' },
      schema: {
        ...operation({
          operationId: 'describeChanges',
          tag: 'submitting',
          summary: { en: 'What a submission changed', cy: 'Yr hyn a newidiodd cyflwyniad' },
          description: {
            en: 'Rows and totals of each table against those that stood before. These are your own true counts: nobody else is shown them.',
            cy: "Rhesi a chyfansymiau pob tabl yn erbyn y rhai a oedd yn sefyll o'r blaen. Eich gwir gyfrifon chi yw'r rhain: ni chânt eu dangos i neb arall.",
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
      const submission = await findOwn(db, holderOf(request), request.params.id);
      reply.header('cache-control', 'private, no-store').header('content-language', 'en, cy');
      return { submission_id: submission.id, tables: await describeChanges(db, submission) };
    },
  );
};
