import assert from 'node:assert/strict';
import fc from 'fast-check';
import { yamlContextAt } from '../../server/src/features/completions/yamlContext.ts';

/** The context at `¦`: mode, what is typed, what is replaced, and the frames with their keys. */
function at(marked: string): string | undefined {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const context = yamlContextAt(text, 0, text.length, offset);
  if (!context) return undefined;
  const frames = context.frames.map(({ kind, flow, keys, key }) => {
    const open = flow ? '~' : '';
    if (kind === 'seq') return `${open}[]`;
    return `${open}{${[...keys].map(([name, value]) => (value ? `${name}=${value}` : name)).join(' ')}}.${key ?? ''}`;
  });
  const replaced = text.slice(context.span.start, context.span.end);
  return `${context.mode} ${JSON.stringify(context.typed)} ${JSON.stringify(replaced)} ${frames.join(' ')}`;
}

describe('yamlContext', () => {
  const cases: readonly [string, string | undefined][] = [
    ['ti¦', 'key "ti" "ti" {}.'],
    ['title: x\nda¦\nclaims: []\n', 'key "da" "da" {title=x claims}.title'],
    ['lang: ¦', 'value "" "" {lang}.lang'],
    ['lang: e¦n\n', 'value "e" "en" {lang=en}.lang'],
    ['entities:\n  ¦', 'node "" "" {entities}.entities'],
    ['entities:\n  - ma¦\n  - b\n', 'node "ma" "ma" {entities=…}.entities []'],
    ['entities: [a, m¦, c]', 'node "m" "m" {entities=…}.entities ~[]'],
    ['entities: [¦', 'node "" "" {entities=…}.entities ~[]'],
    ['entities:\n  a: {not: [x, y¦', 'node "y" "y" {entities=…}.entities {a=…}.a ~{not=…}.not ~[]'],
    ['claims:\n  - ¦', 'node "" "" {claims=…}.claims []'],
    ['claims:\n  - quote: x y\n    ¦', 'key "" "" {claims=…}.claims [] {quote=x y}.quote'],
    [
      'claims:\n  - quote: x\n    su¦\n    property: age\n  - quote: b\n',
      'key "su" "su" {claims=…}.claims [] {quote=x property=age}.quote',
    ],
    ['claims:\n  - {quote: "a, b", subject: ¦', 'value "" "" {claims=…}.claims [] ~{quote=a, b subject}.subject'],
    [
      'claims:\n  - {quote: "a", subject: ¦\n  - {quote: b}\n',
      'value "" "" {claims=…}.claims [] ~{quote=a subject}.subject',
    ],
    ['claims:\n  - {quote: a,\n     sub¦', 'key "sub" "sub" {claims=…}.claims [] ~{quote=a sub}.'],
    [
      'claims:\n  - quote: "The For¦\n    subject: x\n',
      'value "The For" "\\"The For" {claims=…}.claims [] {quote=The For subject=x}.quote',
    ],
    ['claims:\n- quote: x\n¦', 'key "" "" {claims=…}.claims'],
    ['claims:\n  - quote: x\n  ¦', 'item "" "" {claims=…}.claims []'],
    ['claims:\n  - quote: >-\n      long\n    sub¦\n', 'key "sub" "sub" {claims=…}.claims [] {quote=…}.quote'],
    [
      'claims:\r\n  - quote: x\r\n    subject: ch¦\r\n    at: 2020\r\n',
      'value "ch" "ch" {claims=…}.claims [] {quote=x subject=ch at=2020}.subject',
    ],
    ['claims:\n  - quote: x # remark¦', undefined],
    ['note: |-\n  text¦\nb: 1', undefined],
  ];
  for (const [marked, expected] of cases) {
    it(JSON.stringify(marked), () => assert.equal(at(marked), expected));
  }

  it('ends on any text, and replaces what holds the cursor', () => {
    const part = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '\n',
      '  ',
      '#',
      '|',
      '中',
      '\\',
      '\r\n',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), fc.nat(), (parts, n) => {
        const text = parts.join('');
        const offset = n % (text.length + 1);
        const context = yamlContextAt(text, 0, text.length, offset);
        if (!context) return;
        assert.ok(context.span.start <= offset && offset <= context.span.end);
        assert.ok(!text.slice(context.span.start, context.span.end).includes('\n'));
      }),
      { numRuns: 1000 },
    );
  });

  it('is linear in hostile text', () => {
    for (const unit of ['[', '{a: ', '- ', '"', "x: '", 'a: [\n', '  - b:\n']) {
      const text = unit.repeat(200_000 / unit.length);
      const started = performance.now();
      yamlContextAt(text, 0, text.length, text.length);
      assert.ok(performance.now() - started < 1500, unit);
    }
  });
});
