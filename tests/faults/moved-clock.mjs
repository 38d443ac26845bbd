// Loaded before the service: each SIGUSR2 puts the clock of this process, and of no other, three days back.
import { isMainThread } from 'node:worker_threads';

const THREE_DAYS_MS = 3 * 24 * 3_600_000;
const RealDate = Date;
let behindMs = 0;

class MovedDate extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() - behindMs);
    else super(...given);
  }

  static now() {
    return RealDate.now() - behindMs;
  }
}

if (isMainThread) {
  globalThis.Date = MovedDate;
  process.on('SIGUSR2', () => {
    behindMs += THREE_DAYS_MS;
    process.stderr.write('the clock was put back\n');
  });
}
