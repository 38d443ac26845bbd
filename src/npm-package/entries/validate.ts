export { digestTables, type TableDigest } from '../../standard/digest-tables.ts';
export type { Finding, Location, Report, Tier } from '../../standard/finding.ts';
export { headerFromParameters } from '../../standard/read/header-from-parameters.ts';
export type { ReturnHeader, RowsByTable, RowValues } from '../../standard/row.ts';
export {
  createReturnValidator,
  type ReturnSource,
  type ReturnValidator,
  serialiseReport,
  type Validation,
  validateReturn,
} from '../../standard/validate-return.ts';
