import type { Manifest } from '../archive/manifest.ts';
import type { Category, CategorySystem, Level } from '../disclosure/categories.ts';
import {
  AREA,
  figuresOf,
  isAreaLevelAllowed,
  isByIndex,
  isFixed,
  personDimensionsOf,
  type Selectors,
  systemOf,
} from '../disclosure/lattice.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import { datesOf } from '../standard/period.ts';
import { MAXIMUM_CELLS, MAXIMUM_DIMENSIONS } from '../standard/question-limits.ts';
import {
  dimensionsOf,
  type FieldDescription,
  INDEX_SELECTOR,
  type PeriodLevel,
} from '../standard/table-description.ts';
import { parsePeriods } from './parse-periods.ts';
import { parseSelectors } from './parse-selectors.ts';
import type { AskedDimension, Parameters, Question } from './question.ts';
import { replaceGroup, withChanged } from './question-text.ts';
import { refuseMissing, refuseQuestion } from './refuse.ts';
import { isInScope } from './scope.ts';

/**
 * Reads a question about one table of a release.
 *
 * @param asked - The question's parameters; those of the form of the answer are not looked at.
 * @throws {ServiceError} PARAMETER_MISSING or QUESTION_NOT_IN_LATTICE, naming the parameter, its choices and
 *   the nearest question that can be asked. Nothing is refused for what the cells hold.
 */
export function parseQuestion(release: Manifest, table: TableName, asked: Parameters): Question {
  const groups = parseGroups(asked['by']);
  const selectors = parseSelectors(release, table, asked);
  const {
    periods,
    level,
    grouped: periodsGrouped,
  } = parsePeriods(release, table, asked, groups.get('period'));
  for (const name of groups.keys()) refuseUnknownDimension(table, name, asked);

  const area = parseArea(release, table, selectors, asked, groups, periods);
  const dimensions = personDimensionsOf(table).flatMap((field) => {
    const dimension = parseDimension(table, field, selectors, asked, groups, { release, periods });
    return dimension ? [dimension] : [];
  });
  const index = parseIndex(release, table, selectors, dimensions, asked);
  refuseTooManyDimensions(dimensions, asked);
  const question: Question = {
    release,
    table,
    figures: [parseFigure(table, asked['figure'], level, asked)],
    selectors: { ...selectors, ...index },
    periods,
    periodsGrouped,
    area,
    dimensions,
  };
  refuseTooManyCells(question);
  return question;
}

/** `by=area_code.health_board,sex` as dimension to level; a level left out is empty. */
function parseGroups(by: string | undefined): Map<string, string> {
  const groups = new Map<string, string>();
  for (const part of by?.split(',') ?? []) {
    const [name = '', level = '', ...more] = part.trim().split('.');
    if (name === '' || more.length > 0 || groups.has(name)) {
      throw refuseQuestion('by', {
        en: `by takes each dimension once, as name or name.level, separated by commas; not "${part.slice(0, 40)}".`,
        cy: `Mae by yn cymryd pob dimensiwn unwaith, fel enw neu enw.lefel, wedi'u gwahanu gan atalnodau; nid "${part.slice(0, 40)}".`,
      });
    }
    groups.set(name, level);
  }
  return groups;
}

function refuseUnknownDimension(table: TableName, name: string, asked: Parameters): void {
  const choices = ['period', ...dimensionsOf(TABLES[table]).map((field) => field.name)];
  if (choices.includes(name)) return;
  const others = (asked['by'] ?? '').split(',').filter((part) => part.trim().split('.')[0] !== name);
  throw refuseQuestion(
    'by',
    {
      en: `${table} has no dimension ${name}.`,
      cy: `Nid oes gan ${table} ddimensiwn ${name}.`,
    },
    { choices, nearest: withChanged(asked, { by: others.join(',') || undefined }) },
  );
}

interface Context {
  readonly release: Manifest;
  readonly periods: readonly string[];
}

function parseArea(
  release: Manifest,
  table: TableName,
  selectors: Selectors,
  asked: Parameters,
  groups: ReadonlyMap<string, string>,
  periods: readonly string[],
): AskedDimension {
  const field = dimensionsOf(TABLES[table]).find((dimension) => dimension.name === AREA) as FieldDescription;
  const given = parseDimension(table, field, selectors, asked, groups, { release, periods });
  const system = systemOf(field, selectors);
  const [only, ...others] = release.scope;
  if (!given && (only === undefined || others.length > 0)) {
    throw refuseMissing(AREA, release.scope, withChanged(asked, { [AREA]: only }));
  }
  // In a release of one nation, no area means that nation.
  const dimension = given ?? fixedTo(field, system, [only as string]);
  const allowed = dimension.categories.every((category) =>
    isAreaLevelAllowed(table, selectors, levelOfToken(system, category, dimension.level)),
  );
  if (!allowed) {
    throw refuseQuestion(
      AREA,
      {
        en: 'This characteristic is not shown below the health board.',
        cy: 'Ni ddangosir y nodwedd hon islaw lefel y bwrdd iechyd.',
      },
      {
        nearest: withChanged(asked, {
          [AREA]: undefined,
          by: replaceGroup(asked['by'], AREA, 'health_board'),
        }),
      },
    );
  }
  return dimension;
}

