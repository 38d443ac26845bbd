import { eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { OrganisationsCode } from '../standard/generated/code-lists.ts';
import type { Service } from '../standard/generated/types.ts';
import type { Database } from './database.ts';
import { inCodeOrder } from './in-code-order.ts';
import { services } from './tables.ts';

/** Rows in one statement: nine parameters each, and PostgreSQL takes 65,535. */
const BATCH_SIZE = 1_000;

/**
 * Writes services to the register, all or none. One whose id is there already is replaced; the others stay.
 */
export async function saveServices(db: Database, saved: readonly Service[]): Promise<void> {
  const { id: _, ...replaced } = getTableColumns(services);
  const set = Object.fromEntries(
    Object.values(replaced).map((column) => [column.name, sql`excluded.${sql.identifier(column.name)}`]),
  );
  await db.transaction(async (transaction) => {
    for (let start = 0; start < saved.length; start += BATCH_SIZE) {
      const batch = saved.slice(start, start + BATCH_SIZE).map((service) => ({
        valid_to: null,
        programme: null,
        contact_role: null,
        contact_address: null,
        ...service,
      }));
      await transaction.insert(services).values(batch).onConflictDoUpdate({ target: services.id, set });
    }
  });
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

/** Leaves out what is not known, as `service.schema.json` does, where the database holds null. */
function toService(row: typeof services.$inferSelect): Service {
  const { areas, valid_to, programme, contact_role, contact_address, ...required } = row;
  return {
    ...required,
    areas: areas as Service['areas'],
    ...(valid_to !== null && { valid_to }),
    ...(programme !== null && { programme }),
    ...(contact_role !== null && { contact_role }),
    ...(contact_address !== null && { contact_address }),
  };
}
