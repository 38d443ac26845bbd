import { TABLES } from '../../src/standard/generated/tables.ts';
import type { ReturnSource } from '../../src/standard/validate-return.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

const { tables, ...header } = VALID_RETURN;

/** The profiles of the valid return as CSV, sent over and over: rows that repeat are findings, and few of those. */
export const CSV_SOURCE: ReturnSource = { format: 'csv', table: 'profiles', header };

const names = TABLES.profiles.fields.map((field) => field.name);

export const CSV_HEADING = `${names.join(',')}\r\n`;

export const CSV_ROWS = (tables.profiles ?? [])
  .map((row) =>
    names.map((name) => String((row as unknown as Record<string, unknown>)[name] ?? '')).join(','),
  )
  .map((line) => `${line}\r\n`)
  .join('');

/** About so many bytes of CSV, in pieces of a few kilobytes. */
export async function* csvOf(bytes: number): AsyncGenerator<Uint8Array> {
  const piece = new TextEncoder().encode(CSV_ROWS.repeat(10));
  yield new TextEncoder().encode(CSV_HEADING);
  for (let sent = 0; sent < bytes; sent += piece.length) yield piece;
}

/** A body that is given piece by piece from outside, and remembers how much of it was read. */
export class OpenBody implements AsyncIterable<Uint8Array> {
  /** Bytes that were asked for and given. */
  read = 0;
  readonly #pieces: (Uint8Array | null)[] = [];
  #wake: () => void = () => {};

  send(...pieces: (string | Uint8Array)[]): void {
    for (const piece of pieces) {
      this.#pieces.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
    }
    this.#wake();
  }

  end(): void {
    this.#pieces.push(null);
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (;;) {
      const piece = this.#pieces.shift();
      if (piece === null) return;
      if (piece === undefined) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        continue;
      }
      this.read += piece.length;
      yield piece;
    }
  }
}
