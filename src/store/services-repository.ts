import { eq, inArray } from 'drizzle-orm';
import type { OrganisationsCode } from '../standard/generated/code-lists.ts';
import type { Service } from '../standard/generated/types.ts';
import type { Database } from './database.ts';
import { inCodeOrder } from './in-code-order.ts';
import { type Change, changeByTheService, lockRegister, recordRegisterEdits } from './register-history.ts';
import { replaceAllBut } from './replace-all.ts';
import { services } from './tables/registers.ts';
import { withoutNulls } from './without-nulls.ts';

/** Rows in one statement: nine parameters each, and PostgreSQL takes 65,535. */
const BATCH_SIZE = 1_000;

/**
 * Writes services to the register, all or none, with their history. One whose id is there already is replaced;
 * the others stay.
 *
 * @returns How many of them are new or differ from what was there.
 */
export async function saveServices(
  db: Database,
  saved: readonly Service[],
  change: Change = changeByTheService(),
): Promise<number> {
  return db.transaction(async (transaction) => {
    await lockRegister(transaction, 'services');
    let changed = 0;
    for (let start = 0; start < saved.length; start += BATCH_SIZE) {
      changed += await saveBatch(transaction, saved.slice(start, start + BATCH_SIZE), change);
    }
    return changed;
  });
}

async function saveBatch(db: Database, batch: readonly Service[], change: Change): Promise<number> {
  const ids = batch.map(({ id }) => id);
  const before = new Map((await findServices(db, ids)).map((service) => [service.id, service]));
  await db
    .insert(services)
    .values(
      batch.map((service) => ({
        valid_to: null,
        programme: null,
        contact_role: null,
        contact_address: null,
        ...service,
      })),
    )
    .onConflictDoUpdate({ target: services.id, set: replaceAllBut(services, 'id') });
  const edits = (await findServices(db, ids)).map((after) => ({
    entry: after.id,
    before: fieldsOf(before.get(after.id)),
    after: fieldsOf(after),
    organisation: after.submitter,
  }));
  return recordRegisterEdits(db, 'services', edits, change);
}

function fieldsOf(service: Service | undefined): Readonly<Record<string, unknown>> | null {
  return service === undefined ? null : { ...service };
}

/** The services register, or the part of it that one organisation returns, by id. */
export async function listServices(db: Database, organisation?: string): Promise<Service[]> {
  const rows = await db
    .select()
    .from(services)
    .where(organisation === undefined ? undefined : eq(services.submitter, organisation as OrganisationsCode))
    .orderBy(inCodeOrder(services.id));
  return rows.map(toService);
}

/** The services with these ids; an id that is not in the register gives nothing. */
export async function findServices(db: Database, ids: readonly string[]): Promise<Service[]> {
  const rows = await db
    .select()
    .from(services)
    .where(inArray(services.id, [...ids]))
    .orderBy(inCodeOrder(services.id));
  return rows.map(toService);
}

function toService(row: typeof services.$inferSelect): Service {
  return { ...withoutNulls(row), areas: row.areas as Service['areas'] };
}
