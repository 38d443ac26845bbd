import type { StageCode } from '../standard/generated/code-lists.ts';
import { TABLES } from '../standard/generated/tables.ts';
import type { Place } from './addresses.ts';
import { chosenListOf, isBelowBoard, isPeriodOf, periodLevelOf, personDimensionsOf } from './lattice.ts';

/** Whose age group is wholly below an age from which a characteristic is asked. */
const UNDER_16 = 'under_16';

/**
 * Whether a place can hold a figure of its own.
 *
 * False where the categories exclude each other by definition (work status under 16, what is open on a day and
 * the referrals of one quarter), and where a category
 * follows from another, so that its people are already counted elsewhere: `not_applicable` of a
 * characteristic that everyone under 16 has is the count of people under 16.
 */
export function isCell(place: Place): boolean {
  return (
    !isImplied(place) &&
    !isOutsideAges(place) &&
    !isOfAnotherPeriod(place) &&
    !isTooNarrow(place) &&
    !isStockOfCohort(place)
  );
}

/** `not_applicable` of a wait or a barrier follows from the stage or the uptake. */
function isImplied(place: Place): boolean {
  return personDimensionsOf(place.table).some((field) =>
    field.implied.includes(place.dimensions[field.name] ?? ''),
  );
}

function isOfAnotherPeriod({ table, period, selectors, dimensions }: Place): boolean {
  return !isPeriodOf(periodLevelOf(period), table, { ...selectors, ...dimensions });
}

/** Abuse is never shown for a place smaller than a health board. */
function isTooNarrow({ table, area, dimensions }: Place): boolean {
  return (
    personDimensionsOf(table).some((field) => field.board_only.includes(dimensions[field.name] ?? '')) &&
    isBelowBoard(table, area)
  );
}

/** What is open on a day holds referrals of every quarter, so no cohort has it: `stocks-are-counted-by-event`. */
function isStockOfCohort({ table, selectors, dimensions }: Place): boolean {
  return table === 'pathway' && selectors.basis === 'cohort' && STOCKS.has(dimensions.stage ?? '');
}

const STOCKS: ReadonlySet<string> = new Set<StageCode>(['open_at_start', 'open_at_end']);

function isOutsideAges(place: Place): boolean {
  return !personDimensionsOf(place.table).every((field) => {
    const token = place.dimensions[field.name];
    const chosen = chosenListOf(field, place.selectors);
    if (token === undefined || !chosen?.ages_from || chosen.ages_from < 16) return true;
    return token !== 'not_applicable' && !isUnder16(place);
  });
}

function isUnder16(place: Place): boolean {
  return TABLES[place.table].fields.some(
    (field) => field.list === 'age_band' && place.dimensions[field.name] === UNDER_16,
  );
}
