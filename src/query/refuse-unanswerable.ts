import { isOverlapping, isPeriodOf, personDimensionsOf, systemOf } from '../disclosure/lattice.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type { PeriodLevel } from '../standard/table-description.ts';
import type { DimensionContext } from './parse-dimension.ts';
import type { Parameters, Question } from './question.ts';
import { replaceGroup, withChanged } from './question-text.ts';
import { refuseQuestion } from './refuse.ts';

/**
 * The question without a code that another dimension implies: `uptake=not_taken_up` beside a barrier says
 * nothing new.
 *
 * @throws {ServiceError} QUESTION_NOT_IN_LATTICE if it names another code, or groups by that dimension.
 */
export function withoutCarried(table: TableName, context: DimensionContext): DimensionContext {
  const { asked, groups } = context;
  const isAsked = (name: string) => asked[name] !== undefined || groups.has(name);
  for (const field of personDimensionsOf(table).filter(({ name }) => isAsked(name))) {
    for (const [name, code] of Object.entries(field.carries ?? {})) {
      if (!isAsked(name)) continue;
      const nearest = withChanged(asked, { [name]: undefined, by: replaceGroup(asked.by, name) });
      if (groups.has(name) || asked[name] !== code) {
        throw refuseQuestion(
          name,
          {
            en: `${field.name} is asked of ${name}=${code} only, so ${name} is left out.`,
            cy: `Gofynnir am ${field.name} ar gyfer ${name}=${code} yn unig, felly gadewir ${name} allan.`,
          },
          { choices: [code], nearest },
        );
      }
      return { ...context, asked: { ...asked, [name]: undefined } };
    }
  }
  return context;
}

/** @throws {ServiceError} If categories that one person may stand in several of would be merged into a group. */
export function refuseOverlap(question: Question, asked: Parameters): void {
  const [figure] = question.figures;
  for (const { field, level } of question.dimensions) {
    if (figure === undefined || !isOverlapping(field, figure.name)) continue;
    const finest = systemOf(field, question.selectors).levels.at(-1);
    if (finest === undefined || finest.id === level.id) continue;
    throw refuseQuestion(
      field.name,
      {
        en: `One person may have several codes of ${field.name}, so ${figure.name} is told by code only, never for a group.`,
        cy: `Gall un unigolyn fod â sawl cod o ${field.name}, felly rhoddir ${figure.name} fesul cod yn unig, byth ar gyfer grŵp.`,
      },
      {
        choices: [`${field.name}.${finest.id}`],
        nearest: withChanged(asked, {
          [field.name]: undefined,
          by: [replaceGroup(asked.by, field.name), `${field.name}.${finest.id}`].filter(Boolean).join(','),
        }),
      },
    );
  }
}

/** @throws {ServiceError} If a year is asked of what has quarters only: stocks, and referrals followed up. */
export function refuseYear(
  { release, table, selectors, dimensions }: Question,
  level: PeriodLevel,
  asked: Parameters,
): void {
  const isOfYear = (codes: Readonly<Record<string, string>>) => isPeriodOf(level, table, codes);
  const stock = dimensions.find(({ field, categories }) =>
    categories.every(({ token }) => !isOfYear({ [field.name]: token })),
  );
  const [name] = isOfYear(selectors)
    ? [stock?.field.name]
    : Object.keys(selectors).filter((selector) => !isOfYear({ [selector]: selectors[selector] as string }));
  if (name === undefined) return;
  const code = selectors[name] ?? asked[name] ?? '';
  throw refuseQuestion(
    'period',
    {
      en: `${name}=${code} is counted by quarter only: it does not add up over a year.`,
      cy: `Cyfrifir ${name}=${code} fesul chwarter yn unig: nid yw'n adio dros flwyddyn.`,
    },
    {
      nearest: withChanged(asked, {
        by: replaceGroup(asked.by, 'period', 'quarter'),
        period: release.tables[table]?.quarters.at(-1),
      }),
    },
  );
}
