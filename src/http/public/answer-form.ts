import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { countCells } from '../../formats/count-cells.ts';
import { FORMATS, type Format, mediaTypesOf } from '../../formats/formats.ts';
import { type FormWriter, formsOfAnswer } from '../../formats/forms-of-answer.ts';
import { CSVW_MEDIA_TYPE } from '../../formats/metadata/csvw.ts';
import type { FileWriter } from '../../formats/write-parquet.ts';
import type { Answer } from '../../query/answer.ts';
import { beginTurn, nextTurn } from '../../query/give-way.ts';
import { chooseMediaType } from '../media-type.ts';
import { csvwAddress, formAsked } from './csvw-form.ts';

/** What can be written in several forms, and what its headers say of it. */
export interface Sendable {
  /** Of a file that it would be kept in, without what comes after the dot. */
  readonly name: string;
  /** Addresses of its licence and of itself. */
  readonly licence: string;
  readonly permalink: string;
  /** Address of the CSVW metadata of its CSV, where there is some. */
  readonly metadata?: string;
  /** Whether its address names the release, so that the answer never changes. */
  readonly isPinned: boolean;
  /** How many rows it has; of figures also how many cells, and how many of them are shown. */
  readonly counts: { readonly rows: number; readonly cells?: number; readonly shown?: number };
  /** Its forms, our favourite first. */
  readonly write: Readonly<Partial<Record<Format, FormWriter>>>;
}

/**
 * Writes a table of figures as its asker wants it, and says how long it may be kept: the one door through which
 * every answer leaves.
 *
 * @param sent.source - Lets the engine write the files of formats that only it can write.
 */
export function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  sent: {
    readonly answer: Answer;
    readonly isPinned: boolean;
    readonly source: { readonly writeFile: FileWriter };
  },
): Promise<FastifyReply> {
  const { answer, isPinned, source } = sent;
  return sendInForm(request, reply, {
    name: fileName(answer),
    licence: answer.meta.licence.url,
    permalink: answer.meta.permalink,
    metadata: csvwAddress(answer.meta.permalink, formAsked(request)),
    isPinned,
    counts: countCells(answer),
    write: formsOfAnswer(answer, source.writeFile),
  });
}

/** Sends something in the form, the language and with the labels that were asked for. */
export async function sendInForm(
  request: FastifyRequest,
  reply: FastifyReply,
  sent: Sendable,
): Promise<FastifyReply> {
  const query = request.query as { format?: Format };
  const form = formAsked(request);
  const format = query.format ?? formatAccepted(request, Object.keys(sent.write) as Format[]);
  const write = sent.write[format];
  if (write === undefined)
    throw new Error(`${request.routeOptions.url} documents ${format}, but cannot write it`);
  const written = await write(form, await beginTurn());
  // What was written is digested and sent in one piece, which has a turn of its own.
  await nextTurn();
  const body = typeof written === 'string' ? Buffer.from(written) : bufferOf(written);
  const { contentType, extension } = FORMATS[format];
  return (
    reply
      .header('content-type', contentType)
      .header('content-language', form.language)
      // A pinned answer never changes, but a disclosive release must be withdrawable within a day.
      .header('cache-control', sent.isPinned ? 'public, max-age=86400' : 'public, max-age=60')
      .header('vary', 'Accept, Accept-Language')
      .header('content-disposition', `inline; filename="${sent.name}.${extension}"`)
      .header('link', linksOf(sent, format))
      .header('repr-digest', `sha-256=:${createHash('sha256').update(body).digest('base64')}:`)
      .headers(countHeaders(sent.counts))
      .send(body)
  );
}

/** How many rows and cells there are: nothing is ever cut short, and so that anyone can see that nothing was. */
function countHeaders({ rows, cells, shown }: Sendable['counts']): Record<string, number> {
  return {
    'spcd-rows': rows,
    ...(cells === undefined ? {} : { 'spcd-cells': cells }),
    ...(shown === undefined ? {} : { 'spcd-cells-shown': shown }),
  };
}

function linksOf({ licence, permalink, metadata, write }: Sendable, format: Format): string {
  const others = (Object.keys(write) as Format[]).filter((name) => name !== format);
  const links = [
    `<${licence}>; rel="license"`,
    `<${permalink}>; rel="canonical"`,
    ...others.map(
      (name) => `<${permalink}&format=${name}>; rel="alternate"; type="${FORMATS[name].mediaType}"`,
    ),
  ];
  if (format === 'csv' && metadata !== undefined) {
    links.push(`<${metadata}>; rel="describedby"; type="${CSVW_MEDIA_TYPE}"`);
  }
  return links.join(', ');
}

function formatAccepted(request: FastifyRequest, formats: readonly Format[]): Format {
  const chosen = chooseMediaType(request.headers.accept, mediaTypesOf(formats));
  return formats.find((name) => FORMATS[name].mediaType === chosen) ?? 'json';
}

/** The same bytes, not copied. */
function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function fileName({ meta }: Answer): string {
  const period = (meta.question.period ?? '').replaceAll(',', '_');
  return [meta.release, meta.table, period]
    .join('-')
    .replace(/[^a-zA-Z0-9_-]/g, '')
    .slice(0, 120);
}
