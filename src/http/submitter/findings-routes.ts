import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Papa from 'papaparse';
import { Type } from 'typebox';
import { ServiceError } from '../../errors.ts';
import { type FindingPlace, findingsOf, placesOf, type SourcedFinding } from '../../ingest/list-findings.ts';
import { TIERS } from '../../standard/finding.ts';
import { RULE_CATALOGUE } from '../../standard/rule-catalogue.ts';
import { suggestName } from '../../standard/suggest.ts';
import type { Language, Text } from '../../standard/text.ts';
import { asText } from '../../standard/write/csv-text.ts';
import type { Database } from '../../store/database.ts';
import { languageOf } from '../language.ts';
import { chooseMediaType } from '../media-type.ts';
import { answer, problems } from '../openapi/answers.ts';
import { described, operation } from '../openapi/words.ts';
import { holderOf } from './authenticate.ts';
import { FINDINGS_CSV_EXAMPLE, FINDINGS_EXAMPLE, FINDINGS_PAGE } from './findings-shape.ts';
import { findOwn, SUBMISSION_ID } from './own-submission.ts';

const DEFAULT_LIMIT = 100;

const QUERY = Type.Object({
  by: Type.Optional(
    Type.Unsafe<'rule' | 'row'>({
      type: 'string',
      enum: ['rule', 'row'],
      ...described({
        en: 'One entry for each finding (rule, the default), or one for each place that findings name, in the order of the file (row).',
        cy: "Un cofnod ar gyfer pob canfyddiad (rule, y rhagosodiad), neu un ar gyfer pob lle y mae canfyddiadau'n ei enwi, yn nhrefn y ffeil (row).",
      }),
    }),
  ),
  tier: Type.Optional(
    Type.Unsafe<(typeof TIERS)[number]>({
      type: 'string',
      enum: TIERS,
      ...described({ en: 'Only findings of this tier.', cy: "Dim ond canfyddiadau o'r haen hon." }),
    }),
  ),
  rule: Type.Optional(
    Type.String({
      maxLength: 100,
      ...described({ en: 'Only findings of this rule.', cy: "Dim ond canfyddiadau o'r rheol hon." }),
    }),
  ),
  after: Type.Optional(
    Type.Integer({
      minimum: 0,
      ...described({ en: 'The `next` of the page before.', cy: '`next` y dudalen flaenorol.' }),
    }),
  ),
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 1000,
      ...described({
        en: `How many on a page; ${DEFAULT_LIMIT} unless given.`,
        cy: `Faint ar dudalen; ${DEFAULT_LIMIT} oni nodir.`,
      }),
    }),
  ),
  format: Type.Optional(
    Type.Unsafe<'json' | 'csv'>({
      type: 'string',
      enum: ['json', 'csv'],
      ...described({
        en: 'The form of the answer; goes before Accept. CSV gives all entries at once, in the language of the request.',
        cy: "Ffurf yr ateb; mae'n dod o flaen Accept. Mae CSV yn rhoi pob cofnod ar unwaith, yn iaith y cais.",
      }),
    }),
  ),
});

