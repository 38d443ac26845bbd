import type { FastifyReply, FastifyRequest } from 'fastify';
import { writeCsv } from '../../formats/write-csv.ts';
import { writeJson } from '../../formats/write-json.ts';
import type { Answer, AnswerForm } from '../../query/answer.ts';
import type { Language } from '../../standard/text.ts';
import { languageOf } from '../language.ts';
import { chooseMediaType } from '../media-type.ts';
import { described } from '../openapi/words.ts';

/** The forms an answer can take, our favourite first. */
const FORMATS = {
  json: { mediaType: 'application/json', contentType: 'application/json; charset=utf-8' },
  csv: { mediaType: 'text/csv', contentType: 'text/csv; charset=utf-8; header=present' },
} as const;

type Format = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as Format[];

/** The parameters that say how an answer is written, for the schema of a route. */
export const FORM_PARAMETERS = {
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
    enum: FORMAT_NAMES,
    ...described({
      en: 'The form of the answer; goes before Accept.',
      cy: "Ffurf yr ateb; mae'n dod o flaen Accept.",
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

/** What can be written in every form, and what its headers say of it. */
export interface Sendable {
  /** Of a file that it would be kept in, without what comes after the dot. */
  readonly name: string;
  /** Addresses of its licence and of itself. */
  readonly licence: string;
  readonly permalink: string;
  /** Whether its address names the release, so that the answer never changes. */
  readonly isPinned: boolean;
  readonly write: Readonly<Record<Format, (form: AnswerForm) => string>>;
}

/** Writes an answer as its asker wants it, and says how long it may be kept. */
export function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  isPinned: boolean,
): FastifyReply {
  return sendInForm(request, reply, {
    name: fileName(answer),
    licence: answer.meta.licence.url,
    permalink: answer.meta.permalink,
    isPinned,
    write: { json: (form) => writeJson(answer, form), csv: (form) => writeCsv(answer, form) },
  });
}

/** Sends something in the form, the language and with the labels that were asked for. */
export function sendInForm(request: FastifyRequest, reply: FastifyReply, sent: Sendable): FastifyReply {
  const query = request.query as { format?: Format; labels?: Language | 'codes' };
  const language = languageOf(request);
  const form: AnswerForm = { language, labels: query.labels ?? language };
  const format = query.format ?? formatAccepted(request);
  // A pinned answer never changes, but a disclosive release must be withdrawable within a day.
  const caching = sent.isPinned ? 'public, max-age=86400' : 'public, max-age=60';
  return reply
    .header('content-type', FORMATS[format].contentType)
    .header('content-language', language)
    .header('cache-control', caching)
    .header('vary', 'Accept, Accept-Language')
    .header('content-disposition', `inline; filename="${sent.name}.${format}"`)
    .header('link', `<${sent.licence}>; rel="license", <${sent.permalink}>; rel="canonical"`)
    .send(sent.write[format](form));
}

function formatAccepted(request: FastifyRequest): Format {
  const offered = FORMAT_NAMES.map((name) => FORMATS[name].mediaType);
  const chosen = chooseMediaType(request.headers.accept, offered);
  return FORMAT_NAMES.find((name) => FORMATS[name].mediaType === chosen) ?? 'json';
}

function fileName({ meta }: Answer): string {
  const period = (meta.question.period ?? '').replaceAll(',', '_');
  return [meta.release, meta.table, period]
    .join('-')
    .replace(/[^a-zA-Z0-9_-]/g, '')
    .slice(0, 120);
}
