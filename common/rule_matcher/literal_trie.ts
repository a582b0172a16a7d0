/** Where a literal has to stand in the text. Whole texts are looked up, not searched. */
export type LiteralPlace = 'contains' | 'starts' | 'ends';

const PLACES: Readonly<Record<LiteralPlace, number>> = { contains: 0, starts: 1, ends: 2 };
const ASCII = 128;

/**
 * Many literals searched in one pass over a text (Aho and Corasick 1975). States are numbered breadth first, so that the children
 * of a state lie side by side: 400,000 states fit in a few megabytes.
 */
export class LiteralTrie {
  private readonly label: Uint16Array;
  private readonly first: Int32Array;
  private readonly count: Uint16Array;
  private readonly fail: Int32Array;
  /** The nearest state, this one included, where a literal ends. */
  private readonly output: Int32Array;
  /** Literals that end at a state: a chain through `next`. */
  private readonly head: Int32Array;
  private readonly next: Int32Array;
  private readonly place: Uint8Array;
  private readonly length: Int32Array;
  private readonly owner: Int32Array;
  private readonly fromRoot = new Int32Array(ASCII);

  constructor(growing: GrowingTrie) {
    const order = growing.breadthFirst();
    const size = order.length;
    this.label = new Uint16Array(size);
    this.first = new Int32Array(size);
    this.count = new Uint16Array(size);
    this.fail = new Int32Array(size);
    this.output = new Int32Array(size);
    this.head = new Int32Array(size).fill(-1);
    this.next = Int32Array.from(growing.next);
    this.place = Uint8Array.from(growing.place);
    this.length = Int32Array.from(growing.length);
    this.owner = Int32Array.from(growing.owner);
    this.number(growing, order);
    this.link();
  }

  get states(): number {
    return this.label.length;
  }

  private number(growing: GrowingTrie, order: readonly number[]): void {
    let free = 1;
    order.forEach((node, state) => {
      this.label[state] = at(growing.label, node);
      this.head[state] = at(growing.head, node);
      this.first[state] = free;
      const children = growing.childrenOf(node);
      this.count[state] = children.length;
      free += children.length;
    });
    for (let child = this.firstOf(0); child < this.firstOf(0) + at(this.count, 0); child += 1)
      if (at(this.label, child) < ASCII) this.fromRoot[at(this.label, child)] = child;
  }

  /** Breadth first: the failure of a state is known before its children need it. */
  private link(): void {
    for (let state = 0; state < this.states; state += 1) {
      this.output[state] = at(this.head, state) >= 0 ? state : at(this.output, at(this.fail, state));
      const end = this.firstOf(state) + at(this.count, state);
      for (let child = this.firstOf(state); child < end; child += 1)
        this.fail[child] = state === 0 ? 0 : this.step(at(this.fail, state), at(this.label, child));
    }
  }

  private firstOf(state: number): number {
    return at(this.first, state);
  }

  /** The state after one more character. */
  private step(from: number, char: number): number {
    let state = from;
    while (state !== 0) {
      const child = this.child(state, char);
      if (child !== 0) return child;
      state = at(this.fail, state);
    }
    return char < ASCII ? at(this.fromRoot, char) : this.child(0, char);
  }

  private child(state: number, char: number): number {
    let low = at(this.first, state);
    let high = low + at(this.count, state);
    while (high - low > 8) {
      const middle = (low + high) >> 1;
      if (at(this.label, middle) <= char) low = middle;
      else high = middle;
    }
    for (; low < high; low += 1) if (at(this.label, low) === char) return low;
    return 0;
  }

  /** Tells the owner of every literal that the text holds at its place; an owner may be told several times. */
  search(text: string, tell: (owner: number) => void): void {
    let state = 0;
    for (let index = 0; index < text.length; index += 1) {
      state = this.step(state, text.charCodeAt(index));
      for (let end = at(this.output, state); end !== 0; end = at(this.output, at(this.fail, end)))
        this.tellEnding(end, { at: index + 1, of: text.length, tell });
    }
  }

  private tellEnding(state: number, where: { at: number; of: number; tell: (owner: number) => void }): void {
    for (let literal = at(this.head, state); literal >= 0; literal = at(this.next, literal)) {
      const place = at(this.place, literal);
      if (place === PLACES.starts && at(this.length, literal) !== where.at) continue;
      if (place === PLACES.ends && where.at !== where.of) continue;
      where.tell(at(this.owner, literal));
    }
  }
}

/** Typed arrays of known length: an index outside is a bug of this file, and 0 keeps it harmless. */
const at = (numbers: { readonly [index: number]: number }, index: number): number => numbers[index] ?? 0;

/** The literals while they are collected. */
export class GrowingTrie {
  readonly label = [0];
  readonly head = [-1];
  readonly next: number[] = [];
  readonly place: number[] = [];
  readonly length: number[] = [];
  readonly owner: number[] = [];
  private readonly children: (Map<number, number> | undefined)[] = [undefined];

  /** `text` is not empty. */
  add({ text, place, owner }: { text: string; place: LiteralPlace; owner: number }): void {
    let node = 0;
    for (let index = 0; index < text.length; index += 1) node = this.childOf(node, text.charCodeAt(index));
    this.next.push(at(this.head, node));
    this.head[node] = this.place.length;
    this.place.push(PLACES[place]);
    this.length.push(text.length);
    this.owner.push(owner);
  }

  private childOf(node: number, char: number): number {
    const children = (this.children[node] ??= new Map());
    const known = children.get(char);
    if (known !== undefined) return known;
    const child = this.label.length;
    this.label.push(char);
    this.head.push(-1);
    this.children.push(undefined);
    children.set(char, child);
    return child;
  }

  /** Children in the order of their characters. */
  childrenOf(node: number): readonly number[] {
    const children = this.children[node];
    return children ? [...children].sort(([a], [b]) => a - b).map(([, child]) => child) : [];
  }

  breadthFirst(): readonly number[] {
    const order = [0];
    for (let index = 0; index < order.length; index += 1) order.push(...this.childrenOf(order[index] ?? 0));
    return order;
  }
}
