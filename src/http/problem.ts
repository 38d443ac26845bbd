import { ERROR_CATALOGUE, type ServiceError } from '../errors.ts';
import type { Language } from '../standard/text.ts';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

export interface ProblemContext {
  readonly language: Language;
  readonly publicUrl: string;
  readonly requestId: string;
}

/** An error as RFC 9457 has it sent, in one language. */
export function describeProblem(
  error: ServiceError,
  { language, publicUrl, requestId }: ProblemContext,
): Record<string, unknown> {
  const { status, title } = ERROR_CATALOGUE[error.code];
  const errors = error.errors.map((fault) => ({ ...fault, detail: fault.detail[language] }));
  return {
    type: `${publicUrl}/problems/${error.code}`,
    title: title[language],
    status,
    detail: error.detail[language],
    code: error.code,
    instance: requestId,
    ...(Object.keys(error.facts).length > 0 ? { facts: error.facts } : {}),
    ...(errors.length > 0 ? { errors } : {}),
    ...error.members,
  };
}
