import { blockAt, rowAt } from './kept-rows.ts';
import type { PackedRows } from './pack-rows.ts';
import type { FieldPlan } from './plan-rows.ts';

/** How the values of a row are written. */
export interface RowForm {
  /** What stands before the first value, between two, and after the last. */
  readonly before: string;
  readonly between: string;
  readonly after: string;
  readonly missing: string;
  /** The same function for all rows of one form: what it gives is kept. */
  readonly code: (text: string) => string;
  /** Whether missing values of fields that came after the first version are left out at the end of a row. */
  readonly isShortened: boolean;
}

/** Enough that handing a piece on costs little beside writing it; what waits to be sent is many of them. */
const PIECE_BYTES = 256 * 1024;
/** The longest number that JavaScript writes in its shortest form has 25 characters. */
const LONGEST_NUMBER = 32;

/** Writes rows at the places given, in their order. */
export type RowWriter = (places: Uint32Array) => Generator<Uint8Array<ArrayBuffer>>;

/**
 * What writes rows of a packed table: in UTF-8, in pieces of whole rows whose memory is nobody else's.
 *
 * Codes are made into bytes once for the program. What a row has in common with the start of the one before is copied from there: of
 * rows in order that is most of them.
 */
export function packedRowWriter({ plan, blocks }: PackedRows, form: RowForm): RowWriter {
  const { fields } = plan;
  const before = bytesOf(form.before);
  const between = bytesOf(form.between);
  const after = bytesOf(form.after);
  const written = fields.map((field) => (field.isCode ? codesAsWritten(field, form.code) : null));
  const codesInRow = fields.filter(({ isCode }) => isCode).length;
  const numbersInRow = fields.length - codesInRow;
  const leading = codesThatLead(fields);
  const shortest = form.isShortened ? fields.length - optionalAtEnd(fields) : fields.length;
  const longestRow = written.reduce(
    (bytes, texts) => bytes + between.length + longestOf(texts),
    before.length + after.length,
  );
  /** How many fields of a row are written, its numbers beginning at `number`. */
  const lengthOf = (numbers: Float64Array, number: number): number => {
    let length = fields.length;
    let last = number + numbersInRow - 1;
    while (length > shortest && Number.isNaN(numbers[last])) {
      length -= 1;
      last -= 1;
    }
    return length;
  };

  return function* (places) {
    /** Of the row written last: where it starts, and of each code that leads, what it is and where it ends. */
    let last = -1;
    const lastCodes = new Uint16Array(leading);
    const ends = new Uint32Array(leading);
    let piece = new Uint8Array(0);
    let at = 0;
    for (let index = 0; index < places.length; index += 1) {
      if (at + longestRow > piece.length) {
        if (at > 0) yield piece.subarray(0, at);
        piece = new Uint8Array(Math.min((places.length - index) * longestRow, PIECE_BYTES + longestRow));
        at = 0;
        last = -1;
      }
      const place = places[index] as number;
      const { codes, numbers } = blockAt(blocks, place);
      let code = rowAt(place) * codesInRow;
      let number = rowAt(place) * numbersInRow;
      const length = lengthOf(numbers, number);
      const start = at;
      let field = 0;
      if (last >= 0) while (field < leading && codes[code + field] === lastCodes[field]) field += 1;
      if (field > 0) {
        const common = ends[field - 1] as number;
        piece.copyWithin(at, last, last + common);
        at += common;
        code += field;
      } else at = writeBytes(piece, at, before);
      for (; field < length; field += 1) {
        if (field > 0) at = writeBytes(piece, at, between);
        const texts = written[field];
        if (texts) {
          const digit = codes[code++] as number;
          at = writeBytes(piece, at, texts[digit] as Uint8Array);
          if (field >= leading) continue;
          ends[field] = at - start;
          lastCodes[field] = digit;
        } else {
          const value = numbers[number++] as number;
          at = writeAscii(piece, at, Number.isNaN(value) ? form.missing : String(value));
        }
      }
      at = writeBytes(piece, at, after);
      last = start;
    }
    if (at > 0) yield piece.subarray(0, at);
  };
}

/** Of the codes of each field, for each way in which they are written; both last as long as the program. */
const WRITTEN = new WeakMap<FieldPlan, Map<RowForm['code'], readonly Uint8Array[]>>();

function codesAsWritten(field: FieldPlan, code: RowForm['code']): readonly Uint8Array[] {
  const known = WRITTEN.get(field) ?? new Map<RowForm['code'], readonly Uint8Array[]>();
  WRITTEN.set(field, known);
  const written = known.get(code) ?? field.codeTexts.map((text) => bytesOf(code(text)));
  known.set(code, written);
  return written;
}

const ENCODER = new TextEncoder();

function bytesOf(text: string): Uint8Array {
  return ENCODER.encode(text);
}

/** A loop: for so few bytes a call to `set` takes longer. */
function writeBytes(target: Uint8Array, at: number, bytes: Uint8Array): number {
  for (let index = 0; index < bytes.length; index += 1) target[at + index] = bytes[index] as number;
  return at + bytes.length;
}

function writeAscii(target: Uint8Array, at: number, text: string): number {
  for (let index = 0; index < text.length; index += 1) target[at + index] = text.charCodeAt(index);
  return at + text.length;
}

/** How many fields at the start of a row are codes. */
export function codesThatLead(fields: readonly Pick<FieldPlan, 'isCode'>[]): number {
  const firstNumber = fields.findIndex(({ isCode }) => !isCode);
  return firstNumber === -1 ? fields.length : firstNumber;
}

/** How many fields at the end a row may leave out; they are numbers. */
function optionalAtEnd(fields: PackedRows['plan']['fields']): number {
  let count = 0;
  while (fields[fields.length - 1 - count]?.isOptional === true) count += 1;
  return count;
}

function longestOf(texts: readonly Uint8Array[] | null): number {
  return texts === null ? LONGEST_NUMBER : texts.reduce((most, { length }) => Math.max(most, length), 0);
}
