import { eq, inArray } from 'drizzle-orm';
import type { OrganisationsCode } from '../standard/generated/code-lists.ts';
import type { Organisation } from '../standard/generated/types.ts';
import type { Database } from './database.ts';
import { inCodeOrder } from './in-code-order.ts';
import { type Change, changeByTheService, lockRegister, recordRegisterEdits } from './register-history.ts';
import { replaceAllBut } from './replace-all.ts';
import { organisations } from './tables/registers.ts';
import { withoutNulls } from './without-nulls.ts';

/**
 * Writes organisations to the register, all or none, with their history. One whose code is there already is
 * replaced whole; the others stay.
 *
 * @returns How many of them are new or differ from what was there.
 */
export async function saveOrganisations(
  db: Database,
  saved: readonly Organisation[],
  change: Change = changeByTheService(),
): Promise<number> {
  if (saved.length === 0) return 0;
  const codes = saved.map(({ code }) => code);
  return db.transaction(async (transaction) => {
    await lockRegister(transaction, 'organisations');
    const before = new Map((await withCodes(transaction, codes)).map((entry) => [entry.code, entry]));
    await transaction
      .insert(organisations)
      .values(
        saved.map(({ tables = [], ...organisation }) => ({
          valid_to: null,
          contact_role: null,
          contact_address: null,
          ...organisation,
          tables: [...tables],
        })),
      )
      .onConflictDoUpdate({ target: organisations.code, set: replaceAllBut(organisations, 'code') });
    const edits = (await withCodes(transaction, codes)).map((after) => {
      const replaced = before.get(after.code);
      return {
        entry: after.code,
        before: replaced ? { ...replaced } : null,
        after: { ...after },
        organisation: after.code,
      };
    });
    return recordRegisterEdits(transaction, 'organisations', edits, change);
  });
}

/** The register of organisations, by code. */
export async function listOrganisations(db: Database): Promise<Organisation[]> {
  const rows = await db.select().from(organisations).orderBy(inCodeOrder(organisations.code));
  return rows.map(toOrganisation);
}

/** One organisation; null when it is not in the register. */
export async function findOrganisation(db: Database, code: string): Promise<Organisation | null> {
  const [row] = await db
    .select()
    .from(organisations)
    .where(eq(organisations.code, code as OrganisationsCode));
  return row ? toOrganisation(row) : null;
}

async function withCodes(db: Database, codes: readonly OrganisationsCode[]): Promise<Organisation[]> {
  const rows = await db
    .select()
    .from(organisations)
    .where(inArray(organisations.code, [...codes]))
    .orderBy(inCodeOrder(organisations.code));
  return rows.map(toOrganisation);
}

/** An organisation that declares no tables has none here, as in `organisation.schema.json`. */
function toOrganisation({ tables, ...row }: typeof organisations.$inferSelect): Organisation {
  return { ...withoutNulls(row), ...(tables.length > 0 && { tables }) };
}
