import type { FastifyPluginAsync } from 'fastify';
import { answerOutcomes } from '../../query/answer-outcomes.ts';
import { type OutcomeQuestion, outcomeParameters, parseOutcomeQuestion } from '../../query/parse-outcomes.ts';
import { answer, problems } from '../openapi/answers.ts';
import { operation } from '../openapi/words.ts';
import { OUTCOME_ANSWER } from './answer-shape.ts';
import { CSVW_EXAMPLE } from './csvw-example.ts';
import { answerCsvwSchema } from './csvw-form.ts';
import { addFigureAddress, type FigureDependencies } from './figure-address.ts';
import { OUTCOME_CSV_EXAMPLE, OUTCOME_EXAMPLE } from './figure-examples.ts';
import { ANSWER_HEADERS, answerForms, FORM_PARAMETERS } from './form-parameters.ts';
import { offerNearest } from './nearest-question.ts';
import { questionParameters } from './question-parameters.ts';

const PATH = '/v1/outcomes';

/** What changes for the people who were measured twice, one measure at a time. */
export const outcomesRoutes: FastifyPluginAsync<FigureDependencies> = async (app, dependencies) => {
  offerNearest(app, {
    ...dependencies,
    read: (_, release, asked) => parseOutcomeQuestion(release, asked),
    questionOf: ({ outcomes }) => outcomes,
  });
  const { figure: _, ...parameters } = questionParameters('outcomes');
  const schema = {
    ...operation({
      operationId: 'query_outcomes',
      tag: 'figures',
      summary: { en: 'Ask what changed', cy: 'Gofyn beth a newidiodd' },
      description: {
        en: 'Who could be measured and who was, mean scores before and after, mean change with its 95% interval, and how many improved. One measure at a time; measures, value sets and collections are never mixed.',
        cy: "Pwy y gellid eu mesur a phwy a fesurwyd, sgoriau cymedrig cyn ac ar ôl, newid cymedrig gyda'i gyfwng 95%, a faint a wellodd. Un mesur ar y tro; ni chaiff mesurau, setiau gwerthoedd na chasgliadau byth eu cymysgu.",
      },
    }),
    querystring: {
      type: 'object',
      additionalProperties: false,
      properties: { ...parameters, ...FORM_PARAMETERS },
    },
    response: {
      200: {
        ...answer(
          {
            en: 'Coverage and change, a row for each category.',
            cy: 'Cwmpas a newid, rhes ar gyfer pob categori.',
          },
          answerForms({ schema: OUTCOME_ANSWER, example: OUTCOME_EXAMPLE }, OUTCOME_CSV_EXAMPLE),
        ),
        headers: ANSWER_HEADERS,
      },
      ...problems('QUESTION_NOT_IN_LATTICE', 'PARAMETER_MISSING', 'RELEASE_NOT_FOUND', 'RELEASE_WITHDRAWN'),
    },
  };
  addFigureAddress<OutcomeQuestion>(app, dependencies, {
    route: PATH,
    schema,
    csvwSchema: answerCsvwSchema('describe_csv_of_change', parameters, CSVW_EXAMPLE),
    read: (_, release, asked) => parseOutcomeQuestion(release, asked),
    parametersOf: outcomeParameters,
    answer: answerOutcomes,
  });
};
