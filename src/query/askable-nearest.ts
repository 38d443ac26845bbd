import { ServiceError } from '../errors.ts';
import type { Parameters } from './question.ts';

/** A question has fewer parts than this, and each correction mends at least one. */
const MOST_CORRECTIONS = 20;

type Read<Question> = (asked: Parameters) => Question;

/**
 * Reads a question, and where it is refused, makes sure that the nearest question offered can itself be asked:
 * what else is missing or wrong in it is mended too. Where nothing can be found, none is offered.
 *
 * @param read - Reads a question or throws a ServiceError that may name a nearer one.
 */
export function offeringAskable<Question>(read: Read<Question>, asked: Parameters): Question {
  try {
    return read(asked);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const offered = error.errors[0]?.nearest;
    const nearest = offered === undefined ? undefined : nearestAskable(read, offered);
    const errors = error.errors.map(({ nearest: _, ...fault }) =>
      nearest === undefined ? fault : { ...fault, nearest },
    );
    throw new ServiceError(error.code, error.detail, error.facts, { errors });
  }
}

/** The question of this text, or where it is refused, what one refusal after another makes of it. */
export function nearestAskable(read: Read<unknown>, text: string): string | undefined {
  let nearest: string | undefined = text;
  for (let step = 0; step < MOST_CORRECTIONS && nearest !== undefined; step++) {
    const refusal = refusalOf(read, nearest);
    if (refusal === undefined) return nearest;
    nearest = refusal.errors[0]?.nearest;
  }
  return undefined;
}

function refusalOf(read: Read<unknown>, text: string): ServiceError | undefined {
  try {
    read(Object.fromEntries(new URLSearchParams(text)));
    return undefined;
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
}
