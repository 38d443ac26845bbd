import { collectionOf } from '../standard/collection.ts';
import type { ReturnHeader } from '../standard/row.ts';
import type { ReturnSlot } from '../store/standing-tables-repository.ts';

/** Where a return stands when it is accepted. What comes with a sandbox key stands apart, whatever it says. */
export function slotOf(header: ReturnHeader, isSandbox: boolean): ReturnSlot {
  return {
    organisation: header.submitter,
    collection: isSandbox ? 'sandbox' : collectionOf(header.source_kind),
    period: header.period,
  };
}
