import { collectFindings } from '../standard/collect-findings.ts';
import { type Finding, TIERS } from '../standard/finding.ts';
import type { Transaction } from '../store/transaction.ts';
import { checkEarlierReturnsAgree } from './check/earlier-returns-agree.ts';
import { checkPeriodHasEnded } from './check/period-has-ended.ts';
import { checkServiceInOneReturnOnly } from './check/service-in-one-return-only.ts';
import { checkServicesAreRegistered } from './check/services-are-registered.ts';
import { checkStandingTablesAgree, type ReturnBesideStanding } from './check/standing-tables-agree.ts';
import { checkVersionIsReceived } from './check/version-is-received.ts';

/**
 * Checks a return against what only the service knows: the day, its register, what stands, and what was accepted before.
 *
 * @param areRowsSound - False when the return's own rows are at fault: they are then not compared with others.
 */
export async function checkWithService(
  transaction: Transaction,
  checked: ReturnBesideStanding & { readonly now: Date; readonly areRowsSound: boolean },
): Promise<Finding[]> {
  const { db, client } = transaction;
  const findings = collectFindings();
  checkPeriodHasEnded(checked.header, checked.now, findings);
  checkVersionIsReceived(checked.header.schema_version, findings);
  await checkServicesAreRegistered(db, checked.header, findings);
  await checkServiceInOneReturnOnly(db, checked, findings);
  if (!checked.areRowsSound) return findings.findings();
  const beside = await checkStandingTablesAgree(client, checked);
  await checkEarlierReturnsAgree(transaction, checked, findings);
  return [...findings.findings(), ...beside].sort(inOrderOfReport);
}

/** No rule finds something in both lists, and each is in order already. */
function inOrderOfReport(one: Finding, other: Finding): number {
  const byTier = TIERS.indexOf(one.tier) - TIERS.indexOf(other.tier);
  return byTier || (one.rule < other.rule ? -1 : one.rule > other.rule ? 1 : 0);
}
