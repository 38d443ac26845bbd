export { TABLES } from '../../standard/generated/tables.ts';
export type { FieldDescription, TableDescription } from '../../standard/table-description.ts';
