import { spawn } from 'node:child_process';

/** Runs a program to its end. @throws Error with the command and the last lines it printed, when it fails. */
export function runProgram(program: string, args: readonly string[]): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    const keep = (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-4000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', fail);
    child.on('close', (code) =>
      code === 0
        ? done()
        : fail(new Error(`${program} ${args.join(' ')} ended with ${code}:\n${printed.trim()}`)),
    );
  });
}
