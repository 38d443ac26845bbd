import { collectFindings } from '../standard/collect-findings.ts';
import type { Finding } from '../standard/finding.ts';
import type { RuleText } from '../standard/rules/rule.ts';
import type { Transaction } from '../store/transaction.ts';
import { checkPeriodHasEnded, PERIOD_HAS_ENDED } from './check/period-has-ended.ts';
import {
  checkServiceInOneReturnOnly,
  SERVICE_IN_ONE_RETURN_ONLY,
} from './check/service-in-one-return-only.ts';
import {
  checkServicesAreRegistered,
  SERVICES_ARE_REGISTERED,
  SERVICES_BELONG_TO_THE_SUBMITTER,
  SERVICES_WERE_OPEN_IN_THE_PERIOD,
} from './check/services-are-registered.ts';
import { checkStandingTablesAgree, type ReturnBesideStanding } from './check/standing-tables-agree.ts';

/** What the rules that need the service say of themselves, in the order they run. */
export const SERVICE_RULES: readonly RuleText[] = [
  PERIOD_HAS_ENDED,
  SERVICES_ARE_REGISTERED,
  SERVICES_BELONG_TO_THE_SUBMITTER,
  SERVICES_WERE_OPEN_IN_THE_PERIOD,
  SERVICE_IN_ONE_RETURN_ONLY,
];

/**
 * Checks a return against what only the service knows: the day, its register, and what stands.
 *
 * @param areRowsSound - False when the return's own rows are at fault: they are then not compared with others.
 */
export async function checkWithService(
  { db, client }: Transaction,
  checked: ReturnBesideStanding & { readonly now: Date; readonly areRowsSound: boolean },
): Promise<Finding[]> {
  const findings = collectFindings();
  checkPeriodHasEnded(checked.header, checked.now, findings);
  await checkServicesAreRegistered(db, checked.header, findings);
  await checkServiceInOneReturnOnly(db, checked.header, findings);
  if (checked.areRowsSound) await checkStandingTablesAgree(client, checked, findings);
  return findings.findings();
}
