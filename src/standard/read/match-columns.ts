import { quoteName } from '../quote-value.ts';
import { WITHHELD } from '../safe-value.ts';
import { suggest } from '../suggest.ts';
import type { TableIntake } from '../take-rows.ts';
import type { FaultPlace, ReturnSink } from './return-reader.ts';

/** Stands for a column that is left out, because its name is unknown or there twice. */
export const LEFT_OUT = -1;

/**
 * Finds for each column the index of its field, and reports names that are unknown or there twice, and fields
 * that have no column.
 *
 * @param where - Where the names stand.
 * @param numberOf - The number of the column of a name, counted from 1, where some columns have none.
 */
export function matchColumns(
  sink: ReturnSink,
  intake: TableIntake,
  names: readonly string[],
  where: Pick<FaultPlace, 'row' | 'sheet'>,
  numberOf: (index: number) => number = (index) => index + 1,
): readonly number[] {
  const { table } = intake.plan;
  const seen = new Set<number>();
  const placeOf = (name: string): FaultPlace => ({
    ...where,
    path: ['tables', table],
    template: ['tables', table, 0, name],
    column: quoteName(name),
  });
  /** A heading that is no name of the standard may be data: the column is then given by its number. */
  const placeOfColumn = (name: string, index: number): FaultPlace => {
    const value = quoteName(name);
    const column = value === WITHHELD ? String(numberOf(index)) : value;
    return { ...placeOf(name), column, value };
  };
  const found = names.map((name, index) => {
    const field = intake.plan.positions.get(name) ?? -1;
    if (field === -1) {
      const place = placeOfColumn(name, index);
      sink.fault('field-known', { ...place, suggestion: () => suggest(name, intake.plan.names) });
      return LEFT_OUT;
    }
    if (seen.has(field)) {
      sink.fault('csv-columns-unique', placeOfColumn(name, index));
      return LEFT_OUT;
    }
    seen.add(field);
    return field;
  });
  const absent = intake.plan.fields.filter((plan) => !seen.has(plan.index) && !plan.isOptional);
  for (const { field } of absent) sink.fault('field-present', placeOf(field.name));
  intake.expectWithout(new Set(absent.map((plan) => plan.index)));
  if (absent.length > 0 || seen.size < names.length) intake.distrust();
  return found;
}
