import { startWorkbench } from './start_workbench';

async function main(): Promise<void> {
  const workbench = await startWorkbench({
    port: Number(process.env.PORT ?? 5640),
    watch: process.argv.includes('--watch'),
  });
  console.log(`Sysmon Trail: ${workbench.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void workbench.stop());
}

void main();
