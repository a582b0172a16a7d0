import { startEngine } from '../../tools/embedded_elasticsearch/start_engine';

/** A program that starts an engine, prints its URL and then does nothing: for the test that kills it. */
async function main(): Promise<void> {
  const { url } = await startEngine({ version: process.env.ENGINE_VERSION });
  console.log(url);
}

void main();
