import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { ServiceError } from '../../errors.ts';
import { SCHEMA_VERSION } from '../../standard/generated/tables.ts';
import { suggestName } from '../../standard/suggest.ts';
import { isKnownVersion } from '../../standard/versions/every-version.ts';
import { answer, emptyAnswer, jsonAnswer, problems } from '../openapi/answers.ts';
import { described, operation } from '../openapi/words.ts';
import { readSchemaFiles, VERSION_ALIASES } from './schema-files.ts';

const Index = Type.Object({
  version: Type.String(),
  status: Type.Literal('candidate'),
  files: Type.Array(Type.String()),
});

const VERSION_PARAMETER = Type.String({
  examples: [SCHEMA_VERSION],
  ...described({
    en: 'A version; its major number and `latest` redirect. `meta` for the schemas of the schemas.',
    cy: "Fersiwn; mae ei phrif rif a `latest` yn ailgyfeirio. `meta` ar gyfer sgemâu'r sgemâu.",
  }),
});
const FILE_PARAMETER = Type.String({
  examples: ['return.schema.json'],
  ...described({ en: 'Name of the file.', cy: "Enw'r ffeil." }),
});
const FOLDER_PARAMETER = Type.String({
  examples: ['tables'],
  ...described({ en: 'Folder of the file.', cy: 'Ffolder y ffeil.' }),
});

const FILE_ANSWERS = {
  200: answer(
    { en: 'The file.', cy: 'Y ffeil.' },
    {
      'application/schema+json': {
        schema: { type: 'object' },
        example: { $id: 'https://spcd.example/schema/1.0/return.schema.json' },
      },
      'application/json': { schema: { type: 'object' }, example: { id: 'ons4_happy' } },
      'text/csv': { schema: { type: 'string' }, example: 'code,title_en,title_cy\n' },
    },
  ),
  302: emptyAnswer({
    en: 'The same in the current version.',
    cy: 'Yr un peth yn y fersiwn gyfredol.',
  }),
  ...problems('ROUTE_NOT_FOUND'),
};

/** The standard as files, at the paths that the `$id`s of its schemas name. */
export const schemaRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const files = await readSchemaFiles();
  const paths = [...files.keys()];
  const indexOf = (version: string) => ({
    version,
    status: 'candidate' as const,
    files: paths
      .filter((path) => path.startsWith(`${version}/`) || path.startsWith('meta/'))
      .map((path) => `/schema/${path}`),
  });

  const send = (path: string, reply: FastifyReply): FastifyReply => {
    reply.header('cache-control', 'public, max-age=3600');
    const [version = '', ...rest] = path.split('/');
    if (VERSION_ALIASES.includes(version)) {
      return reply.redirect(['/schema', SCHEMA_VERSION, ...rest].join('/'), 302);
    }
    const file = files.get(path);
    if (file === undefined) throw unknownFile(path, paths);
    return reply.type(file.mediaType).send(file.content);
  };

  app.get(
    '/schema/:version',
    {
      schema: {
        ...operation({
          operationId: 'listSchemaFiles',
          tag: 'standard',
          summary: { en: 'The files of the standard', cy: "Ffeiliau'r safon" },
          description: { en: 'Their addresses.', cy: 'Eu cyfeiriadau.' },
        }),
        params: Type.Object({ version: VERSION_PARAMETER }),
        response: {
          200: jsonAnswer({ en: 'Their addresses.', cy: 'Eu cyfeiriadau.' }, Index, {
            ...indexOf(SCHEMA_VERSION),
            files: ['/schema/1.0/return.schema.json'],
          }),
          302: FILE_ANSWERS[302],
          ...problems('ROUTE_NOT_FOUND'),
        },
      },
    },
    async (request, reply) => {
      const { version } = request.params;
      if (!isKnownVersion(version)) return send(version, reply);
      reply.header('cache-control', 'public, max-age=3600');
      return indexOf(version);
    },
  );

  app.get(
    '/schema/:version/:file',
    {
      schema: {
        ...operation({
          operationId: 'getSchemaFile',
          tag: 'standard',
          summary: { en: 'A file of the standard', cy: "Ffeil o'r safon" },
          description: {
            en: 'The schema of a return or of a service, with the codes of its lists written in.',
            cy: "Sgema ffurflen neu wasanaeth, gyda chodau ei rhestri wedi'u hysgrifennu ynddi.",
          },
        }),
        params: Type.Object({ version: VERSION_PARAMETER, file: FILE_PARAMETER }),
        response: FILE_ANSWERS,
      },
    },
    async ({ params }, reply) => send(`${params.version}/${params.file}`, reply),
  );

  app.get(
    '/schema/:version/:folder/:file',
    {
      schema: {
        ...operation({
          operationId: 'getSchemaFolderFile',
          tag: 'standard',
          summary: { en: 'A file in a folder of the standard', cy: "Ffeil mewn ffolder o'r safon" },
          description: {
            en: 'The schema of a table, a code list as CSV, or a measure.',
            cy: 'Sgema tabl, rhestr godau ar ffurf CSV, neu fesur.',
          },
        }),
        params: Type.Object({ version: VERSION_PARAMETER, folder: FOLDER_PARAMETER, file: FILE_PARAMETER }),
        response: FILE_ANSWERS,
      },
    },
    async ({ params }, reply) => send(`${params.version}/${params.folder}/${params.file}`, reply),
  );
};

function unknownFile(path: string, paths: readonly string[]): ServiceError {
  const detail = {
    en: 'The standard has no such file; /schema/latest lists them.',
    cy: "Nid oes gan y safon ffeil o'r fath; mae /schema/latest yn eu rhestru.",
  };
  const nearest = suggestName(path, paths);
  const fault = { parameter: 'path', detail, ...(nearest === null ? {} : { nearest }) };
  return new ServiceError('ROUTE_NOT_FOUND', detail, {}, { errors: [fault] });
}
