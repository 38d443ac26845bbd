import { type Cell, exactNumber } from './cell.ts';
import {
  BEGIN_ARRAY,
  BEGIN_OBJECT,
  END_ARRAY,
  END_OBJECT,
  FALSE,
  JsonTokens,
  NAME_SEPARATOR,
  NUMBER,
  STRING,
  type TokenFault,
  TRUE,
  VALUE_SEPARATOR,
} from './json-tokens.ts';

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

export type JsonFaultRule = TokenFault | 'file-not-empty' | 'json-nesting-limited';

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

/** Levels of objects and arrays within each other. */
export const MAXIMUM_DEPTH = 12;
type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

/**
 * Reads JSON as it arrives and tells a listener what is in it, by the grammar of RFC 8259 and no more: no
 * comments, no trailing commas, one value. Nesting beyond 12 levels is a fault, so memory stays flat however
 * deep a text goes.
 *
 * The listener must not throw. Nothing here builds an object, so no key can be assigned onto one.
 */
export function readJson(listener: JsonListener): JsonGrammar {
  const isObject: boolean[] = [];
  let expected: Expected = 'value';
  let fault: JsonFault | null = null;
  let hasTokens = false;
  let isStopped = false;

  const fail = (rule: JsonFaultRule) => {
    fault ??= { rule, line: tokens.line };
    tokens.stop();
  };
  const closed = () => {
    expected = isObject.length === 0 ? 'nothing' : 'comma or end';
  };
  const mayBegin = () => {
    if (expected === 'value' || expected === 'value or end') return true;
    fail('json-well-formed');
    return false;
  };
  const open = (object: boolean) => {
    if (!mayBegin()) return;
    if (isObject.length === MAXIMUM_DEPTH) return fail('json-nesting-limited');
    isObject.push(object);
    expected = object ? 'key or end' : 'value or end';
    if (object) listener.startObject();
    else listener.startArray();
  };
  const close = (object: boolean) => {
    const mayEnd = expected === 'comma or end' || expected === (object ? 'key or end' : 'value or end');
    if (!mayEnd || isObject.at(-1) !== object) return fail('json-well-formed');
    isObject.pop();
    closed();
    listener.end();
  };
  const scalar = (value: Cell, spelling?: string) => {
    if (!mayBegin()) return;
    closed();
    listener.scalar(value, spelling);
  };
  const string = (text: string) => {
    if (expected !== 'key' && expected !== 'key or end') return scalar(text);
    expected = 'colon';
    listener.key(text);
  };
  const nameSeparator = () => {
    if (expected === 'colon') expected = 'value';
    else fail('json-well-formed');
  };
  const valueSeparator = () => {
    if (expected === 'comma or end') expected = isObject.at(-1) ? 'key' : 'value';
    else fail('json-well-formed');
  };

  const take = (kind: number, text: string) => {
    hasTokens = true;
    if (kind === STRING) string(text);
    else if (kind === NAME_SEPARATOR) nameSeparator();
    else if (kind === VALUE_SEPARATOR) valueSeparator();
    else if (kind === NUMBER) scalar(exactNumber(text), text);
    else if (kind === BEGIN_OBJECT) open(true);
    else if (kind === END_OBJECT) close(true);
    else if (kind === BEGIN_ARRAY) open(false);
    else if (kind === END_ARRAY) close(false);
    else scalar(kind === TRUE ? true : kind === FALSE ? false : null);
  };
  const tokens = new JsonTokens({ take, fail });

  return {
    get fault() {
      return fault;
    },
    write: (bytes) => tokens.write(bytes),
    end() {
      tokens.end();
      if (isStopped || fault !== null) return;
      if (!hasTokens) fail('file-not-empty');
      else if (expected !== 'nothing') fail('json-complete');
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
      tokens.stop();
    },
  };
}
