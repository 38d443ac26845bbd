import type { FindingCollector } from '../../standard/collect-findings.ts';
import type { ReturnHeader } from '../../standard/row.ts';
import { SERVICE_IN_ONE_RETURN_ONLY } from '../../standard/service-rules.ts';
import type { Database } from '../../store/database.ts';
import { servicesCountedByOthers } from '../../store/standing-tables-repository.ts';
import type { StoredCollection } from '../../store/stored-values.ts';
import { reportService } from './report-service.ts';

/** Reports each service that stands in the return of another organisation for the same period. */
export async function checkServiceInOneReturnOnly(
  db: Database,
  { header, collection }: { readonly header: ReturnHeader; readonly collection: StoredCollection },
  findings: FindingCollector,
): Promise<void> {
  const elsewhere = await servicesCountedByOthers(db, {
    organisation: header.submitter,
    collection,
    period: header.period,
  });
  for (const [index, id] of header.coverage.services_included.entries()) {
    if (elsewhere.has(id)) reportService(findings, SERVICE_IN_ONE_RETURN_ONLY, index, id, true);
  }
}
