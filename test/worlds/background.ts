import { bootTree } from './background/boot_tree';
import { ESTATE_HOSTS, type EstateHost } from './background/background_host';
import { DESKTOP_ACTIVITIES } from './background/desktop_activities';
import type { Activity, Scene } from './background/scene';
import { SERVICE_ACTIVITIES } from './background/service_activities';
import { eventsOf } from './build/merge_worlds';
import type { SeededRandom } from './build/seeded_random';
import { WorldHost } from './build/world_host';
import type { World } from './world';

const HOUR = 3_600_000;
export const BACKGROUND_HOURS = 48;
const EVENTS_PER_HOST = 11_500;

export interface BackgroundOptions {
  readonly seed: string;
  /** End of the two days, ms. */
  readonly now: number;
  readonly events_per_host?: number;
}

/** Ordinary life of five hosts over two days: Windows starts, services chatter, people browse, write and print. */
export function background({
  seed,
  now,
  events_per_host = EVENTS_PER_HOST,
}: BackgroundOptions): World<{ readonly hosts: readonly string[] }> {
  const hosts = ESTATE_HOSTS.map((estate_host) => liveTwoDays(estate_host, { seed, now, events_per_host }));
  const events = eventsOf(...hosts).filter(({ utc, logged }) => utc < now && logged <= now); // nobody has logged the future
  return { name: 'background', events, facts: { hosts: ESTATE_HOSTS.map(({ name }) => name) } };
}

function liveTwoDays(
  { account, ...estate_host }: EstateHost,
  { seed, now, events_per_host }: Required<BackgroundOptions>,
): WorldHost {
  const host = new WorldHost({ ...estate_host, seed: `background/${seed}`, first_record_id: 1 });
  const random = host.random.fork('life');
  const boot = now - BACKGROUND_HOURS * HOUR + random.between(0, 240_000);
  const user_name = account.user.split('\\')[1] ?? '';
  const scene: Scene = {
    host,
    account,
    random,
    tree: bootTree(host, { at: boot, account }),
    home: `C:\\Users\\${user_name}`,
    hku: `HKU\\S-1-5-21-398150236-2874563109-1400277130-${random.between(1100, 1999)}`,
  };
  while (host.told_events < events_per_host) liveOn(scene, { from: boot + 300_000, to: now });
  return host;
}

function liveOn(scene: Scene, range: { from: number; to: number }): void {
  const at = someTime(scene.random, range);
  const activities = isAtDesk(at) ? [...DESKTOP_ACTIVITIES, ...SERVICE_ACTIVITIES] : SERVICE_ACTIVITIES;
  pickByWeight(activities, scene.random).run(scene, at);
}

/** Office hours of Japan, 9 to 18, in UTC. */
const isAtDesk = (ms: number): boolean => new Date(ms).getUTCHours() < 9;

/** At the desk four times as much happens as at night. */
function someTime(random: SeededRandom, { from, to }: { from: number; to: number }): number {
  for (;;) {
    const at = random.between(from, to);
    if (isAtDesk(at) || random.chance(0.25)) return at;
  }
}

function pickByWeight(activities: readonly Activity[], random: SeededRandom): Activity {
  let left = random.float() * activities.reduce((sum, { weight }) => sum + weight, 0);
  const found = activities.find(({ weight }) => (left -= weight) < 0);
  if (!found) throw new Error('no activities');
  return found;
}