/** The broadest level at which a category stands as itself: Powys is a board although it is one authority. */
function levelOfToken(system: CategorySystem, category: Category, asked: Level): string {
  const broadest = system.levels.find((level) =>
    system.categoriesAt(level, null).some((candidate) => candidate.token === category.token),
  );
  return (broadest ?? asked).id;
}

function fixedTo(field: FieldDescription, system: CategorySystem, codes: readonly string[]): AskedDimension {
  const level = system.levelOf(codes[0] as string) ?? (system.levels[0] as Level);
  const categories = system.categoriesAt(level, null).filter((category) => codes.includes(category.code));
  return { field, level, categories, grouped: false };
}

/** A dimension as grouped, filtered or both; undefined when the question does not name it. */
function parseDimension(
  table: TableName,
  field: FieldDescription,
  selectors: Selectors,
  asked: Parameters,
  groups: ReadonlyMap<string, string>,
  context: Context,
): AskedDimension | undefined {
  const filter = asked[field.name];
  const groupLevel = groups.get(field.name);
  if (isFixed(field, selectors)) {
    if (groupLevel !== undefined || (filter !== undefined && filter !== 'all')) {
      throw refuseQuestion(
        field.name,
        {
          en: `With breakdown=all, ${field.name} is all; name another breakdown to split the people.`,
          cy: `Gyda breakdown=all, all yw ${field.name}; enwch ddadansoddiad arall i rannu'r bobl.`,
        },
        {
          nearest: withChanged(asked, { [field.name]: undefined, by: replaceGroup(asked['by'], field.name) }),
        },
      );
    }
    return undefined;
  }
  const system = systemOf(field, selectors);
  if (groupLevel === undefined && filter === undefined) {
    if (field.required_in_question || field.overlap) {
      const by = [asked['by'], field.name].filter(Boolean).join(',');
      throw refuseQuestion(
        field.name,
        {
          en: `${table} never adds up over ${field.name}: group by it, or name one of its codes. Totals come from profiles.`,
          cy: `Nid yw ${table} byth yn adio dros ${field.name}: grwpiwch yn ei ôl, neu enwch un o'i godau. O profiles y daw cyfansymiau.`,
        },
        { choices: codesOf(system, context), nearest: withChanged(asked, { by }) },
      );
    }
    return undefined;
  }
  if (filter === undefined) {
    const level = groupingLevel(field, system, groupLevel as string, asked);
    const categories = categoriesAt(system, level, context);
    if (categories.length === 0) throw refuseEmptyLevel(field, level, asked);
    return { field, level, categories, grouped: true };
  }
  return filtered(field, system, filter, groupLevel, asked, context);
}

function refuseEmptyLevel(field: FieldDescription, level: Level, asked: Parameters) {
  return refuseQuestion(
    'by',
    {
      en: `This release has nothing at level ${level.id} of ${field.name}.`,
      cy: `Nid oes gan y datganiad hwn ddim ar lefel ${level.id} o ${field.name}.`,
    },
    { nearest: withChanged(asked, { by: replaceGroup(asked['by'], field.name) }) },
  );
}

function groupingLevel(
  field: FieldDescription,
  system: CategorySystem,
  id: string,
  asked: Parameters,
): Level {
  if (id === '') return system.defaultLevel;
  const level = system.level(id);
  if (level) return level;
  throw refuseQuestion(
    'by',
    { en: `${field.name} has no level ${id}.`, cy: `Nid oes gan ${field.name} lefel ${id}.` },
    {
      choices: system.levels.map((choice) => `${field.name}.${choice.id}`),
      nearest: withChanged(asked, { by: replaceGroup(asked['by'], field.name, system.defaultLevel.id) }),
    },
  );
}

/** Named codes, each a cell of its own; with a level in `by`, the categories of that level below them. */
function filtered(
  field: FieldDescription,
  system: CategorySystem,
  filter: string,
  groupLevel: string | undefined,
  asked: Parameters,
  context: Context,
): AskedDimension {
  const named = filter.split(',').map((code) => namedCategory(field, system, code.trim(), asked, context));
  if (groupLevel === undefined || groupLevel === '') {
    const categories = [...new Map(named.map(({ category }) => [category.token, category])).values()];
    const level = named.map(({ level: own }) => own).reduce((a, b) => (a.rank >= b.rank ? a : b));
    return { field, level, categories, grouped: groupLevel !== undefined };
  }
  const level = groupingLevel(field, system, groupLevel, asked);
  const codes = new Set(named.map(({ category }) => category.code));
  const categories = categoriesAt(system, level, context).filter((category) =>
    system.withAncestors(category.code.replace(/^not_known:/, '')).some((code) => codes.has(code)),
  );
  if (categories.length > 0) return { field, level, categories, grouped: true };
  throw refuseQuestion(
    field.name,
    {
      en: `No category of ${field.name} at level ${level.id} lies within ${filter.slice(0, 80)}.`,
      cy: `Nid oes categori o ${field.name} ar lefel ${level.id} o fewn ${filter.slice(0, 80)}.`,
    },
    { nearest: withChanged(asked, { by: replaceGroup(asked['by'], field.name) }) },
  );
}

