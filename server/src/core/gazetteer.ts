/** Names found in running text by a radix trie over UTF-16 units. Knows forms and ids, not what they name. */

export interface Entry {
  /** Normalised, not empty. */
  readonly form: string;
  readonly id: string;
}

interface Node {
  /** The units between the parent and this node but for the first, under which the parent has it. */
  label: string;
  next: Map<number, Node> | undefined;
  /** The ids whose form ends here. */
  ids: string[] | undefined;
}

/** The forms of one source, and what they begin with. */
interface Layer {
  readonly root: Node;
  readonly firsts: Uint8Array;
  readonly gates: Uint8Array;
}

/** Immutable. Build time is linear in the forms' length; a walk costs the longest match. */
export class Gazetteer {
  static of(entries: Iterable<Entry>): Gazetteer {
    const root: Node = { label: '', next: undefined, ids: undefined };
    const firsts = new Uint8Array(0x10000);
    const gates = new Uint8Array(GATES);
    for (const { form, id } of entries) {
      if (form === '') continue;
      insert(root, form, id);
      const first = form.charCodeAt(0);
      firsts[first] = 1;
      gates[form.length === 1 ? gateOf(first) : gateOf(first, form.charCodeAt(1))] = 1;
    }
    return new Gazetteer([{ root, firsts, gates }]);
  }

  private constructor(private readonly layers: readonly Layer[]) {}

  /** The same forms and some more, for one document: nothing is built anew. */
  with(entries: readonly Entry[]): Gazetteer {
    if (entries.length === 0) return this;
    return new Gazetteer([...this.layers, ...Gazetteer.of(entries).layers]);
  }

  /** The ids that have exactly this form. */
  ids(form: string): readonly string[] {
    const found = new Set<string>();
    this.walk(form, 0, form.charCodeAt(0), (end, ids) => {
      if (end === form.length) for (const id of ids) found.add(id);
    });
    return [...found];
  }

  has(form: string): boolean {
    return this.ids(form).length > 0;
  }

  /** Whether some form may start with these two units, or be the first alone: a quick no for most places of a text. */
  mayStart(first: number, second: number): boolean {
    for (const { firsts, gates } of this.layers) {
      if (firsts[first] && (gates[gateOf(first, second)] || gates[gateOf(first)])) return true;
    }
    return false;
  }

  /**
   * Calls `found` for every form that `text` has at `at`, shortest first within each layer, with the offset where it
   * ends. `first` is the unit to read at `at`: the text's own, or its small letter at the start of a sentence.
   */
  walk(text: string, at: number, first: number, found: (end: number, ids: readonly string[]) => void): void {
    for (const { root } of this.layers) {
      let node = root.next?.get(first);
      let end = at + 1;
      while (node) {
        const { label } = node;
        if (label !== '' && !text.startsWith(label, end)) break;
        end += label.length;
        if (node.ids) found(end, node.ids);
        if (end >= text.length || !node.next) break;
        node = node.next.get(text.charCodeAt(end));
        end++;
      }
    }
  }
}

/** Beginnings that share a gate open it for one another, which costs a walk and no more. */
const GATES = 0x4000;

/** The gate of the first two units, or of a form that is one unit long. */
const gateOf = (first: number, second = 0): number => (first * 31 + second * 7) & (GATES - 1);

function insert(root: Node, form: string, id: string): void {
  let node = root;
  let at = 0;
  while (at < form.length) {
    node.next ??= new Map();
    const unit = form.charCodeAt(at++);
    const child: Node | undefined = node.next.get(unit);
    if (!child) {
      node.next.set(unit, { label: form.slice(at), next: undefined, ids: [id] });
      return;
    }
    const shared = sharedPrefix(child.label, form, at);
    if (shared < child.label.length) {
      const rest: Node = { label: child.label.slice(shared + 1), next: child.next, ids: child.ids };
      child.next = new Map([[child.label.charCodeAt(shared), rest]]);
      child.label = child.label.slice(0, shared);
      child.ids = undefined;
    }
    at += shared;
    node = child;
  }
  if (!node.ids) node.ids = [id];
  else if (!node.ids.includes(id)) node.ids.push(id);
}

function sharedPrefix(label: string, form: string, at: number): number {
  let length = 0;
  while (length < label.length && at + length < form.length && label[length] === form[at + length]) length++;
  return length;
}
