import { and, equals, eventIds, not } from '../predicate/predicate';
import { compileSigma } from './compile_sigma';

const RULE = `title: Whoami
id: 11111111-1111-4111-8111-111111111111
name: whoami
logsource: {category: process_creation, product: windows}
detection:
  selection: {Image: whoami}
  condition: selection
`;

const filter = ({
  rules = 'whoami',
  category = 'process_creation',
  condition = 'not admins',
} = {}) => `title: Not the admins
logsource: {category: ${category}, product: windows}
filter:
  rules: ${rules}
  admins: {User: admin}
  condition: ${condition}
`;

const predicateWith = (...filters: string[]) => compileSigma([RULE, ...filters]).rules[0]?.predicate;
const PLAIN = and(eventIds(1), equals('Image', 'whoami'));
const FILTERED = and(eventIds(1), equals('Image', 'whoami'), not(equals('User', 'admin')));

describe('filters', () => {
  it.each(['whoami', '[whoami]', '11111111-1111-4111-8111-111111111111', '[other, whoami]', 'any'])(
    'for %s are joined as written',
    (rules) => {
      expect(predicateWith(filter({ rules }))).toEqual(FILTERED);
    },
  );

  it('of other rules or log sources leave the rule alone', () => {
    expect(predicateWith(filter({ rules: 'other' }))).toEqual(PLAIN);
    expect(predicateWith(filter({ rules: 'any', category: 'file_event' }))).toEqual(PLAIN);
  });

  it('without "not" narrow the rule, as pySigma does', () =>
    expect(predicateWith(filter({ condition: 'admins' }))).toEqual(
      and(eventIds(1), equals('Image', 'whoami'), equals('User', 'admin')),
    ));

  it('add up', () =>
    expect(predicateWith(filter(), filter({ condition: 'admins' }))).toEqual(
      and(eventIds(1), equals('Image', 'whoami'), not(equals('User', 'admin')), equals('User', 'admin')),
    ));

  it('with a problem are applied to nothing, and say it', () => {
    const { rules, filters } = compileSigma([
      RULE,
      filter({ condition: 'nobody' }),
      filter().replace(/ {2}rules.*\n/, ''),
    ]);
    expect(rules[0]?.predicate).toEqual(PLAIN);
    expect(filters.map(({ problems }) => problems.map(({ reason }) => reason))).toEqual([
      ['There is no selection "nobody".'],
      ['A filter names the "rules" it is for, or "any".'],
    ]);
  });
});
