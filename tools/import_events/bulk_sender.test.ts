import { errors } from '@elastic/elasticsearch';
import type { Client } from '@elastic/elasticsearch';
import { sendInBulk } from './bulk_sender';
import type { SentDocument } from './bulk_sender';

type Item = { status: number; error?: { type: string; reason: string } };
const BUSY: Item = { status: 429, error: { type: 'es_rejected_execution_exception', reason: 'full' } };

/** A cluster that answers each request by `answer`, which sees the ids asked and the number of the request. */
function cluster(answer: (ids: string[], request: number) => Item[] | Error) {
  const asked: string[][] = [];
  const request = ({ bulkBody }: { bulkBody: string[] }) => {
    const ids = bulkBody
      .filter((_, i) => i % 2 === 0)
      .map((line) => (JSON.parse(line) as { create: { _id: string } }).create._id);
    asked.push(ids);
    const items = answer(ids, asked.length);
    return items instanceof Error
      ? Promise.reject(items)
      : Promise.resolve({ items: items.map((create) => ({ create })) });
  };
  return { client: { transport: { request } } as unknown as Client, asked };
}

const documents = (count: number, text = '{}') =>
  Array.from({ length: count }, (_, i) => ({ id: String(i), index: 'x', document: text, about: i }));
const ok = (ids: string[]): Item[] => ids.map(() => ({ status: 201 }));

async function send(client: Client, count: number, text?: string): Promise<SentDocument<number>[]> {
  const sent: SentDocument<number>[] = [];
  await sendInBulk(documents(count, text), { client, onSent: (one) => void sent.push(one) });
  return sent;
}

test('each document has one result', async () => {
  const refused = { type: 'mapper_parsing_exception', reason: 'no' };
  const { client } = cluster((ids) =>
    ids.map(
      (_, i): Item =>
        [{ status: 201 }, { status: 409, error: refused }, { status: 400, error: refused }][i] ?? BUSY,
    ),
  );
  expect(await send(client, 3)).toEqual([
    { about: 0, result: 'created' },
    { about: 1, result: 'already_there' },
    { about: 2, result: 'refused', reason: 'mapper_parsing_exception: no' },
  ]);
});

test('documents that the cluster is too busy for go again, and only those', async () => {
  const { client, asked } = cluster((ids, request) =>
    request === 1 ? [{ status: 201 }, BUSY, { status: 201 }] : ok(ids),
  );
  expect((await send(client, 3)).map(({ about }) => about)).toEqual([0, 2, 1]);
  expect(asked).toEqual([['0', '1', '2'], ['1']]);
});

test('a request that the cluster is too busy for goes again', async () => {
  const busy = new errors.ResponseError({
    statusCode: 429,
    body: {},
    headers: {},
    warnings: null,
    meta: {} as never,
  });
  const { client, asked } = cluster((ids, request) => (request === 1 ? busy : ok(ids)));
  expect(await send(client, 2)).toHaveLength(2);
  expect(asked).toHaveLength(2);
});

test('requests stay small, whatever the documents are', async () => {
  const { client, asked } = cluster(ok);
  await send(client, 7000);
  expect(asked.map((ids) => ids.length)).toEqual([3000, 3000, 1000]);
  asked.length = 0;
  await send(client, 5, JSON.stringify('x'.repeat(3_000_000)));
  expect(asked.map((ids) => ids.length)).toEqual([2, 2, 1]);
});

test('a cluster that fails ends it', async () => {
  const { client } = cluster(() => new Error('gone'));
  await expect(send(client, 2)).rejects.toThrow('gone');
});
