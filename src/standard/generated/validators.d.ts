// Written by `npm run generate` from schema/. Do not edit.
import type { Validator } from '../compiled-validator.ts';

export declare const validateProfilesRow: Validator;
export declare const validateCharacteristicsRow: Validator;
export declare const validateEquityRow: Validator;
export declare const validateNeedsRow: Validator;
export declare const validatePathwayRow: Validator;
export declare const validateConnectionsRow: Validator;
export declare const validateClosuresRow: Validator;
export declare const validateOutcomeCoverageRow: Validator;
export declare const validateOutcomesRow: Validator;
export declare const validateWorkforceRow: Validator;
export declare const validateAssetsRow: Validator;
export declare const validateReturn: Validator;
export declare const validateService: Validator;
export declare const validateExportMapping: Validator;
export declare const validateHeader: Validator;
