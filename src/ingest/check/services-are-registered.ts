import type { FindingCollector } from '../../standard/collect-findings.ts';
import type { Service } from '../../standard/generated/types.ts';
import type { ReturnHeader } from '../../standard/row.ts';
import type { RuleText } from '../../standard/rules/rule.ts';
import { suggest } from '../../standard/suggest.ts';
import type { Database } from '../../store/database.ts';
import { findServices, listServices } from '../../store/services-repository.ts';
import { reportService } from './report-service.ts';

const SOURCE = 'core dataset, the return: services register';

export const SERVICES_ARE_REGISTERED: RuleText = {
  id: 'services-are-registered',
  tier: 'error',
  since: '1.0',
  message: {
    en: 'A service is not in the services register.',
    cy: 'Nid yw gwasanaeth yn y gofrestr gwasanaethau.',
  },
  why: {
    en: 'The register shows which organisation counts a service, so that its people are counted once.',
    cy: "Mae'r gofrestr yn dangos pa sefydliad sy'n cyfrif gwasanaeth, fel bod ei bobl yn cael eu cyfrif unwaith.",
  },
  remedy: {
    en: 'Check the code of the service, or ask the publisher to register it.',
    cy: "Gwiriwch god y gwasanaeth, neu gofynnwch i'r cyhoeddwr ei gofrestru.",
  },
  source: SOURCE,
};

export const SERVICES_BELONG_TO_THE_SUBMITTER: RuleText = {
  id: 'services-belong-to-the-submitter',
  tier: 'error',
  since: '1.0',
  message: {
    en: 'A service is registered with another organisation.',
    cy: 'Mae gwasanaeth wedi ei gofrestru gyda sefydliad arall.',
  },
  why: {
    en: 'Each service belongs to exactly one return of a period. In two, its people would be counted twice.',
    cy: 'Mae pob gwasanaeth yn perthyn i un ffurflen yn unig mewn cyfnod. Mewn dwy, byddai ei bobl yn cael eu cyfrif ddwywaith.',
  },
  remedy: {
    en: 'Leave the service and its people out, or ask the publisher to move it to your organisation.',
    cy: "Gadewch y gwasanaeth a'i bobl allan, neu gofynnwch i'r cyhoeddwr ei symud i'ch sefydliad chi.",
  },
  source: SOURCE,
};

export const SERVICES_WERE_OPEN_IN_THE_PERIOD: RuleText = {
  id: 'services-were-open-in-the-period',
  tier: 'error',
  since: '1.0',
  message: {
    en: 'By the register, a service was not open on any day of the period.',
    cy: "Yn ôl y gofrestr, nid oedd gwasanaeth ar agor ar unrhyw ddiwrnod o'r cyfnod.",
  },
  why: {
    en: 'A service that was not open counted nobody. Either the period, the service or the register is wrong.',
    cy: "Ni chyfrifodd gwasanaeth nad oedd ar agor neb. Mae naill ai'r cyfnod, y gwasanaeth neu'r gofrestr yn anghywir.",
  },
  remedy: {
    en: 'Check the period and the code of the service, or ask the publisher to correct its dates.',
    cy: "Gwiriwch y cyfnod a chod y gwasanaeth, neu gofynnwch i'r cyhoeddwr gywiro ei ddyddiadau.",
  },
  source: SOURCE,
};

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
      reportService(findings, SERVICES_ARE_REGISTERED, index, id, () => suggest(id, candidates));
    } else if (service.submitter !== header.submitter) {
      reportService(findings, SERVICES_BELONG_TO_THE_SUBMITTER, index, id);
    } else if (!wasOpen(service, header)) {
      reportService(findings, SERVICES_WERE_OPEN_IN_THE_PERIOD, index, id);
    }
  }
}

/** Open on one day of the period at least. ISO dates sort as text in calendar order. */
function wasOpen(service: Service, { period_start, period_end }: ReturnHeader): boolean {
  return service.valid_from <= period_end && (service.valid_to ?? period_start) >= period_start;
}
