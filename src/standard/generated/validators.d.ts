// Written by `npm run generate` from schema/. Do not edit.
import type { Validator } from '../compiled-validator.ts';

export declare const validateProfilesRow: Validator;
export declare const validateCharacteristicsRow: Validator;
export declare const validateOutcomeCoverageRow: Validator;
export declare const validateOutcomesRow: Validator;
export declare const validateReturn: Validator;
export declare const validateService: Validator;
export declare const validateHeader: Validator;
