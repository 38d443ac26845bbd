import type { FastifyReply, FastifyRequest } from 'fastify';
import { CSVW_MEDIA_TYPE, csvwOfAnswer } from '../../formats/metadata/csvw.ts';
import type { Answer, AnswerForm } from '../../query/answer.ts';
import type { Language } from '../../standard/text.ts';
import { languageOf } from '../language.ts';
import { answer, problems } from '../openapi/answers.ts';
import { CSVW_REFERENCE } from '../openapi/csvw-shape.ts';
import { operation } from '../openapi/words.ts';
import { FORM_PARAMETERS } from './form-parameters.ts';

/** How an answer to a request would be written. */
export function formAsked(request: FastifyRequest): AnswerForm {
  const language = languageOf(request);
  return { language, labels: (request.query as { labels?: Language | 'codes' }).labels ?? language };
}

/** The address of the metadata of an answer's CSV, given the answer's own. */
export function csvwAddress(permalink: string, { language, labels }: AnswerForm): string {
  return `${permalink.replace('?', '/csvw?')}&labels=${labels}&lang=${language}`;
}

/** Sends the metadata of the CSV that an answer would be, instead of the answer. */
export function sendAnswerCsvw(
  request: FastifyRequest,
  reply: FastifyReply,
  sent: { readonly answer: Answer; readonly isPinned: boolean; readonly publicUrl: string },
): FastifyReply {
  const body = csvwOfAnswer(sent.answer, formAsked(request), sent.publicUrl);
  return sendCsvw(reply, body, sent.isPinned).header('vary', 'Accept, Accept-Language');
}

/** Sends CSVW metadata, which has both languages. */
export function sendCsvw(reply: FastifyReply, body: object, isPinned: boolean): FastifyReply {
  return reply
    .header('content-type', `${CSVW_MEDIA_TYPE}; charset=utf-8`)
    .header('content-language', 'en, cy')
    .header('cache-control', isPinned ? 'public, max-age=86400' : 'public, max-age=60')
    .send(JSON.stringify(body));
}

/** The documentation of the address that has the metadata of a question's CSV. */
export function answerCsvwSchema(operationId: string, parameters: object, example: object) {
  const { release, labels } = FORM_PARAMETERS;
  return {
    ...operation({
      operationId,
      tag: 'figures',
      summary: {
        en: 'The columns of an answer as CSV',
        cy: 'Colofnau ateb fel CSV',
      },
      description: {
        en: 'CSVW metadata of the CSV that answers the same question: what each column holds, in both languages, where its codes are listed, and what empty means. The CSV links here by `describedby`.',
        cy: "Metadata CSVW y CSV sy'n ateb yr un cwestiwn: yr hyn y mae pob colofn yn ei ddal, yn y ddwy iaith, lle y rhestrir ei chodau, ac ystyr gwag. Mae'r CSV yn cysylltu yma drwy `describedby`.",
      },
    }),
    querystring: {
      type: 'object',
      additionalProperties: false,
      properties: { ...parameters, release, labels },
    },
    response: {
      200: csvwAnswer(example),
      ...problems('QUESTION_NOT_IN_LATTICE', 'PARAMETER_MISSING', 'RELEASE_NOT_FOUND', 'RELEASE_WITHDRAWN'),
    },
  };
}

/** The documentation of an answer that is CSVW metadata. */
export function csvwAnswer(example: object) {
  return answer(
    { en: 'The metadata.', cy: 'Y metadata.' },
    { [CSVW_MEDIA_TYPE]: { schema: CSVW_REFERENCE, example } },
  );
}
