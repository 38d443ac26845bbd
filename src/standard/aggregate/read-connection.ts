import type { ConnectionRecord } from './case-records.ts';
import type { Unusable } from './read-case.ts';
import type { ColumnReader } from './read-columns.ts';
import type { ConnectionField } from './record-fields.ts';

/** Kinds, the one with most support first. */
const BY_SUPPORT = ['accompanied', 'supported_introduction', 'onward_referral', 'signposted'];

/** Whose the row is, where that is known already. */
export interface Owner {
  readonly person: string;
  readonly service: string | null;
}

/**
 * Reads one connection. In the row of a case nothing is read where both its date and its activity are empty.
 *
 * @param owner - The case that the row belongs to; null for a row of its own.
 * @returns The connection, why it cannot be counted, or null where there is none.
 */
export function readConnection(
  cells: readonly string[],
  row: number,
  columns: ColumnReader<ConnectionField>,
  owner: Owner,
): ConnectionRecord | Unusable | null {
  if (columns.text('connection_date', cells) === '' && columns.text('activity_type', cells) === '')
    return null;
  if (owner.person === '') return 'person-known';
  const made = columns.date('connection_date', cells, row);
  if (made === null) return 'event-dated';
  const code = (field: ConnectionField, unmapped: string) =>
    columns.has(field) ? (columns.code(field, cells, row) ?? 'not_known') : unmapped;
  const uptake = code('uptake', 'not_collected');
  return {
    person: owner.person,
    service: owner.service,
    made,
    activity_type: code('activity_type', 'not_known'),
    connection_kind: kindOf(columns, cells, row),
    delivery_mode: code('delivery_mode', 'not_collected'),
    uptake,
    barrier: code('barrier', 'not_collected'),
    quality_mark: code('quality_mark', 'not_collected'),
    provider: columns.text('provider_id', cells) || null,
  };
}

function kindOf(columns: ColumnReader<ConnectionField>, cells: readonly string[], row: number): string {
  if (!columns.has('connection_kind')) return 'not_collected';
  const kinds = columns.codes('connection_kind', cells, row);
  return BY_SUPPORT.find((kind) => kinds.includes(kind)) ?? 'not_known';
}
