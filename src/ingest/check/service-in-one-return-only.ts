import type { FindingCollector } from '../../standard/collect-findings.ts';
import { collectionOf } from '../../standard/collection.ts';
import type { ReturnHeader } from '../../standard/row.ts';
import type { RuleText } from '../../standard/rules/rule.ts';
import type { Database } from '../../store/database.ts';
import { servicesCountedByOthers } from '../../store/standing-tables-repository.ts';
import { reportService } from './report-service.ts';

export const SERVICE_IN_ONE_RETURN_ONLY: RuleText = {
  id: 'service-in-one-return-only',
  tier: 'verify',
  since: '1.0',
  message: {
    en: "Another organisation's accepted return of this period counts a service too.",
    cy: 'Mae ffurflen a dderbyniwyd gan sefydliad arall ar gyfer y cyfnod hwn yn cyfrif gwasanaeth hefyd.',
  },
  why: {
    en: 'Its people would be counted twice. No release is built while a service stands in two returns of a period.',
    cy: 'Byddai ei bobl yn cael eu cyfrif ddwywaith. Ni chaiff datganiad ei lunio tra bo gwasanaeth mewn dwy ffurflen ar gyfer cyfnod.',
  },
  remedy: {
    en: 'Agree with the other organisation and the publisher who counts the service; the other return then has to be sent again without it.',
    cy: "Cytunwch â'r sefydliad arall a'r cyhoeddwr pwy sy'n cyfrif y gwasanaeth; yna rhaid anfon y ffurflen arall eto hebddo.",
  },
  source: 'core dataset, the return: services register',
};

/** Reports each service that stands in the return of another organisation for the same period. */
export async function checkServiceInOneReturnOnly(
  db: Database,
  header: ReturnHeader,
  findings: FindingCollector,
): Promise<void> {
  const elsewhere = await servicesCountedByOthers(db, {
    organisation: header.submitter,
    collection: collectionOf(header.source_kind),
    period: header.period,
  });
  for (const [index, id] of header.coverage.services_included.entries()) {
    if (elsewhere.has(id)) reportService(findings, SERVICE_IN_ONE_RETURN_ONLY, index, id);
  }
}
