/** Makes other texts of texts, by their lines, words and marks rather than by their bytes. Knows no format's meaning. */

import type { Random } from './random.ts';

/** What breaks readers: marks of YAML and Markdown, keys, values at the edge, characters that are more or less than one. */
const PIECES = [
  '\u0000',
  '\ufeff',
  '\r',
  '\r\n',
  '\n',
  '\u2028',
  '\u0085',
  '\t',
  '\u200b',
  '\u00ad',
  '\u202e',
  '\ud800',
  '\udc00',
  '😀',
  '𠮷',
  'e\u0301',
  'ﷺ',
  '\u0301'.repeat(9),
  '中',
  '。',
  '“',
  '」',
  '---',
  '...',
  '---\n',
  '- ',
  '? ',
  ': ',
  ':',
  '#',
  ' #',
  '&a ',
  '*a',
  '!!str ',
  '!<x> ',
  '|',
  '>',
  '|-\n',
  '>2',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  '<<: *a',
  '%YAML 1.2',
  '`',
  '@',
  '**',
  '_',
  '[x](',
  '](y)',
  'null',
  '~',
  'true',
  'no',
  '0',
  '-0',
  '0x10',
  '0o7',
  '1e999',
  '1_000',
  '.inf',
  '.nan',
  '999999999999999999999999999999999',
  '-1',
  '1.10',
  '0123',
  '2020',
  '2020-02-30',
  '2020-13',
  '202X',
  '2020~',
  '2020/2019',
  '../..',
  '2020-21',
  'Y-170000002',
  '10000-01-01',
  '0000',
  '-0001',
  'more than 200',
  'about half',
  '172 -> 181',
  '{from: 1, to: 2, change: 9}',
  '十几',
  '三万五千',
  '8.5万',
  '12 %',
  'USD',
  'percentage points',
  '1 to 0',
  'entities:',
  'claims:',
  'quote:',
  'subject: this',
  'property: count',
  'value:',
  'at:',
  'by:',
  'nth: 0',
  'nth: -1',
  'near: ',
  'prefix: ""',
  'suffix:',
  'items: {partial: []}',
  'see: "#"',
  'accept: {tension: x}',
  'parts: true',
  'translation-of: x.md',
  'about:',
  'source: {digest: "sha256:"}',
  'type: person',
  'name: {en: , zh: }',
  'aliases:',
  'facts:',
  'same-as:',
  'distinct-from:',
  'same: &same',
  'holders: 0',
  'version: 2',
  'documents: "**/*{"',
  'exclude: ["["]',
  'types: {x: {parent: x}}',
  'units: {x: {to: x, factor: 0}}',
  'properties: {count: {unit: nothing}}',
  'widths: {about: -1}',
  'languages: [xx-]',
  '../../etc/passwd',
  '/etc/passwd',
  'C:\\x',
  '\\\\host\\share',
  '%2e%2e/',
  'file:///etc/passwd',
  'CON',
  'a/../../b',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '<script>',
  '&amp;',
  '&#0;',
  '&#x10ffff;',
  '<!--',
  '<![CDATA[',
  '<?xml?>',
  '<!DOCTYPE x [<!ENTITY e "e">]>',
  '\\u0000',
  '\\',
  '{{0}}',
  '$\u007bx}',
  '%s',
];

/** `others` lend lines. */
export function mutated(text: string, random: Random, others: readonly string[]): string {
  let result = text;
  for (let steps = 1 + random.below(4); steps > 0; steps--) result = step(result, random, others);
  // Nothing is gained by texts that only grow.
  return result.length > 40_000 ? result.slice(0, 40_000) : result;
}

