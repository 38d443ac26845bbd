import type { CompiledError } from '../standard/compiled-validator.ts';
import { safeValue } from '../standard/safe-value.ts';
import type { Text } from '../standard/text.ts';

/**
 * What a schema has against an entry of a register: where, as a JSON Pointer, and what. The compiled schema's own words
 * are English only, and those of a developer.
 *
 * @param place - Of the entry.
 */
export function schemaFault(place: string, entry: unknown, error: CompiledError): Text {
  const { keyword, params } = error;
  const at = `${place}${error.instancePath}`;
  if (keyword === 'required') return said(`${at}/${String(params.missingProperty)}`, MISSING);
  if (keyword === 'additionalProperties') {
    return said(`${at}/${safeValue(String(params.additionalProperty))}`, UNKNOWN);
  }
  return said(at, WORDS[keyword]?.(params, valueAt(entry, error.instancePath)) ?? UNFIT);
}

function said(at: string, words: Text): Text {
  return { en: `${at}: ${words.en}`, cy: `${at}: ${words.cy}` };
}

const MISSING: Text = { en: 'it is missing', cy: 'mae ar goll' };
const UNKNOWN: Text = { en: 'there is no such field', cy: "nid oes maes o'r fath" };
const UNFIT: Text = { en: 'it is not as it should be', cy: 'nid yw fel y dylai fod' };

/** By the keyword of JSON Schema that failed, with its parameters and the value. */
const WORDS: Readonly<
  Record<string, ((params: CompiledError['params'], value: string) => Text) | undefined>
> = {
  enum: (_, value) => ({
    en: `${value} is not one of the codes that may stand here`,
    cy: `nid yw ${value} yn un o'r codau a all sefyll yma`,
  }),
  type: ({ type }) => KINDS[String(type)] ?? UNFIT,
  format: (_, value) => ({
    en: `${value} is not a day, written like 2026-04-01`,
    cy: `nid yw ${value} yn ddiwrnod, wedi'i ysgrifennu fel 2026-04-01`,
  }),
  pattern: (_, value) => ({
    en: `${value} is not written as it should be: small letters, digits and hyphens`,
    cy: `nid yw ${value} wedi'i ysgrifennu fel y dylai fod: llythrennau bach, digidau a chysylltnodau`,
  }),
  minLength: () => ({ en: 'it is empty', cy: 'mae yn wag' }),
  maxLength: ({ limit }) => ({
    en: `it has more than ${limit} characters`,
    cy: `mae ganddo fwy na ${limit} o nodau`,
  }),
  minItems: () => ({ en: 'the list is empty', cy: "mae'r rhestr yn wag" }),
  maxItems: ({ limit }) => ({
    en: `the list has more than ${limit} entries`,
    cy: `mae gan y rhestr fwy na ${limit} o gofnodion`,
  }),
  uniqueItems: () => ({
    en: 'the list names something twice',
    cy: "mae'r rhestr yn enwi rhywbeth ddwywaith",
  }),
};

const KINDS: Readonly<Record<string, Text | undefined>> = {
  string: { en: 'it is not a text', cy: 'nid testun mohono' },
  array: { en: 'it is not a list', cy: 'nid rhestr mohono' },
  object: { en: 'it is not an object with fields', cy: 'nid gwrthrych â meysydd mohono' },
};

/** A value as words may repeat it, which is no object: those may be deep. No name that a schema gives a field holds `/` or `~`. */
function valueAt(value: unknown, pointer: string): string {
  const found = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((node, name) => (node as Readonly<Record<string, unknown>>)[name], value);
  return typeof found === 'object' && found !== null ? '…' : safeValue(String(found));
}
