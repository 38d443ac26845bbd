import { cellDigest, firstUint32 } from '../../../src/disclosure/keys.ts';
import { publishCount } from '../../../src/disclosure/publish.ts';
import { testKey } from '../../support/test-keys.ts';

const CELL_KEY = testKey(2);

/** A made cell: its address, what is truly in it, and the sum of its rows' keys. */
export interface MadeCell {
  readonly address: string;
  readonly count: number;
  readonly keySum: number;
}

/** The digest that decides a made cell's noise, by the functions that publish real ones. */
export function digestOf({ address, keySum }: MadeCell, label = 'count:people'): Buffer {
  return cellDigest(CELL_KEY, label, address, keySum);
}

/** What a made cell publishes, by the functions that publish real ones. */
export function publishMade(cell: MadeCell, cap = 1): number | null {
  return publishCount(cell.count, firstUint32(digestOf(cell)), cap);
}

/** A whole number below 2³², such as the key of a row. */
export function drawKey(random: () => number): number {
  return Math.floor(random() * 2 ** 32);
}
