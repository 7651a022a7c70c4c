/** Reads shapes out of YAML nodes and notes what does not fit. Knows shapes, not what documents, records or settings are. */

import { isInvisible, isWhiteSpace } from './characters.ts';
import { listed, type Params, type Problem, type Text } from './problem.ts';
import { closest, nearMiss } from './spelling.ts';
import type { Span } from './text.ts';
import { quotingFix } from './yaml/quoting.ts';
import type { Entry, YamlFault, YamlMap, YamlNode } from './yaml.ts';

export class Decoder {
  readonly problems: Problem[] = [];
  /** In order of the text. */
  private readonly damage: readonly Span[];
  /** How far each stretch of damage, or one before it, reaches. */
  private readonly damageEnds: readonly number[];

  constructor(
    private readonly text: string,
    faults: readonly YamlFault[],
  ) {
    this.damage = faults.map((fault) => fault.damage).sort((a, b) => a.start - b.start);
    let end = 0;
    this.damageEnds = this.damage.map((damage) => (end = Math.max(end, damage.end)));
    for (const fault of faults) this.problems.push(problemOf(fault, text));
  }

  /** Whether a fault may have spoilt what stands in `span`. */
  damaged(span: Span): boolean {
    let low = 0;
    let high = this.damage.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.damage[middle]!.start < span.end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && this.damageEnds[low - 1]! > span.start;
  }

  /** Notes a shape that does not fit; silent where the file is broken anyway. */
  wrongShape(variant: string, span: Span, params: Params = {}, of: Pick<Problem, 'claim' | 'entity'> = {}): void {
    if (!this.damaged(span)) this.problems.push({ code: 'wrong-shape', variant, params, span, ...of });
  }

  unknownKey(key: Text, known: readonly string[], place: string): void {
    if (this.damaged(key.span)) return;
    const nearest = closest(key.value, known, 1)[0];
    const fix = nearest && { title: 'rename-key', span: key.span, newText: nearest, safe: true };
    const params = { key: key.value, place, nearest: nearest ?? '', ...listed('known', known) };
    const variant = nearest ? 'near' : place;
    this.problems.push({ code: 'unknown-key', variant, params, span: key.span, ...(fix && { fix }) });
  }

  /**
   * The entries of `map` by key; of a key that stands twice the first counts and the second is a problem.
   * Of the keys not in `known`, `others: 'near'` reports misspelt ones only, `'keep'` none.
   */
  fields(
    map: YamlMap,
    known: readonly string[],
    place: string,
    others: 'report' | 'near' | 'keep',
  ): Map<string, Entry> {
    const fields = new Map<string, Entry>();
    for (const entry of map.entries) {
      const { value: key, span } = entry.key;
      if (fields.has(key)) {
        this.problems.push({ code: 'invalid-yaml', variant: 'duplicate-key', params: { key }, span });
        continue;
      }
      fields.set(key, entry);
      if (known.includes(key) || others === 'keep') continue;
      const near = others === 'near' ? nearMiss(key, known) : undefined;
      if (others === 'report') this.unknownKey({ value: key, span }, known, place);
      else if (near && !map.entries.some((other) => other.key.value === near)) {
        this.unknownKey({ value: key, span }, [near], place);
      }
    }
    return fields;
  }

  map(node: YamlNode | undefined, variant: string): YamlMap | undefined {
    if (!node || node.kind === 'missing') return undefined;
    if (node.kind === 'map') return node;
    this.wrongShape(variant, node.span);
    return undefined;
  }

  /** As `wrongShape`, unless what was read since there were `before` problems has had its own. */
  wrongShapeSince(before: number, variant: string, span: Span, params: Params = {}): void {
    if (this.problems.length === before) this.wrongShape(variant, span, params);
  }

  /** A text that is not blank. */
  textOf(node: YamlNode | undefined, field: string): Text | undefined {
    if (!node || node.kind === 'missing') return undefined;
    if (node.kind !== 'scalar') {
      this.wrongShape('text', node.span, { field });
      return undefined;
    }
    if (isBlank(node.value)) {
      this.wrongShape('empty', node.span, { field });
      return undefined;
    }
    return node;
  }

