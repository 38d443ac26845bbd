import type { CaseField } from './case-fields.ts';
import type { CaseRecord } from './case-records.ts';
import { type Day, yearsBetween } from './day.ts';
import { OLDEST_BELIEVED } from './describe-person.ts';
import type { ColumnReader } from './read-columns.ts';

/** A row of cases, and what reads it. */
export interface CaseRow {
  readonly cells: readonly string[];
  readonly row: number;
  readonly columns: ColumnReader<CaseField>;
}

/** The number of contacts; one that is no whole number from 0 is noted and not known. */
export function contactsIn({ cells, row, columns }: CaseRow): number | null {
  const contacts = columns.number('contacts_count', cells, row);
  if (contacts === null || (Number.isInteger(contacts) && contacts >= 0)) return contacts;
  columns.note('contacts-possible', 'contacts_count', row);
  return null;
}

/**
 * The age on the day of referral; one that nobody can have is noted and not known.
 *
 * @param yearsSince - Whole years from the referral to the day of the age: 0 where it is the age at referral.
 */
export function ageIn({ cells, row, columns }: CaseRow, yearsSince: number): number | null {
  const age = columns.number('age', cells, row);
  if (age === null) return null;
  if (Number.isInteger(age) && age <= OLDEST_BELIEVED && age >= yearsSince) return age - yearsSince;
  columns.note('age-possible', 'age', row);
  return null;
}

/** The date of birth; one after the referral, or more than 120 years before it, is noted and not known. */
export function birthIn({ cells, row, columns }: CaseRow, received: Day): Day | null {
  const born = columns.date('date_of_birth', cells, row);
  if (born === null) return null;
  if (born <= received && yearsBetween(born, received) <= OLDEST_BELIEVED) return born;
  columns.note('birth-possible', 'date_of_birth', row);
  return null;
}

const STEPS = {
  decided: 'referral_decision_date',
  firstContact: 'first_contact_date',
  conversation: 'first_conversation_date',
  plan: 'plan_agreed_date',
  review: 'review_date',
  closed: 'closing_date',
} as const satisfies Partial<Record<keyof CaseRecord, CaseField>>;

/** Notes dates that lie the wrong way round. They are counted on their day all the same. */
export function noteOrder(record: CaseRecord, { row, columns }: CaseRow): void {
  for (const [step, field] of Object.entries(STEPS)) {
    const day = record[step as keyof typeof STEPS];
    if (day !== null && day < record.received) columns.note('date-not-before-referral', field, row);
  }
  const { closed, received, firstContact, conversation, plan, review } = record;
  if (closed === null || closed < received) return;
  const isLate = [firstContact, conversation, plan, review].some((day) => day !== null && day > closed);
  if (isLate) columns.note('closed-after-support', 'closing_date', row);
}
