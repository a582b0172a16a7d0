import type { Client } from '@elastic/elasticsearch';
import { basename } from 'node:path';
import { sendInBulk, type DocumentToSend } from './bulk_sender';
import { ensureIndex } from './ensure_index';
import type { KnownFields } from './fit_document';
import { ImportTally, type FileTally, type ImportReport } from './import_report';
import { openEntries, type OpenFile } from './open_entries';
import { prepareDocument, type PreparedDocument } from './prepare_document';
import { readRecords } from './read_records';

export interface ImportOptions {
  readonly client: Client;
  readonly files: readonly string[];
  /** Made with our mapping unless it exists. */
  readonly index: string;
  /** Host of documents that name none. */
  readonly host?: string;
  /** Cancels: what was sent by then stays, the report says so. */
  readonly signal?: AbortSignal;
  onProgress?(progress: ImportProgress): void;
}

export interface ImportProgress {
  readonly file: string;
  /** Of all files together. */
  readonly records: number;
  /** Of this file, packed. */
  readonly bytes_read: number;
  readonly bytes: number;
}

/**
 * Loads the events of files into an index: JSON, one object a line, arrays, also in gzip, zip and tar, of any known shape.
 * The same event twice is one document. Memory stays bounded. A broken record or file is reported and the next follows.
 * @throws when the cluster fails
 */
export async function importEvents(options: ImportOptions): Promise<ImportReport> {
  const tally = new ImportTally();
  try {
    const known = await ensureIndex(options.client, options.index);
    for (const file of options.files) await importFile({ ...options, file, known, tally });
  } catch (error) {
    if (!options.signal?.aborted) throw error;
    tally.cancelled = true;
  }
  await options.client.indices.refresh({ index: options.index });
  return tally.report();
}

interface FileImport extends ImportOptions {
  readonly file: string;
  readonly known: KnownFields;
  readonly tally: ImportTally;
}

interface About {
  readonly text: string;
  readonly position: number;
  readonly prepared: PreparedDocument;
}

async function importFile(job: FileImport): Promise<void> {
  const { client, signal, file: path, tally } = job;
  const file = tally.file(path);
  await sendInBulk(documentsOf(job, file), {
    client,
    signal,
    onSent({ about: { prepared, text, position }, result, reason = '' }) {
      if (result === 'refused') return tally.refused(file, { text, position, reason });
      const { sysmon, unreadable } = prepared.identity;
      const misfits = prepared.misfits.map((misfit) => misfit.path);
      tally.loaded(file, { result, event: sysmon, unreadable: unreadable !== undefined, misfits });
    },
  });
}

/** Everything of the file that can go into the index; the rest goes to the tally. */
async function* documentsOf(job: FileImport, file: FileTally): AsyncIterable<DocumentToSend<About>> {
  let opened: OpenFile | undefined;
  try {
    opened = await openEntries(job.file);
    for await (const entry of opened.entries()) {
      if (entry.kind === 'skipped') file.skipped.push({ name: entry.name, reason: entry.reason });
      else yield* documentsOfText({ ...job, opened }, { file, name: entry.name, stream: entry.stream });
    }
  } catch (error) {
    if (job.signal?.aborted) throw error;
    file.broken = error instanceof Error ? error.message : String(error); // of the file or archive, since the cluster's errors arise elsewhere
  }
  report(job, opened);
}

type Text = {
  readonly file: FileTally;
  readonly name: string;
  readonly stream: Parameters<typeof readRecords>[0];
};

async function* documentsOfText(
  job: FileImport & { opened: OpenFile },
  { file, name, stream }: Text,
): AsyncIterable<DocumentToSend<About>> {
  let since_report = 0;
  for await (const record of readRecords(stream)) {
    since_report += 1;
    if (since_report % 2000 === 0) report(job, job.opened);
    const { position } = record;
    if (record.kind === 'bad') {
      job.tally.bad(file, { text: name, position, reason: record.reason, excerpt: record.excerpt });
      continue;
    }
    const prepared = prepareDocument({ ...record, file: basename(job.file) }, job);
    yield {
      id: prepared.id,
      index: job.index,
      document: prepared.document,
      about: { text: name, position, prepared: withoutDocument(prepared) },
    };
  }
}

/** What is needed after sending; keeps the batch's memory to its text. */
const withoutDocument = ({ id, identity, misfits }: PreparedDocument): PreparedDocument => ({
  id,
  identity,
  misfits,
  document: {},
});

function report({ onProgress, file, tally }: FileImport, opened: OpenFile | undefined): void {
  if (opened)
    onProgress?.({ file, records: tally.records, bytes_read: opened.bytesRead(), bytes: opened.bytes });
}
