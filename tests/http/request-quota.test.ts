import { expect, it } from 'vitest';
import { openRequestQuota } from '../../src/http/request-quota.ts';

it('counts each caller from its first request for a minute, and then anew', () => {
  let now = 5_000;
  const quota = openRequestQuota(2, () => now);
  expect(quota.take('a')).toEqual({ remaining: 1, seconds: 60, isExceeded: false });
  now += 20_500;
  expect(quota.take('a')).toEqual({ remaining: 0, seconds: 40, isExceeded: false });
  expect(quota.take('a')).toEqual({ remaining: 0, seconds: 40, isExceeded: true });
  expect(quota.take('b')).toEqual({ remaining: 1, seconds: 60, isExceeded: false });
  now += 39_499;
  expect(quota.take('a').isExceeded).toBe(true);
  now += 1;
  expect(quota.take('a')).toEqual({ remaining: 1, seconds: 60, isExceeded: false });
});

it('looks without counting, and says that no more may come before one too many came', () => {
  const quota = openRequestQuota(1, () => 0);
  for (let time = 0; time < 3; time += 1) {
    expect(quota.look('a')).toEqual({ remaining: 1, seconds: 60, isExceeded: false });
  }
  expect(quota.take('a').isExceeded).toBe(false);
  expect(quota.look('a')).toEqual({ remaining: 0, seconds: 60, isExceeded: true });
});

it('remembers no more callers than it has room for, and forgets who asked longest ago', () => {
  const quota = openRequestQuota(5, () => 0);
  for (let caller = 0; caller <= 10_000; caller += 1) quota.take(String(caller));
  expect([quota.look('0').remaining, quota.look('10000').remaining]).toEqual([5, 4]);
});
