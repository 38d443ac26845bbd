import type { Service } from '../standard/generated/types.ts';
import { validateService } from '../standard/generated/validators/service.js';
import type { Text } from '../standard/text.ts';
import { readRegisterFile } from './read-register-file.ts';

/**
 * Reads a file of the services register whole.
 *
 * @returns Every service, or, when anything is wrong, what is wrong where (JSON Pointer first).
 */
export function readServices(text: string): { services: Service[]; faults: Text[] } {
  const { entries, faults } = readRegisterFile<Service>(text, {
    validate: validateService,
    key: 'id',
  });
  return { services: entries, faults };
}
