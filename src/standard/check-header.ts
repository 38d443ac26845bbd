import type { Facts } from './collect-findings.ts';
import type { CompiledError } from './compiled-validator.ts';
import { CODE_LISTS, type CodeListId } from './generated/code-lists.ts';
import { RETURN_ENVELOPE } from './generated/return-envelope.ts';
import { SCHEMA_VERSION } from './generated/tables.ts';
import { validateHeader } from './generated/validators/header.js';
import { VERSIONS } from './generated/versions.ts';
import { quoteName, quoteValue } from './quote-value.ts';
import type { StructuralRuleId } from './structural-rules.ts';
import { type Candidate, suggest } from './suggest.ts';
import type { Text } from './text.ts';
import { isKnownVersion } from './versions/every-version.ts';

/** One fault of the header. */
export interface HeaderFault {
  readonly rule: StructuralRuleId;
  readonly path: readonly (string | number)[];
  readonly value: string | null;
  readonly suggestion: () => string | null;
  readonly facts?: Facts;
}

type Schema = Readonly<Record<string, unknown>>;

/** Which fault a failed keyword is; `const` depends on the field. A test holds this against the schema. */
export const HEADER_RULES_BY_KEYWORD: Readonly<Record<string, StructuralRuleId>> = {
  required: 'header-field-present',
  additionalProperties: 'header-field-known',
  enum: 'header-code-known',
  pattern: 'header-text-well-formed',
  format: 'header-date-well-formed',
  type: 'header-value-type',
  minLength: 'header-text-length',
  maxLength: 'header-text-length',
  minItems: 'header-list-length',
  maxItems: 'header-list-length',
  uniqueItems: 'header-list-unique',
};

/**
 * Compares a header with the schema and says in our own words what is wrong: one fault for each place.
 *
 * @param header - What was read; its objects may have no prototype.
 */
export function checkHeader(header: Readonly<Record<string, unknown>>): HeaderFault[] {
  // The headers of all versions differ in the version they name only; `generate` holds them to that.
  const judged = isKnownVersion(header.schema_version)
    ? { ...header, schema_version: SCHEMA_VERSION }
    : header;
  if (validateHeader(judged)) return [];
  const faults = new Map<string, HeaderFault>();
  for (const error of validateHeader.errors ?? []) {
    const fault = toFault(header, error);
    const place = JSON.stringify(fault.path);
    // A value of the wrong kind breaks other keywords too; only its kind is worth saying.
    if (!faults.has(place) || error.keyword === 'type') faults.set(place, fault);
  }
  return [...faults.values()];
}

function toFault(header: Readonly<Record<string, unknown>>, error: CompiledError): HeaderFault {
  const { keyword, params } = error;
  const holder = segmentsOf(error.instancePath);
  const property = params.missingProperty ?? params.additionalProperty;
  const names = typeof property === 'string' ? [...holder.names, property] : holder.names;
  const path =
    typeof property === 'string' ? [...locate(header, holder.names), property] : locate(header, names);
  const rule = isUnfilled(header, names) ? 'header-field-present' : ruleOf(keyword, names);
  if (keyword === 'additionalProperties') {
    const name = property as string;
    const siblings = candidatesOf(schemaAt(holder.names));
    return { rule, path, value: quoteName(name), suggestion: () => suggest(name, siblings) };
  }
  const value = keyword === 'required' ? undefined : valueAt(header, names);
  const candidates = codesOf(schemaAt(names));
  const meant = typeof value === 'string' ? suggest(value, candidates) : null;
  return {
    rule,
    path,
    value: isScalar(value)
      ? quoteValue(
          value,
          candidates.find(({ code }) => code === meant),
        )
      : null,
    suggestion: () => meant,
    ...(rule === 'schema-version-known' ? { facts: { versions: same(VERSIONS.join(', ')) } } : {}),
  };
}

/** Whether a field that must be there holds null, as the fields of a template do until they are filled in. */
function isUnfilled(header: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
  const { required } = schemaAt(names.slice(0, -1));
  return valueAt(header, names) === null && Array.isArray(required) && required.includes(names.at(-1));
}

function ruleOf(keyword: string, names: readonly string[]): StructuralRuleId {
  if (keyword === 'const') {
    if (names[0] === 'standard') return 'standard-is-spcd';
    if (names[0] === 'schema_version') return 'schema-version-known';
  }
  const rule = HEADER_RULES_BY_KEYWORD[keyword];
  if (!rule) throw new Error(`No structural rule speaks for the keyword ${keyword} at /${names.join('/')}`);
  return rule;
}

function segmentsOf(pointer: string): { names: string[] } {
  const names = pointer.split('/').slice(1);
  return { names: names.map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~')) };
}

/** The path with positions in lists as numbers. */
function locate(header: unknown, names: readonly string[]): (string | number)[] {
  let value = header;
  return names.map((name) => {
    const isItem = Array.isArray(value);
    value = isItem || isObject(value) ? (value as Record<string, unknown>)[name] : undefined;
    return isItem ? Number(name) : name;
  });
}

function valueAt(header: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (value, name) =>
      Array.isArray(value) || isObject(value) ? (value as Record<string, unknown>)[name] : undefined,
    header,
  );
}

/** The part of the return's schema that describes a place of the header. */
function schemaAt(names: readonly string[]): Schema {
  let schema: Schema = RETURN_ENVELOPE;
  for (const name of names) {
    const properties = schema.properties as Record<string, Schema> | undefined;
    schema =
      (properties && Object.hasOwn(properties, name) ? properties[name] : (schema.items as Schema)) ?? {};
  }
  return schema;
}

function candidatesOf(schema: Schema): Candidate[] {
  return Object.entries((schema.properties ?? {}) as Record<string, Schema>).map(([code, property]) => ({
    code,
    title: {
      en: String(property.title),
      cy: String((property['x-cy'] as { title?: string } | undefined)?.title ?? property.title),
    },
  }));
}

function codesOf(schema: Schema): readonly Candidate[] {
  const list = schema['x-codelist'];
  if (typeof list === 'string' && Object.hasOwn(CODE_LISTS, list))
    return CODE_LISTS[list as CodeListId].codes;
  const constant = schema.const;
  return typeof constant === 'string' ? [{ code: constant, title: same(constant) }] : [];
}

function same(text: string): Text {
  return { en: text, cy: text };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
