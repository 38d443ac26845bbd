import type { Manifest } from '../archive/manifest.ts';
import type { Category, CategorySystem, Level } from '../disclosure/categories.ts';
import {
  AREA,
  figuresOf,
  isAreaLevelAllowed,
  isByIndex,
  personDimensionsOf,
  type Selectors,
  systemOf,
} from '../disclosure/lattice.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../standard/generated/tables.ts';
import { MAXIMUM_DIMENSIONS } from '../standard/question-limits.ts';
import {
  dimensionsOf,
  type FieldDescription,
  INDEX_SELECTOR,
  type PeriodLevel,
} from '../standard/table-description.ts';
import { offeringAskable } from './askable-nearest.ts';
import { type DimensionContext, parseDimension } from './parse-dimension.ts';
import { parseGroups } from './parse-groups.ts';
import { parsePeriods } from './parse-periods.ts';
import { parseSelectors } from './parse-selectors.ts';
import type { AskedDimension, Parameters, Question } from './question.ts';
import { replaceGroup, withChanged } from './question-text.ts';
import { refuseMissing, refuseQuestion } from './refuse.ts';
import { refuseTooManyCells } from './refuse-too-many-cells.ts';
import { refuseOverlap, refuseYear, withoutCarried } from './refuse-unanswerable.ts';

/**
 * Reads a question about one table of a release.
 *
 * @param asked - The question's parameters; those of the form of the answer are not looked at.
 * @throws {ServiceError} PARAMETER_MISSING or QUESTION_NOT_IN_LATTICE, naming the parameter, its choices and
 *   the nearest question that can be asked. Nothing is refused for what the cells hold.
 */
export function parseQuestion(release: Manifest, table: TableName, asked: Parameters): Question {
  return offeringAskable((parameters) => readQuestion(release, table, parameters), asked);
}

function readQuestion(release: Manifest, table: TableName, asked: Parameters): Question {
  refuseTableNotHeld(release, table);
  const groups = parseGroups(table, asked);
  const selectors = parseSelectors(release, table, asked);
  const {
    periods,
    level,
    grouped: periodsGrouped,
  } = parsePeriods(release, table, asked, groups.get('period'));
  const context: DimensionContext = { release, table, selectors, periods, asked, groups };
  const area = parseArea(context);
  const asking = withoutCarried(table, context);
  const dimensions = personDimensionsOf(table).flatMap((field) => parseDimension(field, asking) ?? []);
  const index = parseIndex(context, dimensions);
  refuseTooManyDimensions(dimensions, asked);
  const question: Question = {
    release,
    table,
    figures: [parseFigure(table, asked.figure, level, asked)],
    selectors: { ...selectors, ...index },
    periods,
    periodsGrouped,
    area,
    dimensions,
  };
  refuseOverlap(question, asked);
  refuseYear(question, level, asked);
  refuseTooManyCells(question, asked);
  return question;
}

function refuseTableNotHeld(release: Manifest, table: TableName): void {
  if (release.tables[table] !== undefined) return;
  const held = TABLE_NAMES.filter((name) => release.tables[name] !== undefined);
  throw refuseQuestion(
    'table',
    {
      en: `The release ${release.release} holds no ${table}. It holds ${held.join(', ')}.`,
      cy: `Nid yw'r datganiad ${release.release} yn dal ${table}. Mae'n dal ${held.join(', ')}.`,
    },
    { choices: held },
  );
}

function parseArea(context: DimensionContext): AskedDimension {
  const { release, table, selectors, asked } = context;
  const field = dimensionsOf(TABLES[table]).find((dimension) => dimension.name === AREA) as FieldDescription;
  const given = parseDimension(field, context);
  const system = systemOf(field, selectors);
  const [only, ...others] = release.scope;
  if (!given && (only === undefined || others.length > 0)) {
    throw refuseMissing(AREA, release.scope, withChanged(asked, { [AREA]: only }));
  }
  // In a release of one nation, no area means that nation.
  const dimension = given ?? fixedTo(field, system, only as string);
  const allowed = dimension.categories.every((category) =>
    isAreaLevelAllowed(table, selectors, levelOfToken(system, category, dimension.level)),
  );
  if (allowed) return dimension;
  throw refuseQuestion(
    AREA,
    {
      en: 'This characteristic is not shown below the health board.',
      cy: 'Ni ddangosir y nodwedd hon islaw lefel y bwrdd iechyd.',
    },
    {
      nearest: withChanged(asked, {
        [AREA]: undefined,
        by: replaceGroup(asked.by, AREA, 'health_board'),
      }),
    },
  );
}

