import type { Service } from '../standard/generated/types.ts';
import { validateService } from '../standard/generated/validators/service.js';
import type { Text } from '../standard/text.ts';

/**
 * Reads a file of the services register whole.
 *
 * @returns Every service, or, when anything is wrong, what is wrong where (JSON Pointer first).
 */
export function readServices(text: string): { services: Service[]; faults: Text[] } {
  const read = readArray(text);
  if (read === null) {
    const fault = { en: 'the file is not a JSON array', cy: "nid arae JSON yw'r ffeil" };
    return { services: [], faults: [fault] };
  }
  const services: Service[] = [];
  const faults: Text[] = [];
  const seen = new Set<string>();
  for (const [index, value] of read.entries()) {
    if (!isService(value)) {
      faults.push(...schemaFaults(index));
      continue;
    }
    if (seen.has(value.id)) faults.push(twiceFault(index, value.id));
    if (value.valid_to !== undefined && value.valid_to < value.valid_from) faults.push(endFault(index));
    seen.add(value.id);
    services.push(value);
  }
  return { services, faults };
}

function readArray(text: string): unknown[] | null {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isService(value: unknown): value is Service {
  return validateService(value);
}

/** What the schema has against the value that was just refused. The compiled schema's words are English only. */
function schemaFaults(index: number): Text[] {
  return (validateService.errors ?? []).map((error) => {
    const place = `/${index}${error.instancePath}`;
    return {
      en: `${place}: ${error.message ?? error.keyword}`,
      cy: `${place}: nid yw'n dilyn service.schema.json (${error.keyword})`,
    };
  });
}

function twiceFault(index: number, id: string): Text {
  return {
    en: `/${index}/id: ${id} is in the file twice`,
    cy: `/${index}/id: mae ${id} yn y ffeil ddwywaith`,
  };
}

function endFault(index: number): Text {
  return {
    en: `/${index}/valid_to: the last day is before the first`,
    cy: `/${index}/valid_to: mae'r diwrnod olaf cyn y cyntaf`,
  };
}
