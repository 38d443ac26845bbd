import type { Organisation } from '../standard/generated/types.ts';
import { validateOrganisation } from '../standard/generated/validators/organisation.js';
import type { Text } from '../standard/text.ts';
import { readRegisterFile } from './read-register-file.ts';

/**
 * Reads a file of the register of organisations whole.
 *
 * @returns Every organisation, or, when anything is wrong, what is wrong where (JSON Pointer first).
 */
export function readOrganisations(text: string): { organisations: Organisation[]; faults: Text[] } {
  const { entries, faults } = readRegisterFile<Organisation>(text, {
    validate: validateOrganisation,
    key: 'code',
  });
  return { organisations: entries, faults };
}
