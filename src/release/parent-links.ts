import type { Place } from '../disclosure/addresses.ts';
import type { FigureAt } from '../disclosure/home.ts';
import { AREA, periodLevelOf, personDimensionsOf } from '../disclosure/lattice.ts';
import {
  contributionCap,
  PARTS_OF_PAIRED,
  pairedPeopleOf,
  parentWithout,
  removableDimensions,
  withoutDimension,
} from '../disclosure/parents.ts';
import { MAGNITUDE_MINIMUM, PARENT_MINIMUM } from '../disclosure/publish.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import { INDEX_SELECTOR, selectorsOf } from '../standard/table-description.ts';
import { TABLES_OF_EVERY_VERSION } from '../standard/versions/every-version.ts';
import { tablesAsked } from './asked-tables.ts';
import { type CellBlock, NOT_HELD } from './cell-block.ts';

/** Where one parent of each cell of a block stands. */
export interface ParentLink {
  /** The block that holds the parents; undefined where none of them may be shown. */
  readonly block: CellBlock | undefined;
  /** The position of the figure there. */
  readonly figure: number;
  /** What the parent must publish at least. */
  readonly minimum: number;
  /** The row there of the parent of the cell with these tokens; `NOT_HELD` where it may not be shown. */
  readonly rowOf: (tokens: ArrayLike<number>) => number;
}

/** Leads from a place to one of its parents. */
interface Way {
  readonly to: (place: Place) => FigureAt;
  readonly minimum: (parent: FigureAt) => number;
}

/**
 * Finds, for a figure of a block, where the parents of all its cells stand.
 *
 * Which table and selectors they have hangs on the names of dimensions alone, and each of their tokens on one token
 * of the cell: so the scheme (`parentsOf`) is asked once for each block and each token, with marks in the place of
 * all the other tokens, and not for each cell.
 */
export function parentLinks(
  blocks: readonly CellBlock[],
): (block: CellBlock, figure: number) => readonly ParentLink[] {
  const known = new Map(blocks.map((block) => [blockId(block.header), block]));
  return (block, figure) => waysOf(block, figure).map((way) => linkOf(block, way, known));
}

/**
 * What a cell hangs on: a magnitude on the published number of people it describes, a count on its parents.
 */
function waysOf({ header }: CellBlock, index: number): Way[] {
  const figure = header.figures[index] as string;
  const minimum = (parent: FigureAt) =>
    PARENT_MINIMUM * contributionCap(parent, periodLevelOf(header.period));
  if (isMagnitude(header.table, figure)) return [{ to: pairedPeopleOf, minimum: () => MAGNITUDE_MINIMUM }];
  const present = Object.fromEntries(header.dimensions.map((name) => [name, name]));
  const removed = removableDimensions({ table: header.table, dimensions: present }).map((name): Way => {
    return { to: (place) => parentWithout(withoutDimension(place, name), figure), minimum };
  });
  return PARTS_OF_PAIRED.has(figure) ? [...removed, { to: pairedPeopleOf, minimum }] : removed;
}

function isMagnitude(table: TableName, figure: string): boolean {
  const field = TABLES_OF_EVERY_VERSION[table].fields.find((candidate) => candidate.name === figure);
  return field?.magnitude != null;
}

function linkOf(block: CellBlock, { to, minimum }: Way, blocks: ReadonlyMap<string, CellBlock>): ParentLink {
  const marked = markedPlace(block);
  const parent = to(marked);
  if (!tablesAsked(block.header.table).has(parent.place.table)) {
    throw new Error(`${block.header.table} is not known to ask ${parent.place.table}`);
  }
  const dimensions = personDimensionsOf(parent.place.table)
    .map(({ name }) => name)
    .filter((name) => parent.place.dimensions[name] !== undefined);
  const held = blocks.get(blockId({ ...parent.place, dimensions }));
  const least = minimum(parent);
  if (held === undefined) return { block: undefined, figure: 0, minimum: least, rowOf: () => NOT_HELD };
  const positions = [AREA, ...dimensions].map((name) =>
    tokenOfParent(name, tokenIn(parent.place, name), { block, held, marked, to }),
  );
  const tokens = new Array<number>(positions.length).fill(NOT_HELD);
  return {
    block: held,
    figure: held.header.figures.indexOf(parent.figure),
    minimum: least,
    rowOf: (own) => {
      for (let position = 0; position < positions.length; position += 1) {
        const token = (positions[position] as TokenOfParent)(own);
        if (token === NOT_HELD) return NOT_HELD;
        tokens[position] = token;
      }
      return held.rowOf(tokens);
    },
  };
}

/** The token of a parent in one dimension; `NOT_HELD` where its table has no such token. */
type TokenOfParent = (own: ArrayLike<number>) => number;

function tokenOfParent(
  name: string,
  mark: string,
  link: {
    readonly block: CellBlock;
    readonly held: CellBlock;
    readonly marked: Place;
    readonly to: Way['to'];
  },
): TokenOfParent {
  const { texts, dimensions } = link.block.header;
  const numbers = numbersOf(link.held.header.texts);
  const names = [AREA, ...dimensions];
  const from = names.findIndex((own) => tokenIn(link.marked, own) === mark);
  // What is no mark is the token of all parents.
  if (from === -1) return constantly(numbers.get(mark) ?? NOT_HELD);
  const known: number[] = [];
  return (own) => {
    const token = own[from] as number;
    let there = known[token];
    if (there === undefined) {
      const place = withToken(link.marked, names[from] as string, texts[token] as string);
      there = numbers.get(tokenIn(link.to(place).place, name)) ?? NOT_HELD;
      known[token] = there;
    }
    return there;
  };
}

const numbered = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** The numbers that stand for the texts of tokens. */
function numbersOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const known = numbered.get(texts) ?? new Map(texts.map((text, number) => [text, number]));
  numbered.set(texts, known);
  return known;
}

function constantly(token: number): TokenOfParent {
  return () => token;
}

/** A place of the block whose tokens only say which dimension they are of. No code looks like them. */
function markedPlace({ header: { table, selectors, period, dimensions } }: CellBlock): Place {
  const marks = dimensions.map((name) => [name, `<${name}>`]);
  return { table, selectors, period, area: `<${AREA}>`, dimensions: Object.fromEntries(marks) };
}

function tokenIn({ area, dimensions }: Place, name: string): string {
  return name === AREA ? area : (dimensions[name] as string);
}

function withToken(place: Place, name: string, token: string): Place {
  if (name === AREA) return { ...place, area: token };
  return { ...place, dimensions: { ...place.dimensions, [name]: token } };
}

/** A text unique to a table, its selectors and the dimensions that are fixed. */
function blockId({
  table,
  selectors,
  dimensions,
}: Pick<CellBlock['header'], 'table' | 'selectors' | 'dimensions'>): string {
  const chosen = selectorsOf(TABLES[table]).map(({ name }) => selectors[name]);
  return [table, ...chosen, selectors[INDEX_SELECTOR] ?? '', ...dimensions].join(';');
}
