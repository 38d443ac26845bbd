import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Manifest } from '../../archive/manifest.ts';
import type { Answer } from '../../query/answer.ts';
import type { AnswerAddress } from '../../query/answer-meta.ts';
import type { CellSource } from '../../query/cell-source.ts';
import type { Parameters } from '../../query/question.ts';
import type { Publisher } from '../../standard/about.ts';
import { API_VERSION } from '../api-version.ts';
import { sendAnswer } from './answer-form.ts';
import { readAsked } from './asked-release.ts';
import { sendAnswerCsvw } from './csvw-form.ts';
import type { KnownAnswers } from './known-answers.ts';

/** What every address of figures needs. */
export interface FigureDependencies {
  readonly publicUrl: string;
  /** Who publishes; null where nobody gave a name. */
  readonly publisher: Publisher | null;
  readonly source: CellSource;
  readonly known: KnownAnswers;
}

/** An address that answers questions: how they are read, told from one another, and answered. */
export interface FigureAddress<Asked> {
  /** As it is routed, with the names of its parts. */
  readonly route: string;
  readonly schema: object;
  /** Of the address beside it that describes its CSV. */
  readonly csvwSchema: object;
  /** As it was asked: the route, unless it has named parts. */
  readonly pathOf?: (request: FastifyRequest) => string;
  /** @throws {ServiceError} Where the question cannot be asked. */
  readonly read: (path: string, release: Manifest, asked: Parameters) => Asked;
  /** The one spelling of a question, in a fixed order and without the release. */
  readonly parametersOf: (asked: Asked) => Readonly<Record<string, string>>;
  readonly answer: (source: CellSource, asked: Asked, at: AnswerAddress) => Promise<Answer>;
}

/**
 * Adds an address of figures, in every form, and the one that describes its CSV. An answer that is known, or that the
 * caller has, is given without looking anything up.
 */
export function addFigureAddress<Asked>(
  app: FastifyInstance,
  { publicUrl, publisher, source, known }: FigureDependencies,
  address: FigureAddress<Asked>,
): void {
  const { route, read, parametersOf, pathOf = () => route } = address;
  const prepare = async (request: FastifyRequest) => {
    const { asked, release, isPinned, generation } = await readAsked(request, source.archive);
    const path = pathOf(request);
    const question = read(path, release, asked);
    const parameters = parametersOf(question);
    const pinned = { archive: source.archive, release, isPinned, generation, parameters };
    const at = { publicUrl, publisher, path, apiVersion: API_VERSION };
    const answerIt = () => source.inPlace((held) => address.answer(held, question, at));
    return { path, pinned, answerIt };
  };
  app.get(route, { schema: address.schema }, async (request, reply) => {
    const { path, pinned, answerIt } = await prepare(request);
    const sent = known(request, reply, { ...pinned, path });
    if (sent !== undefined) return sent;
    return sendAnswer(request, reply, { answer: await answerIt(), isPinned: pinned.isPinned, source });
  });
  app.get(`${route}/csvw`, { schema: address.csvwSchema }, async (request, reply) => {
    const { path, pinned, answerIt } = await prepare(request);
    const sent = known(request, reply, { ...pinned, path: `${path}/csvw` });
    if (sent !== undefined) return sent;
    const { isPinned } = pinned;
    return sendAnswerCsvw(request, reply, { answer: await answerIt(), isPinned, publicUrl });
  });
}
