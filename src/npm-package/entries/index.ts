/** Types of a return, its rows and a service; what is large stands in subpaths of its own. */
export { LICENCE, NAME, STATUS_SENTENCE } from '../../standard/about.ts';
export { SCHEMA_VERSION, TABLE_NAMES, type TableName } from '../../standard/generated/tables.ts';
export type * from '../../standard/generated/types.ts';
export type { Language, Text } from '../../standard/text.ts';
