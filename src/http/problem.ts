import { ERROR_CATALOGUE, type ServiceError } from '../errors.ts';
import type { Language, Text } from '../standard/text.ts';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

export interface ProblemContext {
  /** Both where nobody has said which. */
  readonly language: Language | 'both';
  readonly publicUrl: string;
  readonly requestId: string;
}

/** An error as RFC 9457 has it sent. */
export function describeProblem(
  error: ServiceError,
  { language, publicUrl, requestId }: ProblemContext,
): Record<string, unknown> {
  const { status, title } = ERROR_CATALOGUE[error.code];
  const said = (text: Text) => (language === 'both' ? `${text.en} / ${text.cy}` : text[language]);
  const errors = error.errors.map((fault) => ({ ...fault, detail: said(fault.detail) }));
  return {
    type: `${publicUrl}/problems/${error.code}`,
    title: said(title),
    status,
    detail: said(error.detail),
    code: error.code,
    instance: requestId,
    ...(Object.keys(error.facts).length > 0 ? { facts: error.facts } : {}),
    ...(errors.length > 0 ? { errors } : {}),
    ...error.members,
  };
}
