import type { TableName } from '../../generated/tables.ts';

/** The codes that tell of abuse, by table and field. They are never sent below board level. */
export const ABUSE_CODES: Partial<Record<TableName, { readonly field: string; readonly code: string }>> = {
  needs: { field: 'need', code: 'safety_and_abuse' },
  connections: { field: 'activity_type', code: 'safety_support' },
  assets: { field: 'activity_type', code: 'safety_support' },
};
