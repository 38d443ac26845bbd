// Written by `npm run generate` from schema/. Do not edit.
import type { Validator } from '../../compiled-validator.ts';

export declare const validateOrganisation: Validator;
