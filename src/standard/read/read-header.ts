import type { StructuralRuleId } from '../structural-rules.ts';
import { createHeaderReader } from './json-reader.ts';
import { readInBlocks } from './read-in-blocks.ts';

/** What kept a header from being read as it stands. */
export interface HeaderReadingFault {
  readonly rule: StructuralRuleId;
  readonly path: readonly (string | number)[];
  /** The line at which the text stops being JSON. */
  readonly line: number | null;
}

export interface HeaderReading {
  /** With no prototype; null when it could not be read to its end. Without `tables`. */
  readonly header: Readonly<Record<string, unknown>> | null;
  readonly faults: readonly HeaderReadingFault[];
  readonly hasTables: boolean;
}

/**
 * Reads the header of a return that stands by itself: one JSON object, by the same strict grammar as a return.
 *
 * @param bytes - UTF-8, with or without a byte-order mark.
 */
export function readHeader(bytes: Uint8Array): HeaderReading {
  const faults: HeaderReadingFault[] = [];
  let hasTables = false;
  const fault = (rule: StructuralRuleId, path: readonly (string | number)[], line: number | null) => {
    faults.push({ rule, path, line });
  };
  const reader = createHeaderReader(
    { fault: (rule, place) => fault(rule, place.path, place.row ?? null) },
    () => {
      hasTables = true;
    },
  );
  const blocks = readInBlocks(reader, () => fault('text-is-not-utf-16', [], null));
  blocks.write(bytes);
  const { header } = blocks.end();
  return { header, faults, hasTables };
}
