import type { CollectionCode } from '../standard/generated/code-lists.ts';
import { type AcceptedTable, listAcceptedTables } from '../store/accepted-tables.ts';
import type { Database } from '../store/database.ts';

/** A service that two organisations counted in one period, so that its people would be published twice. */
export interface SharedService {
  readonly service: string;
  readonly period: string;
  readonly organisations: readonly string[];
}

/** Collections that hold what services really did: a service belongs to one organisation in all of them together. */
const OF_REAL_SERVICES: readonly CollectionCode[] = ['returns', 'returns_gp_codes'];

/**
 * The first service that stands in two organisations' returns of a period, whether both are in the collection of
 * a release or one is in the other that counts real services; null when there is none.
 *
 * @param accepted - What stands in the collection of the release.
 */
export async function findSharedService(
  db: Database,
  collection: CollectionCode,
  accepted: readonly AcceptedTable[],
): Promise<SharedService | null> {
  const beside = OF_REAL_SERVICES.includes(collection)
    ? OF_REAL_SERVICES.filter((other) => other !== collection)
    : [];
  const elsewhere = await Promise.all(beside.map((other) => listAcceptedTables(db, { collection: other })));
  return sharedServices([...accepted, ...elsewhere.flat()])[0] ?? null;
}

/** The services that stand in more than one organisation's return of a period. */
function sharedServices(accepted: readonly AcceptedTable[]): SharedService[] {
  const found = new Map<string, { service: string; period: string; organisations: Set<string> }>();
  for (const { period, organisation, header } of accepted) {
    for (const service of header.coverage.services_included) {
      const key = `${period} ${service}`;
      const entry = found.get(key) ?? { service, period, organisations: new Set() };
      entry.organisations.add(organisation);
      found.set(key, entry);
    }
  }
  return [...found.values()]
    .filter((entry) => entry.organisations.size > 1)
    .map((entry) => ({ ...entry, organisations: [...entry.organisations].sort() }));
}
