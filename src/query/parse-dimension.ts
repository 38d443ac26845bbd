import type { Category, CategorySystem, Level } from '../disclosure/categories.ts';
import { isFixed, type Selectors, systemOf } from '../disclosure/lattice.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type { FieldDescription } from '../standard/table-description.ts';
import { type AskedContext, categoriesInRelease, codesInRelease } from './categories-in-release.ts';
import type { Groups } from './parse-groups.ts';
import type { AskedDimension, Parameters } from './question.ts';
import { replaceGroup, withChanged } from './question-text.ts';
import { refuseQuestion } from './refuse.ts';

/** What is known of a question by the time its dimensions are read. */
export interface DimensionContext extends AskedContext {
  readonly table: TableName;
  readonly selectors: Selectors;
  readonly asked: Parameters;
  readonly groups: Groups;
}

/**
 * A dimension as grouped, filtered or both; undefined when the question does not name it.
 *
 * @throws {ServiceError} QUESTION_NOT_IN_LATTICE
 */
export function parseDimension(
  field: FieldDescription,
  context: DimensionContext,
): AskedDimension | undefined {
  const { table, selectors, asked, groups } = context;
  const filter = asked[field.name];
  const groupLevel = groups.get(field.name);
  if (isFixed(field, selectors)) {
    if (groupLevel === undefined && (filter === undefined || filter === 'all')) return undefined;
    throw refuseFixed(field, asked);
  }
  const system = systemOf(field, selectors);
  if (filter !== undefined) return filtered(field, system, filter, groupLevel, context);
  if (groupLevel !== undefined) {
    const level = groupingLevel(field, system, groupLevel, asked);
    const categories = categoriesInRelease(system, level, context);
    if (categories.length === 0) throw refuseEmptyLevel(field, level, asked);
    return { field, level, categories, grouped: true, named: [], levelNamed: true };
  }
  if (!field.required_in_question) return undefined;
  throw refuseQuestion(
    field.name,
    {
      en: `${table} never adds up over ${field.name}: group by it, or name one of its codes.`,
      cy: `Nid yw ${table} byth yn adio dros ${field.name}: grwpiwch yn ei ôl, neu enwch un o'i godau.`,
    },
    {
      choices: codesInRelease(system, context),
      nearest: withChanged(asked, { by: [asked.by, field.name].filter(Boolean).join(',') }),
    },
  );
}

function refuseFixed(field: FieldDescription, asked: Parameters) {
  return refuseQuestion(
    field.name,
    {
      en: `This breakdown does not use ${field.name}; name another breakdown to split the people by it.`,
      cy: `Nid yw'r dadansoddiad hwn yn defnyddio ${field.name}; enwch ddadansoddiad arall i rannu'r bobl yn ei ôl.`,
    },
    {
      choices: field.used_when?.codes ?? ['all'],
      nearest: withChanged(asked, { [field.name]: undefined, by: replaceGroup(asked.by, field.name) }),
    },
  );
}

function refuseEmptyLevel(field: FieldDescription, level: Level, asked: Parameters) {
  return refuseQuestion(
    'by',
    {
      en: `This release has nothing at level ${level.id} of ${field.name}.`,
      cy: `Nid oes gan y datganiad hwn ddim ar lefel ${level.id} o ${field.name}.`,
    },
    { nearest: withChanged(asked, { by: replaceGroup(asked.by, field.name) }) },
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
  const shown = id.slice(0, 40);
  throw refuseQuestion(
    'by',
    { en: `${field.name} has no level ${shown}.`, cy: `Nid oes gan ${field.name} lefel ${shown}.` },
    {
      choices: system.levels.map((choice) => `${field.name}.${choice.id}`),
      nearest: withChanged(asked, { by: replaceGroup(asked.by, field.name, system.defaultLevel.id) }),
    },
  );
}

/** Named codes, each a cell of its own; with a level in `by`, the categories of that level below them. */
function filtered(
  field: FieldDescription,
  system: CategorySystem,
  filter: string,
  groupLevel: string | undefined,
  context: DimensionContext,
): AskedDimension {
  const found = filter.split(',').map((code) => namedCategory(field, system, code, context));
  const inOrder = found.sort((a, b) => orderOf(system, a.category) - orderOf(system, b.category));
  const isFirst = ({ category }: (typeof found)[number], position: number) =>
    inOrder.findIndex((item) => item.category.token === category.token) === position;
  // Two names of one set of people, such as a board of one authority, are one row under the broader name.
  const distinct = inOrder.filter(isFirst);
  const named = distinct.map(({ category }) => category.code);
  if (groupLevel === undefined || groupLevel === '') {
    const categories = distinct.map(({ category }) => category);
    const level = distinct.map(({ level: own }) => own).reduce((a, b) => (a.rank >= b.rank ? a : b));
    return { field, level, categories, grouped: groupLevel !== undefined, named, levelNamed: false };
  }
  const level = groupingLevel(field, system, groupLevel, context.asked);
  const categories = categoriesInRelease(system, level, context).filter((category) =>
    system.withAncestors(category.code.replace(/^not_known:/, '')).some((code) => named.includes(code)),
  );
  if (categories.length > 0) {
    return { field, level, categories, grouped: true, named, levelNamed: true };
  }
  const shown = filter.slice(0, 80);
  throw refuseQuestion(
    field.name,
    {
      en: `No category of ${field.name} at level ${level.id} lies within ${shown}.`,
      cy: `Nid oes categori o ${field.name} ar lefel ${level.id} o fewn ${shown}.`,
    },
    {
      choices: categoriesInRelease(system, level, context).map(({ code }) => code),
      nearest: withChanged(context.asked, { by: replaceGroup(context.asked.by, field.name) }),
    },
  );
}

/** Where a category stands in its list: codes first, then groups of which no more is known, then blanks. */
function orderOf(system: CategorySystem, { code }: Category): number {
  const { codes } = system.list;
  const positionOf = (wanted: string) => codes.findIndex((candidate) => candidate.code === wanted);
  if (system.blanks.includes(code)) return 2 * codes.length + system.blanks.indexOf(code);
  return code.startsWith('not_known:')
    ? codes.length + positionOf(code.slice('not_known:'.length))
    : positionOf(code);
}

/** A category by its code, with or without the level in front (`group:white`), and the level it stands at. */
function namedCategory(
  field: FieldDescription,
  system: CategorySystem,
  text: string,
  context: DimensionContext,
): { level: Level; category: Category } {
  for (const level of [...system.levels].reverse()) {
    for (const category of categoriesInRelease(system, level, context)) {
      if (text === category.code || text === `${level.id}:${category.code}`) {
        // A code such as `white` stands at the level it belongs to, though it may also appear at others.
        return { level: system.levelOf(category.code) ?? level, category };
      }
    }
  }
  const shown = text.slice(0, 40);
  const choices = codesInRelease(system, context);
  throw refuseQuestion(
    field.name,
    {
      en: `${field.name} has no category "${shown}" in this release. A question names codes; sums, ranges and negation cannot be asked.`,
      cy: `Nid oes gan ${field.name} gategori "${shown}" yn y datganiad hwn. Mae cwestiwn yn enwi codau; ni ellir gofyn am symiau, ystodau na negyddu.`,
    },
    { choices, nearest: withChanged(context.asked, { [field.name]: choices[0] }) },
  );
}
