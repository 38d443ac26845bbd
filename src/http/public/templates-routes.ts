import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ServiceError } from '../../errors.ts';
import { TABLE_NAMES, type TableName } from '../../standard/generated/tables.ts';
import { suggestName } from '../../standard/suggest.ts';
import { templateHeader } from '../../standard/template/template-header.ts';
import { writeCsvTable } from '../../standard/write/write-csv-archive.ts';
import type { WrittenReturn } from '../../standard/write/written-return.ts';
import { problems } from '../openapi/answers.ts';
import { described, operation } from '../openapi/words.ts';
import { REGISTRY_FORMAT, registryAnswer, sendRegistry } from './registry-form.ts';
import { syntheticTemplate } from './synthetic-template.ts';

const Question = Type.Object({
  synthetic: Type.Optional(
    Type.Unsafe<'true' | 'false'>({
      type: 'string',
      enum: ['true', 'false'],
      ...described({
        en: 'true gives a valid table of invented figures; it needs submitter and period.',
        cy: 'mae true yn rhoi tabl dilys o ffigurau dychmygol; mae angen submitter a period arno.',
      }),
    }),
  ),
  submitter: Type.Optional(
    Type.String({
      maxLength: 20,
      pattern: '^[A-Za-z0-9]+$',
      examples: ['7A7'],
      ...described({
        en: 'Code of the organisation; in an empty template it is filled in.',
        cy: 'Cod y sefydliad; mewn templed gwag caiff ei lenwi.',
      }),
    }),
  ),
  period: Type.Optional(
    Type.String({
      pattern: '^20[12][0-9]-Q[1-4]$',
      examples: ['2026-Q1'],
      ...described({
        en: 'A quarter; in an empty template it is filled in, with its first and last day.',
        cy: "Chwarter; mewn templed gwag caiff ei lenwi, gyda'i ddiwrnod cyntaf a'i ddiwrnod olaf.",
      }),
    }),
  ),
  format: Type.Optional(Type.Unsafe<'json' | 'csv'>(REGISTRY_FORMAT)),
});

const EXAMPLE = { ...templateHeader({}), tables: { profiles: [] } };

/** Returns to fill in, or filled with invented figures. */
export const templatesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/v1/templates/:table',
    {
      schema: {
        ...operation({
          operationId: 'getTemplate',
          tag: 'standard',
          summary: { en: 'A return to fill in', cy: "Ffurflen i'w llenwi" },
          description: {
            en: 'As JSON a header, null where it must be filled in, and the table; as CSV the headings of the table. With synthetic=true a valid one of invented figures: its header is in the JSON.',
            cy: "Fel JSON pennyn, null lle mae'n rhaid ei lenwi, a'r tabl; fel CSV benawdau'r tabl. Gyda synthetic=true un dilys o ffigurau dychmygol: yn y JSON y mae ei bennyn.",
          },
        }),
        params: Type.Object({
          table: Type.String({
            examples: ['profiles'],
            ...described({ en: 'Name of the table.', cy: "Enw'r tabl." }),
          }),
        }),
        querystring: Question,
        response: {
          200: registryAnswer(
            { en: 'The template.', cy: 'Y templed.' },
            { type: 'object', ...described({ en: 'A return.', cy: 'Ffurflen.' }) },
            EXAMPLE,
            writeCsvTable('profiles', []),
          ),
          ...problems('REQUEST_MALFORMED', 'PARAMETER_MISSING', 'TABLE_NOT_FOUND'),
        },
      },
    },
    async (request, reply) => {
      const table = TABLE_NAMES.find((name) => name === request.params.table);
      if (table === undefined) throw unknownTable(request.params.table);
      const { synthetic, submitter, period } = request.query;
      const json = synthetic === 'true' ? filled(table, submitter, period) : empty(table, submitter, period);
      const csv = () => writeCsvTable(table, json.tables[table] ?? []);
      return sendRegistry(request, reply, { name: table, json, csv });
    },
  );
};

function empty(table: TableName, submitter?: string, period?: string): WrittenReturn {
  const known = Object.entries({ submitter, period }).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  return { ...templateHeader(Object.fromEntries(known)), tables: { [table]: [] } };
}

function filled(table: TableName, submitter?: string, period?: string): WrittenReturn {
  if (submitter === undefined) throw missing('submitter');
  if (period === undefined) throw missing('period');
  return syntheticTemplate(table, submitter, period);
}

function missing(parameter: string): ServiceError {
  const detail = {
    en: `synthetic=true needs ${parameter}.`,
    cy: `Mae angen ${parameter} ar synthetic=true.`,
  };
  return new ServiceError('PARAMETER_MISSING', detail, {}, { errors: [{ parameter, detail }] });
}

function unknownTable(given: string): ServiceError {
  const detail = { en: 'The standard has no such table.', cy: "Nid oes gan y safon dabl o'r fath." };
  const nearest = suggestName(given, TABLE_NAMES);
  const fault = {
    parameter: 'table',
    detail,
    choices: TABLE_NAMES,
    ...(nearest === null ? {} : { nearest }),
  };
  return new ServiceError('TABLE_NOT_FOUND', detail, {}, { errors: [fault] });
}
