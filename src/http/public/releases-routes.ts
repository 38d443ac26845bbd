import type { FastifyPluginAsync } from 'fastify';
import type { Manifest } from '../../archive/manifest.ts';
import { citationOf, doiSuffixOf } from '../../query/answer-meta.ts';
import { breaksOfRelease } from '../../query/breaks.ts';
import { chooseRelease } from '../../query/choose-release.ts';
import { releaseStatus, statusesOf } from '../../query/figures-status.ts';
import { CODE_LISTS } from '../../standard/generated/code-lists.ts';
import { answer, problems } from '../openapi/answers.ts';
import { described, operation } from '../openapi/words.ts';
import type { FigureDependencies } from './figure-address.ts';
import { RELEASE_EXAMPLE, RELEASE_SUMMARY_EXAMPLE } from './figure-examples.ts';
import { listReleases, type ReleaseFilter } from './list-releases.ts';
import { cachingOf } from './release-caching.ts';
import { RELEASE, RELEASE_ID, RELEASE_SUMMARY } from './release-shape.ts';

/** The published releases: which there are, and what each holds. */
export const releasesRoutes: FastifyPluginAsync<FigureDependencies> = async (
  app,
  { publicUrl, publisher, source },
) => {
  app.get('/v1/releases', { schema: listSchema }, async (request, reply) => {
    reply.header('cache-control', 'public, max-age=60').header('content-language', 'en, cy');
    return {
      releases: await listReleases(source.archive, request.query as ReleaseFilter, { publicUrl, publisher }),
    };
  });
  app.get('/v1/releases/:id', { schema: releaseSchema }, async (request, reply) => {
    const { id } = request.params as { id: string };
    const manifest = await chooseRelease(source.archive, id);
    reply.header('cache-control', cachingOf(id, manifest)).header('content-language', 'en, cy');
    const { changes: _, ...told } = manifest;
    return {
      ...told,
      figures_status: releaseStatus(manifest),
      statuses: statusesOf(manifest),
      breaks: breaksOfRelease(manifest),
      doi_suffix: doiSuffixOf(manifest),
      citation: citationOf(manifest, publisher),
      links: linksOf(manifest, publicUrl),
    };
  });
};

function linksOf(manifest: Manifest, publicUrl: string) {
  const base = `${publicUrl}/v1/releases/${manifest.release}`;
  return {
    self: base,
    changes: `${base}/changes`,
    data_package: `${base}/datapackage.json`,
    schema_org: `${base}/dataset.jsonld`,
    catalog: `${publicUrl}/catalog`,
    files: manifest.files.map((file) => `${base}/files/${file.path}`),
  };
}

const listSchema = {
  ...operation({
    operationId: 'listReleases',
    tag: 'figures',
    summary: { en: 'List the releases', cy: "Rhestru'r datganiadau" },
    description: {
      en: 'Every release that was published, newest first; those that were withdrawn with the notice that says why.',
      cy: "Pob datganiad a gyhoeddwyd, y diweddaraf yn gyntaf; y rhai a dynnwyd yn ôl gyda'r hysbysiad sy'n dweud pam.",
    },
  }),
  querystring: {
    type: 'object',
    additionalProperties: false,
    properties: {
      collection: {
        type: 'string',
        enum: CODE_LISTS.collection.codes.map(({ code }) => code),
        ...described({ en: 'Of one collection.', cy: 'O un casgliad.' }),
      },
      state: {
        type: 'string',
        enum: ['published', 'withdrawn'],
        ...described({
          en: 'Those that stand, or those that were withdrawn.',
          cy: 'Y rhai sydd mewn grym, neu y rhai a dynnwyd yn ôl.',
        }),
      },
      figures_status: {
        type: 'string',
        enum: CODE_LISTS.figures_status.codes.map(({ code }) => code),
        ...described({
          en: 'Those whose least settled figures are so settled.',
          cy: 'Y rhai y mae eu ffigurau lleiaf sefydlog mor sefydlog â hynny.',
        }),
      },
    },
  },
  response: {
    200: answer(
      { en: 'The releases.', cy: 'Y datganiadau.' },
      {
        'application/json': {
          schema: {
            type: 'object',
            required: ['releases'],
            properties: { releases: { type: 'array', items: RELEASE_SUMMARY } },
          },
          example: { releases: [RELEASE_SUMMARY_EXAMPLE] },
        },
      },
    ),
  },
};

const releaseSchema = {
  ...operation({
    operationId: 'getRelease',
    tag: 'figures',
    summary: { en: 'Read one release', cy: 'Darllen un datganiad' },
    description: {
      en: 'What it holds, which returns it covers, and its files with their digests.',
      cy: "Yr hyn y mae'n ei ddal, pa ffurflenni y mae'n eu cwmpasu, a'i ffeiliau gyda'u crynodebau.",
    },
  }),
  params: RELEASE_ID,
  response: {
    200: answer(
      { en: 'The release.', cy: 'Y datganiad.' },
      { 'application/json': { schema: RELEASE, example: RELEASE_EXAMPLE } },
    ),
    ...problems('RELEASE_NOT_FOUND', 'RELEASE_WITHDRAWN'),
  },
};
