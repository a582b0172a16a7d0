import { compileSigma } from './compile_sigma';

const RULE = `title: Logon
name: logon
logsource: {category: network_connection, product: windows}
detection: {selection: {Initiated: true}, condition: selection}
`;

const correlation = (body: string) => `title: Many
id: 22222222-2222-4222-8222-222222222222
name: many
correlation:
${body.replace(/^/gm, '  ')}
level: high
`;

const COUNT = `type: event_count
rules: [logon]
group-by: [Computer, SourceIp]
timespan: 15m
condition: {gte: 10, lt: 100}`;

const one = (body: string) => {
  const [found] = compileSigma([RULE, correlation(body)]).correlations;
  if (!found) throw new Error('no correlation');
  return found;
};
const errors = (body: string) =>
  one(body).problems.map(({ position, reason }) => `${position.line} ${reason}`);
const KEPT = '4 Correlations are kept, but not evaluated yet.';

describe('correlations', () => {
  it('are data, and say that they do not run yet', () => {
    expect(one(COUNT)).toMatchObject({
      kind: 'correlation',
      type: 'event_count',
      rules: ['logon'],
      groupBy: ['Computer', 'SourceIp'],
      timespan_ms: 900_000,
      condition: [
        { op: 'gte', value: 10 },
        { op: 'lt', value: 100 },
      ],
      generate: false,
      level: 'high',
      aliases: [],
      fields: [],
    });
    expect(errors(COUNT)).toEqual([KEPT]);
  });

  it('know counted fields, aliases, order and percentiles', () => {
    expect(
      one('type: value_count\nrules: logon\ntimespan: 1d\ncondition: {gt: 5, field: SourceIp}'),
    ).toMatchObject({ timespan_ms: 86_400_000, fields: ['SourceIp'] });
    expect(
      one(
        'type: temporal_ordered\nrules: [logon, many]\ntimespan: 30s\ngroup-by: ip\naliases: {ip: {logon: SourceIp}}\ngenerate: true',
      ),
    ).toMatchObject({
      type: 'temporal_ordered',
      aliases: [{ alias: 'ip', rule: 'logon', field: 'SourceIp' }],
      generate: true,
      groupBy: ['ip'],
      condition: [],
    });
    expect(
      one(
        'type: value_percentile\nrules: logon\ntimespan: 2h\ncondition: {gt: 5, field: SourcePort, percentile: 95}',
      ),
    ).toMatchObject({ percentile: 95 });
  });

  it.each([
    ['type: count\nrules: logon\ntimespan: 1h', '5 There is no correlation type "count".'],
    ['type: temporal\ntimespan: 1h', '5 A correlation needs "rules".'],
    ['type: temporal\nrules: [nobody]\ntimespan: 1h', '6 There is no rule "nobody".'],
    [
      'type: temporal\nrules: logon\ntimespan: soon',
      '7 A correlation needs a "timespan" such as 15m, 1h or 7d, not "soon".',
    ],
    ['type: temporal\nrules: logon', '5 A correlation needs a "timespan" such as 15m, 1h or 7d.'],
    ['type: event_count\nrules: logon\ntimespan: 1h', '5 This correlation needs a "condition".'],
    [
      'type: event_count\nrules: logon\ntimespan: 1h\ncondition: {above: 3, gt: 1}',
      '8 A condition has no "above".',
    ],
    ['type: event_count\nrules: logon\ntimespan: 1h\ncondition: {gt: many}', '8 "gt" needs a number.'],
    [
      'type: event_count\nrules: logon\ntimespan: 1h\ncondition: {field: x}',
      '8 A condition needs one of gt, gte, lt, lte, eq, neq.',
    ],
    [
      'type: value_count\nrules: logon\ntimespan: 1h\ncondition: {gt: 3}',
      '8 This correlation needs a "field" in its condition.',
    ],
    [
      'type: temporal\nrules: logon\ntimespan: 1h\ncondition: a and b',
      '8 Only a map of comparisons is read as the condition of a correlation.',
    ],
    ['type: temporal\nrules: logon\ntimespan: 1h\ntimezone: x', '8 A correlation has no "timezone".'],
    ['type: temporal\nrules: logon\ntimespan: 1h\naliases: [a]', '8 Aliases are a map.'],
    ['type: temporal\nrules: logon\ntimespan: 1h\naliases: {a: b}', '8 An alias maps rules to their fields.'],
  ])('%j', (body, problem) => expect(errors(body)).toContain(problem));

  it('is no map', () =>
    expect(compileSigma(['title: x\ncorrelation: 5\n']).correlations[0]?.problems[0]?.reason).toBe(
      'The document needs a map under "correlation".',
    ));
});
