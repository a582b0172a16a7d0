import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCAL, REPOSITORY } from '../embedded_elasticsearch/local_folders';
import type { Step } from './steps';
import { FAILED, PASSED, sum, tallyLine, tallyOfReport } from './tally';
import type { JestReport, Tally } from './tally';

const RESULTS = join(LOCAL, 'results');
/** A step that hangs must not take the whole time that continuous integration has. */
const STEP_LIMIT_MS = 25 * 60_000;

/** Runs all steps, also after one failed, writes `.local/results/<name>.json`, and sets the exit code. */
export async function runSteps(name: string, steps: readonly Step[]): Promise<void> {
  await mkdir(RESULTS, { recursive: true });
  await rm(join(RESULTS, `${name}.json`), { force: true });
  const tallies: Tally[] = [];
  for (const step of steps) tallies.push(await runAndReport(step));
  const total = sum(tallies);
  total.skips.forEach((skip) => console.log(`SKIPPED ${skip}`));
  console.log(`\n${name}: ${tallyLine(total)}`);
  await writeFile(join(RESULTS, `${name}.json`), JSON.stringify(total));
  if (total.failed > 0) process.exitCode = 1;
}

async function runAndReport(step: Step): Promise<Tally> {
  console.log(`\n== ${step.name}`);
  if (step.kind === 'skipped')
    return { ...FAILED, failed: 0, skipped: 1, skips: [`${step.name}: ${step.reason}`] };
  const began = performance.now();
  const tally = step.kind === 'jest' ? await runJest(step) : await runPlain(step);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`== ${step.name}: ${tally.failed === 0 ? 'ok' : 'FAILED'} in ${seconds} s`);
  return tally;
}

type RunStep = Exclude<Step, { kind: 'skipped' }>;

async function runPlain(step: RunStep): Promise<Tally> {
  return (await exitCode(step)) === 0 ? PASSED : FAILED;
}

/** The exit code counts too: jest can fail without a failing test, for instance in its global set-up. */
async function runJest(step: RunStep): Promise<Tally> {
  const report = join(RESULTS, `jest-${process.pid}.json`);
  await rm(report, { force: true });
  const [program, ...args] = step.command;
  const code = await exitCode({ ...step, command: [program, ...args, '--json', '--outputFile', report] });
  if (!existsSync(report)) return FAILED;
  const tally = tallyOfReport(JSON.parse(await readFile(report, 'utf8')) as JestReport);
  await rm(report);
  return code !== 0 && tally.failed === 0 ? sum([tally, FAILED]) : tally;
}

function exitCode(step: RunStep): Promise<number | null> {
  const [program, ...args] = step.command;
  return new Promise((done, fail) => {
    const child = spawn(join(REPOSITORY, 'node_modules', '.bin', program), args, {
      cwd: REPOSITORY,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...step.env },
      shell: process.platform === 'win32',
    });
    const limit = setTimeout(() => {
      console.error(`== ${step.name} was ended: it ran for more than ${STEP_LIMIT_MS / 60_000} minutes`);
      child.kill('SIGKILL');
    }, STEP_LIMIT_MS);
    const endWithUs = (signal: NodeJS.Signals) => {
      child.kill(signal);
      process.exit(1);
    };
    const signals = ['SIGINT', 'SIGTERM'] as const;
    signals.forEach((signal) => process.once(signal, endWithUs));
    child.on('error', fail);
    child.on('close', (code) => {
      clearTimeout(limit);
      signals.forEach((signal) => process.off(signal, endWithUs));
      done(code);
    });
  });
}