/** The broadest level at which a category stands as itself: Powys is a board although it is one authority. */
function levelOfToken(system: CategorySystem, category: Category, asked: Level): string {
  const known = broadestLevels.get(system) ?? broadestLevelsOf(system);
  broadestLevels.set(system, known);
  return known.get(category.token) ?? asked.id;
}

const broadestLevels = new WeakMap<CategorySystem, ReadonlyMap<string, string>>();

/** The broadest level of each token. */
function broadestLevelsOf(system: CategorySystem): ReadonlyMap<string, string> {
  const finestFirst = [...system.levels].reverse();
  return new Map(
    finestFirst.flatMap((level) => system.categoriesAt(level, null).map(({ token }) => [token, level.id])),
  );
}

function fixedTo(field: FieldDescription, system: CategorySystem, code: string): AskedDimension {
  const level = system.levelOf(code) ?? (system.levels[0] as Level);
  const categories = system.categoriesAt(level, null).filter((category) => category.code === code);
  return { field, level, categories, grouped: false, named: [code], levelNamed: false };
}

/** The index of the fifths must be named when a dimension is by them, and only then. */
function parseIndex(
  { release, table, selectors, asked }: DimensionContext,
  dimensions: readonly AskedDimension[],
): Selectors {
  const needed = dimensions.some(({ field }) => isByIndex(field, selectors));
  const given = asked[INDEX_SELECTOR];
  const choices = release.tables[table]?.selectors[INDEX_SELECTOR] ?? [];
  if (!needed) {
    if (given === undefined) return {};
    throw refuseQuestion(
      INDEX_SELECTOR,
      {
        en: `${INDEX_SELECTOR} is named only when the question is by deprivation fifth.`,
        cy: `Enwir ${INDEX_SELECTOR} dim ond pan fydd y cwestiwn yn ôl pumed amddifadedd.`,
      },
      { nearest: withChanged(asked, { [INDEX_SELECTOR]: undefined }) },
    );
  }
  const known = CODE_LISTS.deprivation_index.codes.map((code) => code.code);
  const offered = choices.length > 0 ? choices : known;
  if (given === undefined) {
    throw refuseMissing(INDEX_SELECTOR, offered, withChanged(asked, { [INDEX_SELECTOR]: offered[0] }));
  }
  if (known.includes(given)) return { [INDEX_SELECTOR]: given };
  throw refuseQuestion(
    INDEX_SELECTOR,
    { en: 'There is no such deprivation index.', cy: "Nid oes mynegai amddifadedd o'r fath." },
    { choices: offered, nearest: withChanged(asked, { [INDEX_SELECTOR]: offered[0] }) },
  );
}

function parseFigure(
  table: TableName,
  name: string | undefined,
  level: PeriodLevel,
  asked: Parameters,
): FieldDescription {
  const figures = figuresOf(table, level).filter((field) => field.magnitude === null);
  const first = figures[0] as FieldDescription;
  if (name === undefined) return first;
  const figure = figures.find((field) => field.name === name);
  if (figure) return figure;
  const shown = name.slice(0, 40);
  throw refuseQuestion(
    'figure',
    {
      en: `${table} has no figure ${shown} for this kind of period. People and stocks are counted by quarter, people for the first time this year by financial year.`,
      cy: `Nid oes gan ${table} ffigur ${shown} ar gyfer y math hwn o gyfnod. Cyfrifir pobl a stociau fesul chwarter, a phobl am y tro cyntaf eleni fesul blwyddyn ariannol.`,
    },
    { choices: figures.map((field) => field.name), nearest: withChanged(asked, { figure: first.name }) },
  );
}

function refuseTooManyDimensions(dimensions: readonly AskedDimension[], asked: Parameters): void {
  const count = dimensions.length + 2;
  if (count <= MAXIMUM_DIMENSIONS) return;
  // A dimension that every question of the table has stays; of the others the last goes.
  const dropped = dimensions.findLast(({ field }) => !field.required_in_question)?.field.name as string;
  throw refuseQuestion(
    'by',
    {
      en: `A question has at most ${MAXIMUM_DIMENSIONS} dimensions, period and area counted; this one has ${count}.`,
      cy: `Mae gan gwestiwn hyd at ${MAXIMUM_DIMENSIONS} dimensiwn, gan gyfrif cyfnod ac ardal; mae gan hwn ${count}.`,
    },
    { nearest: withChanged(asked, { by: replaceGroup(asked.by, dropped), [dropped]: undefined }) },
  );
}
