import { Tokenizer, TokenizerError, TokenType } from '@streamparser/json';
import { type Cell, exactNumber } from './cell.ts';

/** What a JSON text is made of, in the order it is read. */
export interface JsonListener {
  startObject(): void;
  startArray(): void;
  /** The end of the object or array opened last. */
  end(): void;
  key(name: string): void;
  /** @param spelling - How a number is written; undefined for anything else. */
  scalar(value: Cell, spelling?: string): void;
}

export type JsonFaultRule =
  | 'file-not-empty'
  | 'text-is-utf-8'
  | 'json-well-formed'
  | 'json-complete'
  | 'json-nesting-limited'
  | 'json-text-limited';

/** Why reading stopped, and on which line (from 1) of the text. */
export interface JsonFault {
  readonly rule: JsonFaultRule;
  readonly line: number;
}

export interface JsonGrammar {
  /** Reads on; does nothing once there is a fault. */
  write(bytes: Uint8Array): void;
  end(): void;
  /**
   * Says that a line of texts ends here, each a JSON text by itself, and lets another text follow. What has been
   * read since the last call: nothing but white space, one whole text, or the beginning of one.
   */
  next(): 'nothing' | 'whole' | 'part';
  /** Stops reading, without a fault. */
  stop(): void;
  readonly fault: JsonFault | null;
}

const MAXIMUM_DEPTH = 12;
/** A token that has not ended after so many bytes is given up, so that an open quote cannot fill the memory. */
const MAXIMUM_TOKEN_BYTES = 1_048_576;
const NEWLINE = 10;

type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

/** Keeps the text of a number, so that it can be seen whether a JavaScript number holds it exactly. */
class ExactTokenizer extends Tokenizer {
  numberText = '';

  protected override parseNumber(text: string): number {
    this.numberText = text;
    return 0;
  }
}

/**
 * Reads JSON as it arrives and tells a listener what is in it, by the grammar of RFC 8259 and no more: no
 * comments, no trailing commas, one value. Nesting beyond 12 levels is a fault, so memory stays flat however
 * deep a text goes.
 *
 * The listener must not throw. Nothing here builds an object, so no key can be assigned onto one.
 */
export function readJson(listener: JsonListener): JsonGrammar {
  const tokenizer = new ExactTokenizer();
  const isObject: boolean[] = [];
  let expected: Expected = 'value';
  let fault: JsonFault | null = null;
  let isStopped = false;
  let isListening = false;
  let hasTokens = false;
  let tokenStart = 0;
  let chunk = new Uint8Array(0);
  let chunkStart = 0;
  let line = 1;

  const fail = (rule: JsonFaultRule, offset: number) => {
    if (fault !== null || isStopped) return;
    fault = { rule, line: line + countNewlines(chunk, offset - chunkStart) };
  };
  const closed = () => {
    expected = isObject.length === 0 ? 'nothing' : 'comma or end';
  };
  const open = (object: boolean, offset: number) => {
    if (isObject.length === MAXIMUM_DEPTH) return fail('json-nesting-limited', offset);
    isObject.push(object);
    expected = object ? 'key or end' : 'value or end';
    if (object) listener.startObject();
    else listener.startArray();
  };
  const close = (object: boolean, offset: number) => {
    const mayEnd = expected === 'comma or end' || expected === (object ? 'key or end' : 'value or end');
    if (!mayEnd || isObject.at(-1) !== object) return fail('json-well-formed', offset);
    isObject.pop();
    closed();
    listener.end();
  };
  const scalar = (value: Cell, offset: number, spelling?: string) => {
    if (expected !== 'value' && expected !== 'value or end') return fail('json-well-formed', offset);
    closed();
    listener.scalar(value, spelling);
  };
  const text = (value: string, offset: number) => {
    if (expected !== 'key' && expected !== 'key or end') return scalar(value, offset);
    expected = 'colon';
    listener.key(value);
  };
  const mayOpen = (offset: number) => {
    if (expected === 'value' || expected === 'value or end') return true;
    fail('json-well-formed', offset);
    return false;
  };

  tokenizer.onToken = ({ token, value, offset }) => {
    if (fault !== null || isStopped) return;
    hasTokens = true;
    tokenStart = offset;
    isListening = true;
    if (token === TokenType.STRING) text(value as string, offset);
    else if (token === TokenType.COLON) {
      if (expected === 'colon') expected = 'value';
      else fail('json-well-formed', offset);
    } else if (token === TokenType.COMMA) {
      if (expected === 'comma or end') expected = isObject.at(-1) ? 'key' : 'value';
      else fail('json-well-formed', offset);
    } else if (token === TokenType.NUMBER) {
      const spelling = tokenizer.numberText;
      scalar(exactNumber(spelling), offset, spelling);
    } else if (token === TokenType.LEFT_BRACE) {
      if (mayOpen(offset)) open(true, offset);
    } else if (token === TokenType.RIGHT_BRACE) close(true, offset);
    else if (token === TokenType.LEFT_BRACKET) {
      if (mayOpen(offset)) open(false, offset);
    } else if (token === TokenType.RIGHT_BRACKET) close(false, offset);
    else scalar(value, offset);
    isListening = false;
  };
  tokenizer.onError = (error) => {
    if (isListening) throw error;
    const position = /absolute position "(\d+)"/.exec(error.message)?.[1];
    // Anything but the tokenizer's own complaint comes from the decoder of strings.
    if (error instanceof TokenizerError) fail('json-well-formed', Number(position ?? tokenStart));
    else fail('text-is-utf-8', tokenStart);
  };

  return {
    get fault() {
      return fault;
    },
    write(bytes) {
      if (fault !== null || isStopped) return;
      chunk = bytes as Uint8Array<ArrayBuffer>;
      tokenizer.write(bytes);
      chunkStart += bytes.length;
      if (chunkStart - tokenStart > MAXIMUM_TOKEN_BYTES) fail('json-text-limited', chunkStart);
      line += countNewlines(bytes, bytes.length);
      chunk = new Uint8Array(0);
    },
    end() {
      if (fault !== null || isStopped) return;
      tokenizer.onError = () => fail('json-complete', chunkStart);
      tokenizer.end();
      if (!hasTokens) fail('file-not-empty', chunkStart);
      else if (expected !== 'nothing') fail('json-complete', chunkStart);
    },
    next() {
      if (expected === 'nothing') {
        expected = 'value';
        return 'whole';
      }
      return isObject.length === 0 ? 'nothing' : 'part';
    },
    stop() {
      isStopped = true;
    },
  };
}

function countNewlines(bytes: Uint8Array, length: number): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1 && at < length; at = bytes.indexOf(NEWLINE, at + 1))
    count += 1;
  return count;
}
