import { namesFor, parseCondition } from './condition';
import type { Condition } from './condition';
import { Problems } from './problem';

function parse(text: string): { condition?: Condition; problems: readonly string[] } {
  const problems = new Problems();
  const condition = parseCondition(text, {
    positionAt: (offset) => ({ line: 1, column: offset + 1 }),
    problems,
  });
  const said = problems.list().map(({ position, reason }) => `${position.column}: ${reason}`);
  return condition ? { condition, problems: said } : { problems: said };
}

/** A condition with parentheses where it binds. */
function shape(condition: Condition | undefined): string {
  switch (condition?.kind) {
    case undefined:
      return '-';
    case 'and':
    case 'or':
      return `(${condition.of.map(shape).join(` ${condition.kind} `)})`;
    case 'not':
      return `not ${shape(condition.of)}`;
    case 'selection':
      return condition.name;
    case 'of':
      return `${condition.how}<${condition.pattern}>`;
  }
}

describe("Sigma's condition", () => {
  it.each([
    ['a', 'a'],
    ['a or b and c', '(a or (b and c))'],
    ['a and b or c and d', '((a and b) or (c and d))'],
    ['not a and b', '(not a and b)'],
    ['not (a or b)', 'not (a or b)'],
    ['not not a', 'not not a'],
    ['( a )', 'a'],
    ['(a or b)and(c)', '((a or b) and c)'],
    ['1 of sel*', 'any<sel*>'],
    ['any of them', 'any<them>'],
    ['all of x_*_y and not 1 of filter*', '(all<x_*_y> and not any<filter*>)'],
    ['all of sel and not 1 of a_* and not 1 of b_*', '(all<sel> and not any<a_*> and not any<b_*>)'],
    ['selection-1 or 2x', '(selection-1 or 2x)'],
    ['\n a\n and b', '(a and b)'],
    ['all', 'all'],
  ])('%s', (text, expected) => {
    const { condition, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(shape(condition)).toBe(expected);
  });

  it.each([
    ['', '1: Expected a selection, found the end.'],
    ['a and', '6: Expected a selection, found the end.'],
    ['a b', '3: Expected "and", "or" or the end, found "b".'],
    ['(a', '3: Expected ")".'],
    ['a)', '2: Expected "and", "or" or the end, found ")".'],
    ['a and or b', '7: Expected a selection, found "or".'],
    ['2 of sel*', '1: Only "1 of", "any of" and "all of" exist, not "2 of".'],
    ['1 of', '5: Expected "them" or a pattern, found the end.'],
    ['1 of (a)', '6: Expected "them" or a pattern, found "(".'],
    ['sel*', '1: A pattern such as "sel*" needs "1 of" or "all of" before it.'],
    ['a AND b', '3: Expected "and", "or" or the end, found "AND".'],
    [
      'a | count() > 5',
      '3: Aggregations after "|" were removed from Sigma; a correlation rule says the same.',
    ],
    ['a;b', '1: Expected a selection, found "a;b".'],
    [`${'('.repeat(40)}a${')'.repeat(40)}`, '32: The condition is nested more than 30 levels deep.'],
    [`${'not '.repeat(100_000)}a`, '125: The condition is nested more than 30 levels deep.'],
  ])('refuses %.40s', (text, problem) => {
    const { condition, problems } = parse(text);
    expect(condition).toBeUndefined();
    expect(problems).toEqual([problem]);
  });
});

describe('names that a pattern stands for', () => {
  const names = ['selection', 'sel_a', 'sel_b', 'filter_a', '_sel_x'];
  it.each([
    ['them', ['selection', 'sel_a', 'sel_b', 'filter_a']],
    ['sel*', ['selection', 'sel_a', 'sel_b']],
    ['*_a', ['sel_a', 'filter_a']],
    ['s*l*_*', ['sel_a', 'sel_b']],
    ['*', ['selection', 'sel_a', 'sel_b', 'filter_a']],
    ['_*', ['_sel_x']],
    ['selection', ['selection']],
    ['sel', []],
    ['sel_a*a', []],
    ['__proto__', []],
  ])('%s', (pattern, expected) => expect(namesFor(pattern, names)).toEqual(expected));

  it('is not slow on a hostile pattern', () => {
    const name = `${'a'.repeat(50_000)}b`;
    expect(namesFor(`${'a*'.repeat(20_000)}c`, [name])).toEqual([]);
  });
});