/** A category by its code, with or without the level in front (`group:white`). */
function namedCategory(
  field: FieldDescription,
  system: CategorySystem,
  text: string,
  asked: Parameters,
  context: Context,
): { level: Level; category: Category } {
  for (const level of [...system.levels].reverse()) {
    for (const category of categoriesAt(system, level, context)) {
      if (text === category.code || text === `${level.id}:${category.code}`) {
        return { level: broadestLevelOf(system, category, level), category };
      }
    }
  }
  throw refuseQuestion(
    field.name,
    {
      en: `${field.name} has no category "${text.slice(0, 40)}" in this release. A question names codes; sums, ranges and negation cannot be asked.`,
      cy: `Nid oes gan ${field.name} gategori "${text.slice(0, 40)}" yn y datganiad hwn. Mae cwestiwn yn enwi codau; ni ellir gofyn am symiau, ystodau na negyddu.`,
    },
    {
      choices: codesOf(system, context),
      nearest: withChanged(asked, { [field.name]: codesOf(system, context)[0] }),
    },
  );
}

/** A code such as `white` stands at the level it belongs to, though it may also appear at others. */
function broadestLevelOf(system: CategorySystem, category: Category, found: Level): Level {
  return system.levelOf(category.code) ?? found;
}

function categoriesAt(system: CategorySystem, level: Level, { release, periods }: Context): Category[] {
  const inScope =
    system.list.id === CODE_LISTS.areas.id ? (code: string) => isInScope(release, code) : undefined;
  const start = periods.map((period) => datesOf(period).start).sort()[0];
  const end = periods
    .map((period) => datesOf(period).end)
    .sort()
    .at(-1);
  const days = start !== undefined && end !== undefined ? { start, end } : null;
  const isNationLevel = system.list.id === CODE_LISTS.areas.id && level.rank === 0;
  const found = system.categoriesAt(level, days, inScope);
  // People from outside count in the nation of who supported them, so there they are no category.
  return isNationLevel ? found.filter((category) => category.code !== 'outside_area') : found;
}

function codesOf(system: CategorySystem, context: Context): string[] {
  return [
    ...new Set(
      system.levels.flatMap((level) => categoriesAt(system, level, context)).map(({ code }) => code),
    ),
  ];
}

/** The index of the fifths must be named when a dimension is by them, and only then. */
function parseIndex(
  release: Manifest,
  table: TableName,
  selectors: Selectors,
  dimensions: readonly AskedDimension[],
  asked: Parameters,
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
  throw refuseQuestion(
    'figure',
    {
      en: `${table} has no figure ${name.slice(0, 40)} for this kind of period: people are counted by quarter, people for the first time this year by financial year.`,
      cy: `Nid oes gan ${table} ffigur ${name.slice(0, 40)} ar gyfer y math hwn o gyfnod: cyfrifir pobl fesul chwarter, a phobl am y tro cyntaf eleni fesul blwyddyn ariannol.`,
    },
    { choices: figures.map((field) => field.name), nearest: withChanged(asked, { figure: first.name }) },
  );
}

function refuseTooManyDimensions(dimensions: readonly AskedDimension[], asked: Parameters): void {
  const count = dimensions.length + 2;
  if (count <= MAXIMUM_DIMENSIONS) return;
  const dropped = dimensions.at(-1)?.field.name as string;
  throw refuseQuestion(
    'by',
    {
      en: `A question has at most ${MAXIMUM_DIMENSIONS} dimensions, period and area counted; this one has ${count}.`,
      cy: `Mae gan gwestiwn hyd at ${MAXIMUM_DIMENSIONS} dimensiwn, gan gyfrif cyfnod ac ardal; mae gan hwn ${count}.`,
    },
    { nearest: withChanged(asked, { by: replaceGroup(asked['by'], dropped), [dropped]: undefined }) },
  );
}

function refuseTooManyCells(question: Question): void {
  const { periods, area, dimensions } = question;
  const cells = [area, ...dimensions].reduce(
    (product, { categories }) => product * categories.length,
    periods.length,
  );
  if (cells <= MAXIMUM_CELLS) return;
  throw refuseQuestion('by', {
    en: `An answer has at most ${MAXIMUM_CELLS} cells; this one would have ${cells}. Ask for fewer periods or broader levels, or take the files of the release.`,
    cy: `Mae gan ateb hyd at ${MAXIMUM_CELLS} cell; byddai gan hwn ${cells}. Gofynnwch am lai o gyfnodau neu lefelau ehangach, neu cymerwch ffeiliau'r datganiad.`,
  });
}
