import { safeValue } from '../safe-value.ts';
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
 */
export function matchColumns(
  sink: ReturnSink,
  intake: TableIntake,
  names: readonly string[],
  where: Pick<FaultPlace, 'row' | 'sheet'>,
): readonly number[] {
  const { table } = intake.plan;
  const seen = new Set<number>();
  const placeOf = (name: string): FaultPlace => ({
    ...where,
    path: ['tables', table],
    template: ['tables', table, 0, name],
    column: safeValue(name),
  });
  const found = names.map((name) => {
    const field = intake.plan.positions.get(name) ?? -1;
    const column = { ...placeOf(name), value: safeValue(name) };
    if (field === -1) {
      sink.fault('field-known', { ...column, suggestion: () => suggest(name, intake.plan.names) });
      return LEFT_OUT;
    }
    if (seen.has(field)) {
      sink.fault('csv-columns-unique', column);
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
