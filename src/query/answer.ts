import type { CellStatusCode } from '../standard/generated/code-lists.ts';
import type { Language, Text } from '../standard/text.ts';
import type { ComparabilityBreak } from './breaks.ts';

/** `ok` is a published figure; every other status says why there is none, or that it is incomplete. */
export type CellStatus = CellStatusCode;

/** A dimension's category in one row of an answer. */
export interface RowLabel {
  readonly code: string;
  readonly title: Text;
}

export interface AnswerCell {
  readonly value: number | null;
  readonly status: CellStatus;
}

/** One row of an answer: its categories in the order of `columns`, its cells in the order of `figures`. */
export interface AnswerRow {
  readonly labels: readonly RowLabel[];
  readonly cells: readonly AnswerCell[];
  /** In the order of the answer's `attributes`, of which it may have none; null where there is nothing to say. */
  readonly attributes?: readonly (RowLabel | null)[];
}

/** A dimension of an answer. */
export interface AnswerColumn {
  readonly name: string;
  readonly title: Text;
  /** The level its categories are at; for a period, quarter or financial_year. */
  readonly level: string;
}

/** What is counted or averaged in one column of cells. */
export interface AnswerFigure {
  readonly name: string;
  readonly title: Text;
  readonly description: Text;
  readonly unit: string;
}

/** What is said of a whole row by a code with its words, such as how a ratio reads. */
export interface AnswerAttribute {
  readonly name: string;
  readonly title: Text;
  readonly description: Text;
}

export interface Note {
  readonly id: string;
  readonly text: Text;
}

/** A note that something of the answer needs care, with the question that would do better where there is one. */
export interface Warning extends Note {
  readonly nearest?: string;
  /** The whole address of that question. */
  readonly nearest_url?: string;
}

/** An organisation of the areas asked about whose return is missing, incomplete or without what is asked. */
export interface CoverageGap {
  readonly organisation: string;
  readonly title: Text;
  readonly period: string;
  readonly state: 'no_return' | 'partial' | 'not_collected';
}

/** An organisation whose returns hold what is asked, with the services they cover. */
export interface ReturnedBy {
  readonly organisation: string;
  readonly title: Text;
  /** Quarters. */
  readonly periods: readonly string[];
  /** Codes of the services register. */
  readonly services: readonly string[];
}

/** What was understood and what the figures are, for the reader and for whoever cites them. */
export interface AnswerMeta {
  readonly release: string;
  readonly collection: string;
  readonly collection_title: Text;
  readonly published_at: string | null;
  readonly versions: { readonly api: string; readonly standard: string; readonly data: string };
  readonly standard_status: 'candidate';
  readonly table: string;
  readonly table_title: Text;
  /** Selectors, filters and groups as understood, as the parameters that would ask them again. */
  readonly question: Readonly<Record<string, string>>;
  /** Address of this answer, pinned to its release. */
  readonly permalink: string;
  readonly licence: { readonly name: Text; readonly url: string };
  readonly citation: Text;
  readonly disclosure: {
    /** `none` of tables of things. */
    readonly method: string;
    readonly version: string;
    /** The least number that is shown, and to what it is rounded; null where it is shown as it was returned. */
    readonly threshold: number | null;
    readonly rounding: number | null;
    readonly additive: false;
    readonly cells: number;
    readonly cells_suppressed: number;
  };
  /** How settled the figures of each period are, by what their returns say; null where no return holds the table. */
  readonly figures_status: readonly { readonly period: string; readonly status: string | null }[];
  readonly coverage: readonly CoverageGap[];
  /** Why figures of different areas or periods may not be comparable; each is told in a note as well. */
  readonly breaks: readonly ComparabilityBreak[];
  /** Of outcomes: whose returns the figures come from. */
  readonly returned_by?: readonly ReturnedBy[];
}

export interface Answer {
  readonly meta: AnswerMeta;
  readonly columns: readonly AnswerColumn[];
  readonly figures: readonly AnswerFigure[];
  /** What is said of each row beside its figures; absent where nothing is. */
  readonly attributes?: readonly AnswerAttribute[];
  readonly rows: readonly AnswerRow[];
  readonly notes: readonly Note[];
  readonly warnings: readonly Warning[];
}

/** How an answer is written: the language of its words, and which labels stand beside the codes. */
export interface AnswerForm {
  readonly language: Language;
  readonly labels: Language | 'codes';
}
