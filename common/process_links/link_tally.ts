import type { LinkedProcess, UnlinkedEvents } from '../api/process_links';
import type { ProcessKey } from '../sysmon/process_guid';

/** What building links collects beside them: names of processes, and events that make no link. */
export class LinkTally {
  readonly unlinked: { -readonly [reason in keyof UnlinkedEvents]: number } = {
    no_process: 0,
    self: 0,
    anonymous_pipe: 0,
    no_creator: 0,
  };
  private readonly images = new Map<ProcessKey, string>();

  name(key: ProcessKey | undefined, image: string | undefined): void {
    if (key !== undefined && isKnown(image) && !this.images.has(key)) this.images.set(key, image);
  }

  named(keys: Iterable<ProcessKey>): LinkedProcess[] {
    return [...new Set(keys)].sort().map((id) => {
      const image = this.images.get(id);
      return image === undefined ? { id } : { id, image };
    });
  }
}

/** Sysmon writes "<unknown process>" of one that was gone; some shippers escape it. */
const isKnown = (image: string | undefined): image is string =>
  image !== undefined && image !== '-' && !/unknown process/.test(image);
