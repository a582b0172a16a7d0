import { performance } from 'node:perf_hooks';
import { readdirSync } from 'node:fs';
import { RuleMatcher } from '../../common/rule_matcher/rule_matcher';
import { canRun } from '../../common/sigma/compile_rule';
import { compileSigma } from '../../common/sigma/compile_sigma';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import { readSigmaRules, readSysmonEvents } from '../../test/real_data/sigma_corpus';
import { sharedFile } from '../../test/real_data/shared_data';
import { PlainRuleLoop } from './plain_rule_loop';

/** What the rules must at least reach, as multiples of the plain loop in the same run, and megabytes. */
const MUST = { cold: 4, warm: 7, mix: 2.5, growth_mb: 512 };
const EVENTS_1 = 20_000;

interface Matches {
  match(event: SysmonEvent): readonly number[];
}

/** `tsx tools/bench/rules.ts`: Sigma rules of the real corpus over real events, against a plain loop over the same rules. */
async function main(): Promise<void> {
  const texts = (await readSigmaRules()).map(({ text }) => text);
  const compiled = timed('parse and compile 3,754 rules', () => compileSigma(texts).rules.filter(canRun));
  const rules = compiled.map(({ id = '', predicate }) => ({ id, predicate }));
  const mix = await realEvents();
  const starts = distinctStarts(mix);
  const before = memory();
  const build = () => timed(`build the matcher of ${rules.length} rules`, () => new RuleMatcher(rules));
  const loop = new PlainRuleLoop(rules.map(({ predicate }) => predicate));
  const matcher = build();
  const ratios = {
    mix: compare('mix', { events: mix, loop, matcher }),
    ...compareStarts(starts, { loop, build }),
  };
  const growth = memory() - before;
  console.log(`memory of the process grew by ${growth.toFixed(0)} MB (must be <= ${MUST.growth_mb})`);
  const reached =
    ratios.cold >= MUST.cold &&
    ratios.warm >= MUST.warm &&
    ratios.mix >= MUST.mix &&
    growth <= MUST.growth_mb;
  if (!reached) process.exitCode = 1;
}

/** Cold: a new matcher and command lines that it never saw. Warm: the same events again. */
function compareStarts(
  events: readonly SysmonEvent[],
  { loop, build }: { loop: Matches; build: () => Matches },
) {
  const matcher = build();
  return {
    cold: compare('event 1, cold', { events, loop, matcher }),
    warm: compare('event 1, warm', { events, loop, matcher }),
  };
}

function compare(
  name: keyof typeof NAMES,
  { events, loop, matcher }: { events: readonly SysmonEvent[]; loop: Matches; matcher: Matches },
): number {
  const fast = speed(events, matcher);
  demandEqual(events, { loop, matcher });
  // Every tenth event tells the loop's speed well enough.
  const plain = speed(
    events.filter((_, at) => at % 10 === 0),
    loop,
  );
  const ratio = fast.per_second / plain.per_second;
  console.log(
    `${name}: ${events.length} events, ${fast.hits} hits, ${fast.per_second.toFixed(0)}/s; plain loop ${plain.per_second.toFixed(0)}/s; ${ratio.toFixed(1)} x (must be >= ${MUST[NAMES[name]]})`,
  );
  return ratio;
}

/** A loop that answers otherwise measures nothing. */
function demandEqual(
  events: readonly SysmonEvent[],
  { loop, matcher }: { loop: Matches; matcher: Matches },
): void {
  for (const event of events.filter((_, at) => at % Math.ceil(events.length / 500) === 0))
    if (String(loop.match(event)) !== String(matcher.match(event)))
      throw new Error(`the plain loop differs on ${event.ref.index} ${event.ref.id}`);
}

const NAMES = { mix: 'mix', 'event 1, cold': 'cold', 'event 1, warm': 'warm' } as const;

function speed(events: readonly SysmonEvent[], matches: Matches): { per_second: number; hits: number } {
  let hits = 0;
  const began = performance.now();
  for (const event of events) hits += matches.match(event).length;
  return { hits, per_second: (events.length / (performance.now() - began)) * 1000 };
}

function timed<T>(what: string, action: () => T): T {
  const began = performance.now();
  const result = action();
  console.log(`${what}: ${(performance.now() - began).toFixed(0)} ms`);
  return result;
}

const memory = (): number => process.memoryUsage().rss / 1024 / 1024;

async function realEvents(): Promise<readonly SysmonEvent[]> {
  const files = readdirSync(sharedFile('data')).filter((file) => /^0[1-8]_/.test(file));
  const events: SysmonEvent[] = [];
  for (const file of files) for (const event of await readSysmonEvents(file)) events.push(event);
  return events;
}

/** Process starts of the mix, over and over, each with a command line of its own. */
function distinctStarts(mix: readonly SysmonEvent[]): readonly SysmonEvent[] {
  const starts = mix.filter(({ eventId }) => eventId === 1);
  return Array.from({ length: EVENTS_1 }, (_, at) => {
    const event = starts[at % starts.length] as SysmonEvent;
    return {
      ...event,
      fields: { ...event.fields, CommandLine: `${event.fields.CommandLine ?? ''} /run:${at.toString(36)}` },
    };
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
