import { eq } from 'drizzle-orm';
import type { Database } from './database.ts';
import { inCodeOrder } from './in-code-order.ts';
import { type Change, changeByTheService, lockRegister, recordRegisterEdits } from './register-history.ts';
import { replaceAllBut } from './replace-all.ts';
import { periods } from './tables/registers.ts';

/** An entry of the register of periods: the days of one whose calendar is not the standard's own. */
export interface RegisteredPeriod {
  /** A calendar quarter. */
  readonly period: string;
  readonly opens_on: string;
  /** Last day on which provisional figures are on time. */
  readonly due_on: string;
  /** Last day on which figures are taken into the final release. */
  readonly closes_on: string;
}

/**
 * Writes the days of a period to the register, with its history; they replace those that were there.
 *
 * @returns Whether anything changed.
 */
export async function savePeriod(
  db: Database,
  saved: RegisteredPeriod,
  change: Change = changeByTheService(),
): Promise<boolean> {
  return db.transaction(async (transaction) => {
    await lockRegister(transaction, 'periods');
    const before = await findPeriod(transaction, saved.period);
    await transaction
      .insert(periods)
      .values(saved)
      .onConflictDoUpdate({ target: periods.period, set: replaceAllBut(periods, 'period') });
    const after = await findPeriod(transaction, saved.period);
    const edit = {
      entry: saved.period,
      before: before && { ...before },
      after: after && { ...after },
      organisation: null,
    };
    return (await recordRegisterEdits(transaction, 'periods', [edit], change)) > 0;
  });
}

/** The register of periods, in the order of time. */
export async function listPeriods(db: Database): Promise<RegisteredPeriod[]> {
  return db.select().from(periods).orderBy(inCodeOrder(periods.period));
}

/** One period; null when the standard's own calendar holds for it. */
export async function findPeriod(db: Database, period: string): Promise<RegisteredPeriod | null> {
  const [row] = await db.select().from(periods).where(eq(periods.period, period));
  return row ?? null;
}
