/** Exceptions with a reason, as they are written under `accept`. Knows their shape, not what they accept. */

import { type Decoder, isBlank } from './decoder.ts';
import type { Text } from './problem.ts';
import type { Span } from './text.ts';
import type { YamlNode } from './yaml.ts';

export interface Acceptance {
  /** The code of the findings that it accepts. */
  readonly code: Text;
  /** The other side; without it, every finding of the code. */
  readonly with?: Text;
  /** The other side's value when it was accepted. */
  readonly saw?: Text;
  readonly reason?: Text;
  readonly span: Span;
}

export const ACCEPTANCE_KEYS = ['with', 'saw', 'reason'] as const;

export function acceptancesOf(decoder: Decoder, node: YamlNode | undefined): readonly Acceptance[] {
  const map = decoder.map(node, 'accept');
  if (!map) return [];
  return [...decoder.fields(map, [], 'accept', 'keep').values()].flatMap(({ key, value }) => {
    const code = { value: key.value, span: key.span };
    // A code with nothing after it accepts nothing, and has no reason to.
    if (value.kind === 'seq' && value.items.length === 0) return [{ code, span: key.span }];
    const items = value.kind === 'seq' ? value.items : [value];
    return items.map((item): Acceptance => {
      const span = item.kind === 'missing' ? key.span : { start: key.span.start, end: item.span.end };
      if (item.kind === 'map') {
        const fields = decoder.fields(item, ACCEPTANCE_KEYS, 'acceptance', 'report');
        const read = (name: string) => decoder.textOf(fields.get(name)?.value, name);
        const reason = fields.get('reason')?.value;
        return {
          code,
          span,
          with: read('with'),
          saw: read('saw'),
          // A blank reason is no reason; that is a finding of its own.
          reason: saysNothing(reason) ? undefined : decoder.textOf(reason, 'reason'),
        };
      }
      return { code, span, reason: saysNothing(item) ? undefined : decoder.textOf(item, 'reason') };
    });
  });
}

const saysNothing = (node: YamlNode | undefined): boolean => node?.kind === 'scalar' && isBlank(node.value);
