import { compilePredicate } from '../predicate/compile_predicate';
import { and, equals, eventIds, not, oneOf, or } from '../predicate/predicate';
import type { SysmonEvent, SysmonFields } from '../sysmon/sysmon_event';
import { canRun } from './compile_rule';
import { compileSigma } from './compile_sigma';
import { compileItem, compileOne, ruleText } from '../../test/sigma/sigma_fixture';

const WHOLE = `title: Encoded PowerShell from Word
id: 5b1f4a02-0f4e-4c43-9a52-0e9c4e1fca10
name: word_powershell
status: test
description: |
  Two lines
  of text.
references:
  - https://example.org/a
author: A. Analyst
license: MIT
date: 2024-01-02
modified: 2024-02-03
tags: [attack.execution, attack.t1059.001]
logsource:
  category: process_creation
  product: windows
detection:
  selection:
    ParentImage|endswith: '\\WINWORD.EXE'
    Image|endswith: '\\powershell.exe'
  condition: selection
falsepositives: [Macros of the accounting department]
level: high
`;

const event = (eventId: number, fields: SysmonFields): SysmonEvent => ({
  ref: { index: 'winlogbeat', id: '1' },
  eventId,
  host: 'ws01',
  time: { ms: 0, source: 'UtcTime' },
  schema: 'flat',
  fields,
});
const reasons = (text: string) =>
  compileOne(text).problems.map(
    ({ severity, position, reason }) => `${severity} ${position.line}:${position.column} ${reason}`,
  );
const compiled = (detection: string, category?: string) =>
  compileOne(ruleText(detection, category)).predicate;

describe('a Sigma rule', () => {
  it('is a question over Sysmon events, with everything that it says of itself', () => {
    expect(compileOne(WHOLE)).toEqual({
      kind: 'rule',
      id: '5b1f4a02-0f4e-4c43-9a52-0e9c4e1fca10',
      name: 'word_powershell',
      title: 'Encoded PowerShell from Word',
      status: 'test',
      level: 'high',
      description: 'Two lines\nof text.\n',
      references: ['https://example.org/a'],
      author: 'A. Analyst',
      licence: 'MIT',
      date: '2024-01-02',
      modified: '2024-02-03',
      tags: ['attack.execution', 'attack.t1059.001'],
      falsePositives: ['Macros of the accounting department'],
      logSource: { category: 'process_creation', product: 'windows', service: undefined },
      eventIds: [1],
      predicate: and(
        eventIds(1),
        { kind: 'ends', field: 'ParentImage', value: '\\WINWORD.EXE' },
        { kind: 'ends', field: 'Image', value: '\\powershell.exe' },
      ),
      absentFields: [],
      problems: [],
      text: WHOLE,
    });
  });

  it('fires on Word starting PowerShell, in any case, and on nothing else', () => {
    const fires = compilePredicate(compileOne(WHOLE).predicate);
    const Image = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\PowerShell.EXE';
    expect(fires(event(1, { Image, ParentImage: 'C:\\Office\\winword.exe' }))).toBe(true);
    expect(fires(event(5, { Image, ParentImage: 'C:\\Office\\winword.exe' }))).toBe(false);
    expect(fires(event(1, { Image, ParentImage: 'C:\\Office\\notwinword.exe' }))).toBe(false);
    expect(fires(event(1, { Image }))).toBe(false);
  });

  it('takes lists of maps as alternatives and maps as conjunctions', () => {
    expect(compiled('  a:\n    - Image: x\n      User: y\n    - Image: z\n  condition: a')).toEqual(
      and(eventIds(1), or(and(equals('Image', 'x'), equals('User', 'y')), equals('Image', 'z'))),
    );
  });

  it('takes texts without a field as keywords', () => {
    const { predicate, problems } = compileOne(ruleText("  a: ['one', '*two*', 3]\n  condition: a"));
    const keyword = (value: string) => ({ kind: 'keyword', value }) as const;
    expect(predicate).toEqual(and(eventIds(1), or(keyword('one'), keyword('two'), keyword('3'))));
    expect(problems).toMatchObject([{ severity: 'warning', position: { line: 6, column: 7 } }]);
    expect(compiled("  a:\n    '|all': [one, two]\n  condition: a")).toEqual(
      and(eventIds(1), keyword('one'), keyword('two')),
    );
  });

  it('looks for a keyword with wildcards in every field of the event', () => {
    const fires = compilePredicate(compiled("  a: ['mimi*katz']\n  condition: a"));
    expect(fires(event(1, { CommandLine: 'x MIMI-KATZ y' }))).toBe(true);
    expect(fires(event(1, { Product: 'mimikat' }))).toBe(false);
  });

  it('takes several conditions as alternatives', () =>
    expect(compiled('  a:\n    Image: x\n  b:\n    Image: y\n  condition: [a, not b]')).toEqual(
      and(eventIds(1), or(equals('Image', 'x'), not(equals('Image', 'y')))),
    ));

  it('joins selections by pattern', () => {
    const detection = '  sel_a:\n    Image: x\n  sel_b:\n    User: y\n  _not:\n    User: z\n  condition: ';
    expect(compiled(`${detection}all of sel_*`)).toEqual(
      and(eventIds(1), equals('Image', 'x'), equals('User', 'y')),
    );
    expect(compiled(`${detection}1 of them`)).toEqual(
      and(eventIds(1), or(equals('Image', 'x'), equals('User', 'y'))),
    );
  });

  it('asks the event type of registry_add beside the id', () =>
    expect(compileItem('TargetObject: x', 'registry_add').predicate).toEqual(
      and(eventIds(12), oneOf('EventType', ['CreateKey']), equals('TargetObject', 'x')),
    ));

  it('knows what is the same in all Sysmon events', () => {
    expect(compileItem('Provider_Name: Microsoft-Windows-Sysmon').predicate).toEqual(eventIds(1));
    expect(compileItem('Provider_Name|contains: Kernel').predicate).toEqual({ kind: 'none' });
  });
});

