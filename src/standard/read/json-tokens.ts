import { ShortTexts } from './short-texts.ts';
import { JSON_NUMBER } from './text-cell.ts';

/** What a token is, by the byte it begins with; every number is a `NUMBER`. The names are those of RFC 8259. */
export const BEGIN_ARRAY = 0x5b;
export const BEGIN_OBJECT = 0x7b;
export const END_ARRAY = 0x5d;
export const END_OBJECT = 0x7d;
export const NAME_SEPARATOR = 0x3a;
export const VALUE_SEPARATOR = 0x2c;
export const STRING = 0x22;
export const NUMBER = 0x30;
export const TRUE = 0x74;
export const FALSE = 0x66;
export const NULL = 0x6e;

const WORDS: ReadonlyMap<number, Uint8Array> = new Map(
  ['true', 'false', 'null'].map((word) => [word.charCodeAt(0), new TextEncoder().encode(word)]),
);

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
const NINE = 0x39;
const BACKSLASH = 0x5c;
const LETTER_E = 0x65;
const CAPITAL_E = 0x45;

/** A token that has not ended after so many bytes is given up, so that an open quote cannot fill the memory. */
const MAXIMUM_TOKEN_BYTES = 1_048_576;
/** In place of where a token ends: it may end in bytes to come, or reading has stopped in it. */
const NOWHERE = -1;

/** What can be wrong with the tokens of a text. */
export type TokenFault = 'text-is-utf-8' | 'json-well-formed' | 'json-complete' | 'json-text-limited';

/** Whom the tokens of a text are told, in their order. */
export interface TokenListener {
  /** @param text - What a string says, or how a number is written; empty for anything else. */
  take(kind: number, text: string): void;
  /** Nothing is told after it. */
  fail(rule: TokenFault): void;
}

/**
 * Takes a JSON text apart into its tokens as it arrives, by RFC 8259 and no more. In which order tokens may stand is
 * not looked at.
 *
 * A token is read when all of it is there; until then its beginning is kept, at most a megabyte of it.
 */
export class JsonTokens {
  readonly #listener: TokenListener;
  readonly #texts = new ShortTexts();
  /** What is being read, where its current token begins, and on which line of the text its first byte stands. */
  #bytes: Uint8Array = new Uint8Array(0);
  #token = 0;
  #firstLine = 1;
  #isStopped = false;

  constructor(listener: TokenListener) {
    this.#listener = listener;
  }

  /** The line, from 1, on which the current token begins. */
  get line(): number {
    return this.#firstLine + newlinesIn(this.#bytes, this.#token);
  }

  /** Reads on. */
  write(bytes: Uint8Array): void {
    if (this.#isStopped) return;
    this.#bytes = this.#bytes.length === 0 ? bytes : joined(this.#bytes, bytes);
    const end = this.#read(false);
    if (this.#isStopped) return;
    if (this.#bytes.length - end > MAXIMUM_TOKEN_BYTES) {
      this.#fail('json-text-limited');
      return;
    }
    this.#firstLine += newlinesIn(this.#bytes, end);
    this.#bytes = this.#bytes.slice(end);
    this.#token = 0;
  }

  /** Reads what is left: a number may end with the text, nothing else. */
  end(): void {
    if (!this.#isStopped && this.#read(true) < this.#bytes.length) this.#fail('json-complete');
  }

  /** Reads no further, without a fault. */
  stop(): void {
    this.#isStopped = true;
  }

  /** Reads tokens as long as they are whole, and says where it came to. */
  #read(isEnd: boolean): number {
    const bytes = this.#bytes;
    let at = 0;
    while (at < bytes.length && !this.#isStopped) {
      const byte = bytes[at] as number;
      if (byte === SPACE || byte === LINE_FEED || byte === CARRIAGE_RETURN || byte === TAB) {
        at += 1;
        continue;
      }
      this.#token = at;
      const end = this.#readToken(byte, isEnd);
      if (end === NOWHERE) break;
      at = end;
    }
    return at;
  }

  #readToken(byte: number, isEnd: boolean): number {
    switch (byte) {
      case STRING:
        return this.#readString();
      case BEGIN_ARRAY:
      case BEGIN_OBJECT:
      case END_ARRAY:
      case END_OBJECT:
      case NAME_SEPARATOR:
      case VALUE_SEPARATOR:
        this.#listener.take(byte, '');
        return this.#token + 1;
      case TRUE:
      case FALSE:
      case NULL:
        return this.#readWord(WORDS.get(byte) as Uint8Array);
      default:
        return isOfNumber(byte) ? this.#readNumber(isEnd) : this.#fail('json-well-formed');
    }
  }

  #readString(): number {
    const bytes = this.#bytes;
    let isEscaped = false;
    let at = this.#token + 1;
    for (; at < bytes.length && bytes[at] !== STRING; at += 1) {
      const byte = bytes[at] as number;
      if (byte < SPACE) return this.#fail('json-well-formed');
      if (byte !== BACKSLASH) continue;
      isEscaped = true;
      at += 1;
    }
    if (at >= bytes.length) return NOWHERE;
    const text = this.#decode(isEscaped ? this.#token : this.#token + 1, isEscaped ? at + 1 : at);
    if (text === null) return this.#fail('text-is-utf-8');
    const said = isEscaped ? unescaped(text) : text;
    if (said === null) return this.#fail('json-well-formed');
    this.#listener.take(STRING, said);
    return at + 1;
  }

  #readNumber(isEnd: boolean): number {
    const bytes = this.#bytes;
    let at = this.#token + 1;
    while (at < bytes.length && isOfNumber(bytes[at] as number)) at += 1;
    const mayGoOn = at === bytes.length;
    if (mayGoOn && !isEnd) return NOWHERE;
    const text = this.#texts.decode(bytes, this.#token, at);
    if (!JSON_NUMBER.test(text)) {
      return mayGoOn && JSON_NUMBER.test(`${text}0`) ? NOWHERE : this.#fail('json-well-formed');
    }
    this.#listener.take(NUMBER, text);
    return at;
  }

  #readWord(word: Uint8Array): number {
    const bytes = this.#bytes;
    for (let index = 0; index < word.length; index += 1) {
      if (this.#token + index === bytes.length) return NOWHERE;
      if (bytes[this.#token + index] !== word[index]) return this.#fail('json-well-formed');
    }
    this.#listener.take(word[0] as number, '');
    return this.#token + word.length;
  }

  #decode(start: number, end: number): string | null {
    try {
      return this.#texts.decode(this.#bytes, start, end);
    } catch {
      return null;
    }
  }

  #fail(rule: TokenFault): typeof NOWHERE {
    this.#isStopped = true;
    this.#listener.fail(rule);
    return NOWHERE;
  }
}

/** What a string with escapes says, or null where one of them is none. */
function unescaped(written: string): string | null {
  try {
    return JSON.parse(written) as string;
  } catch {
    return null;
  }
}

function isOfNumber(byte: number): boolean {
  return (
    (byte >= NUMBER && byte <= NINE) ||
    byte === MINUS ||
    byte === POINT ||
    byte === PLUS ||
    byte === LETTER_E ||
    byte === CAPITAL_E
  );
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}

function newlinesIn(bytes: Uint8Array, length: number): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1 && at < length; at = bytes.indexOf(LINE_FEED, at + 1))
    count += 1;
  return count;
}
