import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Manifest } from '../../archive/manifest.ts';
import { answerIndicator } from '../../query/answer-indicator.ts';
import { type IndicatorValuesQuestion, parseIndicatorValues } from '../../query/parse-indicator.ts';
import type { Parameters } from '../../query/question.ts';
import { INDICATORS } from '../../standard/generated/indicators.ts';
import type { Indicator } from '../../standard/indicators/indicator.ts';
import { suggestName } from '../../standard/suggest.ts';
import { answer, problems } from '../openapi/answers.ts';
import { described, operation } from '../openapi/words.ts';
import { INDICATOR_ANSWER } from './answer-shape.ts';
import { CSVW_EXAMPLE } from './csvw-example.ts';
import { answerCsvwSchema } from './csvw-form.ts';
import { addFigureAddress, type FigureDependencies } from './figure-address.ts';
import { ANSWER_HEADERS, answerForms, FORM_PARAMETERS } from './form-parameters.ts';
import { INDICATOR_CSV_EXAMPLE, INDICATOR_EXAMPLE } from './indicator-example.ts';
import { offerNearest } from './nearest-question.ts';
import { textParameter } from './question-parameters.ts';
import { unknownEntry } from './registry-form.ts';

const ALL: readonly Indicator[] = Object.values(INDICATORS);

const ROUTE = '/v1/indicators/:id/values';

interface IndicatorId {
  readonly id: string;
}

const INDICATOR_ID = {
  type: 'object',
  required: ['id'],
  properties: {
    id: {
      type: 'string',
      maxLength: 80,
      examples: ['people_reached'],
      ...described({ en: 'Id of the indicator.', cy: 'Id y dangosydd.' }),
    },
  },
};

const PARAMETERS = {
  period: textParameter({
    en: 'Quarters (2026-Q1) or financial years (2025-26), separated by commas; of some indicators quarters alone.',
    cy: "Chwarteri (2026-Q1) neu flynyddoedd ariannol (2025-26), wedi'u gwahanu gan atalnodau; chwarteri'n unig ar gyfer rhai dangosyddion.",
  }),
  area_code: textParameter({
    en: 'Areas, separated by commas; each is a row of its own.',
    cy: "Ardaloedd, wedi'u gwahanu gan atalnodau; mae pob un yn rhes ar wahân.",
  }),
  by: textParameter({
    en: 'Dimensions to group by that numerator and denominator share, a level after a dot: area_code.health_board,deprivation_quintile.',
    cy: "Dimensiynau i grwpio yn eu hôl y mae'r rhifiadur a'r enwadur yn eu rhannu, lefel ar ôl dot: area_code.health_board,deprivation_quintile.",
  }),
  measure: textParameter({
    en: 'The outcome measure, of indicators that leave it to choose.',
    cy: "Y mesur canlyniad, ar gyfer dangosyddion sy'n gadael y dewis.",
  }),
  value_set: textParameter({
    en: 'The value set, of indicators that leave it to choose.',
    cy: "Y set gwerthoedd, ar gyfer dangosyddion sy'n gadael y dewis.",
  }),
  deprivation_index: textParameter({
    en: 'The deprivation index, when the values are by deprivation fifth.',
    cy: 'Y mynegai amddifadedd, pan fydd y gwerthoedd yn ôl pumed amddifadedd.',
  }),
};

/** The indicators, worked out for the periods and areas asked. */
export const indicatorValuesRoutes: FastifyPluginAsync<FigureDependencies> = async (app, dependencies) => {
  const schema = {
    ...operation({
      operationId: 'query_indicator',
      tag: 'figures',
      summary: { en: 'Ask for the values of an indicator', cy: 'Gofyn am werthoedd dangosydd' },
      description: {
        en: 'Its value with a 95% interval, and the numerator and denominator it comes from, for each period and area. From published cells alone; where there is no value, the reason.',
        cy: "Ei werth gyda chyfwng 95%, a'r rhifiadur a'r enwadur y daw ohonynt, ar gyfer pob cyfnod ac ardal. O gelloedd cyhoeddedig yn unig; lle nad oes gwerth, y rheswm.",
      },
    }),
    params: INDICATOR_ID,
    querystring: {
      type: 'object',
      additionalProperties: false,
      properties: { ...PARAMETERS, ...FORM_PARAMETERS },
    },
    response: {
      200: {
        ...answer(
          { en: 'The values, a row for each category.', cy: 'Y gwerthoedd, rhes ar gyfer pob categori.' },
          answerForms({ schema: INDICATOR_ANSWER, example: INDICATOR_EXAMPLE }, INDICATOR_CSV_EXAMPLE),
        ),
        headers: ANSWER_HEADERS,
      },
      ...problems(
        'QUESTION_NOT_IN_LATTICE',
        'PARAMETER_MISSING',
        'ENTRY_NOT_FOUND',
        'RELEASE_NOT_FOUND',
        'RELEASE_WITHDRAWN',
      ),
    },
  };
  const csvw = answerCsvwSchema('describe_csv_of_indicator', PARAMETERS, CSVW_EXAMPLE);
  offerNearest(app, { ...dependencies, pathOf: nearestPath, read: readValues });
  addFigureAddress<IndicatorValuesQuestion>(app, dependencies, {
    route: ROUTE,
    schema,
    csvwSchema: { ...csvw, params: INDICATOR_ID },
    pathOf: (request) => pathOf((request.params as IndicatorId).id),
    read: readValues,
    parametersOf: ({ parameters }) => parameters,
    answer: answerIndicator,
  });
};

function readValues(path: string, release: Manifest, asked: Parameters): IndicatorValuesQuestion {
  const indicator = ALL.find(({ id }) => path.startsWith(pathOf(id)));
  if (indicator === undefined) throw unknownEntry(path.split('/')[3] ?? '', ALL);
  return parseIndicatorValues(release, indicator, asked);
}

/** Where the indicator that was asked for has its values, or the one whose name is nearest. */
function nearestPath(request: FastifyRequest): string {
  const { id } = request.params as IndicatorId;
  const ids = ALL.map((indicator) => indicator.id);
  return pathOf(ids.includes(id) ? id : (suggestName(id, ids) ?? id));
}

function pathOf(id: string): string {
  return ROUTE.replace(':id', id);
}
