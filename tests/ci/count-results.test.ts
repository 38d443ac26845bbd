import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { countResults, type TestReport } from '../../.ci/count-results.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function report(...files: readonly (readonly string[])[]): TestReport {
  const tests = files.flat();
  return {
    numPassedTests: tests.filter((status) => status === 'passed').length,
    numFailedTests: tests.filter((status) => status === 'failed').length,
    testResults: files.map((statuses) => ({
      status: statuses.length === 0 || statuses.includes('failed') ? 'failed' : 'passed',
      assertionResults: statuses.map((status) => ({ status })),
    })),
  };
}

it.each([
  ['every test passed', report(['passed', 'passed'], ['passed']), 0, 0, { passed: 3, failed: 0 }],
  ['a skipped test is neither', report(['passed', 'pending']), 0, 0, { passed: 1, failed: 0 }],
  ['two tests failed', report(['passed', 'failed'], ['failed']), 1, 0, { passed: 1, failed: 2 }],
  ['a file could not be loaded', report(['passed'], []), 1, 0, { passed: 1, failed: 1 }],
  ['the run ended badly though its tests passed', report(['passed']), 1, 0, { passed: 1, failed: 1 }],
  ['the tests left no report', null, 137, 0, { passed: 0, failed: 1 }],
  ['no test ran', report(), 0, 0, { passed: 0, failed: 1 }],
  ['two other steps failed', report(['passed']), 0, 2, { passed: 1, failed: 2 }],
])('%s', (_, given, exitCode, failedSteps, expected) => {
  expect(countResults(given, exitCode, failedSteps)).toEqual(expected);
});

it('prints the count as the last line, and ends with 0 only when nothing failed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spcd-count-'));
  try {
    const path = join(folder, 'tests.json');
    const run = (exitCode: string, failedSteps: string) =>
      execFileSync(
        process.execPath,
        ['--import', 'tsx', join(ROOT, '.ci/count-results.ts'), path, exitCode, failedSteps],
        { cwd: ROOT, encoding: 'utf8' },
      );
    writeFileSync(path, JSON.stringify(report(['passed', 'passed'])));
    expect(run('0', '0')).toBe('2 passed, 0 failed\n');
    expect(() => run('0', '1')).toThrow(
      expect.objectContaining({ status: 1, stdout: '2 passed, 1 failed\n' }),
    );
    writeFileSync(path, JSON.stringify(report(['passed', 'failed'])));
    expect(() => run('1', '0')).toThrow(
      expect.objectContaining({ status: 1, stdout: '1 passed, 1 failed\n' }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
