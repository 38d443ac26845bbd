import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { receiptInShort, receiptOf } from '../../ingest/receipt.ts';
import type { Database } from '../../store/database.ts';
import { findSequence, listSubmissions, type SubmissionInShort } from '../../store/submissions-repository.ts';
import { jsonAnswer, problems } from '../openapi/answers.ts';
import { described, operation } from '../openapi/words.ts';
import { holderOf } from './authenticate.ts';
import { findOwn, notFound, SUBMISSION_ID, stateTagOf } from './own-submission.ts';
import { RECEIPT_EXAMPLE, RECEIPT_REFERENCE, SUMMARY_EXAMPLE, SUMMARY_FIELDS } from './receipt-shape.ts';

const DEFAULT_LIMIT = 20;

const Page = Type.Object({
  submissions: Type.Array(Type.Object(SUMMARY_FIELDS)),
  next: Type.Unsafe<string | null>({
    type: ['string', 'null'],
    ...described({
      en: 'The value of `before` for the next page; null on the last.',
      cy: 'Gwerth `before` ar gyfer y dudalen nesaf; null ar yr olaf.',
    }),
  }),
});

const PageQuery = Type.Object({
  before: Type.Optional(
    Type.String({
      maxLength: 36,
      ...described({ en: 'The `next` of the page before.', cy: '`next` y dudalen flaenorol.' }),
    }),
  ),
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 100,
      ...described({
        en: `How many; ${DEFAULT_LIMIT} unless given.`,
        cy: `Faint; ${DEFAULT_LIMIT} oni nodir.`,
      }),
    }),
  ),
});

/** What an organisation has sent. Nobody sees another's. */
export const submissionsRoutes: FastifyPluginAsyncTypebox<{ db: Database }> = async (app, { db }) => {
  app.get(
    '/v1/submissions',
    {
      config: { access: 'key', scope: 'read_own' },
      schema: {
        ...operation({
          operationId: 'listSubmissions',
          tag: 'submitting',
          summary: { en: 'Your submissions', cy: 'Eich cyflwyniadau' },
          description: {
            en: 'Those of your organisation, newest first, without their findings.',
            cy: 'Rhai eich sefydliad, y diweddaraf yn gyntaf, heb eu canfyddiadau.',
          },
        }),
        querystring: PageQuery,
        response: {
          200: jsonAnswer({ en: 'A page of them.', cy: 'Tudalen ohonynt.' }, Page, {
            submissions: [SUMMARY_EXAMPLE],
            next: null,
          }),
          ...problems('SUBMISSION_NOT_FOUND', 'REQUEST_MALFORMED', 'PARAMETER_UNKNOWN'),
        },
      },
    },
    async (request, reply) => {
      const owner = holderOf(request);
      const { before, limit = DEFAULT_LIMIT } = request.query;
      const last = before === undefined ? undefined : ((await findSequence(db, owner, before)) ?? notFound());
      // One more than asked for tells whether there is a next page.
      const found = await listSubmissions(db, owner, { before: last, limit: limit + 1 });
      const page = found.slice(0, limit);
      reply.header('cache-control', 'private, no-store').header('content-language', 'en, cy');
      const next = found.length > limit ? (page.at(-1)?.id ?? null) : null;
      if (next !== null) reply.header('link', `</v1/submissions?before=${next}&limit=${limit}>; rel="next"`);
      return { submissions: page.map(listed), next };
    },
  );

  app.get(
    '/v1/submissions/:id',
    {
      config: { access: 'key', scope: 'read_own' },
      schema: {
        ...operation({
          operationId: 'getSubmission',
          tag: 'submitting',
          summary: { en: 'One of your submissions', cy: "Un o'ch cyflwyniadau" },
          description: {
            en: 'Its receipt, as it was given when it came, and what has become of its tables since. The ETag is that of its state: send it as If-Match to withdraw.',
            cy: "Ei derbynneb, fel y'i rhoddwyd pan ddaeth, a'r hyn a ddaeth o'i dablau ers hynny. Yr ETag yw un ei gyflwr: anfonwch ef fel If-Match i dynnu'n ôl.",
          },
        }),
        params: SUBMISSION_ID,
        response: {
          200: jsonAnswer({ en: 'The receipt.', cy: 'Y dderbynneb.' }, RECEIPT_REFERENCE, RECEIPT_EXAMPLE),
          ...problems('SUBMISSION_NOT_FOUND'),
        },
      },
    },
    async (request, reply) => {
      const submission = await findOwn(db, holderOf(request), request.params.id);
      reply.header('cache-control', 'private, no-cache').header('content-language', 'en, cy');
      reply.header('etag', stateTagOf(submission));
      return receiptOf(submission);
    },
  );
};

function listed(submission: SubmissionInShort) {
  const receipt = receiptInShort(submission);
  return { ...receipt, tables: [...receipt.tables] };
}
