import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What is read of vitest's JSON report. */
export interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * Counts what passed and what failed in a whole run of `.ci/run`.
 *
 * A file that fails outside its tests is one failure, and so is a run that ended badly for a reason the report
 * does not know, a run in which no test passed, and each other step that failed.
 *
 * @param report - Null when the tests left none.
 * @param exitCode - With which the tests ended.
 */
export function countResults(
  report: TestReport | null,
  exitCode: number,
  failedSteps: number,
): { readonly passed: number; readonly failed: number } {
  const brokenFiles = (report?.testResults ?? []).filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const passed = report?.numPassedTests ?? 0;
  const reported = (report?.numFailedTests ?? 0) + brokenFiles;
  const unexplained = reported === 0 && (exitCode !== 0 || passed === 0) ? 1 : 0;
  return { passed, failed: reported + unexplained + failedSteps };
}

/** Usage: count-results.ts REPORT EXIT_CODE_OF_THE_TESTS OTHER_STEPS_THAT_FAILED */
function main([path = '', exitCode, failedSteps]: readonly string[]): void {
  const report = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as TestReport) : null;
  const { passed, failed } = countResults(report, Number(exitCode), Number(failedSteps));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
