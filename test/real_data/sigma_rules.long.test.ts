import { canRun } from '../../common/sigma/compile_rule';
import { compileSigma } from '../../common/sigma/compile_sigma';
import type { CompiledSigma } from '../../common/sigma/compile_sigma';
import { checkPredicate } from '../../common/predicate/check_predicate';
import { compilePredicate } from '../../common/predicate/compile_predicate';
import { readEvent } from '../../common/field_schemas/read_event';
import { explainHit } from '../../common/rule_matcher/explain_hit';
import { RuleMatcher } from '../../common/rule_matcher/rule_matcher';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import { describeOnSharedData } from './shared_data';
import { readPacked, readSigmaRules, readSysmonEvents, readTable } from './sigma_corpus';
import type { RuleFile } from './sigma_corpus';

/** Sysmon rules whose fields their events never carry (or Sysmon never writes): they run, and say so. */
const PARTLY_ANSWERED = 20;

/** Logs of SigmaHQ's regression tests that hold more matching events than `match_count` says, read one by one: id -> events. */
const MORE_THAN_SAID: Readonly<Record<string, number>> = {
  // procdump64.exe, procdump64a.exe and procdump.exe, each written once
  '8fbf3271-1ef6-4e94-8210-03c2317947f6': 3,
  // dtrace.exe with lkd(0) twice
  '7124aebe-4cd7-4ccb-8df0-6d6b93c96795': 2,
  // the runner's listener and its worker
  '5bac7a56-da88-4c27-922e-c81e113b20cb': 2,
  // three values below ZoneMap\Domains set to 2
  '45e112d0-7759-4c2a-aa36-9f8fb79d3393': 3,
  // AutoShareServer and AutoShareWks
  'c7dcacd0-cc59-4004-b0a4-1d6cdebe6f3e': 2,
};

/** The files that the table of expected hits is about. */
const FILES = [
  '01_winlogbeat7.2raw_kerberoast_3hosts.tar.gz',
  '02_nxlog_covenant_dcom_iertutil_dll_hijack.zip',
  '03_nxlog_covenant_persistwmi.tar.gz',
  '04_nxlog_LSASS_campaign_01_MKT01.zip',
  '06_nxlog_stop_netprofm_Pedro01.zip',
  '07_nxlog_splunk_attackrange_T1047.tar.gz',
];

const SYSMON = 'Microsoft-Windows-Sysmon';
const A_MINUTE = 60_000;

