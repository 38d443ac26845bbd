/** The last use of a key or client is written down at most this often. */
export const LAST_USE_STEP_MS = 60_000;
