import { areaInAddress, dimensionInAddress, type Place } from '../disclosure/addresses.ts';
import { CellKeys } from '../disclosure/cell-keys.ts';
import { isCell } from '../disclosure/implied-cells.ts';
import { isBelowBoard } from '../disclosure/lattice.ts';
import { CellBlock, placeOf } from './cell-block.ts';
import { type CellPlan, planFinder, readTokens, type TableAndPeriod } from './cell-plan.ts';
import type { CellQuery } from './cell-sql.ts';
import { protectFigure } from './protect-figure.ts';
import { readSums } from './read-sums.ts';
import type { QueryUnderway } from './sums-ahead.ts';

/** A figure that may be shown as far as it alone is concerned; its parents are still to be asked. */
export interface ProtectedCell {
  readonly place: Place;
  readonly figure: string;
  /** Null where a table of things does not hold the figure. */
  readonly value: number | null;
}

/** Adds up the rows of a table, in however many statements, and lets out only what the publishing rule allows (`protectFigure`). */
export async function protectCells(
  underway: Iterable<QueryUnderway>,
  at: TableAndPeriod & { readonly cellKey: Uint8Array },
): Promise<CellBlock[]> {
  const keys = new CellKeys(at.cellKey);
  const blocks = new Map<string, OpenBlock>();
  for (const each of underway) await protectSums(each, at, keys, blocks);
  return [...blocks.values()].map(({ block }) => block);
}

/** Adds what may be let out of one statement's sums to the blocks. */
async function protectSums(
  { query, sums: started }: QueryUnderway,
  at: TableAndPeriod,
  keys: CellKeys,
  blocks: Map<string, OpenBlock>,
): Promise<void> {
  const planAt = planFinder(query, at);
  const blockOfPlan = new Map<CellPlan, OpenBlock>();
  const tokens: number[] = [];
  for await (const sums of readSums(started)) {
    for (let row = 0; row < sums.count; row += 1) {
      const plan = planAt(sums, row);
      if (!plan || plan.figures.length === 0) continue;
      let open = blockOfPlan.get(plan);
      if (open === undefined) {
        open = openBlock(blocks, query, at, plan);
        blockOfPlan.set(plan, open);
      }
      readTokens(plan, sums, row, tokens);
      if (!open.isCell(tokens)) continue;
      const of = { sums, row };
      const cell = {
        keys,
        selectors: plan.selectors,
        placeText: placeText(plan, query, tokens),
      };
      for (const figure of plan.figures) {
        const value = protectFigure(figure, of, cell);
        if (value !== null) open.block.set(tokens, figure.index, value);
      }
    }
  }
}

interface OpenBlock {
  readonly block: CellBlock;
  /** Whether a place with these tokens can hold a figure of its own. */
  readonly isCell: (tokens: readonly number[]) => boolean;
}

function openBlock(
  blocks: Map<string, OpenBlock>,
  query: CellQuery,
  at: TableAndPeriod,
  { selectors, dimensions }: CellPlan,
): OpenBlock {
  const key = JSON.stringify([selectors, dimensions]);
  const known = blocks.get(key);
  if (known) return known;
  const figures = query.figures.map(({ name }) => name);
  const { table, period } = at;
  const block = new CellBlock({ table, period, selectors, dimensions, figures, texts: query.texts });
  const open = { block, isCell: cellTester(block) };
  blocks.set(key, open);
  return open;
}

/**
 * Whether places of a block can hold figures, asked once for all areas that are alike: of an area it only matters
 * whether it is smaller than a board.
 */
function cellTester(block: CellBlock): (tokens: readonly number[]) => boolean {
  const { table, texts } = block.header;
  const isBelow = new Map<number, boolean>();
  const known = new Map<number, boolean>();
  return (tokens) => {
    const area = tokens[0] as number;
    let below = isBelow.get(area);
    if (below === undefined) {
      below = isBelowBoard(table, texts[area] as string);
      isBelow.set(area, below);
    }
    let key = below ? 1 : 0;
    for (let position = 1; position < block.width; position += 1) {
      key = key * texts.length + (tokens[position] as number);
    }
    let is = known.get(key);
    if (is === undefined) {
      is = isCell(placeOf(block.header, tokens));
      known.set(key, is);
    }
    return is;
  };
}

/** What the address of a cell has after its stem. */
function placeText({ dimensions }: CellPlan, { texts }: CellQuery, tokens: readonly number[]): string {
  let text = areaInAddress(texts[tokens[0] as number] as string);
  for (let index = 0; index < dimensions.length; index += 1) {
    const token = texts[tokens[index + 1] as number] as string;
    text += dimensionInAddress(dimensions[index] as string, token);
  }
  return text;
}
