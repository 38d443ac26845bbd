import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { atLeast, atMost, exactly, headline, reported, unprotected } from './attack.ts';
import { WHOLE_COUNTRY } from './country/plan.ts';
import { renderReport } from './render-report.ts';
import { isUsefulEnough } from './render-usefulness.ts';

const FOLDER = new URL('attacks/', import.meta.url);

const FULL = { rows: 4, shown: 4, errors: [0.2] };
const QUESTION = {
  words: 'Who is reached?',
  ask: 'profiles?',
  quarter: { rows: 4, shown: 1, errors: [0.1] },
  year: null,
};

const USEFULNESS = {
  noiseSeed: 1,
  questions: [QUESTION],
  answered: 80,
  answeredByQuarter: 60,
  answeredByYear: 70,
  errorByQuarter: 0.03,
  errorByYear: 0.015,
};

it('lets a number pass up to its gate and no further', () => {
  const passed = (measurement: { readonly passed: boolean }) => measurement.passed;
  expect(
    [atMost('m', 0.1, 0.1), atLeast('m', 2, 2), exactly('m', 0, 0), reported('m', 9)].map(passed),
  ).toEqual([true, true, true, true]);
  expect([atMost('m', 0.11, 0.1), atLeast('m', 1, 2), exactly('m', 1, 0)].map(passed)).toEqual([
    false,
    false,
    false,
  ]);
  // No number is no pass.
  expect([atMost('m', Number.NaN, 1), atLeast('m', Number.NaN, 1)].map(passed)).toEqual([false, false]);
});

it('keeps what several attacks share away from true counts', async () => {
  const files = (await readdir(FOLDER)).filter((file) => !/^a\d\d-/.test(file));
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    expect(await readFile(new URL(file, FOLDER), 'utf8'), file).not.toMatch(
      /scoring\/|truthFolder|returnsOf/,
    );
  }
});

it('says in its report which attack succeeded, on what, when, and what is left for use', () => {
  const report = renderReport({
    plan: WHOLE_COUNTRY,
    date: new Date('2026-11-22T09:00:00Z'),
    records: [
      {
        id: 'A0',
        title: 'None',
        tried: 'Nothing.',
        noiseSeeds: [1, 2],
        measurements: [
          headline(exactly('found | hits', 1, 0)),
          unprotected(reported('found where nothing is protected', 99)),
          reported('seen', 12_345),
        ],
        seconds: 61,
      },
    ],
    pending: [],
    usefulness: [
      USEFULNESS,
      { ...USEFULNESS, noiseSeed: 2, answered: 79, questions: [{ ...QUESTION, quarter: FULL }] },
    ],
  });
  expect(report).toContain('Run on 2026-11-22');
  expect(report).toContain('noise seeds 1, 2, 3, 4, 5');
  expect(report).toContain('| found \\| hits | 0 | 1 | **not passed** |');
  expect(report).toContain('| seen | reported | 12,345 |  |');
  expect(report).toContain('0 of 1 attacks that were run stay within every gate; they took 2 minutes');
  expect(report).toContain('| A0: None | found \\| hits | 0 | 1 | 99 | **SUCCEEDS** | 1, 2 |');
  expect(report).toContain('| 1 | 80 of 1 | 60 | 70 | 3.0 % | 1.5 % | passed |');
  expect(report).toContain('| 2 | 79 of 1 | 60 | 70 | 3.0 % | 1.5 % | **not passed** |');
  // One cell of four in the one draw and four of four in the other; counts a tenth off, and a fifth.
  expect(report).toContain('| Who is reached? | 63 % | 15.0 % | – | – | 1 of 2 |');
});

it('holds usefulness to its gates', () => {
  expect(isUsefulEnough(USEFULNESS)).toBe(true);
  expect(isUsefulEnough({ ...USEFULNESS, answered: 79 })).toBe(false);
  expect(isUsefulEnough({ ...USEFULNESS, errorByYear: 0.016 })).toBe(false);
  expect(isUsefulEnough({ ...USEFULNESS, errorByQuarter: Number.NaN })).toBe(false);
});
