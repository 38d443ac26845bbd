import type { FastifyPluginAsync } from 'fastify';
import { answerRepresentation } from '../../query/answer-representation.ts';
import { COMPARED_CHARACTERISTICS } from '../../query/compared-characteristics.ts';
import { parseRepresentation, type RepresentationQuestion } from '../../query/parse-representation.ts';
import { answer, problems } from '../openapi/answers.ts';
import { operation } from '../openapi/words.ts';
import { REPRESENTATION_ANSWER } from './answer-shape.ts';
import { CSVW_EXAMPLE } from './csvw-example.ts';
import { answerCsvwSchema } from './csvw-form.ts';
import { addFigureAddress, type FigureDependencies } from './figure-address.ts';
import { ANSWER_HEADERS, answerForms, FORM_PARAMETERS } from './form-parameters.ts';
import { offerNearest } from './nearest-question.ts';
import { textParameter } from './question-parameters.ts';
import { REPRESENTATION_CSV_EXAMPLE, REPRESENTATION_EXAMPLE } from './representation-example.ts';

const PATH = '/v1/representation';
const CHARACTERISTICS = Object.keys(COMPARED_CHARACTERISTICS).join(', ');

const PARAMETERS = {
  characteristic: textParameter({
    en: `What people are compared by: ${CHARACTERISTICS}. Residents are held for nothing else.`,
    cy: `Yn ôl beth y cymherir pobl: ${CHARACTERISTICS}. Ni chedwir preswylwyr ar gyfer dim arall.`,
  }),
  level: textParameter({
    en: 'Which categories: band (the default) or age_group of age_band; group (the default, five) or two_groups of ethnic_group.',
    cy: 'Pa gategorïau: band (y rhagosodiad) neu age_group ar gyfer age_band; group (y rhagosodiad, pump) neu two_groups ar gyfer ethnic_group.',
  }),
  population: textParameter({
    en: 'supported (the default) or referred.',
    cy: 'supported (y rhagosodiad) neu referred.',
  }),
  deprivation_index: textParameter({
    en: 'wimd_2019, the only index for which residents are held; may be left out.',
    cy: 'wimd_2019, yr unig fynegai y cedwir preswylwyr ar ei gyfer; gellir ei adael allan.',
  }),
  area_code: textParameter({
    en: 'Wales or health boards of Wales, separated by commas; each is an area of its own.',
    cy: "Cymru neu fyrddau iechyd Cymru, wedi'u gwahanu gan atalnodau; mae pob un yn ardal ar wahân.",
  }),
  by: textParameter({
    en: 'area_code.health_board, period.financial_year, or both separated by a comma. The categories are always grouped.',
    cy: "area_code.health_board, period.financial_year, neu'r ddau wedi'u gwahanu gan atalnod. Mae'r categorïau bob amser wedi'u grwpio.",
  }),
  period: textParameter({
    en: 'Whole financial years (2025-26), separated by commas.',
    cy: "Blynyddoedd ariannol cyfan (2025-26), wedi'u gwahanu gan atalnodau.",
  }),
};

/** Whether social prescribing reaches people as they live in an area. */
export const representationRoutes: FastifyPluginAsync<FigureDependencies> = async (app, dependencies) => {
  const schema = {
    ...operation({
      operationId: 'query_representation',
      tag: 'figures',
      summary: { en: 'Ask who is reached', cy: 'Gofyn pwy a gyrhaeddir' },
      description: {
        en: 'For each category, the people reached and the residents, the share of each, the ratio of the shares with its 95% interval, the rate per 1,000 and how the interval reads. Only where residents are held: age, sex, ethnic group, disability and WIMD 2019 fifth, of Wales and its health boards.',
        cy: "Ar gyfer pob categori, y bobl a gyrhaeddwyd a'r preswylwyr, cyfran y naill a'r llall, cymhareb y cyfrannau gyda'i chyfwng 95%, y gyfradd fesul 1,000 a sut i ddarllen y cyfwng. Dim ond lle cedwir preswylwyr: oed, rhyw, grŵp ethnig, anabledd a phumed MALlC 2019, ar gyfer Cymru a'i byrddau iechyd.",
      },
    }),
    querystring: {
      type: 'object',
      additionalProperties: false,
      properties: { ...PARAMETERS, ...FORM_PARAMETERS },
    },
    response: {
      200: {
        ...answer(
          {
            en: 'The comparison, a row for each category of each area and year.',
            cy: 'Y gymhariaeth, rhes ar gyfer pob categori o bob ardal a blwyddyn.',
          },
          answerForms(
            { schema: REPRESENTATION_ANSWER, example: REPRESENTATION_EXAMPLE },
            REPRESENTATION_CSV_EXAMPLE,
          ),
        ),
        headers: ANSWER_HEADERS,
      },
      ...problems('QUESTION_NOT_IN_LATTICE', 'PARAMETER_MISSING', 'RELEASE_NOT_FOUND', 'RELEASE_WITHDRAWN'),
    },
  };
  offerNearest(app, {
    ...dependencies,
    read: (_, release, asked) => parseRepresentation(release, asked),
  });
  addFigureAddress<RepresentationQuestion>(app, dependencies, {
    route: PATH,
    schema,
    csvwSchema: answerCsvwSchema('describe_csv_of_representation', PARAMETERS, CSVW_EXAMPLE),
    read: (_, release, asked) => parseRepresentation(release, asked),
    parametersOf: ({ parameters }) => parameters,
    answer: answerRepresentation,
  });
};
