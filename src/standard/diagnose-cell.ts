import { type CodeList, levelRank } from './code-list.ts';
import type { Facts } from './collect-findings.ts';
import { codesByLabel, type Dictionary } from './dictionary.ts';
import { CODE_LISTS, type CodeListId } from './generated/code-lists.ts';
import type { TableName } from './generated/tables.ts';
import { type FieldPlan, TABLE_PLANS } from './plan-rows.ts';
import {
  AMBIGUOUS_LABEL,
  type Cell,
  ERROR_CELL,
  FORMATTED_CELL,
  FORMULA_CELL,
  INEXACT_NUMBER,
  NESTED_VALUE,
} from './read/cell.ts';
import type { StructuralRuleId } from './structural-rules.ts';
import { comparable, suggest } from './suggest.ts';
import type { Text } from './text.ts';

/** What is wrong with a value, and how to find out what was meant, which is asked only when it will be shown. */
export interface Diagnosis {
  readonly rule: StructuralRuleId;
  readonly facts?: Facts;
  readonly suggestion?: () => string | null;
}

const MAXIMUM_TEXT = 10_000;
const LONGEST_LABEL = 200;
const BLANKS: ReadonlySet<string> = new Set(CODE_LISTS.blank.codes.map((blank) => blank.code));

/** What is wrong with a cell that holds no value. */
export const RULES_OF_NO_VALUE: Readonly<Record<Extract<Cell, symbol>, StructuralRuleId>> = {
  [NESTED_VALUE]: 'cell-is-one-value',
  [INEXACT_NUMBER]: 'number-is-exact',
  [FORMULA_CELL]: 'cell-not-a-formula',
  [ERROR_CELL]: 'cell-not-an-error',
  [FORMATTED_CELL]: 'cell-not-formatted-as-another',
  [AMBIGUOUS_LABEL]: 'label-of-one-code',
};

/** Says why a value that its field does not accept is refused. */
export function diagnoseCell(
  table: TableName,
  plan: FieldPlan,
  dictionary: Dictionary | null,
  cell: Cell,
): Diagnosis {
  if (cell === undefined) return { rule: 'field-present' };
  if (cell === null || cell === '') return { rule: 'cell-not-empty' };
  if (typeof cell === 'symbol') return { rule: RULES_OF_NO_VALUE[cell] };
  if (typeof cell === 'string' && cell.length > MAXIMUM_TEXT) return { rule: 'text-not-too-long' };
  if (dictionary) {
    return typeof cell === 'string' ? diagnoseCode(table, plan, dictionary, cell) : { rule: 'code-is-text' };
  }
  return { rule: diagnoseNumber(plan, cell) };
}

function diagnoseNumber({ field, isWhole }: FieldPlan, cell: string | number | boolean): StructuralRuleId {
  if (typeof cell !== 'number') return isWhole ? 'whole-number-in-digits' : 'number-in-digits';
  if (isWhole && !Number.isInteger(cell)) return 'count-is-whole';
  if (field.maximum !== null && cell > field.maximum) return 'value-not-too-large';
  if (!isWhole) return 'value-not-too-small';
  return cell < 0 ? 'count-not-negative' : 'row-counts-someone';
}

function diagnoseCode(table: TableName, plan: FieldPlan, dictionary: Dictionary, text: string): Diagnosis {
  const list = dictionary.list;
  if (list === 'ethnic_group' && /^[a-z]$/i.test(text)) return { rule: 'ethnic-group-not-a-letter' };
  if (BLANKS.has(text)) {
    const isCategory = plan.field.chosen_by !== null && text === 'not_collected';
    return { rule: isCategory ? 'category-is-collected' : 'blank-taken-by-field' };
  }
  const facts = { list: list === null ? plan.field.title : named(list, dictionary.title) };
  const known = list !== null && isCodeList(list) ? codeOfList(CODE_LISTS[list], text, dictionary) : null;
  if (known) return { ...known, facts };
  const label = text.length <= LONGEST_LABEL ? codesByLabel(dictionary).get(comparable(text)) : undefined;
  if (label !== undefined) return { rule: 'code-not-label', suggestion: () => label };
  const other = otherListOf(table, list, text);
  if (other) return { rule: 'code-of-this-list', facts: { ...facts, other } };
  return { rule: 'code-known', facts, suggestion: () => suggest(text, dictionary.candidates) };
}

/** A code that is in the field's own list but is not taken: finer than its level, or not one of those named. */
function codeOfList(list: CodeList, text: string, dictionary: Dictionary): Diagnosis | null {
  const entry = list.codes.find((candidate) => candidate.code === text);
  if (!entry) return null;
  for (let parent = entry.parent; parent !== null; ) {
    if (dictionary.codes.has(parent)) {
      const ancestor = parent;
      return { rule: 'code-not-too-fine', suggestion: () => ancestor };
    }
    parent = list.codes.find((candidate) => candidate.code === parent)?.parent ?? null;
  }
  const finest = Math.max(
    ...list.codes
      .filter((code) => dictionary.codes.has(code.code))
      .map((code) => levelRank(list, code.level)),
  );
  return {
    rule: list.nests && levelRank(list, entry.level) > finest ? 'code-not-too-fine' : 'code-used-here',
  };
}

/** The list that does hold a code: one of the same table if any does, since columns get swapped. */
function otherListOf(table: TableName, own: string | null, text: string): Text | null {
  for (const { dictionary, chosen } of TABLE_PLANS[table].fields) {
    for (const { list, title, codes } of [...chosen.values(), ...(dictionary ? [dictionary] : [])]) {
      if (list !== null && list !== own && codes.has(text)) return named(list, title);
    }
  }
  const list = listsByCode().get(text);
  return list === undefined || list === own ? null : named(list, CODE_LISTS[list].title);
}

let firstListOf: ReadonlyMap<string, CodeListId> | null = null;

function listsByCode(): ReadonlyMap<string, CodeListId> {
  if (firstListOf === null) {
    const lists = new Map<string, CodeListId>();
    for (const id of Object.keys(CODE_LISTS).sort() as CodeListId[]) {
      for (const { code } of CODE_LISTS[id].codes) if (!lists.has(code)) lists.set(code, id);
    }
    firstListOf = lists;
  }
  return firstListOf;
}

function isCodeList(id: string): id is CodeListId {
  return Object.hasOwn(CODE_LISTS, id);
}

/** A list by its title and its id, which is what the downloads are called. */
function named(id: string, title: Text): Text {
  return { en: `${title.en} (${id})`, cy: `${title.cy} (${id})` };
}
