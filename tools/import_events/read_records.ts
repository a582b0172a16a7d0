import type { Readable } from 'node:stream';
import { lineSplitter, objectSplitter, type Cut, type Splitter } from './split_text';
import { badRecord, parseRecord, type TextRecord } from './text_record';

const LINES_TO_JUDGE = 5;
const CHARS_TO_JUDGE = 4 * 1024 * 1024;

/**
 * The records of a text: one JSON object a line, or objects of JSON arrays, or objects over several lines.
 * A record that cannot be read comes as bad and the next ones follow. Memory is bounded by the longest record.
 */
export async function* readRecords(stream: Readable): AsyncIterable<TextRecord> {
  let splitter: Splitter | undefined;
  let head = '';
  for await (const piece of decoded(stream)) {
    if (splitter) {
      yield* records(splitter.push(piece));
      continue;
    }
    head += piece;
    splitter = judge(head, false);
    if (splitter) yield* records(splitter.push(head));
  }
  if (!splitter) {
    splitter = judge(head, true) ?? lineSplitter();
    yield* records(splitter.push(head));
  }
  yield* records(splitter.end());
}

function* records(cuts: Iterable<Cut>): Iterable<TextRecord> {
  for (const { position, text, wrong } of cuts)
    yield wrong === undefined ? parseRecord(position, text) : badRecord(position, wrong, text);
}

/** How a text is cut, once enough of it is seen. One whole object on one of the first lines means lines: a broken one may come first. */
function judge(head: string, complete: boolean): Splitter | undefined {
  const lines = head.trimStart().split('\n');
  if (lines[0]?.startsWith('[')) return objectSplitter();
  const whole = complete ? lines : lines.slice(0, -1);
  if (whole.slice(0, LINES_TO_JUDGE).some((line) => parseRecord(0, line).kind === 'object'))
    return lineSplitter();
  if (complete || whole.length >= LINES_TO_JUDGE || head.length > CHARS_TO_JUDGE)
    return lines[0]?.startsWith('{') ? objectSplitter() : lineSplitter();
  return undefined;
}

/** Text of UTF-8 or, with its mark, UTF-16 as PowerShell writes it. Broken bytes become U+FFFD, they end nothing. */
async function* decoded(stream: Readable): AsyncIterable<string> {
  let decoder: TextDecoder | undefined;
  let mark = Buffer.alloc(0);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const bytes = decoder ? chunk : (mark = Buffer.concat([mark, chunk]));
    if (bytes.length < 2 && !decoder) continue; // the mark has two bytes
    decoder ??= decoderFor(mark);
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder ? decoder.decode() : mark.toString('utf8');
}

const decoderFor = (mark: Buffer): TextDecoder =>
  new TextDecoder(mark[0] === 0xff && mark[1] === 0xfe ? 'utf-16le' : 'utf-8');
