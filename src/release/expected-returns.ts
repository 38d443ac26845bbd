import type { ExpectedReturn } from '../archive/manifest.ts';
import type { CollectionCode, CoverageReasonCode } from '../standard/generated/code-lists.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type { Organisation } from '../standard/generated/types.ts';
import { financialYearOf } from '../standard/period.ts';
import { reasonNotCollected } from '../standard/reason-not-collected.ts';
import { ONCE_A_YEAR, tablesDue } from '../standard/tables-due.ts';
import type { AcceptedTable } from '../store/accepted-tables.ts';

/** What is asked of a table that stands. */
type Standing = Pick<AcceptedTable, 'organisation' | 'period' | 'table' | 'header'>;

/**
 * What each organisation of the register had to send for the periods of a release, so that who has not returned
 * can be seen. An organisation that is not in the register is not spoken of.
 *
 * It is what `/v1/me` tells the organisation itself: a table that comes once a year is due no more once it came with
 * another quarter of the year, and one that is not collected is named with its reason.
 *
 * Published evaluations are due from nobody, so their releases expect nothing.
 */
export function expectedReturns(
  collection: CollectionCode,
  organisations: readonly Organisation[],
  accepted: readonly Standing[],
): ExpectedReturn[] {
  if (collection === 'evidence') return [];
  const periods = [...new Set(accepted.map(({ period }) => period))].sort();
  return periods.flatMap((period) =>
    organisations.flatMap((organisation) => {
      const { code, obligation, contact_role, contact_address } = organisation;
      const ofYear = accepted.filter(
        (standing) =>
          standing.organisation === code && financialYearOf(standing.period) === financialYearOf(period),
      );
      const ofPeriod = ofYear.filter((standing) => standing.period === period);
      const sent = (table: TableName) => (ONCE_A_YEAR.has(table) ? ofYear : ofPeriod);
      const tables = tablesDue(organisation, period).filter(
        (table) => hasTable(ofPeriod, table) || !hasTable(sent(table), table),
      );
      if (tables.length === 0) return [];
      const reasons = tables.flatMap((table) => reasonOf(sent(table), table));
      const not_collected = reasons.length === 0 ? {} : { not_collected: Object.fromEntries(reasons) };
      const contact = {
        ...(contact_role !== undefined && { role: contact_role }),
        ...(contact_address !== undefined && { address: contact_address }),
      };
      const contacts = Object.keys(contact).length === 0 ? {} : { contact };
      return [{ organisation: code, period, obligation, tables, ...not_collected, ...contacts }];
    }),
  );
}

function hasTable(sent: readonly Standing[], table: TableName): boolean {
  return sent.some((standing) => standing.table === table);
}

/** Why a table that did not come is not collected; nothing where it came, or where no return says so. */
function reasonOf(sent: readonly Standing[], table: TableName): (readonly [TableName, CoverageReasonCode])[] {
  if (hasTable(sent, table)) return [];
  const reasons = sent.flatMap(({ header }) => reasonNotCollected(header.coverage, table) ?? []);
  return reasons.slice(0, 1).map((reason) => [table, reason] as const);
}