  /** One text, or a list of them. */
  textsOf(node: YamlNode | undefined, field: string): readonly Text[] {
    if (node?.kind !== 'seq') {
      const text = this.textOf(node, field);
      return text ? [text] : [];
    }
    return node.items.flatMap((item) => {
      if (item.kind === 'missing') this.wrongShape('empty', item.span, { field });
      return this.textOf(item, field) ?? [];
    });
  }

  flagOf(node: YamlNode | undefined, field: string): boolean | undefined {
    const text = this.textOf(node, field);
    if (!text) return undefined;
    if (text.value === 'true') return true;
    if (text.value === 'false') return false;
    this.wrongShape('flag', text.span, { field, value: text.value });
    return undefined;
  }

  /** A whole number from 1. */
  countOf(node: YamlNode | undefined, field: string): number | undefined {
    const text = this.textOf(node, field);
    if (!text) return undefined;
    if (/^[1-9][0-9]{0,8}$/.test(text.value)) return Number(text.value);
    this.wrongShape('count', text.span, { field, value: text.value });
    return undefined;
  }

  oneOf<T extends string>(node: YamlNode | undefined, field: string, allowed: readonly T[]): T | undefined {
    const text = this.textOf(node, field);
    if (!text) return undefined;
    if ((allowed as readonly string[]).includes(text.value)) return text.value as T;
    this.wrongShape('choice', text.span, { field, value: text.value, ...listed('allowed', allowed) });
    return undefined;
  }

  /** Runs `read`; what it finds wrong and does not say whose it is belongs to `owner`. */
  about<T>(owner: Pick<Problem, 'claim' | 'entity'>, read: () => T): T {
    const from = this.problems.length;
    const result = read();
    for (let i = from; i < this.problems.length; i++) this.problems[i] = { ...owner, ...this.problems[i]! };
    return result;
  }

  /** What stands in `span` as it was written. */
  source(span: Span): string {
    return this.text.slice(span.start, span.end);
  }
}

/** Nothing that can be compared with text: a form or quote of it would match nowhere, or everywhere. */
export function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!isWhiteSpace(unit) && !isInvisible(unit)) return false;
  }
  return true;
}

/** The library's many objections, as the few mistakes that people make. */
const VARIANTS: Readonly<Record<string, string>> = {
  BAD_SCALAR_START: 'reserved-character',
  BLOCK_AS_IMPLICIT_KEY: 'colon',
  TAB_AS_INDENT: 'tab',
  BAD_ALIAS: 'alias',
  ALIAS_LIMIT: 'alias-limit',
  RESOURCE_EXHAUSTION: 'depth',
  MISSING_CHAR: 'unclosed',
  NOT_A_KEY: 'not-a-key',
  EMPTY_BLOCK_SCALAR: 'block-scalar',
};

function problemOf(fault: YamlFault, text: string): Problem {
  const fix = quotingFix(fault, text);
  const variant = fix ? fix.reason : (VARIANTS[fault.code] ?? 'syntax');
  const edit = fix && { title: 'quote-value', span: fix.span, newText: fix.newText, safe: true };
  const params = {
    fault: fault.code,
    source: text.slice(fix?.span.start ?? fault.span.start, fix?.span.end ?? fault.span.end),
  };
  return {
    code: 'invalid-yaml',
    variant,
    params,
    span: fix?.span ?? visible(fault.span, text),
    ...(edit && { fix: edit }),
  };
}

/** A fault at a line's end, or of no width, is shown on the last thing written before it. */
function visible(span: Span, text: string): Span {
  if (span.end > span.start && !/^\s*$/.test(text.slice(span.start, span.end))) return span;
  let end = Math.min(span.start, text.length);
  while (end > 0 && /\s/.test(text[end - 1]!)) end--;
  let start = end;
  while (start > 0 && !/[\s]/.test(text[start - 1]!)) start--;
  return start < end ? { start, end } : span;
}
