import { figuresOf, periodLevelOf, systemOf } from '../disclosure/lattice.ts';
import { financialYearOf } from '../standard/period.ts';
import type { AskedDimension, Parameters, Question } from './question.ts';
import { questionParameters, replaceGroup } from './question-text.ts';

/**
 * What to change in a question so that it asks for fewer and larger cells, the likeliest first: the dimension
 * with most categories one level up, else without it, else the financial year in place of quarters.
 *
 * A change may leave the question short of something; whoever offers it has it mended.
 */
export function coarserQuestions(question: Question): Parameters[] {
  const grouped = [question.area, ...question.dimensions].filter((dimension) => dimension.grouped);
  const largestFirst = grouped.sort((a, b) => b.categories.length - a.categories.length);
  return [...largestFirst.flatMap((dimension) => broaderGroups(question, dimension)), ...wholeYear(question)];
}

function broaderGroups(question: Question, { field, level, named }: AskedDimension): Parameters[] {
  const { by } = questionParameters(question);
  const broader = systemOf(field, question.selectors).levels.findLast(({ rank }) => rank < level.rank);
  if (broader !== undefined) {
    const change = { by: replaceGroup(by, field.name, broader.id) };
    // The codes named may be finer than the broader level; then it is asked for all of it.
    return named.length === 0 ? [change] : [change, { ...change, [field.name]: undefined }];
  }
  if (field.required_in_question || field === question.area.field) return [];
  return [{ by: replaceGroup(by, field.name), [field.name]: undefined }];
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
