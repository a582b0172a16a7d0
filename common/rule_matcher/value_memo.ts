/**
 * What was found in a value, remembered for as long as there is room: a host writes the same few thousand paths over and over.
 * Two generations: what is used moves to the young one, and the old one is dropped whole when the young one is full.
 */
export class ValueMemo<Found> {
  private young = new Map<string, Found>();
  private old = new Map<string, Found>();

  constructor(private readonly room: MemoRoom) {
    room.onFull(() => {
      this.old = this.young;
      this.young = new Map();
    });
  }

  get(text: string): Found | undefined {
    const young = this.young.get(text);
    if (young !== undefined) return young;
    const old = this.old.get(text);
    if (old !== undefined) this.set(text, old);
    return old;
  }

  set(text: string, found: Found): void {
    if (text.length > MAX_REMEMBERED) return;
    this.room.take(text.length + ENTRY_OVERHEAD);
    this.young.set(text, found);
  }
}

/** Longer values hardly come twice. */
const MAX_REMEMBERED = 8_192;
/** Map slot, arrays and headers of an entry, measured on Node 20 at about 200 bytes. */
const ENTRY_OVERHEAD = 200;

/** One budget for all memos of a matcher, in bytes (two for a character at worst). Never more than two generations are held. */
export class MemoRoom {
  private taken = 0;
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly bytes_a_generation: number) {}

  onFull(listener: () => void): void {
    this.listeners.push(listener);
  }

  take(bytes: number): void {
    if (this.taken + bytes > this.bytes_a_generation) {
      this.taken = 0;
      for (const listener of this.listeners) listener();
    }
    this.taken += bytes;
  }
}
