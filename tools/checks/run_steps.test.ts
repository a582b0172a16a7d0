import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LOCAL } from '../embedded_elasticsearch/local_folders';
import { runSteps } from './run_steps';
import type { Step } from './steps';

const NAME = `run-steps-test-${process.pid}`;
const RESULT = join(LOCAL, 'results', `${NAME}.json`);

/** Programs of node_modules that end at once, one well and one badly. */
const WELL: Step = { name: 'well', kind: 'program', command: ['tsx', '--eval', 'process.exit(0)'] };
const BADLY: Step = { name: 'badly', kind: 'program', command: ['tsx', '--eval', 'process.exit(3)'] };
const WITHOUT_REPORT: Step = { name: 'without report', kind: 'jest', command: ['prettier', '--version'] };
const SKIPPED: Step = { name: 'on 9.5.3', kind: 'skipped', reason: 'no JDK >= 25 was found' };

describe('runSteps', () => {
  let printed = '';
  beforeEach(() => {
    printed = '';
    jest.spyOn(console, 'log').mockImplementation((line: string) => void (printed += `${line}\n`));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(RESULT, { force: true });
    process.exitCode = undefined;
  });

  const run = async (...steps: Step[]) => {
    await runSteps(NAME, steps);
    return { written: JSON.parse(readFileSync(RESULT, 'utf8')) as unknown, exit_code: process.exitCode };
  };

  it('goes on after a step that failed, and fails as a whole', async () => {
    const { written, exit_code } = await run(BADLY, WELL);
    expect(written).toMatchObject({ passed: 1, failed: 1, skipped: 0 });
    expect(exit_code).toBe(1);
  });

  it('counts a jest run that left no report as failed, even when it ended well', async () => {
    expect((await run(WITHOUT_REPORT)).written).toMatchObject({ passed: 0, failed: 1 });
  });

  it('prints every skip with its reason, and is content', async () => {
    const { written, exit_code } = await run(WELL, SKIPPED);
    expect(written).toMatchObject({ passed: 1, failed: 0, skipped: 1 });
    expect(exit_code).toBeUndefined();
    expect(printed).toContain('SKIPPED on 9.5.3: no JDK >= 25 was found');
    expect(printed).toContain('1 passed, 0 failed, 1 skipped');
  });
});
