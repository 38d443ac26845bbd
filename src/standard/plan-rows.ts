import { type Dictionary, dictionaryOf, registryDictionary, renumber, unionOf } from './dictionary.ts';
import { TABLE_NAMES, type TableName } from './generated/tables.ts';
import { onDemand } from './on-demand.ts';
import type { Cell } from './read/cell.ts';
import type { Candidate } from './suggest.ts';
import type { FieldDescription } from './table-description.ts';
import { fieldSince, TABLES_OF_EVERY_VERSION } from './versions/every-version.ts';

/** How one field of a table is checked. */
export interface FieldPlan {
  readonly field: FieldDescription;
  readonly index: number;
  /** The path of findings about it. */
  readonly path: string;
  readonly isKey: boolean;
  readonly isCode: boolean;
  /** Whether it takes whole numbers only. */
  readonly isWhole: boolean;
  /** The field's only dictionary, or the union of those it may choose from; null for numbers. */
  readonly dictionary: Dictionary | null;
  /** Number of different codes it can hold; 1 for a number. */
  readonly codeCount: number;
  /** Its codes, each at its number in the dictionary. */
  readonly codeTexts: readonly string[];
  /** Index of the field that chooses the dictionary, or −1. */
  readonly chooser: number;
  readonly chosen: ReadonlyMap<unknown, Dictionary>;
  /** Whether a row may leave it out. */
  readonly isOptional: boolean;
  /** The version in which it came; null for the first. */
  readonly since: string | null;
}

export interface TablePlan {
  readonly table: TableName;
  /** The path of findings about a whole row. */
  readonly path: string;
  readonly fields: readonly FieldPlan[];
  /** Where each field stands, by name. */
  readonly positions: ReadonlyMap<string, number>;
  readonly names: readonly Candidate[];
  /** The fields that came after the first version. */
  readonly later: readonly FieldPlan[];
  /** Number of different keys a row can have, as far as a number can say it. */
  readonly keySpace: number;
}

/** How the rows of each table are checked, whatever their version: every code in a dictionary, built once. */
export const TABLE_PLANS: Readonly<Record<TableName, TablePlan>> = /* @__PURE__ */ onDemand(
  TABLE_NAMES,
  planTable,
);

/** The codes a field takes in this row: where another field chooses, those it chose, else those of any choice. */
export function dictionaryFor(plan: FieldPlan, cells: readonly Cell[]): Dictionary | null {
  return plan.chooser < 0 ? plan.dictionary : (plan.chosen.get(cells[plan.chooser]) ?? plan.dictionary);
}

function planTable(table: TableName): TablePlan {
  const { fields } = TABLES_OF_EVERY_VERSION[table];
  const positions = new Map(fields.map((field, index) => [field.name, index]));
  const path = `/tables/${table}/{row}`;
  const plans = fields.map((field, index) =>
    planField(table, field, index, `${path}/${field.name}`, positions),
  );
  return {
    table,
    path,
    fields: plans,
    positions,
    names: fields.map((field) => ({ code: field.name, title: field.title })),
    later: plans.filter((plan) => plan.since !== null),
    keySpace: plans.reduce((space, plan) => (plan.isKey ? space * plan.codeCount : space), 1),
  };
}

function planField(
  table: TableName,
  field: FieldDescription,
  index: number,
  path: string,
  positions: ReadonlyMap<string, number>,
): FieldPlan {
  const chosen = Object.entries(field.chosen_by?.lists ?? {}).map(
    ([code, list]) => [code, dictionaryOf(list, field.blanks)] as const,
  );
  const dictionary = chosen.length > 0 ? unionOf(chosen.map(([, each]) => each)) : dictionaryOfField(field);
  return {
    field,
    index,
    path,
    isKey: field.role !== 'measure',
    isCode: field.kind === 'code',
    isWhole: field.kind === 'integer',
    dictionary,
    codeCount: dictionary?.codes.size ?? 1,
    codeTexts: [...(dictionary?.codes.values() ?? [])].map(({ code }) => code),
    chooser: field.chosen_by ? (positions.get(field.chosen_by.field) ?? -1) : -1,
    isOptional: field.optional === true,
    since: fieldSince(table, field.name),
    chosen: new Map(chosen.map(([code, each]) => [code, renumber(each, dictionary as Dictionary)])),
  };
}

function dictionaryOfField({
  kind,
  registry,
  list,
  level,
  codes,
  blanks,
}: FieldDescription): Dictionary | null {
  if (kind !== 'code') return null;
  if (registry) return registryDictionary(registry);
  if (!list) throw new Error('A coded field names a list, a registry or the field that chooses its list');
  return dictionaryOf({ list, level, codes, fixed: false }, blanks);
}
