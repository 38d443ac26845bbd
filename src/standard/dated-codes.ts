import { type Code, isValidThroughout } from './code-list.ts';
import { MAXIMUM_LOCATIONS } from './finding.ts';
import type { Dates } from './period.ts';
import type { FieldPlan } from './plan-rows.ts';

/** The rows of one field whose code was not in use throughout the period. */
export interface UseOutsideDates {
  readonly plan: FieldPlan;
  readonly count: number;
  /** The first places, by row. */
  readonly places: readonly { readonly code: Code; readonly row: number }[];
}

/** Remembers where codes that have dates were used, until the header says for which period. */
export interface DatedCodes {
  note(plan: FieldPlan, code: Code, row: number): void;
  /** What was used outside its dates, by field in the order of the row. */
  outside(period: Dates): UseOutsideDates[];
}

interface Use {
  readonly plan: FieldPlan;
  readonly code: Code;
  readonly rows: number[];
  count: number;
}

/** Keeps a count and the first rows for each code, so that memory does not grow with the rows. */
export function rememberDatedCodes(): DatedCodes {
  const uses = new Map<string, Use>();
  return {
    note(plan, code, row) {
      const key = `${plan.index} ${code.code}`;
      const use = uses.get(key) ?? { plan, code, rows: [], count: 0 };
      if (use.count === 0) uses.set(key, use);
      use.count += 1;
      if (use.rows.length < MAXIMUM_LOCATIONS) use.rows.push(row);
    },
    outside({ start, end }) {
      const outside = [...uses.values()].filter(({ code }) => !isValidThroughout(code, start, end));
      const plans = [...new Set(outside.map(({ plan }) => plan))].sort(
        (left, right) => left.index - right.index,
      );
      return plans.map((plan) => {
        const ofField = outside.filter((use) => use.plan === plan);
        const places = ofField.flatMap(({ code, rows }) => rows.map((row) => ({ code, row })));
        return {
          plan,
          count: ofField.reduce((total, use) => total + use.count, 0),
          places: places.sort((left, right) => left.row - right.row).slice(0, MAXIMUM_LOCATIONS),
        };
      });
    },
  };
}
