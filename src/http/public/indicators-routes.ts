import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { type Columns, writeRowsCsv } from '../../formats/write-rows-csv.ts';
import { INDICATORS } from '../../standard/generated/indicators.ts';
import type { Indicator, IndicatorPart } from '../../standard/indicators/indicator.ts';
import { problems } from '../openapi/answers.ts';
import { TEXT_SHAPE } from '../openapi/text-shape.ts';
import { described, operation } from '../openapi/words.ts';
import { REGISTRY_FORMAT, registryAnswer, sendRegistry, unknownEntry } from './registry-form.ts';

const Codes = Type.Record(Type.String(), Type.String());

const PART_SHAPE = Type.Object({
  words: TEXT_SHAPE,
  question: Type.Object(
    {
      table: Type.String(),
      selectors: Codes,
      choose: Type.Array(Type.String()),
      filters: Codes,
      by: Type.Array(Type.String()),
      figures: Type.Object({
        quarter: Type.Optional(Type.String()),
        financial_year: Type.Optional(Type.String()),
      }),
    },
    described({
      en: 'Parameters of /v1/data/{table}, but for period and area; `choose` names the selectors left to you.',
      cy: "Paramedrau /v1/data/{table}, ac eithrio cyfnod ac ardal; mae `choose` yn enwi'r dewiswyr a adewir i chi.",
    }),
  ),
});

const INDICATOR_SHAPE = Type.Object({
  id: Type.String(),
  title: TEXT_SHAPE,
  reading: TEXT_SHAPE,
  kind: Type.Unsafe<Indicator['kind']>({ type: 'string', enum: ['count', 'share'] }),
  unit: Type.Unsafe<Indicator['unit']>({ type: 'string', enum: ['person', 'per_cent'] }),
  direction: Type.Unsafe<Indicator['direction']>({ type: 'string', enum: ['higher_better', 'neutral'] }),
  period_levels: Type.Array(Type.String()),
  numerator: PART_SHAPE,
  denominator: Type.Union([PART_SHAPE, Type.Null()]),
  exclusions: TEXT_SHAPE,
  note: Type.Union([TEXT_SHAPE, Type.Null()]),
  source: Type.String(),
  source_status: Type.String(),
});

const ALL: readonly Indicator[] = Object.values(INDICATORS);

const COLUMNS: Columns<Indicator> = {
  id: ({ id }) => id,
  title_en: ({ title }) => title.en,
  title_cy: ({ title }) => title.cy,
  reading_en: ({ reading }) => reading.en,
  reading_cy: ({ reading }) => reading.cy,
  kind: ({ kind }) => kind,
  unit: ({ unit }) => unit,
  direction: ({ direction }) => direction,
  period_levels: ({ period_levels }) => period_levels,
  numerator_en: ({ numerator }) => numerator.words.en,
  numerator_cy: ({ numerator }) => numerator.words.cy,
  numerator_question: ({ numerator }) => questionText(numerator),
  denominator_en: ({ denominator }) => denominator?.words.en ?? null,
  denominator_cy: ({ denominator }) => denominator?.words.cy ?? null,
  denominator_question: ({ denominator }) => (denominator === null ? null : questionText(denominator)),
  exclusions_en: ({ exclusions }) => exclusions.en,
  exclusions_cy: ({ exclusions }) => exclusions.cy,
  note_en: ({ note }) => note?.en ?? null,
  note_cy: ({ note }) => note?.cy ?? null,
  source: ({ source }) => source,
};

/** A part's question as an address, with the selectors that are left to choose empty. */
function questionText({ question }: IndicatorPart): string {
  const { table, selectors, choose, filters, by } = question;
  const parameters = new URLSearchParams({
    ...selectors,
    ...Object.fromEntries(choose.map((name) => [name, ''])),
    ...filters,
    ...(by.length > 0 ? { by: by.join(',') } : {}),
  });
  return [`/v1/data/${table}`, parameters.toString()].filter(Boolean).join('?');
}

/** What the published figures are read for. */
export const indicatorsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const [example] = ALL as readonly [Indicator, ...Indicator[]];
  app.get(
    '/v1/indicators',
    {
      schema: {
        ...operation({
          operationId: 'listIndicators',
          tag: 'standard',
          summary: { en: 'The indicators', cy: 'Y dangosyddion' },
          description: {
            en: 'Each with its numerator and denominator as questions of the public query. Values come from published cells only.',
            cy: "Pob un gyda'i rifiadur a'i enwadur yn gwestiynau i'r ymholiad cyhoeddus. Daw gwerthoedd o gelloedd cyhoeddedig yn unig.",
          },
        }),
        querystring: Type.Object({ format: Type.Optional(Type.Unsafe<'json' | 'csv'>(REGISTRY_FORMAT)) }),
        response: {
          200: registryAnswer(
            { en: 'The indicators.', cy: 'Y dangosyddion.' },
            Type.Object({ indicators: Type.Array(INDICATOR_SHAPE) }),
            { indicators: [example] },
            writeRowsCsv(COLUMNS, [example]),
          ),
        },
      },
    },
    async (request, reply) =>
      sendRegistry(request, reply, {
        name: 'indicators',
        json: { indicators: ALL },
        csv: () => writeRowsCsv(COLUMNS, ALL),
      }),
  );

  app.get(
    '/v1/indicators/:id',
    {
      schema: {
        ...operation({
          operationId: 'getIndicator',
          tag: 'standard',
          summary: { en: 'One indicator', cy: 'Un dangosydd' },
          description: {
            en: 'Its words, its two questions, and who is left out.',
            cy: 'Ei eiriau, ei ddau gwestiwn, a phwy a adewir allan.',
          },
        }),
        params: Type.Object({
          id: Type.String({
            examples: [example.id],
            ...described({ en: 'Id of the indicator.', cy: 'Id y dangosydd.' }),
          }),
        }),
        querystring: Type.Object({ format: Type.Optional(Type.Unsafe<'json' | 'csv'>(REGISTRY_FORMAT)) }),
        response: {
          200: registryAnswer(
            { en: 'The indicator.', cy: 'Y dangosydd.' },
            INDICATOR_SHAPE,
            example,
            writeRowsCsv(COLUMNS, [example]),
          ),
          ...problems('ENTRY_NOT_FOUND'),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const indicator = ALL.find((candidate) => candidate.id === id);
      if (indicator === undefined) throw unknownEntry(id, ALL);
      const csv = () => writeRowsCsv(COLUMNS, [indicator]);
      return sendRegistry(request, reply, { name: id, json: indicator, csv });
    },
  );
};
