import type { FastifyPluginAsync } from 'fastify';
import { bulkPath } from '../../archive/bulk-path.ts';
import type { Manifest } from '../../archive/manifest.ts';
import { ServiceError } from '../../errors.ts';
import { csvwOfTable } from '../../formats/metadata/csvw.ts';
import { dataPackageOf } from '../../formats/metadata/data-package.ts';
import { type PublishedRelease, publisherOr } from '../../formats/metadata/published-release.ts';
import { schemaOrgOf } from '../../formats/metadata/schema-org.ts';
import { citationOf, collectionTitle } from '../../query/answer-meta.ts';
import { chooseRelease } from '../../query/choose-release.ts';
import { TABLE_NAMES, type TableName } from '../../standard/generated/tables.ts';
import { languageOf } from '../language.ts';
import { answer, jsonAnswer, problems } from '../openapi/answers.ts';
import { described, operation } from '../openapi/words.ts';
import { csvwAnswer, sendCsvw } from './csvw-form.ts';
import type { FigureDependencies } from './figure-address.ts';
import { RELEASE_EXAMPLE } from './figure-examples.ts';

/** What is said of a release and its files in the forms that readers of data know. */
export const releaseMetadataRoutes: FastifyPluginAsync<FigureDependencies> = async (app, dependencies) => {
  const { source } = dependencies;
  app.get('/v1/releases/:id/csvw/:table', { schema: csvwSchema }, async (request, reply) => {
    const { id, table } = request.params as { id: string; table: string };
    const manifest = await chooseRelease(source.archive, id);
    const held = heldTables(manifest);
    const found = held.find((name) => name === table);
    if (found === undefined) throw notHeld(held);
    const body = csvwOfTable(publishedRelease(manifest, dependencies), found);
    return sendCsvw(reply, body, id === manifest.release);
  });
  app.get('/v1/releases/:id/datapackage.json', { schema: packageSchema }, async (request, reply) => {
    const { id } = request.params as { id: string };
    const manifest = await chooseRelease(source.archive, id);
    const language = languageOf(request);
    reply
      .header('content-language', language)
      .header('vary', 'Accept-Language')
      .header('cache-control', id === manifest.release ? 'public, max-age=86400' : 'public, max-age=60');
    return dataPackageOf(publishedRelease(manifest, dependencies), language);
  });
  app.get('/v1/releases/:id/dataset.jsonld', { schema: schemaOrgSchema }, async (request, reply) => {
    const { id } = request.params as { id: string };
    const manifest = await chooseRelease(source.archive, id);
    const language = languageOf(request);
    return reply
      .header('content-type', 'application/ld+json; charset=utf-8')
      .header('content-language', language)
      .header('vary', 'Accept-Language')
      .header('cache-control', id === manifest.release ? 'public, max-age=86400' : 'public, max-age=60')
      .send(JSON.stringify(schemaOrgOf(publishedRelease(manifest, dependencies), language)));
  });
};

/** A manifest with what its metadata says beside it. */
export function publishedRelease(
  manifest: Manifest,
  { publicUrl, publisher }: Pick<FigureDependencies, 'publicUrl' | 'publisher'>,
): PublishedRelease {
  return {
    manifest,
    publicUrl,
    publisher: publisherOr(publisher, publicUrl),
    collection: collectionTitle(manifest),
    citation: citationOf(manifest, publisher),
  };
}

function heldTables({ tables }: Manifest): TableName[] {
  return TABLE_NAMES.filter((table) => Object.hasOwn(tables, table));
}

function notHeld(choices: readonly TableName[]): ServiceError {
  const detail = { en: 'This release has no such table.', cy: "Nid oes gan y datganiad hwn dabl o'r fath." };
  return new ServiceError(
    'TABLE_NOT_FOUND',
    detail,
    {},
    { errors: [{ parameter: 'table', detail, choices }] },
  );
}

/** The path parameter that names a release. */
export const RELEASE_ID = {
  type: 'string',
  ...described({ en: 'Id of a release, or latest.', cy: 'Rhif datganiad, neu latest.' }),
} as const;

const [FILE_EXAMPLE] = RELEASE_EXAMPLE.files;

/** A release for the documentation. */
export const EXAMPLE_RELEASE: PublishedRelease = {
  manifest: {
    ...(RELEASE_EXAMPLE as unknown as Manifest),
    files: FILE_EXAMPLE === undefined ? [] : [{ ...FILE_EXAMPLE, path: bulkPath('profiles', 'csv') }],
  },
  publicUrl: 'https://spcd.example',
  collection: { en: 'Synthetic data', cy: 'Data synthetig' },
  citation: RELEASE_EXAMPLE.citation,
  publisher: publisherOr(null, 'https://spcd.example'),
};

