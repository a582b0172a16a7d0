import { checkSteps, kibanaSteps, testSteps } from './steps';
import type { Step } from './steps';

const config = jest.requireActual<{ projects: { displayName: string }[] }>('../../jest.config.js');
const projects = config.projects.map(({ displayName }) => displayName);

function projectsOf(steps: readonly Step[]): string[] {
  return steps.flatMap((step) =>
    step.kind === 'jest' ? step.command.filter((word) => projects.includes(word)) : [],
  );
}

describe('steps', () => {
  it('npm test runs every jest project except the long one, each once', () => {
    expect(projectsOf(testSteps()).sort()).toEqual(projects.filter((name) => name !== 'long').sort());
  });

  it('npm run check needs neither engine nor browser', () => {
    expect(projectsOf(checkSteps())).toEqual(['unit', 'dom']);
    expect(projectsOf(kibanaSteps())).toEqual(['kibana']);
  });

  it('both look at format, lint, types and import rules first', () => {
    const first = ['format', 'lint', 'types', 'import rules'];
    expect(
      checkSteps()
        .slice(0, 4)
        .map(({ name }) => name),
    ).toEqual(first);
    expect(
      testSteps()
        .slice(0, 4)
        .map(({ name }) => name),
    ).toEqual(first);
  });
});
