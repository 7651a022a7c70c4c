/** Documents for property tests of edits: a small model, written down in every style that YAML has for it. */

import fc from 'fast-check';
import { scalar } from '../../server/src/core/edit.ts';

export const IDS = ['ada', 'bo', 'cy-d', '中国', 'no', '2020'];
export const FORMS = ['Ada', 'A, of B', 'the: one', '我国', "it's", '"so"', 'no', '#1', 'x # y', '[z]', 'C:\\"d"'];
export const KEYS = ['id', 'subject', 'property', 'value', 'unit', 'at', 'of', 'note'];

const forms = fc.uniqueArray(fc.constantFrom(...FORMS), { maxLength: 3 });
const declaration = fc.record({ id: fc.constantFrom(...IDS), as: forms, sic: forms, not: forms });
export const claim = fc.record(
  {
    id: fc.constantFrom(...FORMS),
    subject: fc.constantFrom(...IDS),
    value: fc.constantFrom(...FORMS),
    at: fc.constant('2020-01-01'),
  },
  { requiredKeys: [] },
);
const styles = fc.infiniteStream(fc.nat(99));
export const written = fc.record({
  entities: fc.uniqueArray(declaration, { selector: ({ id }) => id, maxLength: 4 }),
  claims: fc.array(claim, { maxLength: 3 }),
  styles,
  body: fc.string({ unit: fc.constantFrom('a', '"', '\n', '---', '\r\n', ' ', '中', '#') }),
  crlf: fc.boolean(),
  bom: fc.boolean(),
});

export type Written = typeof written extends fc.Arbitrary<infer T> ? T : never;

/** Writes the model down in a style that `styles` chooses, with comments. */
export function write({ entities, claims, styles: stream, body, crlf, bom }: Written): string {
  const dice = stream[Symbol.iterator]();
  const roll = (sides: number): number => (dice.next().value as number) % sides;
  let comments = 0;
  const comment = (): string => (roll(4) === 0 ? ` # c${comments++}` : '');
  const lines: string[] = [];
  const line = (text: string): void => {
    if (roll(6) === 0) lines.push(`${/^ */.exec(text)![0]}# c${comments++}`);
    lines.push(text + comment());
  };
  const flowList = (texts: readonly string[]): string => `[${texts.map((one) => scalar(one, 'flow')).join(', ')}]`;
  const flowMap = (one: Written['entities'][number]): string =>
    `{${(['as', 'sic', 'not'] as const).flatMap((kind) => (one[kind].length > 0 ? [`${kind}: ${flowList(one[kind])}`] : [])).join(', ')}}`;
  const short = (one: Written['entities'][number], context: 'block' | 'flow'): string | undefined => {
    if (one.sic.length > 0 || one.not.length > 0) return undefined;
    if (one.as.length === 0) return '';
    return one.as.length === 1 && roll(2) ? scalar(one.as[0]!, context) : flowList(one.as);
  };
  const bare = (one: Written['entities'][number]) => one.as.length + one.sic.length + one.not.length === 0;
  const step = 1 + roll(4);
  const entry = (prefix: string, margin: number, one: Written['entities'][number]): void => {
    const name = `${prefix}${scalar(one.id, 'key')}:`;
    const inner = ' '.repeat(margin + step);
    if (bare(one) || roll(2)) {
      line(`${name} ${short(one, 'block') ?? flowMap(one)}`.trimEnd());
      return;
    }
    line(name);
    if (one.sic.length + one.not.length === 0) {
      for (const form of one.as) line(`${inner}- ${scalar(form, 'block')}`);
      return;
    }
    for (const kind of ['not', 'as', 'sic'] as const) {
      if (one[kind].length === 0) continue;
      if (roll(2)) line(`${inner}${kind}: ${flowList(one[kind])}`);
      else {
        line(`${inner}${kind}:`);
        const deeper = roll(2) ? '' : '  ';
        for (const form of one[kind]) line(`${inner}${deeper}- ${scalar(form, 'block')}`);
      }
    }
  };
  const margin = ' '.repeat(step);
  const style = roll(5);
  if (roll(2)) line('title: T');
  if (entities.length === 0) {
    if (roll(2)) line(['entities: []', 'entities: {}', 'entities:'][roll(3)]!);
  } else if (style === 0) {
    line(
      `entities: [${entities.map((one) => (bare(one) ? scalar(one.id, 'flow') : `{${scalar(one.id, 'key')}: ${short(one, 'flow') ?? flowMap(one)}}`)).join(', ')}]`,
    );
  } else if (style === 1) {
    line(
      `entities: {${entities.map((one) => (bare(one) ? scalar(one.id, 'key') : `${scalar(one.id, 'key')}: ${short(one, 'flow') ?? flowMap(one)}`)).join(', ')}}`,
    );
  } else if (style === 2) {
    lines.push('entities: [');
    entities.forEach((one, i) => {
      const comma = i < entities.length - 1 || roll(2) ? ',' : '';
      lines.push(
        `${margin}${bare(one) ? scalar(one.id, 'flow') : `{${scalar(one.id, 'key')}: ${short(one, 'flow') ?? flowMap(one)}}`}${comma}${comment()}`,
      );
    });
    lines.push(`${roll(2) ? margin : ''}]`);
  } else if (style === 3) {
    line('entities:');
    const indent = roll(2) ? '' : margin;
    for (const one of entities) {
      if (bare(one)) line(`${indent}- ${scalar(one.id, 'block')}`);
      else entry(`${indent}- `, indent.length + 2, one);
    }
  } else {
    line('entities:');
    for (const one of entities) entry(margin, step, one);
  }
  if (roll(2)) line('x-other: {a: [b, c]}');
  line('claims:');
  const indent = roll(2) ? '' : margin;
  for (const one of claims) {
    const pairs = [['quote', 'q'] as const, ...Object.entries(one)];
    if (roll(3) === 0) {
      line(`${indent}- {${pairs.map(([key, value]) => `${key}: ${scalar(value, 'flow', 'value')}`).join(', ')}}`);
    } else {
      pairs.forEach(([key, value], i) => {
        line(`${indent}${i === 0 ? '- ' : '  '}${key}: ${scalar(value, 'block', 'value')}`);
      });
    }
  }
  const eol = crlf ? '\r\n' : '\n';
  return `${bom ? '\ufeff' : ''}${['---', ...lines, '---', ''].join(eol)}${body}`;
}