describeOnSharedData("SigmaHQ's rules", () => {
  let files: readonly RuleFile[] = [];
  let sigma: CompiledSigma = { rules: [], correlations: [], filters: [] };
  let matcher = new RuleMatcher([]);

  beforeAll(async () => {
    files = await readSigmaRules();
    sigma = compileSigma(files.map(({ text }) => text));
    matcher = new RuleMatcher(
      sigma.rules.map(({ predicate }, at) => ({ id: files[at]?.id ?? '', predicate })),
    );
  }, A_MINUTE);

  it('are 3,754, one in a text, with ids, titles, authors and texts as written', () => {
    expect(sigma.rules).toHaveLength(3_754);
    expect(sigma.rules.map(({ id }) => id)).toEqual(files.map(({ id }) => id));
    expect(sigma.rules.map(({ text }) => text)).toEqual(files.map(({ text }) => text));
    expect(sigma.rules.filter(({ title, author, level }) => title === '' || !author || !level)).toEqual([]);
  });

  it('are all YAML, and refused only for a log source that Sysmon does not write, or for placeholders', () => {
    const reasons = sigma.rules.flatMap(({ problems }) =>
      problems.filter(({ severity }) => severity === 'error'),
    );
    const kinds = reasons.map(({ reason }) => reason.replace(/".*"/, '...'));
    const count = (reason: string) => kinds.filter((kind) => kind === reason).length;
    const source = count('Sysmon for Windows does not write the log source ....');
    const expand = count('The modifier ... needs a list of values for its placeholder, and there is none.');
    expect({ source, expand, other: kinds.length - source - expand }).toEqual({
      source: 1_516,
      expand: 2,
      other: 0,
    });
  });

  it('about Sysmon are 2,238: all can be asked, 20 of them only in part', () => {
    const about = sigma.rules.filter((_, at) => files[at]?.isSysmon);
    expect(about).toHaveLength(2_238);
    expect(about.filter((rule) => !canRun(rule))).toEqual([]);
    expect(sigma.rules.filter(canRun)).toHaveLength(2_238);
    expect(about.flatMap(({ predicate }) => checkPredicate(predicate))).toEqual([]);
    const partly = about.filter(({ problems }) =>
      problems.some(({ reason }) => /no field|never part/.test(reason)),
    );
    expect(partly).toHaveLength(PARTLY_ANSWERED);
  });

  it.each(FILES)(
    '%s: exactly the expected hits',
    async (file) => {
      const hits = new Map<string, number>();
      for (const event of await readSysmonEvents(file))
        for (const rule of matcher.match(event)) {
          const id = matcher.rules[rule]?.id ?? '';
          hits.set(id, (hits.get(id) ?? 0) + 1);
        }
      expect(Object.fromEntries(hits)).toEqual(expectedHits(file));
    },
    A_MINUTE,
  );

  it.each(FILES)(
    '%s: each rule alone says the same, and every hit is explained',
    async (file) => {
      const tests = matcher.rules.map(({ predicate }) => compilePredicate(predicate));
      for (const event of sample(await readSysmonEvents(file), 25)) {
        const rules = matcher.match(event);
        expect(rules).toEqual(tests.flatMap((test, at) => (test(event) ? [at] : [])));
        for (const rule of rules)
          expect(explainHit(matcher.rules[rule]?.predicate ?? { kind: 'none' }, event)).not.toEqual([]);
      }
    },
    2 * A_MINUTE,
  );

  it("fire on the logs of SigmaHQ's regression tests", async () => {
    const logs = await readPacked('10_sigma_regression.tar.gz', '.json');
    const rows = readTable('data', '10_sigma_regression_index.tsv').filter(
      ({ provider, sysmon_event_ids }) => provider === SYSMON && sysmon_event_ids !== '{}',
    );
    expect(rows).toHaveLength(113);
    for (const { dir = '', rule_id = '', match_count } of rows) {
      const log = [...logs].find(([path]) => path.startsWith(`${dir}/`));
      const hits = sysmonEventsOf(log?.[1] ?? '').filter((event) =>
        matcher.match(event).some((rule) => matcher.rules[rule]?.id === rule_id),
      );
      expect([rule_id, hits.length]).toEqual([rule_id, MORE_THAN_SAID[rule_id] ?? Number(match_count)]);
    }
  });
});

/** Rule id -> hits in a file; rules without a row have none. */
function expectedHits(name: string): Readonly<Record<string, number>> {
  const table = readTable('data', '12_sigma_expected_hits.tsv');
  expect([...new Set(table.map(({ file }) => file))]).toEqual(FILES);
  const rows = table.filter(({ file }) => file === name);
  return Object.fromEntries(rows.map(({ rule_id = '', hits }) => [rule_id, Number(hits)]));
}

/** Every event id evenly, so that the rare ones are there. */
function sample(events: readonly SysmonEvent[], each: number): readonly SysmonEvent[] {
  const by_id = new Map<number, SysmonEvent[]>();
  for (const event of events)
    by_id.set(event.eventId, [...(by_id.get(event.eventId) ?? []).slice(-5_000), event]);
  return [...by_id.values()].flatMap((list) =>
    list.filter((_, at) => at % Math.ceil(list.length / each) === 0),
  );
}

/** One JSON object after the other, over many lines. */
function sysmonEventsOf(text: string): readonly SysmonEvent[] {
  const documents = text.trim().split(/(?<=^\})\s*\n(?=\{)/m);
  return documents.flatMap((document, at) => {
    const found = readEvent({ _index: 'regression', _id: String(at), _source: JSON.parse(document) });
    return found.kind === 'event' ? [found.event] : [];
  });
}
