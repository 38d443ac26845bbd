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
  /** Counts of the table for which one person may stand in several categories; true means all of them. */
  readonly overlap: boolean | readonly string[];
  /** The values of a selector under which this dimension is used; otherwise it holds `not_applicable`. */
  readonly used_when: { readonly field: string; readonly codes: readonly string[] } | null;
  /** What the selectors become when this dimension is left out, because the total is counted there. */
  readonly without: Readonly<Record<string, string>> | null;
  /** Codes of other dimensions that go with every category of this one: a barrier is of what was not taken up. */
  readonly carries: Readonly<Record<string, string>> | null;
  /** Codes that follow from another code of the row, so that they are no category of their own. */
  readonly implied: readonly string[];
  /** Codes that are never shown below the health board. */
  readonly board_only: readonly string[];
  /** Codes whose figures do not add over time, so that they have quarters only. */
  readonly quarters_only: readonly string[];
  /** How often one person may count; null means once. */
  readonly contribution_cap: Readonly<Record<PeriodLevel, number>> | null;
  /** True for a selector left out of row keys, addresses and labels of counts. */
  readonly key_omits: boolean;
  /** True for a dimension that a question must group or filter. */
  readonly required_in_question: boolean;
  /** The header field that names the index of this field's fifths. */
  readonly index_from: string | null;
  /** True for a figure that a row may leave out: it came after the first version. */
  readonly optional?: boolean;
}

/** Says that cells with no other dimension than these count the people of a cell in another table. */
export interface SamePeople {
  readonly table: TableName;
  /** The dimensions, area apart, that such a cell may still have. */
  readonly keeps: readonly string[];
  /** Selectors of the other table that are not in this one. */
  readonly selectors: Readonly<Record<string, string>>;
  /** Dimensions of the other table that are not in this one. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** Names of dimensions here and there, where they differ. */
  readonly rename: Readonly<Record<string, string>>;
  /** Names of counts here and there; null means all of them, under the same names. */
  readonly figures: Readonly<Record<string, string>> | null;
}

/** A code at a selector whose figure is another code's figure of the quarter before. */
export interface CarriedOver {
  readonly selectors: Readonly<Record<string, string>>;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly from: {
    readonly selectors: Readonly<Record<string, string>>;
    readonly dimensions: Readonly<Record<string, string>>;
  };
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
  /** The time that the rows of a return describe: its quarter, or the financial year that its quarter ends. */
  readonly covers: PeriodLevel;
  /** Where people who stand in another table too are published, the first that fits. */
  readonly same_people_as: readonly SamePeople[];
  /** Figures read from the quarter before, so that one set of people has one number. */
  readonly carried_over: readonly CarriedOver[];
  /** For a table of things: the count below which it and the row's other figures are not told. */
  readonly least_shown: { readonly figure: string; readonly minimum: number } | null;
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

/** The dimensions of a table other than area: what is known of the people. */
export const personDimensions = remembered(
  (field) => field.role === 'dimension' && field.name !== 'area_code',
);
