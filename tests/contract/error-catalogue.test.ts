import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { ERROR_CATALOGUE, ServiceError } from '../../src/errors.ts';

const page = await readFile(new URL('../../docs/errors.md', import.meta.url), 'utf8');
const headings = [...page.matchAll(/^## (\w+)$/gm)].map(([, code]) => code as string);

it('gives every code one heading in docs/errors.md, and every heading a code', () => {
  expect(headings).toEqual(Object.keys(ERROR_CATALOGUE));
});

it.each(Object.entries(ERROR_CATALOGUE))(
  '%s stands on the page with its status and both titles',
  (code, entry) => {
    const section = page.split(`## ${code}\n`)[1]?.split('\n## ')[0] ?? '';
    for (const words of [
      `**${entry.status}**`,
      entry.title.en,
      entry.title.cy,
      entry.remedy.en,
      entry.remedy.cy,
    ]) {
      expect(section).toContain(words);
    }
  },
);

it.each(Object.entries(ERROR_CATALOGUE))(
  '%s is a client or server error, in two different languages',
  (_, entry) => {
    expect(entry.status).toBeGreaterThanOrEqual(400);
    expect(entry.status).toBeLessThan(600);
    expect(entry.title.en).not.toBe(entry.title.cy);
    expect(entry.remedy.en).not.toBe(entry.remedy.cy);
  },
);

it('keeps what a caller may know of an error, and its cause for the log', () => {
  const cause = new Error('driver');
  const error = new ServiceError(
    'STATE_DOES_NOT_ALLOW',
    { en: 'Busy.', cy: 'Prysur.' },
    { submission_id: 'a' },
    { cause },
  );
  expect(error).toMatchObject({
    code: 'STATE_DOES_NOT_ALLOW',
    message: 'Busy.',
    facts: { submission_id: 'a' },
    errors: [],
    cause,
  });
});
