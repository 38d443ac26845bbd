import { ServiceError } from '../errors.ts';
import type { Text } from '../standard/text.ts';

/** How many returns are to be taken in later, and how many bytes their bodies have together. */
export interface Waiting {
  readonly returns: number;
  readonly bytes: number;
}

/** What may wait to be taken in later, or arrive to do so. */
export interface WaitingLimits {
  /** Of one owner. */
  readonly ofOwner: Waiting;
  /** Bytes of bodies of all owners that may be arriving at one process. */
  readonly arrivingBytes: number;
}

/** In how many seconds to come again: some of those that wait may have been taken in by then. */
const RETRY_SECONDS = 30;

/**
 * Refuses a return that is to be taken in later when there would be more of its owner than may be: bodies lie on the
 * disk, and then in the database, which must not be filled by one of those who share them.
 *
 * @param others - Of the owner that wait already or arrive.
 * @param bytes - Of the body, as far as it has arrived.
 * @throws {ServiceError} TOO_MANY_REQUESTS, with what waits, what may, and what to do.
 */
export function refuseTooManyWaiting(others: Waiting, bytes: number, limits: Waiting): void {
  if (others.returns < limits.returns && others.bytes + bytes <= limits.bytes) return;
  throw new ServiceError(
    'TOO_MANY_REQUESTS',
    wordsOf(others, limits),
    {
      returns_waiting: others.returns,
      bytes_waiting: others.bytes,
      maximum_returns_waiting: limits.returns,
      maximum_bytes_waiting: limits.bytes,
    },
    { headers: { 'retry-after': String(RETRY_SECONDS) } },
  );
}

function wordsOf(others: Waiting, limits: Waiting): Text {
  const megabytes = (count: number) => Math.ceil(count / 1024 / 1024);
  return {
    en: `${others.returns} returns of yours, of ${megabytes(others.bytes)} MiB, wait to be taken in or are arriving to; at most ${limits.returns}, of ${megabytes(limits.bytes)} MiB, may. Nothing was stored. Send it again once some of them are taken in, cancel those you do not need, or send it without Prefer: respond-async.`,
    cy: `Mae ${others.returns} o'ch ffurflenni, ${megabytes(others.bytes)} MiB, yn aros i'w cymryd i mewn neu'n cyrraedd i aros; caiff ${limits.returns}, ${megabytes(limits.bytes)} MiB, aros ar y mwyaf. Ni storiwyd dim. Anfonwch hi eto pan fydd rhai ohonynt wedi'u cymryd i mewn, canslwch y rhai nad oes eu hangen, neu anfonwch hi heb Prefer: respond-async.`,
  };
}

/**
 * Refuses what arrives when all that arrives has no more room on the disk.
 *
 * @throws {ServiceError} UNAVAILABLE.
 */
export function refuseTooManyArriving(bytes: number, { arrivingBytes }: WaitingLimits): void {
  if (bytes <= arrivingBytes) return;
  throw new ServiceError(
    'UNAVAILABLE',
    {
      en: 'Too many large returns are arriving at once. Nothing was stored.',
      cy: 'Mae gormod o ffurflenni mawr yn cyrraedd ar unwaith. Ni storiwyd dim.',
    },
    {},
    { headers: { 'retry-after': String(RETRY_SECONDS) } },
  );
}
