import { AREA, isBelowBoard } from '../disclosure/lattice.ts';
import type { TableName } from '../standard/generated/tables.ts';
import { TABLES } from '../standard/generated/tables.ts';
import { INDEX_SELECTOR, selectorsOf } from '../standard/table-description.ts';
import type { AnswerCell } from './answer.ts';
import type { CellSource } from './cell-source.ts';
import { coverageOfGrid, type StateOfArea } from './coverage-of-grid.ts';
import type { CoverageState } from './coverage-state.ts';
import { beginTurn } from './give-way.ts';
import { type Crossing, type CrossingHome, type Home, homesOf } from './grid-homes.ts';
import type { PublishedFile } from './published-file.ts';
import { publishedFilesOf } from './published-file-of.ts';
import type { Question } from './question.ts';

/**
 * The published figure of every place that a question asks for, or why there is none: place by place in the order of the
 * grid (`gridOf`), in each place in the order of the question's figures.
 *
 * People who are counted in another table are looked up there, so that every way of asking gives one number. Other work
 * has its turn between pieces of a large grid.
 */
export async function layCells(source: CellSource, question: Question): Promise<AnswerCell[]> {
  const { area, periods, table, figures } = question;
  const giveWay = await beginTurn();
  const crossings = homesOf(question);
  const files = await readFiles(source, question, crossings);
  const coverage = coverageOfGrid(question);
  const isBelow = area.categories.map(({ token }) => isBelowBoard(table, token));
  const statusOf = TABLES[table].disclosure === 'none' ? thingsAt(table) : peopleAt;
  const cells: AnswerCell[] = [];
  for (const period of periods) {
    await giveWay();
    const isHeld = figures.map((figure) => coverage.isHeld(figure, period));
    const columns = crossings.map(({ homes, isCell }) => ({
      isCell,
      figures: homes.map((at) => ({
        figureIn: readerOf(files.get(fileKey(at.home.table, period)), at),
        stateOf: coverage.statesOf(at.home, at.dimensions, period),
      })),
    }));
    for (const [index, isBelowIt] of isBelow.entries()) {
      await giveWay();
      for (const { isCell, figures: read } of columns) {
        const canBe = isBelowIt ? isCell.belowBoard : isCell.other;
        for (let figure = 0; figure < read.length; figure += 1) {
          const { figureIn, stateOf } = read[figure] as ColumnFigure;
          cells.push(
            canBe ? statusOf(figureIn(index), stateOf(index), isHeld[figure] === true) : NOT_APPLICABLE,
          );
        }
      }
    }
  }
  return cells;
}

/** The figure in an area, by its position; as `PublishedFile.figureAt` gives it. */
type FigureInArea = (index: number) => number | null | undefined;

/** A figure of one crossing in one period. */
interface ColumnFigure {
  readonly figureIn: FigureInArea;
  readonly stateOf: StateOfArea;
}

/** The files of the periods asked, of every table in which a figure is published. */
async function readFiles(source: CellSource, { release, periods }: Question, crossings: readonly Crossing[]) {
  const tables = new Set(crossings.flatMap(({ homes }) => homes.map(({ home }) => home.table)));
  const wanted = [...tables].flatMap((table) => periods.map((period) => ({ table, period })));
  const files = await publishedFilesOf(source, release, wanted);
  return new Map(wanted.map(({ table, period }, index) => [fileKey(table, period), files[index]]));
}

const fileKey = (table: TableName, period: string) => `${table} ${period}`;

/** Reads the figures of a crossing from a file: what is the same in every area is added up once. */
function readerOf(file: PublishedFile | undefined, { home, dimensions }: CrossingHome): FigureInArea {
  if (file === undefined) return () => undefined;
  const { base, areas } = partsOf(file, home);
  let fixed = base;
  for (const name in dimensions) fixed += file.partOf(name, dimensions[name]);
  if (Number.isNaN(fixed)) return () => undefined;
  return (index) => file.figureAt(fixed + (areas[index] as number));
}

interface HomeParts {
  readonly base: number;
  readonly areas: readonly number[];
}

const partsOfHomes = new WeakMap<PublishedFile, WeakMap<Home, HomeParts>>();

/** What selectors, figure and areas of a home add to a place of a file; a home is of one question. */
function partsOf(file: PublishedFile, home: Home): HomeParts {
  const ofFile = partsOfHomes.get(file) ?? new WeakMap<Home, HomeParts>();
  partsOfHomes.set(file, ofFile);
  const known = ofFile.get(home);
  if (known !== undefined) return known;
  const { table, selectors, figure } = home;
  const chosen = selectorsOf(TABLES[table]).map(({ name }) => file.partOf(name, selectors[name] as string));
  const found: HomeParts = {
    base: [
      file.partOf('figure', figure),
      file.partOf(INDEX_SELECTOR, selectors[INDEX_SELECTOR]),
      ...chosen,
    ].reduce((sum, part) => sum + part, 0),
    areas: home.areas.map((token) => file.partOf(AREA, token)),
  };
  ofFile.set(home, found);
  return found;
}

/** What a cell says, by the figure that is published, the returns of its place, and whether they hold the figure. */
type CellOf = (figure: number | null | undefined, state: CoverageState, isHeld: boolean) => AnswerCell;

const NOT_APPLICABLE: AnswerCell = { value: null, status: 'not_applicable' };
const NOT_AVAILABLE: AnswerCell = { value: null, status: 'not_available' };
const SUPPRESSED: AnswerCell = { value: null, status: 'suppressed' };
const UNDER_5: AnswerCell = { value: null, status: 'under_5' };
const PARTIAL: AnswerCell = { value: null, status: 'partial' };
const NO_RETURN: AnswerCell = { value: null, status: 'no_return' };

const peopleAt: CellOf = (figure, state, isHeld) => {
  if (figure != null) return { value: figure, status: state === 'complete' ? 'ok' : 'partial' };
  if (state === 'no_return') return NO_RETURN;
  if (state === 'not_collected' || !isHeld) return NOT_AVAILABLE;
  return state === 'complete' ? SUPPRESSED : PARTIAL;
};

/** A figure of things: none where a complete return has no row, unless so few are not told. */
function thingsAt(table: TableName): CellOf {
  const none: AnswerCell = TABLES[table].least_shown ? UNDER_5 : { value: 0, status: 'ok' };
  return (figure, state) => {
    if (figure === null) return NOT_AVAILABLE;
    if (figure !== undefined) return { value: figure, status: state === 'complete' ? 'ok' : 'partial' };
    if (state === 'complete') return none;
    if (state === 'not_collected') return NOT_AVAILABLE;
    return state === 'partial' ? PARTIAL : NO_RETURN;
  };
}
