import type { Text } from '../../src/standard/text.ts';

/** A text, or what is left of one when a language is missing, and where it stands. */
export interface PlacedText {
  readonly path: string;
  readonly text: Partial<Text>;
}

/** Every object below a value that has words in one of our languages, in the order they stand. */
export function textsIn(value: unknown, path = ''): PlacedText[] {
  if (typeof value !== 'object' || value === null) return [];
  const isText = ['en', 'cy'].some(
    (language) => typeof (value as Record<string, unknown>)[language] === 'string',
  );
  if (isText) return [{ path, text: value as Partial<Text> }];
  return Object.entries(value).flatMap(([key, child]) =>
    textsIn(child, path === '' ? key : `${path}.${key}`),
  );
}

/**
 * What is wrong with a text: a sentence each.
 *
 * @param isName - Whether this English is a name that is the same in both languages.
 */
export function textFaults({ path, text }: PlacedText, isName: (english: string) => boolean): string[] {
  const { en, cy } = text;
  if (en === undefined || cy === undefined) return [`${path} is in one language only`];
  const faults: string[] = [];
  if ((en.trim() === '') !== (cy.trim() === '')) faults.push(`${path} is empty in one language`);
  if (en !== en.trim() || cy !== cy.trim()) faults.push(`${path} begins or ends with a space`);
  if (en !== '' && en === cy && !isName(en)) faults.push(`${path} says the same in both languages: ${en}`);
  const [english, welsh] = [en, cy].map(filledIn);
  if (english !== welsh)
    faults.push(`${path} fills in ${english || 'nothing'} in English, ${welsh || 'nothing'} in Welsh`);
  return faults;
}

/** The names in braces that are filled in, such as `{list}`, in alphabetical order. */
function filledIn(words: string): string {
  return (words.match(/\{\w+\}/g) ?? []).sort().join(' ');
}