describe('a rule with problems is kept', () => {
  const lines = (detection: string) => reasons(ruleText(detection));
  it.each<[string, string[]]>([
    ['  a:\n    Image: x\n  condition: a and b', ['error 8:20 There is no selection "b".']],
    ["  a:\n    Image: x\n  condition: 'a and 1 of b*'", ['error 8:26 No selection fits "b*".']],
    [
      '  a:\n    Image: x\n  condition: a |',
      ['error 8:16 Aggregations after "|" were removed from Sigma; a correlation rule says the same.'],
    ],
    ['  a:\n    Image: x', ['error 6:3 A detection needs a "condition".']],
    ['  a:\n    Image: x\n  condition: 5', ['error 8:14 A condition is a text.']],
    ['  a: {}\n  condition: a', ['error 6:6 An empty selection selects nothing.']],
    ['  a: []\n  condition: a', ['error 6:6 An empty selection selects nothing.']],
    ['  a: [[x]]\n  condition: a', ['error 6:7 A list inside a list has no meaning in a selection.']],
    ["  a: ['']\n  condition: a", ['error 6:7 An empty keyword is in every event.']],
    ["  a:\n    '|re': x\n  condition: a", ['error 7:5 The modifier "re" needs a field before it.']],
    [
      '  a:\n    Image: x\n  timeframe: 5m\n  condition: a',
      ['error 8:14 "timeframe" was removed from Sigma; a correlation rule says the same.'],
    ],
    ['  a:\n    Image|foo: x\n  condition: a', ['error 7:5 There is no modifier "foo".']],
    ['  a:\n    Image: x\n    Image: y\n  condition: a', ['error 8:5 The key "Image" stands here twice.']],
  ])('%j', (detection, problems) => expect(lines(detection)).toEqual(problems));

  it('and does not run', () =>
    expect(canRun(compileOne(ruleText('  a:\n    Image: x\n  condition: b')))).toBe(false));

  it.each([
    [
      'title: x\n',
      [
        'error 1:1 The document needs a map under "logsource".',
        'error 1:1 The document needs a map under "detection".',
      ],
    ],
    ['- a\n', expect.arrayContaining(['error 1:1 A Sigma document is a map.'])],
    ['just text', expect.arrayContaining(['error 1:1 A Sigma document is a map.'])],
    [
      `${WHOLE}action: global\n`,
      ['error 25:9 Documents with "action" were removed from Sigma; write every rule in full.'],
    ],
    [`${WHOLE}taxonomy: ecs\n`, ['error 25:11 Only field names of the taxonomy "sigma" are known.']],
    [
      WHOLE.replace('category: process_creation', 'category: ps_script'),
      ['error 15:1 Sysmon for Windows does not write the log source "windows / ps_script".'],
    ],
    [
      WHOLE.replace('level: high', 'level: severe'),
      ['warning 24:8 The level is one of informational, low, medium, high, critical, not "severe".'],
    ],
    [WHOLE.replace('title:', 'name2:'), ['error 1:1 The document needs a "title".']],
  ])('%.30j', (text, problems) => expect(reasons(text)).toEqual(problems));

  it('runs in spite of a field that its events never carry, and says so', () => {
    const rule = compileOne(
      ruleText(
        '  a:\n    Image: x\n  b:\n    ParentImage: y\n    commandline: z\n  condition: a and not b',
        'file_event',
      ),
    );
    expect(rule.problems.map(({ severity, position, reason }) => [severity, position.line, reason])).toEqual([
      ['warning', 9, 'ParentImage is never part of event 11.'],
      [
        'warning',
        10,
        'Sysmon has no field "commandline", so only its absence can be true; did you mean CommandLine?',
      ],
    ]);
    expect(rule.absentFields).toEqual(['ParentImage']);
    expect(canRun(rule)).toBe(true);
    expect(rule.predicate).toEqual(and(eventIds(11), equals('Image', 'x')));
  });

  it('takes an absent field as absent: only null and "not" are true of it', () => {
    expect(compileItem('Nonsense: null').predicate).toEqual(eventIds(1));
    expect(compileItem('Nonsense|exists: false').predicate).toEqual(eventIds(1));
    expect(compileItem('Nonsense|neq: a').predicate).toEqual(eventIds(1));
    const never = compileItem('Nonsense: [a, b]');
    expect(never.predicate).toEqual({ kind: 'none' });
    expect(never.problems.map(({ reason }) => reason)).toContain('No event can match this rule.');
  });

  it('refuses a question that is too large', () => {
    const rules = Array.from({ length: 20_100 }, (_, index) => `      - 'a${index}'`).join('\n');
    const rule = compileOne(ruleText(`  a:\n    Image|contains:\n${rules}\n  condition: a`));
    expect(rule.problems.map(({ reason }) => reason)).toEqual([
      'The question has more than 20000 conditions.',
    ]);
    const list = compileOne(ruleText(`  a:\n    Image:\n${rules}\n  condition: a`));
    expect(list.problems).toEqual([]);
  });
});

describe('a set of texts', () => {
  it('gives every document of every text, each with its own text', () => {
    const two = `${WHOLE}---\n${WHOLE.replace('5b1f', '6b1f').replace('Encoded', 'Other')}`;
    const { rules } = compileSigma([two, ruleText('  a:\n    Image: x\n  condition: a')]);
    expect(rules.map(({ title }) => title)).toEqual([
      'Encoded PowerShell from Word',
      'Other PowerShell from Word',
      'Made for a test',
    ]);
    expect(rules[1]?.text).toContain('title: Other');
    expect(rules[1]?.text).not.toContain('Encoded');
    expect(rules[2]?.id).toBeUndefined();
  });

  it('says when an id comes twice', () => {
    const { rules } = compileSigma([WHOLE, WHOLE]);
    expect(rules.map(({ problems }) => problems.length)).toEqual([0, 1]);
    expect(rules[1]?.problems[0]).toMatchObject({ severity: 'warning', position: { line: 2, column: 1 } });
  });

  it('is empty for empty texts', () =>
    expect(compileSigma(['', '# only a comment\n', '---\n'])).toEqual({
      rules: [],
      correlations: [],
      filters: [],
    }));
});
