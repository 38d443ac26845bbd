import { expect, it } from 'vitest';
import { inTurns } from '../../src/http/log-in-turns.ts';

it('writes the lines of a moment together and in their order, and loses none', async () => {
  const written: string[] = [];
  const lines = inTurns({ write: (text) => written.push(text) });
  for (const line of ['one\n', 'two\n']) lines.write(line);
  expect(written).toEqual([]);
  await expect.poll(() => written).toEqual(['one\ntwo\n']);
  lines.write('three\n');
  lines.flush();
  lines.flush();
  expect(written).toEqual(['one\ntwo\n', 'three\n']);
});

it('does not wait where there is much to write', () => {
  const written: string[] = [];
  const lines = inTurns({ write: (text) => written.push(text) });
  for (let line = 0; line < 700; line += 1) lines.write(`${'x'.repeat(99)}\n`);
  expect(written).toHaveLength(1);
  lines.flush();
  expect(written.join('')).toHaveLength(70_000);
});
