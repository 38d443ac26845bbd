import { ServiceError } from '../errors.ts';
import type { Text } from '../standard/text.ts';
import type { Database } from '../store/database.ts';
import type { Owner } from '../store/holder.ts';
import { measureWaiting } from '../store/jobs-repository.ts';

/** How much of one owner may wait to be taken in later. */
export interface WaitingLimits {
  readonly returns: number;
  /** Of their bodies together. */
  readonly bytes: number;
}

/** In how many seconds to come again: some of those that wait may have been taken in by then. */
const RETRY_SECONDS = 30;

/**
 * Refuses one more return that is to be taken in later when as many of its owner wait already as may: bodies lie in
 * the database until then, which must not be filled by one of those who share it.
 *
 * Those that arrive at the same moment do not see each other: as many more as are received at once may pass.
 *
 * @param bytes - Of the body, as far as it has arrived.
 * @throws {ServiceError} TOO_MANY_REQUESTS, with what waits, what may, and what to do.
 */
export async function refuseTooManyWaiting(
  db: Database,
  owner: Owner,
  bytes: number,
  limits: WaitingLimits,
): Promise<void> {
  const waiting = await measureWaiting(db, owner);
  if (waiting.returns < limits.returns && waiting.bytes + bytes <= limits.bytes) return;
  throw new ServiceError(
    'TOO_MANY_REQUESTS',
    wordsOf(waiting, limits),
    {
      returns_waiting: waiting.returns,
      bytes_waiting: waiting.bytes,
      maximum_returns_waiting: limits.returns,
      maximum_bytes_waiting: limits.bytes,
    },
    { headers: { 'retry-after': String(RETRY_SECONDS) } },
  );
}

function wordsOf(waiting: WaitingLimits, limits: WaitingLimits): Text {
  const megabytes = (count: number) => Math.ceil(count / 1024 / 1024);
  return {
    en: `${waiting.returns} returns of yours, of ${megabytes(waiting.bytes)} MiB, wait to be taken in; at most ${limits.returns}, of ${megabytes(limits.bytes)} MiB, may. Nothing was stored. Send it again once some of them are taken in, cancel those you do not need, or send it without Prefer: respond-async.`,
    cy: `Mae ${waiting.returns} o'ch ffurflenni, ${megabytes(waiting.bytes)} MiB, yn aros i'w cymryd i mewn; caiff ${limits.returns}, ${megabytes(limits.bytes)} MiB, aros ar y mwyaf. Ni storiwyd dim. Anfonwch hi eto pan fydd rhai ohonynt wedi'u cymryd i mewn, canslwch y rhai nad oes eu hangen, neu anfonwch hi heb Prefer: respond-async.`,
  };
}
