import { MAXIMUM_LOCATIONS } from './finding.ts';
import type { FieldPlan } from './plan-rows.ts';

/** The rows in which one field uses something. */
export interface UseInRows<Used> {
  readonly plan: FieldPlan;
  readonly count: number;
  /** The first places, by row. */
  readonly places: readonly { readonly used: Used; readonly row: number }[];
}

export interface RememberedUses<Used> {
  note(plan: FieldPlan, used: Used, row: number): void;
  /** Where something of a kind was used, by field in the order of the row. */
  usesOf(isOfKind: (used: Used, plan: FieldPlan) => boolean): UseInRows<Used>[];
}

interface Use<Used> {
  readonly plan: FieldPlan;
  readonly used: Used;
  readonly rows: number[];
  count: number;
}

/**
 * Remembers where fields use something: a count and the first rows of each, so that memory does not grow with
 * the rows.
 */
export function rememberUses<Used>(): RememberedUses<Used> {
  const byField = new Map<FieldPlan, Map<Used, Use<Used>>>();
  return {
    note(plan, used, row) {
      const uses = byField.get(plan) ?? new Map<Used, Use<Used>>();
      if (uses.size === 0) byField.set(plan, uses);
      const use = uses.get(used) ?? { plan, used, rows: [], count: 0 };
      if (use.count === 0) uses.set(used, use);
      use.count += 1;
      if (use.rows.length < MAXIMUM_LOCATIONS) use.rows.push(row);
    },
    usesOf(isOfKind) {
      const uses = [...byField.values()].flatMap((each) => [...each.values()]);
      const found = uses.filter(({ used, plan }) => isOfKind(used, plan));
      const plans = [...new Set(found.map(({ plan }) => plan))].sort(
        (left, right) => left.index - right.index,
      );
      return plans.map((plan) => {
        const ofField = found.filter((use) => use.plan === plan);
        const places = ofField.flatMap(({ used, rows }) => rows.map((row) => ({ used, row })));
        return {
          plan,
          count: ofField.reduce((total, use) => total + use.count, 0),
          places: places.sort((left, right) => left.row - right.row).slice(0, MAXIMUM_LOCATIONS),
        };
      });
    },
  };
}
