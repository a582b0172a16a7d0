const EVERY_MS = 10_000;

/** Runs a step and prints that it began, every ten seconds that it still runs, and how long it took. */
export async function withProgress<T>(label: string, run: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(0)} s`;
  console.log(`setup: ${label} ...`);
  const still = setInterval(
    () => console.log(`setup: ${label} ... still running after ${seconds()}`),
    EVERY_MS,
  );
  try {
    const result = await run();
    console.log(`setup: ${label}: done in ${seconds()}`);
    return result;
  } finally {
    clearInterval(still);
  }
}
