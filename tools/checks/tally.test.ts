import { join } from 'node:path';
import { REPOSITORY } from '../embedded_elasticsearch/local_folders';
import { FAILED, PASSED, sum, tallyLine, tallyOfReport } from './tally';

const REPORT = {
  numPassedTests: 2,
  numFailedTests: 1,
  numRuntimeErrorTestSuites: 1,
  testResults: [
    {
      name: join(REPOSITORY, 'common', 'a.test.ts'),
      assertionResults: [
        { fullName: 'a passes', status: 'passed' },
        { fullName: 'b fails', status: 'failed' },
        { fullName: 'c waits for KIBANA_HOME', status: 'pending' },
      ],
    },
    {
      name: join(REPOSITORY, 'b.test.ts'),
      assertionResults: [{ fullName: 'd is to be written', status: 'todo' }],
    },
    { name: 'cannot_be_loaded.test.ts', assertionResults: [] },
  ],
};

describe('tally', () => {
  it('counts a test file that cannot be loaded as failed', () => {
    expect(tallyOfReport(REPORT)).toMatchObject({ passed: 2, failed: 2 });
  });

  it('names every skipped test', () => {
    const { skipped, skips } = tallyOfReport(REPORT);
    expect(skipped).toBe(2);
    expect(skips).toEqual(['common/a.test.ts: c waits for KIBANA_HOME', 'b.test.ts: d is to be written']);
  });

  it('sums steps and tests into one line', () => {
    expect(tallyLine(sum([tallyOfReport(REPORT), PASSED, PASSED, FAILED]))).toBe(
      '4 passed, 3 failed, 2 skipped',
    );
    expect(tallyLine(sum([]))).toBe('0 passed, 0 failed, 0 skipped');
  });
});
