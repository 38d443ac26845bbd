import { expect, it } from 'vitest';
import { type Attempt, FailedAttempts } from '../../src/http/submitter/failed-attempts.ts';

const attempt = (wishes: Partial<Attempt> = {}): Attempt => ({
  address: '192.0.2.1',
  keyId: undefined,
  now: 0,
  ...wishes,
});

function failTimes(attempts: FailedAttempts, times: number, of: (time: number) => Partial<Attempt>): void {
  for (let time = 0; time < times; time++) attempts.failed(attempt(of(time)));
}

it('lets an address fail sixty times at once, then once a second', () => {
  const attempts = new FailedAttempts();
  failTimes(attempts, 59, () => ({}));
  expect(attempts.secondsToWait(attempt())).toBe(0);
  attempts.failed(attempt());
  expect(attempts.secondsToWait(attempt())).toBe(1);
  expect(attempts.secondsToWait(attempt({ address: '192.0.2.2' }))).toBe(0);
  expect(attempts.secondsToWait(attempt({ now: 1_000 }))).toBe(0);
  attempts.failed(attempt({ now: 1_000 }));
  expect(attempts.secondsToWait(attempt({ now: 1_000 }))).toBe(1);
});

it('makes guesses at one key wait, from wherever they come', () => {
  const attempts = new FailedAttempts();
  const keyId = '0123456789ab';
  failTimes(attempts, 10, (time) => ({ keyId, address: `192.0.2.${time}` }));
  expect(attempts.secondsToWait(attempt({ keyId, address: '198.51.100.1' }))).toBe(3);
  expect(attempts.secondsToWait(attempt({ keyId: 'ba9876543210', address: '198.51.100.1' }))).toBe(0);
});

it('waits no longer for more failures, and no longer when the clock is put back', () => {
  const attempts = new FailedAttempts();
  failTimes(attempts, 10_000, () => ({ keyId: '0123456789ab', now: 1_000_000 }));
  expect(attempts.secondsToWait(attempt({ keyId: '0123456789ab', now: 0 }))).toBe(3);
});

it.each([
  ['2001:db8:1:2::1', '2001:DB8:1:2:ffff:0:0:9', true],
  ['2001:db8::1', '2001:db8:0:0:1::', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['::ffff:192.0.2.7', '192.0.2.7', true],
  ['::ffff:192.0.2.7', '::ffff:192.0.2.8', false],
  ['fe80::1%eth0', 'fe80::2', true],
])('takes %s and %s for one network: %s', (one, other, isSame) => {
  const attempts = new FailedAttempts();
  failTimes(attempts, 60, () => ({ address: one }));
  expect(attempts.secondsToWait(attempt({ address: other })) > 0).toBe(isSame);
});

it('forgets the oldest rather than remember without end', () => {
  const attempts = new FailedAttempts();
  for (let time = 0; time < 30_000; time++) {
    attempts.failed(attempt({ address: `address ${time}`, keyId: `key ${time}` }));
  }
  expect(attempts.size).toBe(20_000);
});
