// Written by `npm run generate` from schema/. Do not edit.
import type { EthnicGroupCode, EthnicitySchemeCode } from './code-lists.ts';

/** The codes that stand at the end of each scheme’s crosswalk; groups can be sent under any scheme. */
export const ETHNICITY_SCHEME_CODES: Readonly<Record<EthnicitySchemeCode, readonly EthnicGroupCode[]>> = {
  census_2021: ["asian_bangladeshi","asian_chinese","asian_indian","asian_pakistani","asian_other","black_african","black_caribbean","black_other","mixed_white_and_asian","mixed_white_and_black_african","mixed_white_and_black_caribbean","mixed_other","white_british","white_irish","white_gypsy_or_irish_traveller","white_roma","white_other","other_arab","other_any_other"],
  nhs_2001: ["asian_bangladeshi","asian_chinese","asian_indian","asian_pakistani","asian_other","black_african","black_caribbean","black_other","mixed_white_and_asian","mixed_white_and_black_african","mixed_white_and_black_caribbean","mixed_other","white_british","white_irish","white_other","other_any_other"],
  uk_core_wales: ["asian_bangladeshi","asian_chinese","asian_indian","asian_pakistani","asian_other","black_african","black_caribbean","black_other","mixed_white_and_asian","mixed_white_and_black_african","mixed_white_and_black_caribbean","mixed_other","white","white_gypsy_or_irish_traveller","other_arab","other_any_other"],
};
