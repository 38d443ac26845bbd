import type { CodeListId } from './generated/code-lists.ts';
import type { TableName } from './generated/tables.ts';
import type { Text } from './text.ts';

/** The header field that names the index of a return's fifths; a selector of any question by fifths. */
export const INDEX_SELECTOR = 'deprivation_index';

export type FieldRole = 'selector' | 'dimension' | 'measure';
export type PeriodLevel = 'quarter' | 'financial_year';

/** The list a field takes when another field of the row decides, such as `category` by `characteristic`. */
export interface ChosenList {
  readonly list: CodeListId;
  /** The finest level that may be sent. */
  readonly level: string | null;
  /** When given, only these codes of the list. */
  readonly codes: readonly string[] | null;
  /** True when the field can only hold one code, so that no blank is allowed. */
  readonly fixed: boolean;
  /** True when the categories are fifths of a deprivation index. */
  readonly index: boolean;
  /** False where it may be sent and shown for a board or broader only. */
  readonly below_board: boolean;
  /** The age from which the item applies; younger people are `not_applicable`. */
  readonly ages_from: number | null;
  /** The only populations it may be sent for; null means all of the table's. */
  readonly populations: readonly string[] | null;
}

/** One field of a table, as its schema file describes it. */
export interface FieldDescription {
  readonly name: string;
  readonly role: FieldRole;
  readonly kind: 'code' | 'integer' | 'number';
  readonly title: Text;
  readonly description: Text;
  readonly unit: string | null;
  readonly example: string | number;
  readonly source: string;
  readonly list: CodeListId | null;
  /** The finest level of the list that may be sent; null means any. */
  readonly level: string | null;
  /** When given, only these codes of the list. */
  readonly codes: readonly string[] | null;
  readonly blanks: readonly string[];
  readonly chosen_by: { readonly field: string; readonly lists: Readonly<Record<string, ChosenList>> } | null;
  readonly registry: 'measures' | 'instruments' | null;
  readonly nullable: boolean;
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** For a count: the kinds of period it is published for. */
  readonly periods: readonly PeriodLevel[];
  readonly additive_over_time: boolean;
  readonly magnitude: 'mean' | 'sd' | null;
  /** False for a field that is sent but never published as a figure. */
  readonly released: boolean;
  readonly overlap: boolean;
  /** True for a selector left out of row keys, addresses and labels of counts. */
  readonly key_omits: boolean;
  /** True for a dimension that a question must group or filter. */
  readonly required_in_question: boolean;
  /** The dimension of the parent table that this one stands for, where the names differ. */
  readonly parent_dimension: string | null;
  /** The header field that names the index of this field's fifths. */
  readonly index_from: string | null;
}

export interface TableDescription {
  readonly name: TableName;
  readonly title: Text;
  readonly description: Text;
  /** The unit of count of `counting.md`: person, episode, connection. */
  readonly unit: string;
  readonly disclosure: 'persons' | 'none';
  readonly obligation: 'core' | 'standard' | 'full';
  /** The table name that stands in row keys and addresses of counts, where it is not the table's own. */
  readonly key_table: string | null;
  /** The table whose cell is the total of this one when the named dimensions are removed. */
  readonly same_people_as: { readonly table: TableName; readonly without: readonly string[] } | null;
  readonly fields: readonly FieldDescription[];
}

/** The fields of a table that fit, in schema order, worked out once: these are asked for every cell. */
function remembered(fits: (field: FieldDescription) => boolean) {
  const known = new WeakMap<TableDescription, readonly FieldDescription[]>();
  return (table: TableDescription): readonly FieldDescription[] => {
    const fields = known.get(table) ?? table.fields.filter(fits);
    known.set(table, fields);
    return fields;
  };
}

/** The selectors and dimensions of a table: what makes a row unique. */
export const keyFields = remembered((field) => field.role !== 'measure');

export const selectorsOf = remembered((field) => field.role === 'selector');

export const dimensionsOf = remembered((field) => field.role === 'dimension');

/** The counts of a table: whole numbers of people, episodes or things. */
export const countsOf = remembered((field) => field.role === 'measure' && field.kind === 'integer');

/** The means and standard deviations of a table. */
export const magnitudesOf = remembered((field) => field.magnitude !== null);

/** The dimensions of a table other than area: what is known of the people. */
export const personDimensions = remembered(
  (field) => field.role === 'dimension' && field.name !== 'area_code',
);
