import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { FORMAT_NAMES, mediaTypesOf } from '../../formats/formats.ts';
import { citationPattern } from '../../query/answer-meta.ts';
import { LICENCE, NAME, type Publisher, STATUS_SENTENCE } from '../../standard/about.ts';
import { SCHEMA_VERSION } from '../../standard/generated/tables.ts';
import { MAXIMUM_CELLS, MAXIMUM_DIMENSIONS } from '../../standard/question-limits.ts';
import { MAXIMUM_ROWS } from '../../standard/read/csv-reader.ts';
import { LANGUAGES } from '../../standard/text.ts';
import { PACKED_SHARE, roomFor, SMALL_BYTES } from '../../validation/pool-room.ts';
import { API_VERSION } from '../api-version.ts';
import { LIMITS, type ServiceLimits, USUAL_LIMITS } from '../limits.ts';
import { jsonAnswer } from '../openapi/answers.ts';
import { TEXT_SHAPE } from '../openapi/text-shape.ts';
import { described, operation } from '../openapi/words.ts';
import { RETURN_MEDIA_TYPES } from '../read-return-request.ts';
import { WINDOW_SECONDS } from '../request-quota.ts';
import { DISCLOSURE_WORDS } from './disclosure-words.ts';

const Config = Type.Object({
  name: TEXT_SHAPE,
  status: Type.Literal('candidate'),
  status_sentence: TEXT_SHAPE,
  versions: Type.Object({ api: Type.String(), standard: Type.String() }),
  languages: Type.Array(Type.String()),
  limits: Type.Object(
    {
      return_bytes: Type.Record(Type.String(), Type.Integer()),
      returns_waiting: Type.Integer(
        described({
          en: 'How many returns of one organisation may wait to be taken in later.',
          cy: 'Faint o ffurflenni un sefydliad a gaiff aros i gael eu cymryd i mewn yn ddiweddarach.',
        }),
      ),
      bytes_waiting: Type.Integer(
        described({
          en: 'How many bytes these may have together.',
          cy: "Faint o feitiau y caiff y rhain eu cael gyda'i gilydd.",
        }),
      ),
      large_returns: Type.Object(
        {
          bytes: Type.Integer(
            described({
              en: 'A return of more bytes is large: it is checked in one of a limited number of places.',
              cy: "Mae ffurflen â mwy o feitiau'n fawr: caiff ei gwirio mewn un o nifer cyfyngedig o leoedd.",
            }),
          ),
          packed_bytes: Type.Integer(
            described({ en: 'The same of zip and XLSX.', cy: 'Yr un peth ar gyfer zip ac XLSX.' }),
          ),
          at_once: Type.Integer(),
          at_once_of_one_sender: Type.Integer(
            described({
              en: 'The most that one organisation has of them; so have all callers without a key together. The last quarter is for senders who have none yet.',
              cy: "Y mwyaf ohonynt sydd gan un sefydliad; felly hefyd bob galwr heb allwedd gyda'i gilydd. Mae'r chwarter olaf ar gyfer anfonwyr nad oes ganddynt yr un eto.",
            }),
          ),
          waiting: Type.Integer(
            described({
              en: 'How many may wait for a place; one more is told to come again.',
              cy: 'Faint a gaiff aros am le; dywedir wrth un arall am ddod eto.',
            }),
          ),
          waiting_of_one_sender: Type.Integer(),
        },
        { additionalProperties: false },
      ),
      csv_rows: Type.Integer(),
      header_bytes: Type.Integer(),
      request_seconds: Type.Number(),
      rate: Type.Union([Type.Object({ requests: Type.Integer(), seconds: Type.Integer() }), Type.Null()], {
        ...described({
          en: 'Requests of one address, and in how many seconds; null where they are not counted.',
          cy: 'Ceisiadau o un cyfeiriad, ac mewn sawl eiliad; null lle na chânt eu cyfrif.',
        }),
      }),
      questions_at_once: Type.Integer(),
      question_seconds: Type.Integer(),
      dimensions: Type.Integer(),
      cells: Type.Integer(),
    },
    described({
      en: 'Above them a request is refused; nothing is cut short.',
      cy: "Uwchlaw iddynt gwrthodir cais; ni chaiff dim ei dorri'n fyr.",
    }),
  ),
  formats: Type.Object({ returns: Type.Array(Type.String()), figures: Type.Array(Type.String()) }),
  licence: Type.Object({ name: TEXT_SHAPE, url: Type.String({ format: 'uri' }) }),
  citation: TEXT_SHAPE,
  disclosure: Type.Record(Type.String(), TEXT_SHAPE),
  deprecations: Type.Array(Type.String()),
  contact: Type.Object({ role: TEXT_SHAPE }),
});

