import { and, equals, eventIds, not, oneOf, or } from '../predicate/predicate';
import type { Predicate } from '../predicate/predicate';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import { explainHit } from './explain_hit';

const Image = 'C:\\Temp\\a.exe';
const event: SysmonEvent = {
  ref: { index: 'i', id: '1' },
  eventId: 1,
  host: 'ws01',
  time: { ms: 0, source: 'UtcTime' },
  schema: 'flat',
  fields: { Image, CommandLine: 'a.exe -enc QQ==', ParentImage: Image, User: 'CORP\\ann' },
};
const contains = (value: string): Predicate => ({ kind: 'contains', field: 'CommandLine', value });

describe('why a rule hit', () => {
  it('names every condition that was met with its value, and what was rightly not met', () => {
    const filter = equals('User', 'CORP\\bob');
    const rule = and(
      eventIds(1),
      or(contains('-enc'), contains('-dec'), contains('qq')),
      oneOf('Image', ['x', Image.toUpperCase()]),
      not(filter),
    );
    expect(explainHit(rule, event)).toEqual([
      { kind: 'met', condition: eventIds(1), values: [{ field: 'EventID', value: '1' }] },
      {
        kind: 'met',
        condition: contains('-enc'),
        values: [{ field: 'CommandLine', value: 'a.exe -enc QQ==' }],
      },
      {
        kind: 'met',
        condition: contains('qq'),
        values: [{ field: 'CommandLine', value: 'a.exe -enc QQ==' }],
      },
      {
        kind: 'met',
        condition: oneOf('Image', [Image.toUpperCase()]),
        values: [{ field: 'Image', value: Image }],
      },
      { kind: 'not_met', condition: filter },
    ]);
  });

  it('names both fields of a comparison, and where a keyword was found', () => {
    expect(
      explainHit({ kind: 'field_ref', field: 'Image', how: 'equals', other: 'ParentImage' }, event)[0],
    ).toMatchObject({
      values: [
        { field: 'Image', value: Image },
        { field: 'ParentImage', value: Image },
      ],
    });
    expect(explainHit({ kind: 'keyword', value: 'ANN' }, event)[0]).toMatchObject({
      values: [{ field: 'User', value: 'CORP\\ann' }],
    });
  });

  it('is empty when the rule does not hold, also for parts of it', () => {
    expect(explainHit(and(contains('-enc'), contains('nothing')), event)).toEqual([]);
    expect(explainHit(or(and(contains('-enc'), contains('nothing')), contains('qq')), event)).toHaveLength(1);
    expect(explainHit({ kind: 'all' }, event)).toEqual([]);
  });
});
