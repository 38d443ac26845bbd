import { periodLevelOf } from '../disclosure/lattice.ts';
import type { FieldDescription } from '../standard/table-description.ts';
import type { AskedDimension, Parameters, Question } from './question.ts';

/** The parameters that ask a question again, in one fixed order. */
export function questionParameters(question: Question): Record<string, string> {
  const { selectors, periods, periodsGrouped, area, dimensions, figures } = question;
  const asked = [area, ...dimensions];
  const by = [
    ...(periodsGrouped ? [`period.${periodLevelOf(periods[0] as string)}`] : []),
    ...asked.filter((dimension) => dimension.grouped).map(groupText),
  ];
  const filters = asked
    .filter((dimension) => dimension.named.length > 0)
    .map(({ field, named }) => [field.name, named.join(',')]);
  return {
    ...selectors,
    ...(figures.length === 1 ? { figure: (figures[0] as FieldDescription).name } : {}),
    ...(by.length > 0 ? { by: by.join(',') } : {}),
    period: periods.join(','),
    ...Object.fromEntries(filters),
  };
}

/** With a level, a filter narrows it; without one, the filter's own codes are the categories. */
function groupText({ field, level, levelNamed }: AskedDimension): string {
  return levelNamed ? `${field.name}.${level.id}` : field.name;
}

/** The query text of a question with some parameters changed; undefined removes one. */
export function withChanged(asked: Parameters, changes: Parameters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...asked, ...changes })) {
    if (value !== undefined) query.append(name, value);
  }
  return query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** The text of `by` with one dimension at another level, or without it. */
export function replaceGroup(by: string | undefined, name: string, level?: string): string | undefined {
  const parts = (by ?? '').split(',').flatMap((part) => {
    if (part.split('.')[0] !== name) return part === '' ? [] : [part];
    return level === undefined ? [] : [`${name}.${level}`];
  });
  return parts.join(',') || undefined;
}
