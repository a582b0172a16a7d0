import { fieldValue } from '../predicate/field_value';
import { foldCase } from '../predicate/fold_case';
import { equalityKey } from '../predicate/text_condition';
import { HASH_FIELDS, HEADER_FIELDS } from '../sysmon/fields';
import type { QuestionField } from '../sysmon/fields';
import type { SysmonField } from '../sysmon/event_kinds';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import type { Leaf } from './leaves';
import { GrowingTrie, LiteralTrie } from './literal_trie';
import { ValueMemo } from './value_memo';
import type { MemoRoom } from './value_memo';

/** What one value of a field means for all rules. */
export interface Found {
  /** Leaves that hold. */
  readonly holds: number[];
  /** Leaves whose test is still to be asked. */
  untested: readonly number[];
  /** Rules that may hold because of these leaves. */
  readonly rules: readonly number[];
}

interface Parts {
  readonly field: QuestionField;
  /** All leaves of the event id; those of other fields are passed over. */
  readonly leaves: readonly Leaf[];
  /** Leaf -> the rules that it is an anchor of. */
  readonly anchored: readonly (readonly number[])[];
  readonly room: MemoRoom;
}

/** Everything that the rules ask of one field, answered for a value in one pass. */
export class FieldScanner {
  readonly read: (event: SysmonEvent) => string | undefined;
  private readonly equal = new Map<string, number[]>();
  private readonly trie: LiteralTrie | undefined;
  private readonly always: number[] = [];
  private readonly memo: ValueMemo<Found>;
  private readonly seen: Int32Array;
  private scan = 0;

  constructor(private readonly parts: Parts) {
    this.read = readerOf(parts.field);
    this.memo = new ValueMemo(parts.room);
    this.seen = new Int32Array(parts.leaves.length);
    const growing = new GrowingTrie();
    parts.leaves.forEach((leaf, number) => this.add(leaf, number, growing));
    this.trie = growing.owner.length > 0 ? new LiteralTrie(growing) : undefined;
  }

  get states(): number {
    return this.trie?.states ?? 0;
  }

  private add(leaf: Leaf, number: number, growing: GrowingTrie): void {
    if (leaf.kind === 'event' || leaf.field !== this.parts.field) return;
    if (leaf.kind === 'literals') {
      for (const { place, text } of leaf.literals)
        if (place === 'equals') this.equal.set(text, [...(this.equal.get(text) ?? []), number]);
        else growing.add({ text, place, owner: number });
    } else if (leaf.kind === 'tested' && leaf.required !== undefined)
      growing.add({ text: leaf.required, place: 'contains', owner: number });
    else this.always.push(number);
  }

  /** Not empty text. */
  find(text: string): Found {
    const known = this.memo.get(text);
    if (known) return known;
    const found = this.look(text);
    this.memo.set(text, found);
    return found;
  }

  private look(text: string): Found {
    this.scan += 1;
    const numbers: number[] = [];
    const tell = (leaf: number): void => {
      if (this.seen[leaf] === this.scan) return;
      this.seen[leaf] = this.scan;
      numbers.push(leaf);
    };
    this.always.forEach(tell);
    if (this.equal.size > 0) this.equal.get(equalityKey(this.parts.field, text))?.forEach(tell);
    this.trie?.search(foldCase(text), tell);
    return numbers.length === 0 ? NOTHING : this.sort(numbers);
  }

  private sort(numbers: readonly number[]): Found {
    const isTested = (number: number) => this.parts.leaves[number]?.kind === 'tested';
    const rules = new Set(numbers.flatMap((number) => this.parts.anchored[number] ?? []));
    return {
      holds: numbers.filter((number) => !isTested(number)),
      untested: numbers.filter(isTested),
      rules: [...rules],
    };
  }
}

const NOTHING: Found = { holds: [], untested: [], rules: [] };

const HEADER_OR_HASH: ReadonlySet<string> = new Set([...HEADER_FIELDS, ...HASH_FIELDS]);
const isOwnField = (field: QuestionField): field is SysmonField => !HEADER_OR_HASH.has(field);

/** The same as fieldValue, with the question which kind of field it is asked once. */
function readerOf(field: QuestionField): (event: SysmonEvent) => string | undefined {
  return isOwnField(field)
    ? (event) => event.fields[field] || undefined
    : (event) => fieldValue(event, field);
}
