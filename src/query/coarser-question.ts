import { figuresOf, periodLevelOf, type Selectors, systemOf } from '../disclosure/lattice.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import type { AnswerRow, Warning } from './answer.ts';
import { questionParameters } from './answer-meta.ts';
import type { AskedDimension, Question } from './question.ts';
import { replaceGroup } from './question-text.ts';

/** From this share of suppressed cells on, an answer says what would show more. */
const MOSTLY = 0.5;

/**
 * Warns that most of an answer is suppressed, with a broader question.
 *
 * Worked out from the published answer alone: the finest grouped dimension one level up, else dropped, else
 * the financial year instead of quarters.
 */
export function mostlySuppressedWarning(question: Question, rows: readonly AnswerRow[]): Warning[] {
  // Blanks are few by nature; they say nothing about whether the question was too fine.
  const named = rows.filter((row) => row.labels.every(({ code }) => !isBlank(code)));
  const cells = named.flatMap((row) => row.cells).filter((cell) => cell.status !== 'not_applicable');
  const suppressed = cells.filter((cell) => cell.status === 'suppressed').length;
  if (cells.length === 0 || suppressed / cells.length <= MOSTLY) return [];
  const coarser = coarserParameters(question);
  return [
    {
      id: 'mostly_suppressed',
      text: {
        en: 'Most of these cells are suppressed. A broader question shows more.',
        cy: "Mae'r rhan fwyaf o'r celloedd hyn wedi'u hatal. Mae cwestiwn ehangach yn dangos mwy.",
      },
      ...(coarser ? { nearest: new URLSearchParams(coarser).toString().replaceAll('%2C', ',') } : {}),
    },
  ];
}

const BLANKS = new Set(CODE_LISTS.blank.codes.map((code) => code.code));

function isBlank(code: string): boolean {
  return BLANKS.has(code) || code.startsWith('not_known:');
}

function coarserParameters(question: Question): Record<string, string> | undefined {
  const parameters = questionParameters(question);
  const grouped = [question.area, ...question.dimensions].filter((dimension) => dimension.grouped);
  for (const dimension of grouped.sort((a, b) => b.categories.length - a.categories.length)) {
    const broader = broaderLevelOf(dimension, question.selectors);
    const { name } = dimension.field;
    if (broader !== undefined) {
      return { ...parameters, by: replaceGroup(parameters['by'], name, broader) as string };
    }
    if (!dimension.field.required_in_question && dimension !== question.area) {
      const { by: _, ...others } = parameters;
      const by = replaceGroup(parameters['by'], name);
      return by === undefined ? others : { ...others, by };
    }
  }
  const year = question.release.tables[question.table]?.financial_years.at(-1);
  if (year === undefined || periodLevelOf(question.periods[0] as string) === 'financial_year')
    return undefined;
  const figure = figuresOf(question.table, 'financial_year').find((field) => field.magnitude === null);
  return figure ? { ...parameters, period: year, figure: figure.name } : undefined;
}

function broaderLevelOf({ field, level }: AskedDimension, selectors: Selectors): string | undefined {
  return systemOf(field, selectors).levels.findLast((candidate) => candidate.rank < level.rank)?.id;
}
