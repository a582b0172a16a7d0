import fc from 'fast-check';
import { keyOf, made, started, startOf, guidOf } from '../../test/lineage/made_events';
import { CLOCK_TOLERANCE_MS } from '../lineage/clock_tolerance';
import type { SysmonEvent, SysmonFields } from '../sysmon/sysmon_event';
import { MAX_STEPS_BACK, traceHops } from './trace_hops';
import { indexWrites } from './written_files';

const X = 'C:\\Users\\u\\AppData\\Local\\x.exe';
const SHA = (n: number) => `SHA256=${n.toString(16).padStart(64, 'A')}`;

interface Story {
  readonly starts: readonly SysmonEvent[];
  readonly files: readonly SysmonEvent[];
  readonly loads?: readonly SysmonEvent[];
  /** Numbers of processes. */
  readonly tree: readonly number[];
  readonly own?: readonly number[];
  readonly parents?: Readonly<Record<number, number>>;
  readonly until?: number;
}

function trace({ starts, files, loads = [], tree, own = tree, parents = {}, until = Infinity }: Story) {
  return traceHops({
    starts: new Map(
      starts.map((event) => [event.fields.ProcessGuid?.slice(1, -1).toLowerCase() ?? '', event]),
    ),
    loads,
    written: indexWrites(files),
    tree: new Set(tree.map((n) => keyOf(n))),
    own: new Set(own.map((n) => keyOf(n))),
    parents: new Map(Object.entries(parents).map(([child, parent]) => [keyOf(Number(child)), keyOf(parent)])),
    until,
  });
}

const run = (n: number, fields: SysmonFields) => started(n, { fields });
const wrote = (actor: number, at: number, fields: SysmonFields & { id?: number }) => {
  const { id = 11, ...rest } = fields;
  return made({ id, at, actor, fields: { TargetFilename: X, ...rest } });
};
/** Process 1 writes at 2 s, process 5 starts at 5 s. */
const simple = (use: SysmonFields, ...files: SysmonEvent[]): Story => ({
  starts: [run(1, {}), run(5, { Image: 'C:\\other.exe', CommandLine: 'other.exe', ...use })],
  files: files.length > 0 ? files : [wrote(1, startOf(2), {})],
  tree: [5],
});
const brief = (story: Story) =>
  trace(story).hops.map(({ from, to, by, content }) => ({ from, to, by, content }));
const hop = (by: string, content = 'unknown', from = 1, to = 5) => ({
  from: keyOf(from),
  to: keyOf(to),
  by,
  content,
});

describe('a file written by one process and used by a later one', () => {
  it.each<[string, SysmonFields, string]>([
    ['its image', { Image: X }, 'image_path'],
    ['its image in another case', { Image: X.toUpperCase() }, 'image_path'],
    ['its image with the long prefix', { Image: `\\\\?\\${X}` }, 'image_path'],
    ['a path in its command line', { CommandLine: `wscript.exe "${X}"` }, 'command_line'],
  ])('%s', (_, use, by) => {
    expect(brief(simple(use))).toEqual([hop(by)]);
  });

  it('by content under another name, where both carry a hash', () => {
    const written = wrote(1, startOf(2), { id: 29, TargetFilename: 'C:\\tmp\\1.tmp', Hashes: SHA(1) });
    const { hops } = trace(simple({ Image: X, Hashes: SHA(1) }, written));
    expect(hops).toMatchObject([
      { ...hop('hash', 'same'), hash: SHA(1), written: { path: 'C:\\tmp\\1.tmp' } },
    ]);
  });

  it('a library that it loaded, of the tree only', () => {
    const load = (actor: number) => made({ id: 7, at: startOf(6), actor, fields: { ImageLoaded: X } });
    const story = { ...simple({}), starts: [run(1, {}), run(5, {}), run(6, {})] };
    expect(brief({ ...story, loads: [load(5), load(5), load(6)] })).toEqual([hop('loaded_path')]);
  });

  it('content written without a hash, which its deletion told later', () => {
    const files = [
      wrote(1, startOf(2), { TargetFilename: 'C:\\tmp\\a.tmp' }),
      wrote(3, startOf(4), { id: 23, TargetFilename: 'C:\\tmp\\a.tmp', Hashes: SHA(1) }),
    ];
    const { hops } = trace(simple({ Image: X, Hashes: SHA(1) }, ...files));
    expect(hops).toMatchObject([{ ...hop('hash', 'same'), hash_from: files[1]?.ref }]);
  });

  it('where only the mark of the web is recorded', () => {
    const marked = wrote(1, startOf(2), {
      id: 15,
      TargetFilename: `${X}:Zone.Identifier`,
      Contents: '[ZoneTransfer]  ZoneId=3  ReferrerUrl=http://r.example/  HostUrl=http://h.example/x.exe  ',
    });
    expect(trace(simple({ Image: X }, marked)).hops).toMatchObject([
      {
        ...hop('image_path'),
        download: {
          url: 'http://h.example/x.exe',
          referrer: 'http://r.example/',
          zone: '3',
          event: marked.ref,
        },
      },
    ]);
  });
});

