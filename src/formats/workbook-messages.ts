import type { Answer, AnswerForm } from '../query/answer.ts';

/** What the thread that writes workbooks is told: an answer, its rows in pieces, and that they are all there. */
export type ToWriter =
  | { readonly begin: Omit<Answer, 'rows'> }
  | { readonly rows: Answer['rows'] }
  | { readonly write: AnswerForm };

/** What it says when it was told to write. */
export type FromWriter = { readonly workbook: Uint8Array } | { readonly failure: unknown };