const csvwSchema = {
  ...operation({
    operationId: 'getTableMetadata',
    tag: 'figures',
    summary: { en: 'The columns of a table as CSV', cy: 'Colofnau tabl fel CSV' },
    description: {
      en: "CSVW metadata of the file with all published cells of one table: what each column holds, in both languages, where its codes are listed, and what empty means. The file's headers link here by `describedby`.",
      cy: "Metadata CSVW y ffeil sydd â holl gelloedd cyhoeddedig un tabl: yr hyn y mae pob colofn yn ei ddal, yn y ddwy iaith, lle y rhestrir ei chodau, ac ystyr gwag. Mae penynnau'r ffeil yn cysylltu yma drwy `describedby`.",
    },
  }),
  params: {
    type: 'object',
    required: ['id', 'table'],
    properties: {
      id: RELEASE_ID,
      table: { type: 'string', ...described({ en: 'Name of a table.', cy: 'Enw tabl.' }) },
    },
  },
  response: {
    200: csvwAnswer(csvwOfTable(EXAMPLE_RELEASE, 'profiles')),
    ...problems('RELEASE_NOT_FOUND', 'RELEASE_WITHDRAWN', 'TABLE_NOT_FOUND'),
  },
};

const text = { type: 'string' };
const list = { type: 'array', items: { type: 'object' } };

const packageSchema = {
  ...operation({
    operationId: 'getDataPackage',
    tag: 'figures',
    summary: { en: 'A release as a Data Package', cy: 'Datganiad fel Pecyn Data' },
    description: {
      en: 'The Data Package descriptor (version 2) of the files with all published cells, as CSV and as Parquet: their columns, bytes, digests, licence and source. Paths are relative to its own address.',
      cy: "Disgrifydd Pecyn Data (fersiwn 2) y ffeiliau sydd â phob cell gyhoeddedig, fel CSV ac fel Parquet: eu colofnau, beitiau, crynodebau, trwydded a ffynhonnell. Mae llwybrau'n gymharol â'i gyfeiriad ei hun.",
    },
  }),
  params: { type: 'object', required: ['id'], properties: { id: RELEASE_ID } },
  response: {
    200: jsonAnswer(
      { en: 'The descriptor.', cy: 'Y disgrifydd.' },
      {
        type: 'object',
        required: ['name', 'licenses', 'resources'],
        properties: {
          name: text,
          id: text,
          title: text,
          description: text,
          homepage: text,
          created: text,
          licenses: list,
          sources: list,
          resources: list,
          contributors: list,
        },
        // `$schema`, which a document of OpenAPI cannot show in an example.
        additionalProperties: text,
      },
      dataPackageOf(EXAMPLE_RELEASE, 'en'),
    ),
    ...problems('RELEASE_NOT_FOUND', 'RELEASE_WITHDRAWN'),
  },
};

const SCHEMA_ORG_TEXTS =
  '@context,@type,@id,url,identifier,name,description,license,creditText,version,datePublished,temporalCoverage'.split(
    ',',
  );

const schemaOrgSchema = {
  ...operation({
    operationId: 'getSchemaOrgDataset',
    tag: 'figures',
    summary: { en: 'A release as a Dataset of schema.org', cy: 'Datganiad fel Dataset schema.org' },
    description: {
      en: 'JSON-LD that search engines of data read: name, publisher, licence, areas, days, tables and files.',
      cy: 'JSON-LD y mae peiriannau chwilio data yn ei ddarllen: enw, cyhoeddwr, trwydded, ardaloedd, dyddiau, tablau a ffeiliau.',
    },
  }),
  params: { type: 'object', required: ['id'], properties: { id: RELEASE_ID } },
  response: {
    200: answer(
      { en: 'The dataset.', cy: 'Y set ddata.' },
      {
        'application/ld+json': {
          schema: {
            type: 'object',
            required: [
              '@context',
              '@type',
              '@id',
              'name',
              'description',
              'license',
              'publisher',
              'distribution',
            ],
            properties: {
              ...Object.fromEntries(SCHEMA_ORG_TEXTS.map((name) => [name, text])),
              inLanguage: { type: 'array', items: text },
              keywords: { type: 'array', items: text },
              isAccessibleForFree: { type: 'boolean' },
              publisher: { type: 'object' },
              includedInDataCatalog: { type: 'object' },
              spatialCoverage: list,
              variableMeasured: list,
              distribution: list,
            },
          },
          example: schemaOrgOf(EXAMPLE_RELEASE, 'en'),
        },
      },
    ),
    ...problems('RELEASE_NOT_FOUND', 'RELEASE_WITHDRAWN'),
  },
};
