import type { Text } from '../standard/text.ts';

/**
 * Every text that a source file writes down in both languages, in order: `{ en: …, cy: … }`, and words with
 * their Welsh in an `x-cy` beside them.
 *
 * It reads the file as text and runs nothing, so it finds the words of every room. What is worked out when the
 * program runs stays as it is written, `${period}`, and English that is worked out wholly is empty.
 */
export function findTexts(source: string): Text[] {
  const found = [...pairsIn(source), ...annotationsIn(source)];
  return found.sort((a, b) => a.at - b.at).map(({ text }) => text);
}

/** Whether there are words in it: not only signs, or values worked out when the program runs. */
export function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/\$?\{[^{}]*\}/g, ''));
}

interface FoundText {
  readonly at: number;
  readonly text: Text;
}

function pairsIn(source: string): FoundText[] {
  return [...source.matchAll(/\ben:\s*/g)].flatMap((match) => {
    const english = expressionAt(source, match.index + match[0].length);
    const next = /^,\s*cy:\s*/.exec(source.slice(english.end));
    if (!next) return [];
    const welsh = expressionAt(source, english.end + next[0].length);
    return textOf(match.index, english.code, welsh.code);
  });
}

/** `description: 'English', 'x-cy': { description: 'Welsh' }`: each Welsh word has its English just before. */
function annotationsIn(source: string): FoundText[] {
  return [...source.matchAll(/'x-cy':\s*(?=\{)/g)].flatMap((match) => {
    const start = match.index + match[0].length;
    const object = expressionAt(source, start).code;
    const before = source.slice(0, match.index);
    return [...object.matchAll(/\b(\w+):\s*(?=['"`])/g)].flatMap((key) => {
      const places = [...before.matchAll(new RegExp(`\\b${key[1]}:\\s*`, 'g'))];
      const place = places.at(-1);
      if (!place) return [];
      const english = expressionAt(source, place.index + place[0].length).code;
      const welsh = expressionAt(object, key.index + key[0].length).code;
      return textOf(match.index + key.index, english, welsh);
    });
  });
}

function textOf(at: number, english: string, welsh: string): FoundText[] {
  const text = { en: wordsOf(english), cy: wordsOf(welsh) };
  return text.cy === '' || IDENTIFIER.test(text.cy) ? [] : [{ at, text }];
}

/** A name of the code's own, such as `swaggerCy`; no person reads it. */
const IDENTIFIER = /^[a-z]+[A-Z]\w*$|^x-cy$/;

const STRING = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/y;

/** The expression that starts at a place, and where it ends: before the next comma, or the end of what holds it. */
function expressionAt(source: string, start: number): { readonly code: string; readonly end: number } {
  let depth = 0;
  let at = start;
  while (at < source.length) {
    STRING.lastIndex = at;
    const literal = STRING.exec(source)?.[0];
    if (literal !== undefined) {
      at += literal.length;
      continue;
    }
    const character = source[at] as string;
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
    if (depth < 0 || (depth === 0 && ',;'.includes(character))) break;
    at++;
  }
  return { code: source.slice(start, at), end: at };
}

/** The string literals of an expression, one to a line: the lines of a list, or the branches of a choice. */
function wordsOf(code: string): string {
  const literals = code.match(new RegExp(STRING.source, 'g')) ?? [];
  return literals.map(readLiteral).filter(hasWords).join('\n');
}

function readLiteral(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
}
