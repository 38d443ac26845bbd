import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Manifest } from '../../archive/manifest.ts';
import { ServiceError } from '../../errors.ts';
import { nearestAskable } from '../../query/askable-nearest.ts';
import type { CellSource } from '../../query/cell-source.ts';
import { chooseRelease } from '../../query/choose-release.ts';
import { exampleQuestion } from '../../query/example-question.ts';
import { heldInstead, underSelectors } from '../../query/held-selectors.ts';
import type { Parameters, Question } from '../../query/question.ts';
import { withChanged } from '../../query/question-text.ts';
import { TABLE_NAMES, type TableName } from '../../standard/generated/tables.ts';
import { suggestName } from '../../standard/suggest.ts';
import { asServiceError } from '../refusals.ts';
import { propertiesOf } from '../validation-faults.ts';

/** What is needed to say where the nearest question can be asked. */
export interface NearestDependencies<Asked> {
  readonly publicUrl: string;
  readonly source: CellSource;
  /** The address that was asked, or one that it may have meant; the route unless it is given. */
  readonly pathOf?: (request: FastifyRequest) => string;
  /**
   * Reads a question of an address.
   *
   * @throws {ServiceError} If it cannot be asked, with a nearer question where there is one.
   */
  read(path: string, release: Manifest, asked: Parameters): Asked;
  /** Whose selectors must hold something for it to be worth asking; of an address that has none, left out. */
  readonly questionOf?: (asked: Asked) => Question;
}

/**
 * Adds to every refusal of the routes of a plugin the whole address of the nearest question that is answered:
 * whatever was wrong, with the release, a name, the form or what was asked.
 */
export function offerNearest<Asked>(app: FastifyInstance, dependencies: NearestDependencies<Asked>): void {
  app.setErrorHandler(async (error, request) => {
    const refusal = asServiceError(error, { ...request.routeOptions.schema });
    const isAskers =
      refusal.code === 'NOT_ACCEPTABLE' || refusal.errors.some(({ parameter }) => parameter !== undefined);
    const nearest_url = isAskers ? await nearestAddress(request, refusal, dependencies) : undefined;
    const [first, ...others] = refusal.errors;
    if (first === undefined || nearest_url === undefined) throw refusal;
    // The handler of the whole application writes it.
    throw new ServiceError(refusal.code, refusal.detail, refusal.facts, {
      errors: [{ ...first, nearest_url }, ...others],
      headers: refusal.headers,
      members: refusal.members,
      cause: refusal.cause,
    });
  });
}

async function nearestAddress<Asked>(
  request: FastifyRequest,
  refusal: ServiceError,
  { publicUrl, source, read, questionOf, pathOf }: NearestDependencies<Asked>,
): Promise<string | undefined> {
  const path = pathOf?.(request) ?? request.routeOptions.url ?? '';
  const given = knownParameters(request);
  const isOfRelease = refusal.errors[0]?.parameter === 'release';
  const release = await releaseOr(source, isOfRelease ? undefined : given.release);
  if (release === undefined) return undefined;
  const { format, labels, lang, ...rest } = given;
  const asked: Parameters = isOfRelease ? { ...rest, release: undefined } : rest;
  // Who accepts no form of ours is offered the one that every reader has.
  const form = { format: refusal.code === 'NOT_ACCEPTABLE' ? 'json' : format, labels, lang };
  if (path.endsWith('/dimensions')) {
    return [`${publicUrl}${path}`, withChanged({ release: asked.release }, {})].filter(Boolean).join('?');
  }
  const addressOf = (at: string, text: string) =>
    [`${publicUrl}${at.replace(/\/csvw$/, '')}`, joined(text, withChanged(form, {}))]
      .filter(Boolean)
      .join('?');
  const readHere = (tried: Parameters) => read(path, release, tried);
  const text = nearestAskable(readHere, withChanged(asked, {}));
  if (text !== undefined) {
    const question = questionOf?.(readHere(Object.fromEntries(new URLSearchParams(text))));
    // A refusal waits for nobody: in a busy moment it offers what can be asked, whether or not it holds anything.
    if (question === undefined || source.limit.isFull()) return addressOf(path, text);
    const instead = await heldInstead(source, question, Object.keys(asked));
    const better = instead && underSelectors(question, instead, readHere);
    return addressOf(path, better ?? text);
  }
  const table = nearestTable(request, release);
  const example = table === undefined ? undefined : exampleQuestion(release, table);
  return example === undefined ? undefined : addressOf(`/v1/data/${table}`, example);
}

const joined = (...texts: readonly string[]) => texts.filter((text) => text !== '').join('&');

/** The parameters that the address takes, each once, as near as can be to what was given. */
function knownParameters(request: FastifyRequest): Parameters {
  const properties = propertiesOf({ ...request.routeOptions.schema }.querystring);
  const names = Object.keys(properties);
  const known: Record<string, string> = {};
  for (const [name, value] of new URL(request.url, 'http://service').searchParams) {
    const meant = names.includes(name) ? name : suggestName(name, names);
    if (meant === null || known[meant] !== undefined || !fits(properties[meant], value)) continue;
    known[meant] = value;
  }
  return known;
}

/** Of what schemas say of these parameters: one of a few words, or a text that is not too long. */
function fits(schema: unknown, value: string): boolean {
  const { enum: choices, maxLength = Number.POSITIVE_INFINITY } = schema as {
    enum?: readonly string[];
    maxLength?: number;
  };
  return value.length <= maxLength && (choices?.includes(value) ?? true);
}

/** The release asked, else the latest; undefined where nothing was published. */
async function releaseOr({ archive }: CellSource, asked: string | undefined): Promise<Manifest | undefined> {
  for (const name of [asked, undefined]) {
    try {
      return await chooseRelease(archive, name);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
    }
  }
  return undefined;
}

/** A table that the release holds, the one most like the name in the address first. */
function nearestTable(request: FastifyRequest, release: Manifest): TableName | undefined {
  const held = TABLE_NAMES.filter((name) => release.tables[name] !== undefined);
  const { table = '' } = request.params as { table?: string };
  const suggested = suggestName(table, held);
  return held.find((name) => name === suggested) ?? held[0];
}
