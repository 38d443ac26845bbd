import type { Answer, AnswerForm } from '../query/answer.ts';
import type { Language, Text } from '../standard/text.ts';

/** A value with every pair of languages replaced by the words in one. */
export type Localised<Value> = Value extends Text
  ? string
  : Value extends readonly (infer Item)[]
    ? readonly Localised<Item>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: Localised<Value[Key]> }
      : Value;

/** What is said of an answer as a whole: its rows hold thousands of the same few words, which a writer takes one by one. */
export function withoutRows({ rows, ...about }: Answer): Omit<Answer, 'rows'> {
  return about;
}

/** Replaces each `{ en, cy }` in a plain value by its words in one language. */
export function localise<Value>(value: Value, language: Language): Localised<Value> {
  return translate(value, language) as Localised<Value>;
}

function translate(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((item) => translate(item, language));
  if (typeof value !== 'object' || value === null) return value;
  if (isText(value)) return value[language];
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, translate(child, language)]));
}

function isText(value: object): value is Text {
  const keys = Object.keys(value);
  return keys.length === 2 && 'en' in value && 'cy' in value;
}

/** The label of a row's category, or nothing when only codes are wanted. */
export function labelIn(form: AnswerForm, title: Text): string | undefined {
  return form.labels === 'codes' ? undefined : title[form.labels];
}
