import type { FindingCollector } from '../../standard/collect-findings.ts';
import type { Service } from '../../standard/generated/types.ts';
import type { ReturnHeader } from '../../standard/row.ts';
import {
  SERVICES_ARE_REGISTERED,
  SERVICES_BELONG_TO_THE_SUBMITTER,
  SERVICES_WERE_OPEN_IN_THE_PERIOD,
} from '../../standard/service-rules.ts';
import { suggest } from '../../standard/suggest.ts';
import type { Database } from '../../store/database.ts';
import { findServices, listServices } from '../../store/services-repository.ts';
import { reportService } from './report-service.ts';

/** Reports each service of the return that the register does not give to its submitter for its period. */
export async function checkServicesAreRegistered(
  db: Database,
  header: ReturnHeader,
  findings: FindingCollector,
): Promise<void> {
  const included = header.coverage.services_included;
  const registered = new Map((await findServices(db, included)).map((service) => [service.id, service]));
  const isComplete = included.every((id) => registered.has(id));
  const own = isComplete ? [] : await listServices(db, header.submitter);
  const candidates = own.map(({ id, name }) => ({ code: id, title: name }));

  for (const [index, id] of included.entries()) {
    const service = registered.get(id);
    if (!service) {
      reportService(findings, SERVICES_ARE_REGISTERED, index, id, false, () => {
        const meant = suggest(id, candidates);
        return candidates.find(({ code }) => code === meant) ?? null;
      });
    } else if (service.submitter !== header.submitter) {
      reportService(findings, SERVICES_BELONG_TO_THE_SUBMITTER, index, id, true);
    } else if (!wasOpen(service, header)) {
      reportService(findings, SERVICES_WERE_OPEN_IN_THE_PERIOD, index, id, true);
    }
  }
}

/** Open on one day of the period at least. ISO dates sort as text in calendar order. */
function wasOpen(service: Service, { period_start, period_end }: ReturnHeader): boolean {
  return service.valid_from <= period_end && (service.valid_to ?? period_start) >= period_start;
}
