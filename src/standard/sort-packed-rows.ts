import { canonicalRowWriter } from './canonical-rows.ts';
import { blockAt, rowAt } from './kept-rows.ts';
import { largeBuffer } from './large-buffer.ts';
import type { PackedRows } from './pack-rows.ts';
import type { FieldPlan } from './plan-rows.ts';
import { codesThatLead } from './write-packed-rows.ts';

const MAXIMUM_BUCKETS = 65_536;

/**
 * Puts places of a packed table in the order of the canonical texts of their rows: values in schema order, codes
 * quoted as JSON has them.
 *
 * It sorts by the codes that stand first in a row, from the last of them to the first, by counting; only rows in
 * which all of these are equal are compared as text. Quoted codes are such that none begins with another, so the order
 * of two rows is that of the first code in which they differ.
 *
 * @returns The places in order.
 * @source Radix sort from the least significant key: D. Knuth, The Art of Computer Programming, volume 3, 5.2.5.
 */
export function sortPackedRows(rows: PackedRows, places: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const { plan, blocks } = rows;
  const codesInRow = plan.fields.filter(({ isCode }) => isCode).length;
  const leading = codesThatLead(plan.fields);
  const codeAt = (place: number, field: number) =>
    blockAt(blocks, place).codes[rowAt(place) * codesInRow + field] as number;

  // Numbers of rows as they are given, so that what a row is sorted by is read in the order in which it lies.
  let order = new Uint32Array(largeBuffer(places.byteLength), 0, places.length);
  let spare = new Uint32Array(largeBuffer(places.byteLength), 0, places.length);
  const ranks = new Uint16Array(largeBuffer(places.byteLength / 2), 0, places.length);
  for (let at = 0; at < order.length; at += 1) order[at] = at;
  for (const { fields, buckets } of groupsOf(plan.fields.slice(0, leading))) {
    const starts = new Uint32Array(buckets + 1);
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] as number;
      const { codes } = blockAt(blocks, place);
      const start = rowAt(place) * codesInRow;
      let rank = 0;
      for (const { index, rankOf } of fields) {
        rank = rank * rankOf.length + (rankOf[codes[start + index] as number] as number);
      }
      ranks[at] = rank;
      starts[rank + 1] = (starts[rank + 1] as number) + 1;
    }
    for (let rank = 1; rank < starts.length; rank += 1) {
      starts[rank] = (starts[rank] as number) + (starts[rank - 1] as number);
    }
    for (let at = 0; at < order.length; at += 1) {
      const row = order[at] as number;
      const rank = ranks[row] as number;
      const start = starts[rank] as number;
      spare[start] = row;
      starts[rank] = start + 1;
    }
    [order, spare] = [spare, order];
  }
  const sorted = spare;
  for (let at = 0; at < order.length; at += 1) sorted[at] = places[order[at] as number] as number;

  const write = canonicalRowWriter(rows);
  const decoder = new TextDecoder();
  const textOf = (place: number) => decoder.decode([...write(Uint32Array.of(place))][0]);
  const isSame = (one: number, other: number) => {
    // Neighbours in order differ in the last codes first.
    for (let field = leading - 1; field >= 0; field -= 1) {
      if (codeAt(one, field) !== codeAt(other, field)) return false;
    }
    return true;
  };
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && isSame(sorted[start] as number, sorted[end] as number)) end += 1;
    if (end - start > 1)
      sorted.subarray(start, end).sort((one, other) => compare(textOf(one), textOf(other)));
    start = end;
  }
  return sorted;
}

/** Fields that are sorted by at once: their ranks make one number. */
interface FieldGroup {
  readonly fields: readonly { readonly index: number; readonly rankOf: Uint16Array }[];
  readonly buckets: number;
}

/** The fields in groups, the last first; each group has no more numbers than fit the cache of a processor. */
function groupsOf(plans: readonly FieldPlan[]): FieldGroup[] {
  const groups: FieldGroup[] = [];
  for (const { index, codeTexts } of plans.toReversed()) {
    const field = { index, rankOf: ranksOf(codeTexts) };
    const [last] = groups.slice(-1);
    if (last !== undefined && last.buckets * codeTexts.length <= MAXIMUM_BUCKETS) {
      groups[groups.length - 1] = {
        fields: [field, ...last.fields],
        buckets: last.buckets * codeTexts.length,
      };
    } else groups.push({ fields: [field], buckets: codeTexts.length });
  }
  return groups;
}

/** For each code its position in the order of the codes as JSON. They hold nothing beyond the first plane. */
function ranksOf(codes: readonly string[]): Uint16Array {
  const order = codes.map((code, digit) => ({ text: JSON.stringify(code), digit }));
  order.sort((one, other) => compare(one.text, other.text));
  const ranks = new Uint16Array(codes.length);
  for (const [rank, { digit }] of order.entries()) ranks[digit] = rank;
  return ranks;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
