import type { FastifySchemaValidationError } from 'fastify';
import type { ErrorCode, RequestFault } from '../errors.ts';
import { suggestName } from '../standard/suggest.ts';
import type { Language, Text } from '../standard/text.ts';

/** What a route's schema says of its query string; empty where it says nothing. */
export function propertiesOf(schema: unknown): Readonly<Record<string, unknown>> {
  if (typeof schema !== 'object' || schema === null || !('properties' in schema)) return {};
  return schema.properties as Record<string, unknown>;
}

export interface Refusal {
  readonly code: ErrorCode;
  readonly errors: readonly RequestFault[];
}

/**
 * Says in both languages what the validator found, with what would have done.
 *
 * @param part - Which part of the request was validated: `querystring`, `params`, `headers` or `body`.
 * @param known - The names that part may hold.
 */
export function explainValidation(
  found: readonly FastifySchemaValidationError[],
  part: string,
  known: readonly string[],
): Refusal {
  const faults = found.map((error) => explain(error, part, known));
  const code =
    CODES.find((candidate) => faults.some((fault) => fault.code === candidate)) ?? 'REQUEST_MALFORMED';
  return { code, errors: faults.map((fault) => fault.error) };
}

/** The code of the whole, where faults of several kinds meet. */
const CODES = ['PARAMETER_UNKNOWN', 'PARAMETER_MISSING', 'REQUEST_MALFORMED'] as const;

function explain(
  error: FastifySchemaValidationError,
  part: string,
  known: readonly string[],
): { code: ErrorCode; error: RequestFault } {
  const { keyword, params, instancePath } = error;
  // Of a list the name of its field, wherever in it the fault is.
  const name = instancePath.split('/').findLast((part) => !/^\d*$/.test(part)) ?? '';
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    const unknown = String(params.additionalProperty ?? params.unevaluatedProperty);
    const nearest = suggestName(unknown, known);
    return {
      code: part === 'body' ? 'REQUEST_MALFORMED' : 'PARAMETER_UNKNOWN',
      error: {
        ...placeOf(part, `${instancePath}/${unknown}`, unknown),
        detail: unknownName(unknown, nearest),
        choices: known,
        ...(nearest === null ? {} : { nearest }),
      },
    };
  }
  if (keyword === 'required') {
    const missing = String(params.missingProperty);
    return {
      code: part === 'body' ? 'REQUEST_MALFORMED' : 'PARAMETER_MISSING',
      error: {
        ...placeOf(part, `${instancePath}/${missing}`, missing),
        detail: { en: `${missing} must be given.`, cy: `Rhaid rhoi ${missing}.` },
      },
    };
  }
  const choices = keyword === 'enum' ? (params.allowedValues as unknown[]).map(String) : undefined;
  return {
    code: 'REQUEST_MALFORMED',
    error: {
      ...placeOf(part, instancePath, name),
      detail: describeKeyword(name || instancePath, keyword, params),
      ...(choices ? { choices } : {}),
    },
  };
}

function placeOf(
  part: string,
  pointer: string,
  name: string,
): Pick<RequestFault, 'pointer' | 'header' | 'parameter'> {
  if (part === 'body') return { pointer };
  return part === 'headers' ? { header: name } : { parameter: name };
}

function unknownName(name: string, nearest: string | null): Text {
  const shown = name.slice(0, 60);
  if (nearest === null) return { en: `There is no ${shown} here.`, cy: `Nid oes ${shown} yma.` };
  return {
    en: `There is no ${shown} here. Did you mean ${nearest}?`,
    cy: `Nid oes ${shown} yma. Ai ${nearest} oedd gennych mewn golwg?`,
  };
}

/** Of a whole body: every body besides returns is an object. */
const NOT_AN_OBJECT: Text = {
  en: 'The body must be a JSON object.',
  cy: "Rhaid i'r corff fod yn wrthrych JSON.",
};

function describeKeyword(name: string, keyword: string, params: Readonly<Record<string, unknown>>): Text {
  const limit = String(params.limit);
  switch (keyword) {
    case 'enum':
      return { en: `${name} must be one of the choices.`, cy: `Rhaid i ${name} fod yn un o'r dewisiadau.` };
    case 'type':
      if (name === '') return NOT_AN_OBJECT;
      return {
        en: `${name} must be given once, as ${typesIn(params.type, 'en')}.`,
        cy: `Rhaid rhoi ${name} unwaith, fel ${typesIn(params.type, 'cy')}.`,
      };
    case 'minimum':
      return { en: `${name} must be at least ${limit}.`, cy: `Rhaid i ${name} fod o leiaf ${limit}.` };
    case 'maximum':
      return { en: `${name} must be at most ${limit}.`, cy: `Rhaid i ${name} fod ar y mwyaf ${limit}.` };
    case 'minLength':
      return {
        en: `${name} is too short: at least ${limit}.`,
        cy: `Mae ${name} yn rhy fyr: o leiaf ${limit}.`,
      };
    case 'maxLength':
      return {
        en: `${name} is too long: at most ${limit}.`,
        cy: `Mae ${name} yn rhy hir: ar y mwyaf ${limit}.`,
      };
    case 'minItems':
      return { en: `${name} needs at least ${limit}.`, cy: `Mae ${name} angen o leiaf ${limit}.` };
    case 'maxItems':
      return { en: `${name} takes at most ${limit}.`, cy: `Mae ${name} yn derbyn ${limit} ar y mwyaf.` };
    case 'pattern':
      return {
        en: `${name} must match ${String(params.pattern)}.`,
        cy: `Rhaid i ${name} gyfateb i ${String(params.pattern)}.`,
      };
    case 'format':
      return {
        en: `${name} must have the form ${String(params.format)}.`,
        cy: `Rhaid i ${name} fod ar y ffurf ${String(params.format)}.`,
      };
    case 'uniqueItems':
      return {
        en: `${name} holds the same thing twice.`,
        cy: `Mae ${name} yn dal yr un peth ddwywaith.`,
      };
    default:
      return { en: `${name} is not what it must be.`, cy: `Nid yw ${name} fel y dylai fod.` };
  }
}

/** What JSON Schema calls a type, in words. */
const TYPES: Readonly<Record<string, Text>> = {
  integer: { en: 'a whole number', cy: 'rhif cyfan' },
  number: { en: 'a number', cy: 'rhif' },
  boolean: { en: 'true or false', cy: 'true neu false' },
  string: { en: 'a text', cy: 'testun' },
  array: { en: 'a list', cy: 'rhestr' },
  object: { en: 'an object', cy: 'gwrthrych' },
  null: { en: 'nothing (null)', cy: 'dim byd (null)' },
};

function typesIn(given: unknown, language: Language): string {
  const types = String(given)
    .split(',')
    .map((type) => TYPES[type]?.[language] ?? type);
  return types.join(language === 'en' ? ' or ' : ' neu ');
}
