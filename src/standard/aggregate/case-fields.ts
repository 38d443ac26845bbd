import type { ExportField } from './export-field.ts';
import { NEED_FIELDS } from './need-fields.ts';
import { PERSON_FIELDS } from './person-fields.ts';
import { PROGRESS_FIELDS } from './progress-fields.ts';

/** A row of the cases: one referral of one person and what followed. */
export const CASE_FIELDS = {
  ...PROGRESS_FIELDS,
  ...PERSON_FIELDS,
  ...NEED_FIELDS,
} as const satisfies Readonly<Record<string, ExportField>>;

export type CaseField = keyof typeof CASE_FIELDS;
