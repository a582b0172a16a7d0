import fc from 'fast-check';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import { matches } from './matches';
import { and, equals, eventIds, not, or } from './predicate';
import type { Predicate } from './predicate';
import { simplify } from './simplify';

const [A, B] = [equals('Image', 'a'), equals('User', 'b')];
const ALL: Predicate = { kind: 'all' };
const NONE: Predicate = { kind: 'none' };

describe('simplify', () => {
  it.each<[Predicate, Predicate]>([
    [and(A, ALL), A],
    [and(A, NONE, B), NONE],
    [or(A, ALL), ALL],
    [or(NONE, NONE), NONE],
    [and(), ALL],
    [or(), NONE],
    [and(A, and(B, A)), and(A, B, A)],
    [or(or(A), B), or(A, B)],
    [not(not(A)), A],
    [not(and(NONE, A)), ALL],
    [and(or(A, NONE), not(ALL)), NONE],
  ])('%j', (predicate, simple) => expect(simplify(predicate)).toEqual(simple));

  it('never changes the meaning', () => {
    const leaf = fc.constantFrom<Predicate>(A, B, ALL, NONE, eventIds(1), { kind: 'exists', field: 'User' });
    const { tree } = fc.letrec<{ tree: Predicate }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'medium' },
        leaf,
        fc.array(tie('tree'), { maxLength: 4 }).map((of) => and(...of)),
        fc.array(tie('tree'), { maxLength: 4 }).map((of) => or(...of)),
        tie('tree').map(not),
      ),
    }));
    const fields = fc.record(
      { Image: fc.constantFrom('a', 'x'), User: fc.constantFrom('b', 'x') },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(tree, fields, (predicate, values) => {
        const event: SysmonEvent = {
          ref: { index: 'i', id: '1' },
          eventId: 1,
          host: 'ws01',
          time: { ms: 0, source: 'UtcTime' },
          schema: 'flat',
          fields: values,
        };
        expect(matches(simplify(predicate), event)).toBe(matches(predicate, event));
      }),
    );
  });
});
