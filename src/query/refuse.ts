import { ServiceError } from '../errors.ts';
import type { Text } from '../standard/text.ts';

/** What stands in for a refused question: the choices there are, and the nearest question. */
export interface Instead {
  readonly choices?: readonly string[];
  /** The query text of the nearest question that can be asked. */
  readonly nearest?: string;
}

export function refuseQuestion(parameter: string, detail: Text, instead: Instead = {}): ServiceError {
  return new ServiceError(
    'QUESTION_NOT_IN_LATTICE',
    detail,
    {},
    { errors: [{ parameter, detail, ...instead }] },
  );
}

export function refuseMissing(parameter: string, choices: readonly string[], nearest: string): ServiceError {
  const detail = {
    en: `This question must say ${parameter}.`,
    cy: `Rhaid i'r cwestiwn hwn ddweud ${parameter}.`,
  };
  return new ServiceError(
    'PARAMETER_MISSING',
    detail,
    {},
    { errors: [{ parameter, detail, choices, nearest }] },
  );
}
