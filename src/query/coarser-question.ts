import { figuresOf, periodLevelOf, systemOf } from '../disclosure/lattice.ts';
import { financialYearOf } from '../standard/period.ts';
import type { AskedDimension, Parameters, Question } from './question.ts';
import { questionParameters, replaceGroup } from './question-text.ts';

/**
 * What to change in a question so that it asks for larger cells, the smallest change first: areas one level up,
 * else another dimension, else the financial year in place of quarters, else the broader code of one that a filter
 * names, else a dimension less.
 *
 * A change may leave the question short of something; whoever offers it has it mended.
 */
export function coarserQuestions(question: Question): Parameters[] {
  return [
    ...broaderLevels(question),
    ...wholeYear(question),
    ...broaderFilters(question),
    ...fewerDimensions(question),
  ];
}

/** Those of them that ask for fewer cells. */
export function smallerQuestions(question: Question): Parameters[] {
  return [...broaderLevels(question), ...fewerDimensions(question)];
}

/** Areas first, then the dimension with most categories. */
function broaderLevels(question: Question): Parameters[] {
  const { by } = questionParameters(question);
  return [question.area, ...largestFirst(question)].flatMap((dimension) => {
    const { field, level, named, grouped } = dimension;
    const broader = systemOf(field, question.selectors).levels.findLast(({ rank }) => rank < level.rank);
    if (!grouped || broader === undefined) return [];
    const change = { by: replaceGroup(by, field.name, broader.id) };
    // The codes named may be finer than the broader level; then it is asked for all of it.
    return named.length === 0 ? [change] : [change, { ...change, [field.name]: undefined }];
  });
}

function broaderFilters(question: Question): Parameters[] {
  return [...question.dimensions, question.area].flatMap(({ field, named, grouped }) => {
    const [code, ...others] = named;
    if (grouped || code === undefined || others.length > 0) return [];
    const [, broader] = systemOf(field, question.selectors).withAncestors(code);
    return broader === undefined ? [] : [{ [field.name]: broader }];
  });
}

function fewerDimensions(question: Question): Parameters[] {
  const { by } = questionParameters(question);
  return largestFirst(question)
    .filter(({ field, grouped }) => grouped && !field.required_in_question)
    .map(({ field }) => ({ by: replaceGroup(by, field.name), [field.name]: undefined }));
}

function largestFirst({ dimensions }: Question): AskedDimension[] {
  return [...dimensions].sort((a, b) => b.categories.length - a.categories.length);
}

function wholeYear(question: Question): Parameters[] {
  const { release, table, periods, figures } = question;
  const last = periods.at(-1) as string;
  if (periodLevelOf(last) === 'financial_year') return [];
  const years = release.tables[table]?.financial_years ?? [];
  const period = years.find((year) => year === financialYearOf(last)) ?? years.at(-1);
  if (period === undefined) return [];
  const { by } = questionParameters(question);
  const figure = figuresOf(table, 'financial_year').find((field) => field.magnitude === null);
  return [
    {
      period,
      by: replaceGroup(by, 'period', 'financial_year'),
      ...(figures.length === 1 && figure ? { figure: figure.name } : {}),
    },
  ];
}
