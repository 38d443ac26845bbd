import type { Return } from '../../standard/generated/types.ts';
import { writeDocument } from '../../standard/synthesise/write-document.ts';
import type { Draft } from './base-return.ts';

/** The draft as a return to be written, whatever is wrong with it. */
export function asReturn(draft: Draft): Return {
  return draft as unknown as Return;
}

/** The text of a draft in JSON: a line for each row. Tables that the standard does not know follow the others. */
export function writeDraft(draft: Draft): string {
  return writeDocument(asReturn(draft));
}
