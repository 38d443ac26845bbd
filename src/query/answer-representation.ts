import { residentsWithin } from '../standard/populations/residents.ts';
import { INDEX_SELECTOR } from '../standard/table-description.ts';
import type { Answer, AnswerCell, AnswerRow } from './answer.ts';
import { type AnswerAddress, columnsOf, describeAnswer, incompleteWarning } from './answer-meta.ts';
import { residentsAreaOf } from './areas-with-residents.ts';
import { breakNotes } from './break-notes.ts';
import { sparseRepresentation } from './broader-representation.ts';
import type { CellSource } from './cell-source.ts';
import { countNotes } from './count-notes.ts';
import { collectionNotes } from './coverage-notes.ts';
import type { RepresentationQuestion } from './parse-representation.ts';
import { varianceOfCount } from './published-count.ts';
import { qualityNotes } from './quality-notes.ts';
import type { Question } from './question.ts';
import {
  blanksOf,
  type Group,
  groupsOf,
  hasOtherIndex,
  isComplete,
  type Outside,
  placedCells,
  readOutside,
} from './reached-people.ts';
import {
  type ComparedCategory,
  compareCategory,
  hiddenVariance,
  MOST_BLANKS,
  shareOfReached,
  shareOfResidents,
} from './representation-statistics.ts';
import {
  PART_YEAR_WARNING,
  READINGS,
  REPRESENTATION_ATTRIBUTES,
  REPRESENTATION_FIGURES,
  REPRESENTATION_REASONS,
  representationNotes,
} from './representation-words.ts';
import type { NoisyCount } from './share-interval.ts';

/**
 * Compares the people reached with the residents: one row for each category of each area and year.
 *
 * Everything is read from the published cells that any other question of the same people reads.
 */
export async function answerRepresentation(
  source: CellSource,
  asked: RepresentationQuestion,
  address: AnswerAddress,
): Promise<Answer> {
  const { question } = asked;
  const { groups, rows } = await compare(source, asked);
  const meta = describeAnswer(question, rows, { ...address, parameters: asked.parameters });
  const [period, area, dimension] = columnsOf(question);
  return {
    meta,
    columns: [period, area, { ...dimension, name: 'category' }] as Answer['columns'],
    figures: REPRESENTATION_FIGURES,
    attributes: REPRESENTATION_ATTRIBUTES,
    rows,
    notes: [
      ...collectionNotes(question),
      ...representationNotes(asked),
      ...countNotes(question),
      ...breakNotes(meta.breaks),
      ...qualityNotes(question),
    ],
    warnings: [
      ...incompleteWarning(rows, meta.coverage),
      ...(groups.some((group) => !isComplete(group)) ? [PART_YEAR_WARNING] : []),
      ...(await sparseRepresentation(
        asked,
        rows,
        `${address.publicUrl}${address.path}`,
        async (other) => (await compare(source, other)).rows,
      )),
    ],
  };
}

/** The people of each area and year, and a row for each of their categories. */
async function compare(source: CellSource, asked: RepresentationQuestion) {
  const placed = await placedCells(source, asked.question);
  const outside = await readOutside(source, asked);
  const groups = groupsOf(asked, placed);
  return { groups, rows: groups.flatMap((group) => rowsOf(asked, group, outside)) };
}

function rowsOf(asked: RepresentationQuestion, group: Group, outside: Outside | null): AnswerRow[] {
  const { question, characteristic } = asked;
  const ofNation = question.release.scope.includes(group.area) ? outside : null;
  const categories = group.compared.map(({ code, cell, place }): ComparedCategory => {
    const { labels } = place;
    const category = question.area.categories.find((each) => each.code === labels[1]?.code);
    const area = category === undefined ? null : residentsAreaOf(question, characteristic, category);
    const residents = area === null ? null : residentsWithin(characteristic.id, area, code);
    if (residents === null) throw new Error(`No residents are held of ${code} in ${group.area}`);
    return { people: withoutOutside(question, cell, group, code, ofNation), residents };
  });
  return group.compared.map(({ place, code, cell }, index) => ({
    labels: place.labels,
    ...rowOf({ asked, group, categories, index, code, cell, outside: ofNation }),
  }));
}

/** The published people of a category, and of a nation without those who live outside. */
function withoutOutside(
  { release, table, figures }: Question,
  { value }: AnswerCell,
  group: Group,
  code: string,
  outside: Outside | null,
): NoisyCount | null {
  if (value === null) return null;
  const noise = varianceOfCount(release.disclosure, table, figures[0]?.name as string, 'financial_year');
  if (outside === null) return { count: value, variance: noise };
  const living = outside.of(group, code);
  if (living === null) {
    return { count: value, variance: noise + hiddenVariance(outside.mostHidden(group)) };
  }
  return { count: Math.max(0, value - living), variance: 2 * noise };
}

interface RowContext {
  readonly asked: RepresentationQuestion;
  readonly group: Group;
  readonly categories: readonly ComparedCategory[];
  readonly index: number;
  readonly code: string;
  readonly cell: AnswerCell;
  readonly outside: Outside | null;
}

function rowOf(context: RowContext): Pick<AnswerRow, 'cells' | 'attributes'> {
  const { asked, group, categories, index, code, cell, outside } = context;
  const { people, residents } = categories[index] as ComparedCategory;
  const share = shareOfReached(categories, index);
  const comparison = compareCategory(categories, index);
  const hindrance = hindranceOf(asked, group);
  const compared = typeof comparison === 'string' || hindrance !== null ? null : comparison;
  const blanks = blanksOf(group);
  const reading = compared === null || blanks.share > MOST_BLANKS ? null : compared.reading;
  const withheld = typeof comparison === 'string' ? comparison : reading === null ? 'blanks_above_20' : null;
  // A number that is hidden says more than that the year is not whole.
  const reason = people === null ? 'not_shown' : (hindrance ?? withheld);
  const derived = (value: number | null | undefined): AnswerCell => {
    if (value != null) return { value, status: cell.status };
    return { value: null, status: cell.value === null ? cell.status : 'not_available' };
  };
  return {
    cells: [
      cell,
      outside === null ? NOT_APPLICABLE : leftOutCell(outside.of(group, code)),
      { value: residents, status: 'ok' },
      derived(typeof share === 'number' ? share : null),
      { value: shareOfResidents(categories, index), status: 'ok' },
      derived(compared?.ratio),
      derived(compared?.interval.lower),
      derived(compared?.interval.upper),
      derived(compared?.rate_per_1000),
      leftOutCell(blanks.percentage),
      outside === null ? NOT_APPLICABLE : leftOutCell(outside.percentageOf(group)),
    ],
    attributes: [
      reading === null ? null : { code: reading, title: READINGS[reading] },
      reason === null ? null : { code: reason, title: REPRESENTATION_REASONS[reason] },
    ],
  };
}

const NOT_APPLICABLE: AnswerCell = { value: null, status: 'not_applicable' };

/** People left out, or their share; hidden where they are none or too few to show. */
function leftOutCell(value: number | null): AnswerCell {
  return { value, status: value === null ? 'suppressed' : 'ok' };
}

/** Why nothing of a group is compared, though its people are shown. */
function hindranceOf({ question }: RepresentationQuestion, group: Group): 'part_year' | 'other_index' | null {
  if (question.selectors[INDEX_SELECTOR] !== undefined && hasOtherIndex(question, group))
    return 'other_index';
  return isComplete(group) ? null : 'part_year';
}