describe('no hop', () => {
  it.each<[string, Story]>([
    ['written after the use', simple({ Image: X }, wrote(1, startOf(6), {}))],
    ['written by the process itself', simple({ Image: X }, wrote(5, startOf(2), {}))],
    ['only the name agrees', simple({ Image: 'C:\\elsewhere\\x.exe' })],
    ['the name without its folder in the command line', simple({ CommandLine: 'cmd /c x.exe' })],
    ['a longer path in the command line', simple({ CommandLine: `cmd /c ${X}.bak` })],
    ['an 8.3 name', simple({ Image: 'C:\\Users\\u\\APPDAT~1\\Local\\x.exe' })],
    [
      'deleted before the use',
      simple({ Image: X }, wrote(1, startOf(2), {}), wrote(1, startOf(3), { id: 23 })),
    ],
    [
      'equal imphash alone',
      simple(
        { Image: X, Hashes: 'IMPHASH=B4C6FFF030479AA3B12625BE67BF4914' },
        wrote(1, startOf(2), {
          id: 29,
          TargetFilename: 'C:\\t',
          Hashes: 'IMPHASH=B4C6FFF030479AA3B12625BE67BF4914',
        }),
      ),
    ],
    ['used after the range', { ...simple({ Image: X }), until: startOf(5) }],
    ['nobody of the tree used or wrote it', { ...simple({ Image: X }), tree: [7] }],
  ])('%s', (_, story) => {
    expect(trace(story).hops).toEqual([]);
  });

  it('clocks may differ by the tolerance, not by more', () => {
    const at = (late: number) => simple({ Image: X }, wrote(1, startOf(5) + late, {}));
    expect(brief(at(CLOCK_TOLERANCE_MS))).toEqual([hop('image_path')]);
    expect(brief(at(CLOCK_TOLERANCE_MS + 1))).toEqual([]);
  });

  it('a writer without a GUID is told, not guessed', () => {
    const nobody = made({ id: 11, at: startOf(2), fields: { TargetFilename: X } });
    const { hops, writer_unknown } = trace(simple({ Image: X }, nobody));
    expect([hops, writer_unknown.size]).toEqual([[], 1]);
  });
});

describe('several writers', () => {
  it('the last before the use is chosen, others are named', () => {
    const files = [2, 3, 4].map((n) => wrote(n, startOf(n), {}));
    const { hops } = trace(simple({ Image: X }, ...files, wrote(6, startOf(6), {})));
    expect(hops).toMatchObject([
      {
        from: keyOf(4),
        also_written_by: [{ process: keyOf(3) }, { process: keyOf(2), written: { event: files[0]?.ref } }],
        also_written_by_total: 2,
      },
    ]);
  });

  it('same content goes before a later writer of the path, other content goes last', () => {
    const same = wrote(2, startOf(2), { id: 29, Hashes: SHA(1) });
    const unknown = wrote(3, startOf(3), {});
    const other = wrote(4, startOf(4), { id: 29, Hashes: SHA(2) });
    const use = { Image: X, Hashes: SHA(1) };
    expect(brief(simple(use, same, unknown, other))).toEqual([hop('hash', 'same', 2)]);
    expect(brief(simple(use, unknown, other))).toEqual([hop('image_path', 'unknown', 3)]);
    expect(brief(simple(use, other))).toEqual([hop('image_path', 'differs', 4)]);
  });
});