const configOf = (
  { requestsPerMinute, questions, validationWorkers }: ServiceLimits,
  publisher: Publisher | null,
) => ({
  name: NAME,
  status: 'candidate' as const,
  status_sentence: STATUS_SENTENCE,
  versions: { api: API_VERSION, standard: SCHEMA_VERSION },
  languages: [...LANGUAGES],
  limits: {
    return_bytes: { ...LIMITS.returnBytes },
    returns_waiting: LIMITS.waiting.ofOwner.returns,
    bytes_waiting: LIMITS.waiting.ofOwner.bytes,
    large_returns: largeReturnsOf(roomFor(validationWorkers)),
    csv_rows: MAXIMUM_ROWS,
    header_bytes: LIMITS.headerBytes,
    request_seconds: LIMITS.requestMs / 1000,
    rate: requestsPerMinute === 0 ? null : { requests: requestsPerMinute, seconds: WINDOW_SECONDS },
    questions_at_once: questions.atOnce + questions.waiting,
    question_seconds: questions.seconds,
    dimensions: MAXIMUM_DIMENSIONS,
    cells: MAXIMUM_CELLS,
  },
  formats: { returns: [...RETURN_MEDIA_TYPES], figures: mediaTypesOf(FORMAT_NAMES) },
  licence: LICENCE,
  citation: citationPattern(publisher),
  disclosure: DISCLOSURE_WORDS,
  deprecations: [],
  contact: {
    role: {
      en: 'The data steward of the organisation that runs this service',
      cy: "Stiward data'r sefydliad sy'n rhedeg y gwasanaeth hwn",
    },
  },
});

const largeReturnsOf = (room: ReturnType<typeof roomFor>) => ({
  bytes: SMALL_BYTES,
  packed_bytes: SMALL_BYTES * PACKED_SHARE,
  at_once: room.atOnce,
  at_once_of_one_sender: room.atOnceOfOwner,
  waiting: room.waiting,
  waiting_of_one_sender: room.waitingOfOwner,
});

export interface ConfigDependencies {
  readonly limits: ServiceLimits;
  /** Named in citations; null where nobody is. */
  readonly publisher?: Publisher | null;
}

/** What the service says of itself. */
export const configRoutes: FastifyPluginAsyncTypebox<ConfigDependencies> = async (
  app,
  { limits, publisher = null },
) => {
  const config = configOf(limits, publisher);
  app.get(
    '/v1/config',
    {
      schema: {
        ...operation({
          operationId: 'getConfig',
          tag: 'service',
          summary: {
            en: 'Limits, languages, licence and method',
            cy: 'Terfynau, ieithoedd, trwydded a dull',
          },
          description: {
            en: 'What the service accepts and gives, and how published figures are protected.',
            cy: "Yr hyn y mae'r gwasanaeth yn ei dderbyn a'i roi, a sut y diogelir ffigurau cyhoeddedig.",
          },
        }),
        response: {
          200: jsonAnswer(
            { en: 'The configuration.', cy: 'Y ffurfweddiad.' },
            Config,
            configOf(USUAL_LIMITS, null),
          ),
        },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'public, max-age=3600').header('content-language', 'en, cy');
      return config;
    },
  );
};
