import { type CellBlock, NOT_HELD } from './cell-block.ts';
import { type ParentLink, parentLinks } from './parent-links.ts';

/** Whether a figure of a cell is published: by its block, its row and the position of the figure. */
export type IsShown = (block: CellBlock, row: number, figure: number) => boolean;

const SHOWN = 1;
const HIDDEN = 2;

/** What is known of the cells of one block: for each figure its links to parents, and for each row whether it is shown. */
interface BlockState {
  readonly links: (readonly ParentLink[] | undefined)[];
  readonly answers: (Uint8Array | undefined)[];
}

/**
 * Tells which figures of a period are published: those that may be shown as far as they alone are concerned, and
 * whose every parent is itself shown and publishes enough.
 *
 * @param blocks - All protected cells of the period, of every table, so that a parent in another table is found.
 */
export function parentRule(blocks: readonly CellBlock[]): IsShown {
  const linksOf = parentLinks(blocks);
  const states = new Map<CellBlock, BlockState>();
  const stateOf = (block: CellBlock): BlockState => {
    const state = states.get(block) ?? { links: [], answers: [] };
    states.set(block, state);
    return state;
  };
  const isShown: IsShown = (block, row, figure) => {
    const value = block.valueAt(row, figure);
    if (Number.isNaN(value)) return false;
    const state = stateOf(block);
    const answers = state.answers[figure] ?? new Uint8Array(block.count);
    state.answers[figure] = answers;
    if (answers[row] !== 0) return answers[row] === SHOWN;
    const links = state.links[figure] ?? linksOf(block, figure);
    state.links[figure] = links;
    const shown = areShown(links, block.tokensOf(row));
    answers[row] = shown ? SHOWN : HIDDEN;
    return shown;
  };
  const areShown = (links: readonly ParentLink[], tokens: ArrayLike<number>): boolean => {
    for (const link of links) {
      if (link.block === undefined) return false;
      const parent = link.rowOf(tokens);
      if (parent === NOT_HELD || !(link.block.valueAt(parent, link.figure) >= link.minimum)) return false;
      if (!isShown(link.block, parent, link.figure)) return false;
    }
    return true;
  };
  return isShown;
}
