import { relative } from 'node:path';
import { REPOSITORY } from '../embedded_elasticsearch/local_folders';

/** What came of one or more steps. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** One line for each skipped test, so that nothing is skipped unseen. */
  readonly skips: readonly string[];
}

/** The part of jest's `--json` report that we read. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

export const PASSED: Tally = { passed: 1, failed: 0, skipped: 0, skips: [] };
export const FAILED: Tally = { passed: 0, failed: 1, skipped: 0, skips: [] };
const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, skips: [] };

/** jest: a file that cannot be loaded has no test that fails, so it counts as one. */
export function tallyOfReport(report: JestReport): Tally {
  const skips = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => ['pending', 'todo', 'disabled', 'skipped'].includes(status))
      .map(({ fullName }) => `${relative(REPOSITORY, name)}: ${fullName}`),
  );
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed, skipped: skips.length, skips };
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
      skips: [...total.skips, ...one.skips],
    }),
    NOTHING,
  );
}

/** The line that continuous integration reads. */
export function tallyLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
