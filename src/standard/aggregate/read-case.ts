import { type CharacteristicCode, CODE_LISTS } from '../generated/code-lists.ts';
import { CASE_FIELDS, type CaseField } from './case-fields.ts';
import type { CaseRecord, Decision, PersonFacts } from './case-records.ts';
import { type Day, yearsBetween } from './day.ts';
import { ageIn, birthIn, type CaseRow, contactsIn, noteOrder } from './doubtful-values.ts';
import type { ColumnReader } from './read-columns.ts';

/** A case as read: its postcode is not part of the record, so that it can be dropped. */
export interface ReadCase {
  readonly record: CaseRecord;
  readonly postcode: string;
}

export interface CaseReading {
  readonly columns: ColumnReader<CaseField>;
  /** The service of cases that name none. */
  readonly service: string;
  /** Turns the export's number of a person into the one the whole run knows them by. */
  readonly personOf: (id: string) => string;
  readonly ageOn: 'referral' | 'export';
  readonly extracted: Day;
}

const CHARACTERISTICS = CODE_LISTS.characteristic.codes.map(({ code }) => code as CharacteristicCode);

/** What keeps a row from being counted at all. */
export type Unusable = 'person-known' | 'event-dated';

/** Reads one row of cases, or says why it cannot be counted. */
export function readCase(cells: readonly string[], row: number, reading: CaseReading): ReadCase | Unusable {
  const { columns } = reading;
  const person = columns.text('person_id', cells);
  if (person === '') return 'person-known';
  const received = columns.date('referral_received_date', cells, row);
  if (received === null) return 'event-dated';
  const decided = columns.date('referral_decision_date', cells, row);
  const code = (field: CaseField, unmapped: string) =>
    columns.has(field) ? (columns.code(field, cells, row) ?? 'not_known') : unmapped;
  const at: CaseRow = { cells, row, columns };
  const record: CaseRecord = {
    person: reading.personOf(person),
    service: columns.text('service_id', cells) || reading.service,
    facts: readFacts(at, received, reading),
    received,
    referral_source: code('referral_source', 'not_collected'),
    decision: decisionOf(columns, cells, row, decided),
    decided,
    firstContact: columns.date('first_contact_date', cells, row),
    conversation: columns.date('first_conversation_date', cells, row),
    plan: columns.date('plan_agreed_date', cells, row),
    review: columns.date('review_date', cells, row),
    closed: columns.date('closing_date', cells, row),
    closure_reason: code('closure_reason', 'not_collected'),
    contacts: contactsIn(at),
    support_tier: code('support_tier', 'not_collected'),
    needs: columns.codes('needs', cells, row),
    mainNeed: isStated(columns, cells) ? columns.code('main_need', cells, row) : null,
  };
  noteOrder(record, at);
  return { record, postcode: columns.text('postcode', cells) };
}

function isStated(columns: ColumnReader<CaseField>, cells: readonly string[]): boolean {
  return columns.text('main_need', cells) !== '';
}

/** With no field for the decision, a date of it means acceptance. */
function decisionOf(
  columns: ColumnReader<CaseField>,
  cells: readonly string[],
  row: number,
  decided: Day | null,
): Decision | null {
  if (columns.has('referral_decision'))
    return columns.code('referral_decision', cells, row) as Decision | null;
  return decided === null ? null : 'referral_accepted';
}

function readFacts(at: CaseRow, received: Day, reading: CaseReading): PersonFacts {
  const { cells, row, columns } = at;
  const area = columns.has('area_code') ? columns.code('area_code', cells, row) : null;
  const years = reading.ageOn === 'export' ? Math.max(0, yearsBetween(received, reading.extracted)) : 0;
  const characteristics: Partial<Record<CharacteristicCode, string>> = {};
  for (const characteristic of CHARACTERISTICS) {
    if (!columns.has(characteristic)) continue;
    characteristics[characteristic] = columns.code(characteristic, cells, row) ?? 'not_known';
  }
  const welsh = welshService(cells, row, columns);
  if (welsh !== null) characteristics.welsh_language_service = welsh;
  return {
    area_code: area === 'not_known' ? null : area,
    deprivation_quintile: columns.has('deprivation_quintile')
      ? (columns.code('deprivation_quintile', cells, row) ?? 'not_known')
      : columns.has('postcode')
        ? 'not_known'
        : 'not_collected',
    sex: columns.has('sex') ? (columns.code('sex', cells, row) ?? 'not_known') : 'not_collected',
    born: birthIn(at, received),
    age: ageIn(at, years),
    age_band: ageBand(cells, row, columns),
    characteristics,
  };
}

function ageBand(cells: readonly string[], row: number, columns: ColumnReader<CaseField>): string {
  if (columns.has('age_band')) return columns.code('age_band', cells, row) ?? 'not_known';
  return columns.has('age') || columns.has('date_of_birth') ? 'not_known' : 'not_collected';
}

/**
 * Whether Welsh was chosen and received, from what was offered, chosen and used; null where the export holds the
 * answer itself, or too little to tell.
 */
function welshService(
  cells: readonly string[],
  row: number,
  columns: ColumnReader<CaseField>,
): string | null {
  if (columns.has('welsh_language_service') || !columns.has('language_of_choice')) return null;
  if (!columns.has('language_offered') && !columns.has('language_used')) return null;
  if (columns.code('language_offered', cells, row) === 'no') return 'welsh_not_offered';
  const chosen = columns.code('language_of_choice', cells, row);
  if (chosen === null || BLANKS.has(chosen)) return 'not_known';
  if (chosen !== 'welsh') return 'welsh_not_chosen';
  switch (columns.code('language_used', cells, row)) {
    case 'welsh':
      return 'welsh_chosen_and_received';
    case 'either':
      return 'welsh_chosen_received_in_part';
    case null:
    case 'not_known':
      return 'not_known';
    default:
      return 'welsh_chosen_not_received';
  }
}

const BLANKS: ReadonlySet<string> = new Set(CODE_LISTS.blank.codes.map(({ code }) => code));

/** The fields of a case that a mapping may name. */
export function isCaseField(name: string): name is CaseField {
  return Object.hasOwn(CASE_FIELDS, name);
}