/** What was found in a submission, by rule or by row. */
export const findingsRoutes: FastifyPluginAsyncTypebox<{ db: Database }> = async (app, { db }) => {
  app.get(
    '/v1/submissions/:id/findings',
    {
      config: { access: 'key', scope: 'read_own' },
      schema: {
        ...operation({
          operationId: 'listFindings',
          tag: 'submitting',
          summary: { en: 'What was found in a submission', cy: 'Yr hyn a ganfuwyd mewn cyflwyniad' },
          description: {
            en: 'All findings, by rule or by row, a page at a time in JSON or whole in CSV. A finding keeps its first ten places; `count` says how many there are.',
            cy: "Yr holl ganfyddiadau, fesul rheol neu fesul rhes, tudalen ar y tro yn JSON neu'n gyfan yn CSV. Mae canfyddiad yn cadw ei ddeg lle cyntaf; mae `count` yn dweud faint sydd.",
          },
        }),
        params: SUBMISSION_ID,
        querystring: QUERY,
        response: {
          200: answer(
            { en: 'The findings.', cy: 'Y canfyddiadau.' },
            {
              'application/json': { schema: FINDINGS_PAGE, example: FINDINGS_EXAMPLE },
              'text/csv': { schema: { type: 'string' }, example: FINDINGS_CSV_EXAMPLE },
            },
          ),
          ...problems('REQUEST_MALFORMED', 'PARAMETER_UNKNOWN', 'SUBMISSION_NOT_FOUND'),
        },
      },
    },
    async (request, reply) => {
      const { by = 'rule', tier, rule, after = 0, limit = DEFAULT_LIMIT } = request.query;
      const submission = await findOwn(db, holderOf(request), request.params.id);
      if (rule !== undefined) refuseUnknownRule(rule, submission);
      const findings = findingsOf(submission, { tier, rule });
      reply.header('cache-control', 'private, no-store').header('vary', 'Accept, Accept-Language');
      if (formatOf(request) === 'csv') return sendCsv(request, reply, by, findings);
      const entries = by === 'rule' ? findings : placesOf(findings);
      const end = after + limit;
      reply.header('content-language', 'en, cy').header('content-type', 'application/json; charset=utf-8');
      return {
        submission_id: submission.id,
        by,
        total: entries.length,
        findings: by === 'rule' ? findings.slice(after, end) : [],
        places: by === 'row' ? placesOf(findings).slice(after, end) : [],
        next: end < entries.length ? end : null,
      };
    },
  );
};

/** That nothing was found of a rule must not be said of one that is not there. A rule of the past is known by its findings. */
function refuseUnknownRule(rule: string, submission: Parameters<typeof findingsOf>[0]): void {
  const choices = RULE_CATALOGUE.map(({ id }) => id);
  if (choices.includes(rule) || findingsOf(submission, { rule }).length > 0) return;
  const nearest = suggestName(rule, choices);
  const detail: Text = {
    en: 'The standard has no such rule; /v1/rules lists those there are.',
    cy: "Nid oes gan y safon reol o'r fath; mae /v1/rules yn rhestru'r rhai sydd.",
  };
  const fault = { parameter: 'rule', detail, ...(nearest === null ? {} : { nearest }) };
  throw new ServiceError('REQUEST_MALFORMED', detail, {}, { errors: [fault] });
}

function formatOf(request: FastifyRequest): 'json' | 'csv' {
  const { format } = request.query as { format?: 'json' | 'csv' };
  const accepted = chooseMediaType(request.headers.accept, ['application/json', 'text/csv']);
  return format ?? (accepted === 'text/csv' ? 'csv' : 'json');
}

function sendCsv(
  request: FastifyRequest,
  reply: FastifyReply,
  by: 'rule' | 'row',
  findings: readonly SourcedFinding[],
): FastifyReply {
  const language = languageOf(request);
  const { id } = request.params as { id: string };
  const lines =
    by === 'rule'
      ? [RULE_COLUMNS, ...findings.map((finding) => ruleLine(finding, language))]
      : [ROW_COLUMNS, ...placesOf(findings).map((place) => rowLine(place, language))];
  return reply
    .header('content-type', 'text/csv; charset=utf-8; header=present')
    .header('content-language', language)
    .header('content-disposition', `attachment; filename="findings-${id}.csv"`)
    .send(`${Papa.unparse(lines, { newline: '\r\n' })}\r\n`);
}

const RULE_COLUMNS = ['source', 'tier', 'rule', 'path', 'count', 'message', 'why', 'remedy'];
const ROW_COLUMNS = [
  'source',
  'tier',
  'rule',
  'pointer',
  'sheet',
  'row',
  'column',
  'value',
  'suggestion',
  'message',
  'remedy',
];

function ruleLine(
  { source, tier, rule, path, count, message, why, remedy }: SourcedFinding,
  language: Language,
) {
  return [source, tier, rule, path, String(count), message[language], why[language], remedy[language]].map(
    asText,
  );
}

function rowLine(place: FindingPlace, language: Language): string[] {
  const { source, tier, rule, pointer, sheet, row, column, value, suggestion, message, remedy } = place;
  const cells = [
    source,
    tier,
    rule,
    pointer,
    sheet,
    row,
    column,
    value,
    suggestion,
    message[language],
    remedy[language],
  ];
  return cells.map((cell) => asText(String(cell ?? '')));
}
