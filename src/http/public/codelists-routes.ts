import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { skosOfCodeLists } from '../../formats/metadata/skos-of-code-lists.ts';
import { type Columns, writeRowsCsv } from '../../formats/write-rows-csv.ts';
import { type Code, type CodeList, listOn } from '../../standard/code-list.ts';
import { CODE_LISTS } from '../../standard/generated/code-lists.ts';
import { problems } from '../openapi/answers.ts';
import { described, operation } from '../openapi/words.ts';
import { CODE_LIST_SHAPE } from './codelist-shape.ts';
import {
  LINKED_REGISTRY_FORMAT,
  type RegistryFormat,
  registryAnswer,
  sendRegistry,
  unknownEntry,
} from './registry-form.ts';

const ALL: readonly CodeList[] = Object.values(CODE_LISTS);

const Question = Type.Object({
  on: Type.Optional(
    Type.String({
      format: 'date',
      examples: ['2026-01-01'],
      ...described({
        en: 'A day: only the codes that were valid on it. Without it, every code that ever was, with its dates.',
        cy: "Diwrnod: dim ond y codau a oedd yn ddilys arno. Hebddo, pob cod a fu erioed, gyda'i ddyddiadau.",
      }),
    }),
  ),
  format: Type.Optional(Type.Unsafe<RegistryFormat>(LINKED_REGISTRY_FORMAT)),
});

type Row = Code & { readonly list: string };

const COLUMNS: Columns<Row> = {
  list: ({ list }) => list,
  code: ({ code }) => code,
  title_en: ({ title }) => title.en,
  title_cy: ({ title }) => title.cy,
  description_en: ({ description }) => description.en,
  description_cy: ({ description }) => description.cy,
  level: ({ level }) => level,
  parent: ({ parent }) => parent,
  valid_from: ({ valid_from }) => valid_from,
  valid_to: ({ valid_to }) => valid_to,
  replaced_by: ({ replaced_by }) => replaced_by,
  source: ({ source }) => source,
  source_status: ({ source_status }) => source_status,
  welsh_status: ({ welsh_status }) => welsh_status,
};

const asCsv = (lists: readonly CodeList[]) =>
  writeRowsCsv(
    COLUMNS,
    lists.flatMap(({ id, codes }) => codes.map((code) => ({ ...code, list: id }))),
  );

const EXAMPLE: CodeList = { ...CODE_LISTS.sex, codes: CODE_LISTS.sex.codes.slice(0, 1) };

/** The codes that fields take, with what they mean and when they were in use. */
export const codelistsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/v1/codelists',
    {
      schema: {
        ...operation({
          operationId: 'listCodeLists',
          tag: 'standard',
          summary: { en: 'The code lists', cy: 'Y rhestri codau' },
          description: {
            en: 'Every list with its codes. A code that has ended stays, with the day and the codes that took over.',
            cy: "Pob rhestr gyda'i chodau. Mae cod sydd wedi dod i ben yn aros, gyda'r diwrnod a'r codau a gymerodd drosodd.",
          },
        }),
        querystring: Question,
        response: {
          200: registryAnswer(
            { en: 'The code lists.', cy: 'Y rhestri codau.' },
            Type.Object({ codelists: Type.Array(CODE_LIST_SHAPE) }),
            { codelists: [EXAMPLE] },
            asCsv([EXAMPLE]),
            skosOfCodeLists([EXAMPLE]),
          ),
          ...problems('REQUEST_MALFORMED'),
        },
      },
    },
    async (request, reply) => {
      const lists = ALL.map((list) => asOf(list, request.query.on));
      const csv = () => asCsv(lists);
      return sendRegistry(request, reply, {
        name: 'codelists',
        json: { codelists: lists },
        csv,
        linked: () => skosOfCodeLists(lists),
      });
    },
  );

  app.get(
    '/v1/codelists/:id',
    {
      schema: {
        ...operation({
          operationId: 'getCodeList',
          tag: 'standard',
          summary: { en: 'One code list', cy: 'Un rhestr godau' },
          description: {
            en: 'In the order of the list, broader codes before their parts where the list has levels.',
            cy: 'Yn nhrefn y rhestr, codau ehangach cyn eu rhannau lle mae gan y rhestr lefelau.',
          },
        }),
        params: Type.Object({
          id: Type.String({
            examples: [EXAMPLE.id],
            ...described({ en: 'Id of the code list.', cy: 'Id y rhestr godau.' }),
          }),
        }),
        querystring: Question,
        response: {
          200: registryAnswer(
            { en: 'The code list.', cy: 'Y rhestr godau.' },
            CODE_LIST_SHAPE,
            EXAMPLE,
            asCsv([EXAMPLE]),
            skosOfCodeLists([EXAMPLE]),
          ),
          ...problems('REQUEST_MALFORMED', 'ENTRY_NOT_FOUND'),
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const found = ALL.find((candidate) => candidate.id === id);
      if (found === undefined) throw unknownEntry(id, ALL);
      const list = asOf(found, request.query.on);
      return sendRegistry(request, reply, {
        name: id,
        json: list,
        csv: () => asCsv([list]),
        linked: () => skosOfCodeLists([list]),
      });
    },
  );
};

function asOf(list: CodeList, day: string | undefined): CodeList {
  return day === undefined ? list : listOn(list, day);
}
