import { expect, it } from 'vitest';
import { openAnswerCache } from '../../src/http/public/answer-cache.ts';

const answerOf = (release: string, bytes: number) => ({ release, headers: [], body: Buffer.alloc(bytes) });

it('holds no more bytes than it may, and drops what was asked longest ago', () => {
  const cache = openAnswerCache(100_000);
  for (let number = 0; number < 50; number += 1) {
    cache.keep(`"${number}"`, answerOf('one', 8_000));
    cache.get('"0"');
    expect(cache.bytes).toBeLessThanOrEqual(100_000);
  }
  expect(cache.get('"0"')).toEqual(answerOf('one', 8_000));
  expect(cache.get('"1"')).toBeUndefined();
  expect(cache.get('"49"')).toEqual(answerOf('one', 8_000));
});

it('does not let one answer drive out all the others', () => {
  const cache = openAnswerCache(100_000);
  cache.keep('"small"', answerOf('one', 100));
  cache.keep('"large"', answerOf('one', 50_000));
  expect(cache.get('"large"')).toBeUndefined();
  expect(cache.get('"small"')).toEqual(answerOf('one', 100));
});

it('counts headers and the words of requests by what they take in memory', () => {
  const cache = openAnswerCache(100_000);
  const text = 'ŵ'.repeat(1_000);
  cache.keep('"text"', { release: 'one', headers: ['link', text], body: Buffer.alloc(1) });
  expect(cache.bytes).toBeGreaterThanOrEqual(2_000);
  cache.keepGiven(`/${text}`, { etag: '"text"', generation: 1, route: '/', headers: ['vary', text] });
  expect(cache.bytes).toBeGreaterThanOrEqual(6_000);
});

it('bounds requests and answers together, so that neither drives the memory up', () => {
  const cache = openAnswerCache(100_000);
  for (let number = 0; number < 500; number += 1) {
    cache.keep(`"${number}"`, answerOf('one', 4_000));
    cache.keepGiven(`/${number}`, { etag: `"${number}"`, generation: 1, route: '/', headers: [] });
    expect(cache.bytes).toBeLessThanOrEqual(100_000);
  }
  expect(cache.given('/499')?.etag).toBe('"499"');
  expect(cache.given('/0')).toBeUndefined();
});

it('forgets a release, and keeps the others', () => {
  const cache = openAnswerCache(100_000);
  for (const name of ['a', 'b']) cache.keep(`"one ${name}"`, answerOf('one', 10));
  cache.keep('"two"', answerOf('two', 10));
  cache.forget('one');
  expect([cache.get('"one a"'), cache.get('"one b"')]).toEqual([undefined, undefined]);
  expect(cache.get('"two"')).toEqual(answerOf('two', 10));
});

it('keeps nothing where it may hold nothing', () => {
  const cache = openAnswerCache(0);
  cache.keep('"a"', answerOf('one', 1));
  cache.keepGiven('/a', { etag: '"a"', generation: 1, route: '/', headers: [] });
  expect([cache.get('"a"'), cache.given('/a')]).toEqual([undefined, undefined]);
});
