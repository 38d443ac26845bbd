import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Manifest, ReleaseFile } from '../../archive/manifest.ts';
import { ServiceError } from '../../errors.ts';
import { citationOf, doiSuffixOf } from '../../query/answer-meta.ts';
import { breaksOfRelease } from '../../query/breaks.ts';
import { chooseRelease } from '../../query/choose-release.ts';
import { releaseStatus, statusesOf } from '../../query/figures-status.ts';
import { CODE_LISTS } from '../../standard/generated/code-lists.ts';
import { suggestName } from '../../standard/suggest.ts';
import { answer, problems } from '../openapi/answers.ts';
import { described, operation } from '../openapi/words.ts';
import { type ByteRange, byteRangeOf } from './byte-range.ts';
import { exactStream } from './exact-stream.ts';
import type { FigureDependencies } from './figure-address.ts';
import { RELEASE_EXAMPLE, RELEASE_SUMMARY_EXAMPLE } from './figure-examples.ts';
import { listReleases, type ReleaseFilter } from './list-releases.ts';
import { releaseFileHeaders } from './release-file-headers.ts';
import { RELEASE, RELEASE_ID, RELEASE_SUMMARY } from './release-shape.ts';

/** The published releases: which there are, what each holds, and its files. */
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
  app.get('/v1/releases/:id/files/*', { schema: { hide: true } }, async (request, reply) => {
    const { id, '*': path } = request.params as { id: string; '*': string };
    const manifest = await chooseRelease(source.archive, id);
    const file = manifest.files.find((candidate) => candidate.path === path);
    if (!file) throw noSuchFile(manifest, path);
    const range = rangeAsked(request, file);
    await source.archive.checkFile(manifest.release, file.path);
    const { start, end } = range ?? { start: 0, end: file.bytes - 1 };
    reply
      .headers(releaseFileHeaders(manifest, file, publicUrl))
      .header('cache-control', cachingOf(id, manifest))
      .header('content-length', end - start + 1);
    if (range) reply.code(206).header('content-range', `bytes ${start}-${end}/${file.bytes}`);
    // Fastify would read the whole of a stream to answer HEAD.
    if (request.method === 'HEAD') return reply.send(Readable.from([]));
    return reply.send(exactStream(join(source.archive.folder, manifest.release, file.path), { start, end }));
  });
};

/** A release that is named never changes; which one is the latest does. */
function cachingOf(asked: string, { release }: Manifest): string {
  return asked === release ? 'public, max-age=86400' : 'public, max-age=60';
}

/**
 * The part of a file that is asked for; a caller that may have the whole file is not sent a part of it.
 *
 * @throws {ServiceError} RANGE_NOT_SATISFIABLE
 */
function rangeAsked({ headers }: FastifyRequest, file: ReleaseFile): ByteRange | undefined {
  const isStale = headers['if-range'] !== undefined && headers['if-range'] !== `"${file.sha256}"`;
  if (isStale || headers['if-none-match'] !== undefined) return undefined;
  const range = byteRangeOf(headers.range, file.bytes);
  if (range === 'outside') throw outsideOf(file);
  return range;
}

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

function outsideOf({ bytes }: ReleaseFile): ServiceError {
  const detail = {
    en: `This file has ${bytes} bytes, and the range asked for lies beyond them.`,
    cy: `Mae gan y ffeil hon ${bytes} beit, ac mae'r ystod y gofynnwyd amdani y tu hwnt iddynt.`,
  };
  const headers = { 'content-range': `bytes */${bytes}`, 'accept-ranges': 'bytes' };
  const errors = [{ header: 'Range', detail }];
  return new ServiceError('RANGE_NOT_SATISFIABLE', detail, { bytes }, { headers, errors });
}

/** A release may have hundreds of files: its own address lists them all. */
const FILES_NAMED = 20;

function noSuchFile(manifest: Manifest, asked: string): ServiceError {
  const detail = { en: 'This release has no such file.', cy: "Nid oes gan y datganiad hwn ffeil o'r fath." };
  const paths = manifest.files.map((file) => file.path);
  const nearest = suggestName(asked.slice(0, 200), paths) ?? undefined;
  const choices = [...paths.filter((path) => path.startsWith('tables/')), ...paths].slice(0, FILES_NAMED);
  const fault = { parameter: 'name', detail, choices: [...new Set(choices)] };
  return new ServiceError(
    'ROUTE_NOT_FOUND',
    detail,
    { files: paths.length },
    { errors: [nearest === undefined ? fault : { ...fault, nearest }] },
  );
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
