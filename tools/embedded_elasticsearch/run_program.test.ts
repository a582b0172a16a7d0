import { runProgram } from './run_program';

describe('runProgram', () => {
  const node = (script: string) => runProgram(process.execPath, ['-e', script]);

  it('ends quietly when the program does', async () => {
    await expect(node('process.exit(0)')).resolves.toBeUndefined();
  });

  it('tells the command and what it printed when it fails', async () => {
    await expect(node('console.error("no such artefact"); process.exit(3)')).rejects.toThrow(
      /ended with 3:\nno such artefact$/,
    );
  });

  it('tells that the program is not there', async () => {
    await expect(runProgram('there-is-no-such-program', [])).rejects.toThrow('ENOENT');
  });
});
