import type { RouteOptions } from 'fastify';
import type { ErrorCode } from '../../errors.ts';
import { LANGUAGES } from '../../standard/text.ts';
import { problems } from './answers.ts';
import { described } from './words.ts';

const LANGUAGE_PARAMETER = {
  type: 'string',
  enum: LANGUAGES,
  ...described({
    en: 'The language of the answer; goes before Accept-Language.',
    cy: "Iaith yr ateb; mae'n dod o flaen Accept-Language.",
  }),
};

/** Whatever any request may meet. */
const COMMON: readonly ErrorCode[] = ['PARAMETER_UNKNOWN', 'NOT_ACCEPTABLE', 'INTERNAL'];
/** Every address but the probes'. */
const LIMITED: readonly ErrorCode[] = ['TOO_MANY_REQUESTS', 'UNAVAILABLE', 'TIMEOUT'];
const WITH_KEY: readonly ErrorCode[] = ['UNAUTHENTICATED', 'FORBIDDEN'];

/**
 * Gives every documented route what all have in common: `lang`, a refusal of parameters that are not listed,
 * who may call it, and the problems that any request may meet. Register as an `onRoute` hook.
 */
export function completeRoute(route: RouteOptions): void {
  const given = route.schema as (Record<string, unknown> & { hide?: boolean }) | undefined;
  if (given?.hide === true) return;
  const query = (given?.querystring ?? {}) as Record<string, unknown>;
  const needsKey = route.config?.access === 'key';
  const limited = route.config?.isUnlimited ? [] : LIMITED;
  const own = given?.response as object;
  const answers = { ...problems(...COMMON, ...limited, ...(needsKey ? WITH_KEY : [])), ...own };
  const schema = {
    ...given,
    querystring: {
      type: 'object',
      additionalProperties: false,
      ...query,
      properties: { ...(query.properties as object), lang: LANGUAGE_PARAMETER },
    },
    security: needsKey ? [{ key: [] }, { token: [] }] : [],
    response: answers,
  };
  route.schema = schema;
}

/** The media types of a route's good answers; JSON where it documents none. */
export function mediaTypesOf(response: unknown): string[] {
  const answers = Object.entries((response ?? {}) as Record<string, { content?: object }>);
  const good = answers.filter(([status]) => status.startsWith('2'));
  const types = good.flatMap(([, { content }]) => Object.keys(content ?? {}));
  return types.length > 0 ? [...new Set(types)] : ['application/json'];
}
