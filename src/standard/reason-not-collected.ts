import type { CoverageReasonCode } from './generated/code-lists.ts';
import type { TableName } from './generated/tables.ts';
import type { Return } from './generated/types.ts';

/**
 * Why an organisation does not collect a table at all, as a return of other tables says; null where it says no such thing.
 *
 * A reason beside names of fields, characteristics, stages or instruments is the reason for those alone. What is still
 * being checked (`under_review`) is to come.
 *
 * @example
 * reasonNotCollected({ ...coverage, tables: { pathway: { reason_code: 'not_asked' } } }, 'pathway'); // 'not_asked'
 * reasonNotCollected({ ...coverage, tables: { pathway: { not_collected: ['support_tier'] } } }, 'pathway'); // null
 */
export function reasonNotCollected(
  coverage: Return['coverage'],
  table: TableName,
): CoverageReasonCode | null {
  const { reason_code, not_collected = [] } = coverage.tables?.[table] ?? {};
  if (reason_code === undefined || reason_code === 'under_review' || not_collected.length > 0) return null;
  return reason_code;
}
