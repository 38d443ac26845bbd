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
  const groups = rankRows(rows, places);
  // Numbers of rows as they are given, so that what a row is sorted by is read near where it lies.
  let order = new Uint32Array(largeBuffer(places.byteLength), 0, places.length);
  let spare = new Uint32Array(largeBuffer(places.byteLength), 0, places.length);
  for (let at = 0; at < order.length; at += 1) order[at] = at;
  for (const { ranks, starts } of groups) {
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
  const isSame = (one: number, other: number) => {
    // Neighbours in order differ in the last codes first, which are those of the first group.
    for (const { ranks } of groups) if (ranks[one] !== ranks[other]) return false;
    return true;
  };
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && isSame(order[start] as number, order[end] as number)) end += 1;
    if (end - start > 1) sortByText(rows, sorted.subarray(start, end));
    start = end;
  }
  return sorted;
}

/** Sorts places of rows by the canonical text of each. */
function sortByText(rows: PackedRows, places: Uint32Array): void {
  const write = canonicalRowWriter(rows);
  const decoder = new TextDecoder();
  const texts = new Map<number, string>();
  for (const place of places) texts.set(place, decoder.decode([...write(Uint32Array.of(place))][0]));
  places.sort((one, other) => compare(texts.get(one) as string, texts.get(other) as string));
}

/** What rows are sorted by at once. */
interface RankedGroup {
  /** Of each row, in the order in which they are given. */
  readonly ranks: Uint16Array;
  /** Of each rank, how many rows have a lower one. */
  readonly starts: Uint32Array;
}

/** The rank of every row in every group of fields, the last group first: the codes are read once, as they lie. */
function rankRows({ plan, blocks }: PackedRows, places: Uint32Array): RankedGroup[] {
  const codesInRow = plan.fields.filter(({ isCode }) => isCode).length;
  const groups = groupsOf(plan.fields.slice(0, codesThatLead(plan.fields))).map(({ fields, buckets }) => ({
    fields,
    ranks: new Uint16Array(largeBuffer(places.length * Uint16Array.BYTES_PER_ELEMENT), 0, places.length),
    starts: new Uint32Array(buckets + 1),
  }));
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    const { codes } = blockAt(blocks, place);
    const start = rowAt(place) * codesInRow;
    for (const { fields, ranks, starts } of groups) {
      let rank = 0;
      for (const { index, rankOf } of fields) {
        rank = rank * rankOf.length + (rankOf[codes[start + index] as number] as number);
      }
      ranks[at] = rank;
      starts[rank + 1] = (starts[rank + 1] as number) + 1;
    }
  }
  for (const { starts } of groups) {
    for (let rank = 1; rank < starts.length; rank += 1) {
      starts[rank] = (starts[rank] as number) + (starts[rank - 1] as number);
    }
  }
  return groups;
}

/** Fields whose ranks make one number. */
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
