import fc from 'fast-check';
import { COMMAND_LINE_ARGS, quoteArgument, splitCommandLine } from './command_line_args';

describe('command line out of arguments', () => {
  it('reads the arguments of source 000 as the line that started WmiPrvSE', () => {
    const args = ['C:\\WINDOWS\\system32\\wbem\\wmiprvse.exe', '-secured', '-Embedding'];
    expect(COMMAND_LINE_ARGS.read([args])).toBe(
      'C:\\WINDOWS\\system32\\wbem\\wmiprvse.exe -secured -Embedding',
    );
    expect(COMMAND_LINE_ARGS.inferred).toBe(true);
  });

  it('quotes blanks, quotes and the backslashes before them', () => {
    expect(quoteArgument('C:\\Program Files\\')).toBe('"C:\\Program Files\\\\"');
    expect(quoteArgument('say "hi"')).toBe('"say \\"hi\\""');
    expect(quoteArgument('')).toBe('""');
    expect(quoteArgument('C:\\a\\b')).toBe('C:\\a\\b');
  });

  it('splits as Windows does', () => {
    expect(splitCommandLine('"C:\\Windows\\system32\\notepad.exe" ')).toEqual([
      'C:\\Windows\\system32\\notepad.exe',
    ]);
    expect(splitCommandLine('a\\\\b d"e f"g h')).toEqual(['a\\\\b', 'de fg', 'h']);
    expect(splitCommandLine('a\\\\\\"b c d')).toEqual(['a\\"b', 'c', 'd']);
    expect(splitCommandLine('a\\\\\\\\"b c" d e')).toEqual(['a\\\\b c', 'd', 'e']);
    expect(splitCommandLine('"" x')).toEqual(['', 'x']);
  });

  it('makes lines that Windows splits into the same arguments', () => {
    const argument = fc.string({ unit: fc.constantFrom('a', '\\', '"', ' ', '\t', 'é'), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(argument, { minLength: 1, maxLength: 5 }), (args) => {
        expect(splitCommandLine(args.map(quoteArgument).join(' '))).toEqual(args);
      }),
      { numRuns: 2000 },
    );
  });

  it('has no value for anything but texts', () => {
    for (const value of [undefined, null, [], {}, [{}], ''])
      expect(COMMAND_LINE_ARGS.read([value])).toBeUndefined();
  });

  it('quotes a megabyte of backslashes at once', () => {
    const start = performance.now();
    expect(quoteArgument(`${'\\'.repeat(1_000_000)} x`)).toHaveLength(1_000_004);
    expect(quoteArgument(` ${'\\'.repeat(1_000_000)}`)).toHaveLength(2_000_003);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
