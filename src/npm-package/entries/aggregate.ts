export { aggregateRecords } from '../../standard/aggregate/aggregate-records.ts';
export { readMapping } from '../../standard/aggregate/check-mapping.ts';
export { suggestMapping } from '../../standard/aggregate/suggest-mapping.ts';
