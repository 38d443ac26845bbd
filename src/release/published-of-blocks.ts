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
      const tokens = block.tokensOf(row);
      const shown = figures.flatMap((_, index) => (isShown(block, row, index) ? index : []));
      if (shown.length === 0) continue;
      const place = placeOf(block.header, tokens);
      for (const index of shown) {
        yield { place, figure: figures[index] as string, value: block.valueAt(row, index) };
      }
    }
  }
}