describe('archives', () => {
  const js = 'C:\\d\\invoice\\a.js';
  const story = (zip: string, script: string): Story => ({
    starts: [run(1, {}), run(2, {}), run(5, { CommandLine: `wscript "${script}"` })],
    files: [wrote(1, startOf(2), { TargetFilename: zip }), wrote(2, startOf(3), { TargetFilename: script })],
    tree: [2, 5],
    own: [5],
    parents: { 5: 2 },
  });
  it.each([
    ['C:\\d\\invoice.zip', js],
    ['C:\\elsewhere\\invoice.zip', 'C:\\t\\Temp1_invoice.zip\\a.js'],
  ])('%s, unpacked to %s', (zip, script) => {
    expect(trace(story(zip, script)).hops).toMatchObject([
      { from: keyOf(2), to: keyOf(5), by: 'command_line', step: 1, direction: 'within' },
      {
        from: keyOf(1),
        to: keyOf(2),
        by: 'archive_folder',
        step: 2,
        direction: 'back',
        used: { path: script },
      },
    ]);
  });
  it('an archive of another name is none of it', () => {
    expect(brief(story('C:\\d\\other.zip', js))).toHaveLength(1);
  });
  it('an archive program has the archive in its command line', () => {
    const own = story('C:\\d\\other.zip', js);
    const starts = [run(1, {}), run(2, { CommandLine: '7zFM.exe C:\\d\\other.zip' }), ...own.starts.slice(2)];
    const files = [wrote(1, startOf(1), { TargetFilename: 'C:\\d\\other.zip' }), ...own.files.slice(1)];
    expect(brief({ ...own, starts, files })).toContainEqual(hop('command_line', 'unknown', 1, 2));
  });
});

it('follows five steps back, and says that there are more', () => {
  const path = (n: number) => `C:\\t\\${n}.exe`;
  const count = 8;
  const starts = Array.from({ length: count }, (_, n) => run(n, { Image: path(n) }));
  const files = starts.slice(1).map((_, n) => wrote(n, startOf(n) + 500, { TargetFilename: path(n + 1) }));
  const { hops, more_hops_back } = trace({ starts, files, tree: [count - 1] });
  expect(hops.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5]);
  expect([hops.length, more_hops_back]).toEqual([MAX_STEPS_BACK, 1]);
});

it('ancestors of a writer are followed too', () => {
  const starts = [run(1, {}), run(2, { Image: 'C:\\t\\p.exe' }), run(3, {}), run(5, { Image: X })];
  const files = [wrote(1, startOf(1), { TargetFilename: 'C:\\t\\p.exe' }), wrote(3, startOf(4), {})];
  expect(brief({ starts, files, tree: [5], parents: { 3: 2 } })).toEqual([
    hop('image_path', 'unknown', 3),
    hop('image_path', 'unknown', 1, 2),
  ]);
});

it('what the tree wrote and another process ran later is a hop forward', () => {
  const starts = [run(1, {}), run(5, { Image: X })];
  const story = { starts, files: [wrote(1, startOf(2), {})], tree: [0, 1], own: [1] };
  expect(trace(story).hops).toMatchObject([{ ...hop('image_path'), direction: 'forward' }]);
  expect(trace({ ...story, own: [0] }).hops).toEqual([]);
});

it('whatever was written and run: in time, no process to itself, each hop once, in bounded steps', () => {
  const names = ['C:\\a.exe', 'C:\\d\\b.zip', 'C:\\d\\b\\c.js', 'c:\\A.EXE'];
  const name = fc.constantFrom(...names);
  const process = fc.nat({ max: 9 });
  const write = fc.record({
    actor: process,
    at: fc.nat({ max: 12_000 }),
    file: name,
    id: fc.constantFrom(11, 15, 23, 26, 29),
    sha: fc.nat({ max: 2 }),
  });
  const start = fc.record({ image: name, argument: name, sha: fc.nat({ max: 2 }) });
  fc.assert(
    fc.property(fc.array(write, { maxLength: 30 }), fc.array(start, { maxLength: 10 }), (writes, runs) => {
      const starts = runs.map(({ image, argument, sha }, n) =>
        run(n, { Image: image, CommandLine: `x "${argument}"`, Hashes: SHA(sha) }),
      );
      const files = writes.map(({ actor, at, file, id, sha }) =>
        wrote(actor, startOf(0) + at, { id, TargetFilename: file, Hashes: id === 11 ? '' : SHA(sha) }),
      );
      const parents = Object.fromEntries(runs.map((_, n) => [n + 1, n]));
      const { hops } = trace({ starts, files, tree: [0, 3], own: [3], parents });
      for (const one of hops) {
        expect(one.from).not.toBe(one.to);
        expect(one.written.time.ms).toBeLessThanOrEqual(one.used.time.ms + CLOCK_TOLERANCE_MS);
        expect(one.step).toBeLessThanOrEqual(MAX_STEPS_BACK);
        expect(one.also_written_by.some(({ process: other }) => other === one.from)).toBe(false);
        expect(files.map(({ ref }) => ref)).toContainEqual(one.written.event);
      }
      expect(new Set(hops.map(({ id }) => id)).size).toBe(hops.length);
    }),
  );
});

it('the GUID of the tree decides, whatever the case of the events', () => {
  const lower = run(5, { Image: X, ProcessGuid: guidOf(5).toLowerCase() });
  expect(brief({ ...simple({}), starts: [lower] })).toEqual([hop('image_path')]);
});
