import type { FastifyPluginAsync } from 'fastify';
import { ServiceError } from '../../errors.ts';
import { answerQuestion } from '../../query/answer-question.ts';
import { chooseRelease } from '../../query/choose-release.ts';
import { describeDimensions } from '../../query/describe-dimensions.ts';
import { exampleQuestion } from '../../query/example-question.ts';
import { parseQuestion } from '../../query/parse-question.ts';
import { availabilityOf } from '../../query/published-codes.ts';
import type { Parameters, Question } from '../../query/question.ts';
import { questionParameters as pinnedParameters } from '../../query/question-text.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../../standard/generated/tables.ts';
import { answer, problems } from '../openapi/answers.ts';
import { operation } from '../openapi/words.ts';
import { DATA_ANSWER } from './answer-shape.ts';
import { CSVW_EXAMPLE } from './csvw-example.ts';
import { answerCsvwSchema } from './csvw-form.ts';
import { DIMENSIONS_ANSWER } from './dimensions-shape.ts';
import { addFigureAddress, type FigureDependencies } from './figure-address.ts';
import { DATA_CSV_EXAMPLE, DATA_EXAMPLE, DIMENSIONS_EXAMPLE } from './figure-examples.ts';
import { ANSWER_HEADERS, answerForms, FORM_PARAMETERS } from './form-parameters.ts';
import { offerNearest } from './nearest-question.ts';
import { questionParameters } from './question-parameters.ts';

/** The query: any allowed question about a table of a release. */
export const dataRoutes: FastifyPluginAsync<FigureDependencies> = async (app, dependencies) => {
  const { publicUrl, source } = dependencies;
  offerNearest(app, {
    publicUrl,
    source,
    read(path, release, asked) {
      const table = TABLE_NAMES.find((name) => path.replace(/\/csvw$/, '') === `/v1/data/${name}`);
      if (table === undefined) throw unknownTable();
      return parseQuestion(release, table, asked);
    },
    questionOf: (question) => question,
  });
  for (const table of TABLE_NAMES) {
    const path = `/v1/data/${table}`;
    addFigureAddress<Question>(app, dependencies, {
      route: path,
      schema: dataSchema(table),
      csvwSchema: answerCsvwSchema(`describe_csv_of_${table}`, questionParameters(table), CSVW_EXAMPLE),
      read: (_, release, asked) => parseQuestion(release, table, asked),
      parametersOf: pinnedParameters,
      answer: answerQuestion,
    });
    app.get(`${path}/dimensions`, { schema: dimensionsSchema(table) }, async (request, reply) => {
      const release = await chooseRelease(source.archive, (request.query as Parameters).release);
      reply.header('cache-control', 'public, max-age=60').header('content-language', 'en, cy');
      const example = exampleQuestion(release, table);
      return {
        ...describeDimensions(release, table),
        availability: await availabilityOf(source, release, table),
        example: example === undefined ? null : `${publicUrl}${path}?${example}`,
      };
    });
  }
  for (const path of ['/v1/data/:table', '/v1/data/:table/dimensions', '/v1/data/:table/csvw']) {
    app.get(path, { schema: { hide: true } }, async () => {
      throw unknownTable();
    });
  }
};

function unknownTable(): ServiceError {
  const detail = {
    en: 'There is no such table to ask.',
    cy: "Nid oes tabl o'r fath i'w holi.",
  };
  return new ServiceError(
    'TABLE_NOT_FOUND',
    detail,
    {},
    { errors: [{ parameter: 'table', detail, choices: TABLE_NAMES }] },
  );
}

function dataSchema(table: TableName) {
  const { title, description } = TABLES[table];
  return {
    ...operation({
      // `/v1/outcomes` has that name.
      operationId: table === 'outcomes' ? 'query_outcome_counts' : `query_${table}`,
      tag: 'figures',
      summary: { en: `Ask a question about ${title.en}`, cy: `Gofyn cwestiwn am ${title.cy}` },
      description: {
        en: `${description.en} At most four dimensions, period and area counted; every answer is protected.`,
        cy: `${description.cy} Hyd at bedwar dimensiwn, gan gyfrif cyfnod ac ardal; caiff pob ateb ei ddiogelu.`,
      },
    }),
    querystring: {
      type: 'object',
      additionalProperties: false,
      properties: { ...questionParameters(table), ...FORM_PARAMETERS },
    },
    response: {
      200: {
        ...answer(
          {
            en: 'The answer, one row for each cell of the grid.',
            cy: 'Yr ateb, un rhes ar gyfer pob cell yn y grid.',
          },
          answerForms({ schema: DATA_ANSWER, example: DATA_EXAMPLE }, DATA_CSV_EXAMPLE),
        ),
        headers: ANSWER_HEADERS,
      },
      ...problems('QUESTION_NOT_IN_LATTICE', 'PARAMETER_MISSING', 'RELEASE_NOT_FOUND', 'RELEASE_WITHDRAWN'),
    },
  };
}

function dimensionsSchema(table: TableName) {
  const { title } = TABLES[table];
  return {
    ...operation({
      operationId: `describe_${table}`,
      tag: 'figures',
      summary: { en: `What can be asked of ${title.en}`, cy: `Beth y gellir ei ofyn am ${title.cy}` },
      description: {
        en: 'Selectors, periods, figures, and dimensions with their levels and codes; which of them have published figures; and a question to begin with.',
        cy: "Detholwyr, cyfnodau, ffigurau, a dimensiynau gyda'u lefelau a'u codau; pa rai sydd â ffigurau cyhoeddedig; a chwestiwn i ddechrau.",
      },
    }),
    querystring: {
      type: 'object',
      additionalProperties: false,
      properties: { release: FORM_PARAMETERS.release },
    },
    response: {
      200: answer(
        { en: 'The dimensions.', cy: 'Y dimensiynau.' },
        {
          'application/json': {
            schema: DIMENSIONS_ANSWER,
            example: DIMENSIONS_EXAMPLE,
          },
        },
      ),
      ...problems('RELEASE_NOT_FOUND', 'RELEASE_WITHDRAWN'),
    },
  };
}
