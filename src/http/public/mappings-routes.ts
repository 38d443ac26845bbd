import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { type Columns, writeRowsCsv } from '../../formats/write-rows-csv.ts';
import { MAPPINGS } from '../../standard/generated/mappings.ts';
import type { Mapping, MappingEntry } from '../../standard/mapping.ts';
import { problems } from '../openapi/answers.ts';
import { TEXT_SHAPE } from '../openapi/text-shape.ts';
import { described, operation } from '../openapi/words.ts';
import { REGISTRY_FORMAT, registryAnswer, sendRegistry, unknownEntry } from './registry-form.ts';

const Target = Type.Union([
  Type.Object({ list: Type.String(), code: Type.String() }),
  Type.Object({ table: Type.String(), field: Type.Union([Type.String(), Type.Null()]) }),
  Type.Null(),
]);

const MAPPING_SHAPE = Type.Object({
  id: Type.String(),
  title: TEXT_SHAPE,
  from: Type.Object({
    id: Type.String(),
    title: TEXT_SHAPE,
    url: Type.Union([Type.String(), Type.Null()]),
    licence: Type.String(),
  }),
  entries: Type.Array(
    Type.Object({
      from_code: Type.String(),
      from_title: TEXT_SHAPE,
      relation: Type.Unsafe<MappingEntry['relation']>({
        type: 'string',
        enum: ['equal', 'wider', 'narrower', 'approximate', 'none'],
        ...described({
          en: 'How the outside code stands to ours: `wider` covers several of ours, `narrower` is a part of ours.',
          cy: "Sut mae'r cod allanol yn sefyll wrth ein hun ni: mae `wider` yn cwmpasu sawl un o'n rhai ni, mae `narrower` yn rhan o'n hun ni.",
        }),
      }),
      to: Target,
      note: Type.Union([TEXT_SHAPE, Type.Null()]),
      source: Type.String(),
      source_status: Type.String(),
    }),
  ),
});

type Row = MappingEntry & { readonly mapping: Mapping };

const COLUMNS: Columns<Row> = {
  mapping: ({ mapping }) => mapping.id,
  from_system: ({ mapping }) => mapping.from.id,
  from_code: ({ from_code }) => from_code,
  from_title_en: ({ from_title }) => from_title.en,
  from_title_cy: ({ from_title }) => from_title.cy,
  to_list: ({ to }) => (to !== null && 'list' in to ? to.list : null),
  to_code: ({ to }) => (to !== null && 'list' in to ? to.code : null),
  to_table: ({ to }) => (to !== null && 'table' in to ? to.table : null),
  to_field: ({ to }) => (to !== null && 'table' in to ? to.field : null),
  relation: ({ relation }) => relation,
  note_en: ({ note }) => note?.en ?? null,
  note_cy: ({ note }) => note?.cy ?? null,
  source: ({ source }) => source,
  source_status: ({ source_status }) => source_status,
};

const asCsv = (mappings: readonly Mapping[]) =>
  writeRowsCsv(
    COLUMNS,
    mappings.flatMap((mapping) => mapping.entries.map((entry) => ({ ...entry, mapping }))),
  );

const [FIRST] = MAPPINGS as readonly [Mapping, ...Mapping[]];
const EXAMPLE: Mapping = { ...FIRST, entries: FIRST.entries.slice(0, 1) };

/** How codes of other standards lead to ours. */
export const mappingsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/v1/mappings',
    {
      schema: {
        ...operation({
          operationId: 'listMappings',
          tag: 'standard',
          summary: { en: 'Crosswalks from other standards', cy: 'Mapiadau o safonau eraill' },
          description: {
            en: 'Each outside code with how it stands to ours, and where nothing of ours matches it, that.',
            cy: "Pob cod allanol gyda sut mae'n sefyll wrth ein hun ni, a lle nad oes dim gennym yn cyfateb iddo, hynny.",
          },
        }),
        querystring: Type.Object({ format: Type.Optional(Type.Unsafe<'json' | 'csv'>(REGISTRY_FORMAT)) }),
        response: {
          200: registryAnswer(
            { en: 'The crosswalks.', cy: 'Y mapiadau.' },
            Type.Object({ mappings: Type.Array(MAPPING_SHAPE) }),
            { mappings: [EXAMPLE] },
            asCsv([EXAMPLE]),
          ),
        },
      },
    },
    async (request, reply) =>
      sendRegistry(request, reply, {
        name: 'mappings',
        json: { mappings: MAPPINGS },
        csv: () => asCsv(MAPPINGS),
      }),
  );

  app.get(
    '/v1/mappings/:id',
    {
      schema: {
        ...operation({
          operationId: 'getMapping',
          tag: 'standard',
          summary: { en: 'One crosswalk', cy: 'Un mapiad' },
          description: { en: 'In the order of the outside codes.', cy: 'Yn nhrefn y codau allanol.' },
        }),
        params: Type.Object({
          id: Type.String({
            examples: [EXAMPLE.id],
            ...described({ en: 'Id of the crosswalk.', cy: 'Id y mapiad.' }),
          }),
        }),
        querystring: Type.Object({ format: Type.Optional(Type.Unsafe<'json' | 'csv'>(REGISTRY_FORMAT)) }),
        response: {
          200: registryAnswer(
            { en: 'The crosswalk.', cy: 'Y mapiad.' },
            MAPPING_SHAPE,
            EXAMPLE,
            asCsv([EXAMPLE]),
          ),
          ...problems('ENTRY_NOT_FOUND'),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const mapping = MAPPINGS.find((candidate) => candidate.id === id);
      if (mapping === undefined) throw unknownEntry(id, MAPPINGS);
      return sendRegistry(request, reply, { name: id, json: mapping, csv: () => asCsv([mapping]) });
    },
  );
};
