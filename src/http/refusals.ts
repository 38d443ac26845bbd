import type { FastifyError } from 'fastify';
import { ERROR_CATALOGUE, type ErrorCode, type RequestFault, ServiceError } from '../errors.ts';
import { passingFailureOf } from '../passing-failure.ts';
import type { Text } from '../standard/text.ts';
import { LIMITS } from './limits.ts';
import { partTooLong } from './too-long.ts';
import { explainValidation, propertiesOf } from './validation-faults.ts';

/** What Fastify, Node or a driver says of a request that failed. */
type Failure = Partial<Pick<FastifyError, 'code' | 'statusCode' | 'validation' | 'validationContext'>> &
  Error;

/** Fastify's refusals before any handler runs, as ours. */
const FASTIFY_CODES: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'MEDIA_TYPE_UNSUPPORTED',
  FST_ERR_CTP_BODY_TOO_LARGE: 'REQUEST_TOO_LARGE',
  FST_ERR_MAX_PARAM_LENGTH: 'ADDRESS_TOO_LONG',
  FST_ERR_HANDLER_TIMEOUT: 'TIMEOUT',
  FST_ERR_NOT_FOUND: 'ROUTE_NOT_FOUND',
};

const RETRY_AFTER_SECONDS = 5;

/**
 * Gives whatever was thrown while a request was answered the form in which its caller may see it.
 *
 * Nothing of the original's own words passes, save those of a `ServiceError`. Whatever is not known is
 * INTERNAL, with the original as its cause.
 *
 * @param schema - The schema of the route, for the names its parts may hold.
 */
export function asServiceError(error: unknown, schema: Readonly<Record<string, unknown>> = {}): ServiceError {
  if (error instanceof ServiceError) return error;
  if (!(error instanceof Error)) return internal(error);
  const failure: Failure = error;
  if (failure.validation !== undefined) {
    const part = failure.validationContext ?? 'querystring';
    const { code, errors } = explainValidation(
      failure.validation,
      part,
      Object.keys(propertiesOf(schema[part])),
    );
    const detail = errors[0]?.detail ?? ERROR_CATALOGUE[code].title;
    return new ServiceError(code, detail, {}, { errors, cause: error });
  }
  const code =
    FASTIFY_CODES[failure.code ?? ''] ?? passingFailureOf(error) ?? codeOfStatus(failure.statusCode);
  if (code === undefined) return internal(error);
  if (code === 'ADDRESS_TOO_LONG') return partTooLong(error);
  const headers = code === 'UNAVAILABLE' ? { 'retry-after': String(RETRY_AFTER_SECONDS) } : {};
  const detail = DETAILS[code] ?? ERROR_CATALOGUE[code].title;
  const { facts = {}, errors = [] } = MORE[code] ?? {};
  return new ServiceError(code, detail, facts, { cause: error, headers, errors });
}

function internal(cause: unknown): ServiceError {
  return new ServiceError('INTERNAL', ERROR_CATALOGUE.INTERNAL.remedy, {}, { cause });
}

function codeOfStatus(status: number | undefined): ErrorCode | undefined {
  if (status === undefined || status < 400 || status >= 500) return undefined;
  const codes = Object.keys(ERROR_CATALOGUE) as ErrorCode[];
  const generic = codes.filter((code) => ERROR_CATALOGUE[code].status === status);
  return generic[0] ?? 'REQUEST_MALFORMED';
}

/** Bodies other than returns, whose routes say themselves what they read. */
const JSON_ONLY: Text = {
  en: 'The body is read as JSON: send it with Content-Type: application/json.',
  cy: 'Darllenir y corff fel JSON: anfonwch ef gyda Content-Type: application/json.',
};

const DETAILS: Partial<Record<ErrorCode, Text>> = {
  REQUEST_MALFORMED: {
    en: 'The address or the body is not well formed.',
    cy: "Nid yw'r cyfeiriad neu'r corff wedi'i ffurfio'n gywir.",
  },
  MEDIA_TYPE_UNSUPPORTED: JSON_ONLY,
  REQUEST_TOO_LARGE: {
    en: `The body may have at most ${LIMITS.controlBodyBytes} bytes here.`,
    cy: `Caiff y corff gynnwys ${LIMITS.controlBodyBytes} beit ar y mwyaf yma.`,
  },
};

/** What a program may know besides. */
const MORE: Partial<
  Record<ErrorCode, { readonly facts?: Record<string, number>; readonly errors?: readonly RequestFault[] }>
> = {
  MEDIA_TYPE_UNSUPPORTED: {
    errors: [{ header: 'Content-Type', detail: JSON_ONLY, choices: ['application/json'] }],
  },
  REQUEST_TOO_LARGE: { facts: { maximum_bytes: LIMITS.controlBodyBytes } },
};
