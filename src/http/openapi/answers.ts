import { ERROR_CATALOGUE, type ErrorCode, ServiceError } from '../../errors.ts';
import type { Language, Text } from '../../standard/text.ts';
import { describeProblem, PROBLEM_MEDIA_TYPE } from '../problem.ts';
import { PROBLEM_REFERENCE } from './problem-shape.ts';
import { described } from './words.ts';

/** One form of an answer: the schema of its body and a body that conforms. */
interface Form {
  readonly schema: unknown;
  readonly example: unknown;
}

/** The documentation of an answer in one or several media types. */
export function answer(description: Text, content: Readonly<Record<string, Form>>) {
  return { ...described(description), content };
}

/** The documentation of an answer in JSON. */
export function jsonAnswer(description: Text, schema: unknown, example: unknown) {
  return answer(description, { 'application/json': { schema, example } });
}

/** The documentation of an answer without a body. */
export function emptyAnswer(description: Text) {
  return { type: 'null', ...described(description) };
}

/**
 * The documentation of the problems that a route may answer with, by status; to be spread into `response`.
 *
 * Codes that share a status share its entry.
 */
export function problems(...codes: readonly ErrorCode[]): Record<number, unknown> {
  const statuses = [...new Set(codes.map((code) => ERROR_CATALOGUE[code].status))].sort();
  return Object.fromEntries(
    statuses.map((status) => {
      const own = codes.filter((code) => ERROR_CATALOGUE[code].status === status);
      const words = (language: Language) =>
        own.map((code) => ERROR_CATALOGUE[code].title[language]).join('; ');
      const example = (language: Language) => exampleOf(own[0] as ErrorCode, language);
      const media = {
        schema: PROBLEM_REFERENCE,
        example: example('en'),
        'x-cy': { example: example('cy') },
      };
      return [
        status,
        { ...described({ en: words('en'), cy: words('cy') }), content: { [PROBLEM_MEDIA_TYPE]: media } },
      ];
    }),
  );
}

function exampleOf(code: ErrorCode, language: Language): Record<string, unknown> {
  return describeProblem(new ServiceError(code, ERROR_CATALOGUE[code].remedy), {
    language,
    publicUrl: 'https://spcd.example',
    requestId: '4b3c2a10-77aa-4f6e-9d6e-1c1d7f0a5b11',
  });
}
