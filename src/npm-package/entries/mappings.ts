export { ETHNICITY_SCHEME_CODES } from '../../standard/generated/ethnicity-schemes.ts';
export { MAPPINGS } from '../../standard/generated/mappings.ts';
