import type { QuestionField } from '../sysmon/fields';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import { anchorsOf } from './anchors';
import { FieldScanner } from './field_scanner';
import type { Found } from './field_scanner';
import { LeafTable } from './leaves';
import type { Leaf } from './leaves';
import { treeFor } from './rule_tree';
import type { RuleTree } from './rule_tree';
import type { MemoRoom } from './value_memo';
import type { Predicate } from '../predicate/predicate';

interface Parts {
  readonly eventId: number;
  /** Of all rules, by number. */
  readonly predicates: readonly Predicate[];
  readonly room: MemoRoom;
  /** Rule -> how often its tree was walked; shared with the matchers of other event ids. */
  readonly walked: Float64Array;
}

/** All rules that can match events of one id. */
export class EventMatcher {
  private readonly trees = new Map<number, RuleTree>();
  private readonly leaves: readonly Leaf[];
  private readonly scanners: readonly FieldScanner[];
  /** Rules without an anchor. */
  private readonly always: readonly number[];
  private readonly found: (Found | undefined)[];
  private readonly texts: (string | undefined)[];
  private readonly slotOf: Int32Array;
  /** Leaf -> number of the event in which it was known to hold, to wait for its test, or not to hold. */
  private readonly holds: Float64Array;
  private readonly waits: Float64Array;
  private readonly fails: Float64Array;
  private readonly proposed: Float64Array;
  private turn = 0;

  constructor(private readonly parts: Parts) {
    const table = new LeafTable();
    parts.predicates.forEach((predicate, rule) => {
      const tree = treeFor(predicate, { eventId: parts.eventId, table });
      if (tree) this.trees.set(rule, tree);
    });
    this.leaves = table.leaves;
    const { anchored, always } = this.anchor();
    this.always = always;
    const fields = fieldsOf(this.leaves);
    this.scanners = fields.map(
      (field) => new FieldScanner({ field, leaves: this.leaves, anchored, room: parts.room }),
    );
    this.slotOf = Int32Array.from(this.leaves, (leaf) =>
      leaf.kind === 'event' ? -1 : fields.indexOf(leaf.field),
    );
    this.found = fields.map(() => undefined);
    this.texts = fields.map(() => undefined);
    [this.holds, this.waits, this.fails] = [this.turns(), this.turns(), this.turns()];
    this.proposed = new Float64Array(parts.predicates.length);
  }

  get size(): { readonly rules: number; readonly leaves: number; readonly states: number } {
    const states = this.scanners.reduce((sum, scanner) => sum + scanner.states, 0);
    return { rules: this.trees.size, leaves: this.leaves.length, states };
  }

  private turns(): Float64Array {
    return new Float64Array(this.leaves.length);
  }

  private anchor(): { anchored: readonly (readonly number[])[]; always: readonly number[] } {
    const anchored = this.leaves.map((): number[] => []);
    const always: number[] = [];
    for (const [rule, tree] of this.trees) {
      const anchors = anchorsOf(tree, this.leaves);
      if (!anchors) always.push(rule);
      for (const leaf of new Set(anchors?.leaves)) anchored[leaf]?.push(rule);
    }
    return { anchored, always };
  }

  /** Numbers of the rules that hold, ascending. */
  match(event: SysmonEvent): readonly number[] {
    this.turn += 1;
    const rules = this.candidates(event);
    if (rules.length === 0) return rules;
    this.markLeaves();
    const hits = rules.filter((rule) => this.holdsIn(rule, event));
    return hits.length > 1 ? hits.sort((a, b) => a - b) : hits;
  }

  private candidates(event: SysmonEvent): number[] {
    const rules = [...this.always];
    for (let slot = 0; slot < this.scanners.length; slot += 1) {
      const text = this.scanners[slot]?.read(event);
      const found = text === undefined ? undefined : this.scanners[slot]?.find(text);
      this.texts[slot] = text;
      this.found[slot] = found;
      if (found) this.propose(found.rules, rules);
    }
    return rules;
  }

  private propose(from: readonly number[], rules: number[]): void {
    for (const rule of from) {
      if (this.proposed[rule] === this.turn) continue;
      this.proposed[rule] = this.turn;
      rules.push(rule);
    }
  }

  private markLeaves(): void {
    for (const found of this.found) {
      if (!found) continue;
      for (const leaf of found.holds) this.holds[leaf] = this.turn;
      for (const leaf of found.untested) this.waits[leaf] = this.turn;
    }
  }

  private holdsIn(rule: number, event: SysmonEvent): boolean {
    const tree = this.trees.get(rule);
    this.parts.walked[rule] = (this.parts.walked[rule] ?? 0) + 1;
    return tree !== undefined && this.walk(tree, event);
  }

  private walk(tree: RuleTree, event: SysmonEvent): boolean {
    switch (tree.kind) {
      case 'leaf':
        return this.holds[tree.leaf] === this.turn || this.ask(tree.leaf, event);
      case 'and':
        return tree.of.every((part) => this.walk(part, event));
      case 'or':
        return tree.of.some((part) => this.walk(part, event));
      case 'not':
        return !this.walk(tree.of, event);
      case 'all':
        return true;
    }
  }

  /** Tests are asked when a rule comes to them, once an event, and once a value while the value is remembered. */
  private ask(number: number, event: SysmonEvent): boolean {
    const leaf = this.leaves[number];
    if (leaf?.kind === 'event') {
      if (this.fails[number] === this.turn) return false;
      return this.note(number, leaf.test(event));
    }
    if (leaf?.kind !== 'tested' || this.waits[number] !== this.turn) return false;
    this.waits[number] = 0;
    const slot = this.slotOf[number] ?? -1;
    const held = leaf.test(this.texts[slot] ?? '');
    settle(this.found[slot], { number, held });
    return this.note(number, held);
  }

  private note(number: number, held: boolean): boolean {
    (held ? this.holds : this.fails)[number] = this.turn;
    return held;
  }
}

function settle(found: Found | undefined, { number, held }: { number: number; held: boolean }): void {
  if (!found) return;
  found.untested = found.untested.filter((other) => other !== number);
  if (held) found.holds.push(number);
}

function fieldsOf(leaves: readonly Leaf[]): readonly QuestionField[] {
  return [...new Set(leaves.flatMap((leaf) => (leaf.kind === 'event' ? [] : [leaf.field])))];
}
