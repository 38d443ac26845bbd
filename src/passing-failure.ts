/**
 * PostgreSQL and the way to it, and room on the disks, PostgreSQL's and ours: the question was good, the answer must
 * wait. Of PostgreSQL: connection lost (08), no room or no memory (53), shut down or crashed (57P), its disk failed (58),
 * a standby that may not write yet (25006), a transaction that another one was in the way of (40).
 */
const AWAY_FOR_A_WHILE =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOSPC|EDQUOT|EFBIG|EMFILE|ENFILE|08\w{3}|53\w{3}|57P\w\w|58\d\w\w|25006|40001|40P01)$/;
/** What `pg` says, without a code, of a connection that it lost, had lost, could not make or may not make any more. */
const CONNECTION_LOST =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|Cannot use a pool after calling end)/;
const STATEMENT_TIMED_OUT = '57014';

/**
 * Whether something failed that comes right by itself, or when an operator has made room: PostgreSQL, the way to it, or a
 * disk.
 *
 * @returns What a caller who waits is told; undefined for everything else.
 */
export function passingFailureOf(error: unknown): 'UNAVAILABLE' | 'TIMEOUT' | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause ? String(cause.code) : '';
    if (AWAY_FOR_A_WHILE.test(code) || CONNECTION_LOST.test(cause.message)) return 'UNAVAILABLE';
    if (code === STATEMENT_TIMED_OUT) return 'TIMEOUT';
  }
  return undefined;
}
