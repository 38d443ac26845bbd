import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { type Columns, writeRowsCsv } from '../../formats/write-rows-csv.ts';
import { MEASURES } from '../../standard/generated/measures.ts';
import type { Measure } from '../../standard/measure.ts';
import { problems } from '../openapi/answers.ts';
import { described, operation } from '../openapi/words.ts';
import { MEASURE_SHAPE } from './measure-shape.ts';
import { REGISTRY_FORMAT, registryAnswer, sendRegistry, unknownEntry } from './registry-form.ts';

const ALL: readonly Measure[] = Object.values(MEASURES);
const EXAMPLE = MEASURES.ons4_happy;

const Form = Type.Object({ format: Type.Optional(Type.Unsafe<'json' | 'csv'>(REGISTRY_FORMAT)) });

const COLUMNS: Columns<Measure> = {
  id: ({ id }) => id,
  instrument: ({ instrument }) => instrument,
  title_en: ({ title }) => title.en,
  title_cy: ({ title }) => title.cy,
  abbreviation: ({ abbreviation }) => abbreviation,
  construct: ({ construct }) => construct,
  item_count: ({ item_count }) => item_count,
  item_minimum: ({ item_minimum }) => item_minimum,
  item_maximum: ({ item_maximum }) => item_maximum,
  item_coding_en: ({ item_coding }) => item_coding.en,
  item_coding_cy: ({ item_coding }) => item_coding.cy,
  reverse_items: ({ reverse_items }) => reverse_items.map(String),
  score_minimum: ({ score_minimum }) => score_minimum,
  score_maximum: ({ score_maximum }) => score_maximum,
  score_step: ({ score_step }) => score_step,
  mean_decimals: ({ mean_decimals }) => mean_decimals,
  direction: ({ direction }) => direction,
  algorithm: ({ algorithm }) => algorithm.kind,
  missing_rule: ({ missing_rule }) => missing_rule.kind,
  value_sets: ({ value_sets }) => value_sets,
  bands: ({ bands }) => bands.map(({ id, minimum, maximum }) => `${id}: ${minimum} to ${maximum}`),
  cut_offs: ({ cut_offs }) => cut_offs.map(({ id, at_least }) => `${id}: from ${at_least}`),
  minimal_important_difference: (measure) => measure.minimal_important_difference?.value ?? null,
  reliable_change: ({ reliable_change }) => reliable_change?.value ?? null,
  reporting_threshold: ({ reporting_threshold }) => reporting_threshold?.value ?? null,
  age_minimum: ({ ages }) => ages.minimum,
  age_maximum: ({ ages }) => ages.maximum,
  aggregate: ({ aggregate }) => aggregate,
  licence_holder: ({ licence }) => licence.holder,
  licence_url: ({ licence }) => licence.url,
  note_en: ({ note }) => note?.en ?? null,
  note_cy: ({ note }) => note?.cy ?? null,
  source: ({ source }) => source,
  source_status: ({ source_status }) => source_status,
};

/** The questionnaires whose scores can be sent, and how they are scored. */
export const measuresRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/v1/measures',
    {
      schema: {
        ...operation({
          operationId: 'listMeasures',
          tag: 'standard',
          summary: { en: 'The outcome measures', cy: 'Y mesurau canlyniadau' },
          description: {
            en: 'Ranges, algorithm, bands, thresholds and licence of each. The CSV has one line a measure; scoring tables are in the JSON only.',
            cy: "Ystodau, algorithm, bandiau, trothwyon a thrwydded pob un. Mae gan y CSV un llinell i bob mesur; yn y JSON yn unig y mae'r tablau sgorio.",
          },
        }),
        querystring: Form,
        response: {
          200: registryAnswer(
            { en: 'The measures.', cy: 'Y mesurau.' },
            Type.Object({ measures: Type.Array(MEASURE_SHAPE) }),
            { measures: [EXAMPLE] },
            writeRowsCsv(COLUMNS, [EXAMPLE]),
          ),
        },
      },
    },
    async (request, reply) =>
      sendRegistry(request, reply, {
        name: 'measures',
        json: { measures: ALL },
        csv: () => writeRowsCsv(COLUMNS, ALL),
      }),
  );

  app.get(
    '/v1/measures/:id',
    {
      schema: {
        ...operation({
          operationId: 'getMeasure',
          tag: 'standard',
          summary: { en: 'One outcome measure', cy: 'Un mesur canlyniadau' },
          description: {
            en: 'Everything the scorer reads, each figure with its source and whether that was read.',
            cy: "Popeth y mae'r sgoriwr yn ei ddarllen, pob ffigur gyda'i ffynhonnell ac a ddarllenwyd honno.",
          },
        }),
        params: Type.Object({
          id: Type.String({
            examples: [EXAMPLE.id],
            ...described({ en: 'Id of the measure.', cy: 'Id y mesur.' }),
          }),
        }),
        querystring: Form,
        response: {
          200: registryAnswer(
            { en: 'The measure.', cy: 'Y mesur.' },
            MEASURE_SHAPE,
            EXAMPLE,
            writeRowsCsv(COLUMNS, [EXAMPLE]),
          ),
          ...problems('ENTRY_NOT_FOUND'),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const measure = ALL.find((candidate) => candidate.id === id);
      if (measure === undefined) throw unknownEntry(id, ALL);
      const csv = () => writeRowsCsv(COLUMNS, [measure]);
      return sendRegistry(request, reply, { name: id, json: measure, csv });
    },
  );
};