function step(text: string, random: Random, others: readonly string[]): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const place = random.below(text.length + 1);
  switch (random.below(14)) {
    case 0:
      return text.slice(0, place) + random.pick(PIECES) + text.slice(place);
    case 1:
      return text.slice(0, place) + random.pick(PIECES) + text.slice(Math.min(text.length, place + random.below(12)));
    case 2:
      return text.slice(0, place) + text.slice(Math.min(text.length, place + 1 + random.below(30)));
    case 3:
      return [...lines.slice(0, at), ...lines.slice(at + 1 + random.below(4))].join('\n');
    case 4:
      return [...lines.slice(0, at), ...Array(1 + random.below(40)).fill(lines[at]), ...lines.slice(at)].join('\n');
    case 5: {
      const to = random.below(lines.length);
      [lines[at], lines[to]] = [lines[to]!, lines[at]!];
      return lines.join('\n');
    }
    case 6:
      lines[at] = ' '.repeat(random.below(9)) + lines[at]!.trimStart();
      return lines.join('\n');
    case 7: {
      const theirs = random.pick(others).split('\n');
      const from = random.below(theirs.length);
      return [...lines.slice(0, at), ...theirs.slice(from, from + 1 + random.below(8)), ...lines.slice(at)].join('\n');
    }
    case 8:
      // The value behind a key.
      lines[at] = lines[at]!.replace(/(:\s*)[^:]*$/, (_, colon: string) => colon + random.pick(PIECES));
      return lines.join('\n');
    case 9: {
      const words = text.match(/[\p{L}\p{N}_-]+/gu) ?? ['x'];
      return text.replaceAll(random.pick(words), () => random.pick(random.chance(0.5) ? words : PIECES));
    }
    case 10:
      return text.slice(0, place);
    case 11: {
      const open = random.pick(['[', '{a: ', '- ', '"', '> ', '(', '“', '*', '<a>']);
      return text.slice(0, place) + open.repeat(1 + random.below(300)) + text.slice(place);
    }
    case 12:
      return random.chance(0.5) ? text.replaceAll('\n', random.pick(['\r\n', '\r', '\n\n'])) : `\ufeff${text}`;
    default: {
      const end = Math.min(text.length, place + random.below(80));
      return text.slice(0, end) + text.slice(place, end).repeat(1 + random.below(20)) + text.slice(end);
    }
  }
}

const LEAVES: readonly unknown[] = [
  null,
  undefined,
  true,
  false,
  0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 31),
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '',
  'x',
  '\u0000',
  '\ud800',
  'x'.repeat(50_000),
  'file:///',
  'file://host/share/x',
  'untitled:Untitled-1',
  'http://[',
  'file:///%',
  '%',
  'file:///x/../../../etc/passwd',
  'vscode-vfs://x/y',
  'file:///CON',
  [],
  {},
  [[[]]],
  { line: -1 },
  { length: 3 },
  '__proto__',
  { start: null, end: null },
  { start: { line: 9e9, character: 9e9 }, end: { line: 0, character: 0 } },
];
/** Of the right kind, and nowhere. */
const NUMBERS = [0, 1, 2, 5, 80, 1e4, 2 ** 31 - 1];

/** `params` with one or more of its parts replaced; by numbers and texts of the right kind alone if `tame`. */
export function mutatedParams(params: unknown, random: Random, tame: boolean): unknown {
  if (!tame && random.chance(0.15)) return random.pick(LEAVES);
  if (Array.isArray(params)) {
    const list = params.map((one) => (random.chance(0.5) ? mutatedParams(one, random, tame) : one));
    return tame || random.chance(0.8) ? list : [...list, ...list, random.pick(LEAVES)];
  }
  if (typeof params === 'object' && params !== null) {
    return Object.fromEntries(
      Object.entries(params).flatMap(([key, value]) => {
        if (!tame && random.chance(0.05)) return [];
        return [[key, random.chance(0.5) ? mutatedParams(value, random, tame) : value]];
      }),
    );
  }
  if (typeof params === 'number') return tame || random.chance(0.5) ? random.pick(NUMBERS) : random.pick(LEAVES);
  if (typeof params === 'string' && !tame)
    return random.chance(0.5) ? params + random.pick(PIECES) : random.pick(LEAVES);
  return params;
}
