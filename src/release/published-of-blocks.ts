import type { Place } from '../disclosure/addresses.ts';
import { type CellBlock, placeOf } from './cell-block.ts';
import type { IsShown } from './parent-rule.ts';
import type { ProtectedCell } from './protect-cells.ts';

/**
 * The published figures of some blocks, one after the other: those that are shown.
 */
export function* publishedOfBlocks(
  blocks: Iterable<CellBlock>,
  isShown: IsShown,
): Generator<ProtectedCell, void, undefined> {
  for (const block of blocks) {
    const { figures } = block.header;
    for (let row = 0; row < block.count; row += 1) {
      let place: Place | undefined;
      for (let index = 0; index < figures.length; index += 1) {
        if (!isShown(block, row, index)) continue;
        // All figures of a place share it, and most places show none.
        place ??= placeOf(block.header, block.tokensOf(row));
        yield { place, figure: figures[index] as string, value: block.valueAt(row, index) };
      }
    }
  }
}
