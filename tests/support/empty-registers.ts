import { sql } from 'drizzle-orm';
import type { OpenDatabase } from '../../src/store/database.ts';

/** Empties the registers and all that was written of them, which only the owner of the tables can ask for. */
export async function emptyRegisters({ db }: OpenDatabase): Promise<void> {
  const written = [
    ['audit_log', 'audit_log_is_only_added_to'],
    ['register_history', 'register_history_is_only_added_to'],
  ] as const;
  await db.transaction(async (transaction) => {
    const turn = async (how: 'disable' | 'enable') => {
      for (const [table, trigger] of written) {
        await transaction.execute(sql.raw(`alter table ${table} ${how} trigger ${trigger}`));
      }
    };
    await turn('disable');
    await transaction.execute(sql`truncate organisations, periods, services, register_history, audit_log`);
    await turn('enable');
  });
}
