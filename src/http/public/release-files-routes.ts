import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Manifest, ReleaseFile } from '../../archive/manifest.ts';
import { ServiceError } from '../../errors.ts';
import { FORMATS } from '../../formats/formats.ts';
import { chooseRelease } from '../../query/choose-release.ts';
import { suggestName } from '../../standard/suggest.ts';
import type { Text } from '../../standard/text.ts';
import { answer, problems } from '../openapi/answers.ts';
import { described, operation } from '../openapi/words.ts';
import { type ByteRange, byteRangeOf } from './byte-range.ts';
import { exactStream } from './exact-stream.ts';
import type { FigureDependencies } from './figure-address.ts';
import { BINARY_EXAMPLES } from './form-examples.ts';
import { cachingOf } from './release-caching.ts';
import { releaseFileHeaders } from './release-file-headers.ts';
import { RELEASE_ID } from './release-shape.ts';

/** The files of the releases, as they were published: whole, or the part that is asked for. */
export const releaseFilesRoutes: FastifyPluginAsync<FigureDependencies> = async (
  app,
  { publicUrl, source },
) => {
  const send = async (request: FastifyRequest, reply: FastifyReply) => {
    const { id } = request.params as { id: string };
    const manifest = await chooseRelease(source.archive, id);
    const path = pathAsked(request);
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
  };
  const config = { hasOneForm: true } as const;
  app.get('/v1/releases/:id/files/tables/:file', { config, schema: tableSchema }, send);
  app.get('/v1/releases/:id/files/cells/:table/:period/:file', { config, schema: periodSchema }, send);
  app.get('/v1/releases/:id/files/*', { schema: { hide: true } }, send);
};

/** The path of the file below its release, as the manifest has it. */
function pathAsked({ params, routeOptions }: FastifyRequest): string {
  const named = params as Readonly<Record<string, string>>;
  const below = (routeOptions.url ?? '').split('/files/')[1] ?? '';
  return below
    .split('/')
    .map((part) => (part === '*' ? named['*'] : part.startsWith(':') ? named[part.slice(1)] : part))
    .join('/');
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

/** What a route gives, whole or in part. */
function fileAnswers(forms: Readonly<Record<string, { schema: unknown; example: unknown }>>) {
  const each = (words: Text, headers: object) => ({ ...answer(words, forms), headers });
  return {
    200: each({ en: 'The whole file.', cy: 'Y ffeil gyfan.' }, FILE_HEADERS),
    206: each(
      { en: 'The part that Range asks for.', cy: 'Y rhan y mae Range yn gofyn amdani.' },
      { ...FILE_HEADERS, 'Content-Range': CONTENT_RANGE },
    ),
    ...problems('ROUTE_NOT_FOUND', 'RELEASE_NOT_FOUND', 'RELEASE_WITHDRAWN', 'RANGE_NOT_SATISFIABLE'),
  };
}

const text = (words: Text) => ({ type: 'string', ...described(words) });

const CONTENT_RANGE = text({
  en: 'Which bytes of how many.',
  cy: 'Pa feitiau o faint.',
});

const FILE_HEADERS = {
  ETag: text({ en: 'SHA-256 of the whole file.', cy: "SHA-256 o'r ffeil gyfan." }),
  'Repr-Digest': text({
    en: 'The same in the form of RFC 9530.',
    cy: 'Yr un peth ar ffurf RFC 9530.',
  }),
  'Accept-Ranges': text({ en: 'bytes: parts can be asked for.', cy: 'bytes: gellir gofyn am rannau.' }),
};

const PARQUET = {
  [FORMATS.parquet.mediaType]: { schema: { type: 'string' }, example: BINARY_EXAMPLES.parquet },
};

const CSV_EXAMPLE =
  'figure,population,deprivation_index,period,area_code,age_band,sex,deprivation_quintile,value\r\npeople,referred,,2026-Q1,nation:W92000004,,female,,3805\r\n';

const RANGE = {
  type: 'object',
  properties: {
    range: {
      type: 'string',
      examples: ['bytes=0-65535'],
      ...described({ en: 'The part of the file that is wanted.', cy: "Y rhan o'r ffeil sydd ei hangen." }),
    },
  },
};

const named = (example: string, words: Text) => ({
  type: 'string',
  maxLength: 200,
  examples: [example],
  ...described(words),
});

const tableSchema = {
  ...operation({
    operationId: 'getReleaseTableFile',
    tag: 'figures',
    summary: { en: 'Download a whole table', cy: 'Lawrlwytho tabl cyfan' },
    description: {
      en: 'All published cells of one table in one file that is never rewritten, for DuckDB, R or pandas.',
      cy: 'Holl gelloedd cyhoeddedig un tabl mewn un ffeil na chaiff byth ei hailysgrifennu, ar gyfer DuckDB, R neu pandas.',
    },
  }),
  params: {
    type: 'object',
    required: ['id', 'file'],
    properties: {
      ...RELEASE_ID.properties,
      file: named('profiles.parquet', {
        en: 'The table, with .parquet or .csv.',
        cy: 'Y tabl, gyda .parquet neu .csv.',
      }),
    },
  },
  headers: RANGE,
  response: fileAnswers({
    ...PARQUET,
    [FORMATS.csv.mediaType]: { schema: { type: 'string' }, example: CSV_EXAMPLE },
  }),
};

const periodSchema = {
  ...operation({
    operationId: 'getReleasePeriodFile',
    tag: 'figures',
    summary: { en: 'Download one period of a table', cy: 'Lawrlwytho un cyfnod o dabl' },
    description: {
      en: 'The published cells of one table and period; the folders are named so that DuckDB and Arrow read both from them.',
      cy: 'Celloedd cyhoeddedig un tabl a chyfnod; enwir y ffolderi fel bod DuckDB ac Arrow yn darllen y ddau ohonynt.',
    },
  }),
  params: {
    type: 'object',
    required: ['id', 'table', 'period', 'file'],
    properties: {
      ...RELEASE_ID.properties,
      table: named('table=profiles', { en: 'table= and its name.', cy: "table= a'i enw." }),
      period: named('period=2026-Q1', { en: 'period= and its name.', cy: "period= a'i enw." }),
      file: named('cells.parquet', { en: 'The file of the cells.', cy: 'Ffeil y celloedd.' }),
    },
  },
  headers: RANGE,
  response: fileAnswers(PARQUET),
};
