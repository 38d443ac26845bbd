import type { CollectionCode } from '../standard/generated/code-lists.ts';
import type { Organisation } from '../standard/generated/types.ts';
import { type AcceptedTable, listAcceptedTables } from '../store/accepted-tables.ts';
import type { Database } from '../store/database.ts';
import { listOrganisations } from '../store/organisations-repository.ts';

/** Collections that hold what services really did: a service belongs to one organisation in all of them together. */
const OF_REAL_SERVICES: readonly CollectionCode[] = ['returns', 'returns_gp_codes'];

/** What stood at one moment. */
export interface Standing {
  /** In the collection of the release. */
  readonly accepted: readonly AcceptedTable[];
  /** In the other collections that count real services, where that of the release does. */
  readonly elsewhere: readonly AcceptedTable[];
  readonly organisations: readonly Organisation[];
}

/**
 * Reads what stands for a release, all of it as it was at one moment, however many returns come in meanwhile.
 *
 * The rows are read later, by the submission that brought them: those that stood are never changed or removed.
 */
export function readStanding(db: Database, collection: CollectionCode): Promise<Standing> {
  const beside = OF_REAL_SERVICES.includes(collection)
    ? OF_REAL_SERVICES.filter((other) => other !== collection)
    : [];
  return db.transaction(
    async (transaction) => {
      const accepted = await listAcceptedTables(transaction, { collection });
      const elsewhere: AcceptedTable[] = [];
      for (const other of beside)
        elsewhere.push(...(await listAcceptedTables(transaction, { collection: other })));
      return { accepted, elsewhere, organisations: await listOrganisations(transaction) };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}
