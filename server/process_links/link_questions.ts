import { LINK_GROUP_NAMES, LINK_GROUPS } from '../../common/process_links/link_groups';
import type { GroupsOfLinks } from '../../common/process_links/build_links';
import { and, eventIds, oneOf, type Predicate } from '../../common/predicate/predicate';
import type { Remark } from '../../common/remark';
import type { CountGroups, EventStore, GroupCounts } from '../ports';
import { onHost } from '../shared_queries/about_process';
import { BEGINNING } from '../shared_queries/far_times';
import type { Window } from '../shared_queries/lineage/window_questions';

/** More groups of a kind than this are cut, the biggest stay, and the answer says so. */
const MAX_GROUPS = 60_000;
/** As many values as the store asks one by one. */
const MAX_PIPES = 200;

export interface ReadGroups {
  readonly groups: GroupsOfLinks;
  readonly total: number;
  readonly complete: boolean;
  readonly remarks: readonly Remark[];
}

/** All links of a host and range, grouped, in one request. */
export async function readGroups(store: EventStore, window: Window): Promise<ReadGroups> {
  const answers: readonly GroupCounts[] = await store.ask(
    LINK_GROUP_NAMES.map((name) => groupsOf(name, { ...window, where: { kind: 'all' } })),
  );
  const named = LINK_GROUP_NAMES.map((name, at) => [name, answers[at]?.groups ?? []] as const);
  const counted = answers.filter((_, at) => LINK_GROUP_NAMES[at] !== 'pipe_created');
  return {
    groups: Object.fromEntries(named) as unknown as GroupsOfLinks,
    total: counted.reduce((sum, { total }) => sum + total.value, 0),
    complete: answers.every(({ complete }) => complete),
    remarks: answers.flatMap(({ remarks }) => remarks),
  };
}

/** Who created, before the range, the pipes that were connected to in it. */
export async function readCreatorsBefore(
  store: EventStore,
  { host, range, pipes }: Window & { readonly pipes: readonly string[] },
): Promise<GroupCounts | undefined> {
  if (pipes.length === 0) return undefined;
  const before = { from: BEGINNING, to: range.from };
  const where = oneOf('PipeName', pipes.slice(0, MAX_PIPES));
  const [answer] = await store.ask([groupsOf('pipe_created', { host, range: before, where })]);
  const cut: Remark = { kind: 'cut', what: 'pipes', shown: MAX_PIPES, total: pipes.length };
  return pipes.length > MAX_PIPES ? { ...answer, remarks: [...answer.remarks, cut] } : answer;
}

function groupsOf(
  name: keyof GroupsOfLinks,
  { host, range, where }: Window & { readonly where: Predicate },
): CountGroups {
  const { id, fields } = LINK_GROUPS[name];
  return {
    kind: 'count_groups',
    where: and(onHost(host), eventIds(id), where),
    range,
    fields,
    max: MAX_GROUPS,
  };
}
