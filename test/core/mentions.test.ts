/** Holds mentions against section 3 of the format, sentence by sentence, and against a plain search of all places. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchor } from '../../server/src/core/anchor.ts';
import { type Entry, Gazetteer } from '../../server/src/core/gazetteer.ts';
import { type Declared, findMentions, type Mentions } from '../../server/src/core/mentions.ts';
import { normaliseSpan, normaliseText } from '../../server/src/core/normalise.ts';

interface Local {
  readonly as?: readonly string[];
  readonly sic?: readonly string[];
  readonly not?: readonly string[];
  readonly here?: readonly string[];
}

type Names = Readonly<Record<string, readonly string[]>>;

function find(text: string, records: Names, declared: Readonly<Record<string, Local>>): Mentions {
  const body = normaliseSpan(text, { start: 0, end: text.length });
  const entries: Entry[] = Object.keys(records).flatMap((id) =>
    records[id]!.map((name) => ({ form: normaliseText(name), id })),
  );
  const all = Object.keys(declared).map((id): Declared => {
    const { as = [], sic = [], not = [], here = [] } = declared[id]!;
    const anchored = here.flatMap((quote) => {
      const found = anchor(body, { pieces: [quote] });
      return found.kind === 'missing' ? [] : [{ spans: found.spans }];
    });
    const own = Object.hasOwn(records, id) ? records[id]! : [];
    return { id, forms: own.map(normaliseText), as, sic, not, here: anchored };
  });
  return findMentions(body, Gazetteer.of(entries), all);
}

/** All that was found, in order of the text: `id:text`, `(id:text)` nested, `=kind`, `?` ambiguous, `+` untagged. */
function told(text: string, records: Names, declared: Readonly<Record<string, Local>>): string {
  const { mentions, untagged, ambiguous } = find(text, records, declared);
  const written = (span: { start: number; end: number }) => text.slice(span.start, span.end);
  const lines = [
    ...mentions.map(({ id, span, kind, nested }) => {
      const shown = `${id}:${written(span)}${kind === 'name' ? '' : `=${kind}`}`;
      return { span, shown: nested ? `(${shown})` : shown };
    }),
    ...untagged.map(({ ids, span }) => ({ span, shown: `+${[...ids].sort().join('/')}:${written(span)}` })),
    ...ambiguous.map(({ ids, span }) => ({ span, shown: `?${[...ids].sort().join('/')}:${written(span)}` })),
  ];
  lines.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return lines.map(({ shown }) => shown).join(' ');
}

const WORLD: Names = {
  china: ['China', '中国'],
  scs: ['South China Sea', '南海'],
  us: ['United States', '美国'],
  latin: ['拉美', 'Latin America'],
  latins: ['拉美国家'],
  dept: ['the Department', 'International Department'],
  wang: ['Wang Yi', 'Minister Wang'],
  yi: ['Yi'],
};

describe('mentions', () => {
  const cases: readonly (readonly [rule: string, actual: string, expected: string])[] = [
    ['a name and an alias', told('China and 中国', WORLD, { china: {} }), 'china:China china:中国'],
    ['every occurrence', told('China, China', WORLD, { china: {} }), 'china:China china:China'],
    ['case counts', told('china CHINA', WORLD, { china: {} }), ''],
    ['a form of the document', told('Beijing said', WORLD, { china: { as: ['Beijing'] } }), 'china:Beijing=as'],
    ["the source's own error", told('Chian said', WORLD, { china: { sic: ['Chian'] } }), 'china:Chian=sic'],
    ['without a record', told('Ada said', {}, { ada: { as: ['Ada'] } }), 'ada:Ada=as'],
    ['a name that is listed again', told('China', WORLD, { china: { as: ['China'] } }), 'china:China'],
    ['normalised', told('the United\r\n**States**', WORLD, { us: {} }), 'us:United\r\n**States'],
    ['in full width', told('Ｃｈｉｎａ', WORLD, { china: {} }), 'china:Ｃｈｉｎａ'],
    ['a form that is not normalised', told('the “x” y', {}, { a: { as: ['"x"  y'] } }), 'a:“x” y=as'],

    ['a capital at the start', told('The Department met', WORLD, { dept: {} }), 'dept:The Department'],
    ['no capital inside', told('met The Department', WORLD, { dept: {} }), ''],
    ['a capital after a full stop', told('Yes. The Department', WORLD, { dept: {} }), 'dept:The Department'],
    ['a capital after 。', told('好。The Department', WORLD, { dept: {} }), 'dept:The Department'],
    ['a capital after ？', told('好？The Department', WORLD, { dept: {} }), 'dept:The Department'],
    [
      'a capital after a closing quotation mark',
      told('“Yes.” The Department', WORLD, { dept: {} }),
      'dept:The Department',
    ],
    ['a capital after a closing bracket', told('(Yes.) The Department', WORLD, { dept: {} }), 'dept:The Department'],
    [
      'a capital in an opening quotation mark',
      told('Yes. “The Department', WORLD, { dept: {} }),
      'dept:The Department',
    ],
    ['no capital after a comma', told('Yes, The Department', WORLD, { dept: {} }), ''],
    ['no capital after a semicolon', told('Yes; The Department', WORLD, { dept: {} }), ''],
    ['no capital in a bracket inside', told('met (The Department)', WORLD, { dept: {} }), ''],
    ['a capital in a heading', told('x\n\n## The Department\n', WORLD, { dept: {} }), 'dept:The Department'],
    ['a capital at the start of a paragraph', told('x\n\nThe Department', WORLD, { dept: {} }), 'dept:The Department'],
    ['a capital in a list', told('x\n\n- The Department', WORLD, { dept: {} }), 'dept:The Department'],
    ['a capital in emphasis', told('x\n\n**The Department**', WORLD, { dept: {} }), 'dept:The Department'],
    ['only the first letter', told('The department met', WORLD, { dept: {} }), ''],
    ['no small letter for a capital', told('united States. china', WORLD, { us: {}, china: {} }), ''],
    ['a capital beyond ASCII', told('Élysée said', {}, { e: { as: ['élysée'] } }), 'e:Élysée=as'],

    ['no letter before', told('IndoChina', WORLD, { china: {} }), ''],
    ['no letter after', told('Chinas', WORLD, { china: {} }), ''],
    ['no digit after', told('China2', WORLD, { china: {} }), ''],
    ['no letter of another script', told('ЖChina', WORLD, { china: {} }), ''],
    ['no astral letter', told('𝐀China China𝐀', WORLD, { china: {} }), ''],
    ['marks around', told('(China) China’s "China"-', WORLD, { china: {} }), 'china:China china:China china:China'],
    ['a form that ends in a mark', told('the U.S. x', {}, { us: { as: ['U.S.'] } }), 'us:U.S.=as'],
    ['a letter right after a form that ends in a mark', told('the U.S.A', {}, { us: { as: ['U.S.'] } }), ''],
    ['a letter right before a form that begins with a mark', told('ASP.NET', {}, { n: { as: ['.NET'] } }), ''],
    ['Han before and after', told('在China和', WORLD, { china: {} }), 'china:China'],
    ['Han inside Han', told('在中国和', WORLD, { china: {} }), 'china:中国'],
    ['a letter beside a Han form', told('x中国2', WORLD, { china: {} }), 'china:中国'],
    ['Kana beside', told('のChinaの', WORLD, { china: {} }), 'china:China'],
    ['a letter beside an astral Han form', told('x𠮷田y', {}, { y: { as: ['𠮷田', '田𠮷'] } }), 'y:𠮷田=as'],
    ['an astral Han character beside', told('𠮷China𠮷', WORLD, { china: {} }), 'china:China'],
    ['an emoji beside', told('😀China😀', WORLD, { china: {} }), 'china:China'],
    ['Hangul is a letter', told('한China', WORLD, { china: {} }), ''],

    ['the longest wins', told('拉美国家', WORLD, { us: {}, latins: {} }), 'latins:拉美国家'],
    ['undeclared ones compete', told('拉美国家', WORLD, { us: {} }), '+latins:拉美国家'],
    ['what overlaps in part is dropped', told('拉美国', { a: ['拉美'], b: ['美国'] }, { a: {}, b: {} }), 'a:拉美'],
    ['the longest before the leftmost', told('一二三四', { a: ['一二'], b: ['二三四'] }, { a: {}, b: {} }), 'b:二三四'],
    [
      'a dropped one makes no room',
      told('一二三四五', { a: ['一二三'], b: ['三四五'], c: ['五'] }, { c: {} }),
      '+a:一二三 c:五',
    ],
    [
      'words that overlap',
      told('New York City Hall', { a: ['New York City'], b: ['City Hall'] }, { a: {}, b: {} }),
      'a:New York City',
    ],
    [
      'inside another declared one',
      told('South China Sea', WORLD, { china: {}, scs: {} }),
      'scs:South China Sea (china:China)',
    ],
    ['inside an undeclared one', told('South China Sea', WORLD, { china: {} }), '+scs:South China Sea (china:China)'],
    ['inside one of its own', told('Wang Yi', { w: ['Wang Yi', 'Wang', 'Yi'] }, { w: {} }), 'w:Wang Yi'],
    ['an undeclared one inside', told('South China Sea', WORLD, { scs: {} }), 'scs:South China Sea'],
    ['nested twice', told('abc', { a: ['一二三'], b: ['一二'], c: ['一'] }, {}), ''],
    [
      'nested in nested',
      told('一二三', { a: ['一二三'], b: ['一二'], c: ['一'] }, { a: {}, b: {}, c: {} }),
      'a:一二三 (b:一二) (c:一)',
    ],
    [
      'nested ones that overlap in part',
      told('一二三四', { a: ['一二三四'], b: ['一二'], c: ['二三'] }, { a: {}, b: {}, c: {} }),
      'a:一二三四 (b:一二)',
    ],
    [
      'nested and shared',
      told('一二', { a: ['一二'], b: ['一'], c: ['一'] }, { a: {}, b: {}, c: {} }),
      'a:一二 ?b/c:一',
    ],
    ['at the end of another', told('Minister Wang Yi', WORLD, { wang: {}, yi: {} }), 'wang:Minister Wang yi:Yi'],

    ['two declared ones claim it', told('一', { a: ['一'], b: ['一'] }, { a: {}, b: {} }), '?a/b:一'],
    ['a form of the document that another has', told('Ada', { a: ['Ada'] }, { a: {}, b: { as: ['Ada'] } }), '?a/b:Ada'],
    ['one of two is declared', told('一', { a: ['一'], b: ['一'] }, { a: {} }), 'a:一'],
    ['none of two is declared', told('一', { a: ['一'], b: ['一'] }, {}), '+a/b:一'],
    ['settled by not', told('一 x', { a: ['一'], b: ['一'] }, { a: {}, b: { not: ['一'] } }), 'a:一'],
    ['settled by here', told('一 x', { a: ['一'], b: ['一'] }, { a: {}, b: { here: ['一 x'] } }), 'b:一 x=here b:一'],
    [
      'not settled where both are anchored',
      told('一 x', { a: ['一'], b: ['一'] }, { a: { here: ['一'] }, b: { here: ['一 x'] } }),
      'b:一 x=here a:一=here ?a/b:一',
    ],
    ['two spellings of one place', told('The X', { a: ['The X'], b: ['the X'] }, { a: {}, b: {} }), '?a/b:The X'],
    ['two spellings, one declared', told('The X', { a: ['The X'] }, { b: { sic: ['the X'] } }), 'b:The X=sic'],

    ['not', told('China Daily, China', WORLD, { china: { not: ['China Daily'] } }), 'china:China'],
    ['not, overlapping in part', told('in China now', WORLD, { china: { not: ['in Ch'] } }), ''],
    ['not, normalised', told('China\n“Daily” China', WORLD, { china: { not: ['China "Daily"'] } }), 'china:China'],
    ['not, overlapping itself', told('中 中 中', { c: ['中'] }, { c: { not: ['中 中'] } }), ''],
    ['not, without effect on others', told('一', { a: ['一'] }, { a: {}, b: { not: ['一'] } }), 'a:一'],
    ['not an untagged name either', told('China Daily', WORLD, { china: { not: ['China Daily'] } }), ''],
    ['not, empty', told('China', WORLD, { china: { not: ['', ' '] } }), 'china:China'],
    ['here', told('our side said', WORLD, { china: { here: ['our side'] } }), 'china:our side=here'],
    ['here, where a form stands', told('China said', WORLD, { china: { here: ['China'] } }), 'china:China=here'],
    [
      'here, on an undeclared name',
      told('United States', WORLD, { china: { here: ['United States'] } }),
      'china:United States=here',
    ],

    ['an undeclared name', told('China and Wang Yi', WORLD, { china: {} }), 'china:China +wang:Wang Yi'],
    ['empty and blank forms', told('a b', { x: ['', ' ', '\u200b'] }, { x: { as: ['', ' '], sic: ['\u00ad'] } }), ''],
    ['an empty body', told('', WORLD, { china: {} }), ''],
    [
      'ids of objects',
      told(
        'x toString',
        JSON.parse('{"__proto__": ["x"], "constructor": ["toString"]}'),
        JSON.parse('{"__proto__": {}, "constructor": {}}'),
      ),
      '__proto__:x constructor:toString',
    ],
    [
      'forms of objects',
      told('__proto__ constructor', { a: ['__proto__'], b: ['constructor'] }, { a: {}, b: {} }),
      'a:proto b:constructor',
    ],
  ];
  for (const [rule, actual, expected] of cases) it(rule, () => assert.equal(actual, expected));

  it('gives every chosen form with all that claim it', () => {
    const { chosen } = find('South China Sea, 中国', { ...WORLD, two: ['中国'] }, { china: {} });
    assert.deepEqual(
      chosen.map(({ start, end, ids }) => [start, end, ids]),
      [
        [0, 15, ['scs']],
        [16, 18, ['china', 'two']],
      ],
    );
  });

  it('gives forms as they are compared', () => {
    const { mentions } = find('The Department. “Beijing”', WORLD, { dept: {}, china: { as: ['“Beijing”'] } });
    assert.deepEqual(
      mentions.map(({ form }) => form),
      ['the Department', "'Beijing'"],
    );
  });

  describe('against a plain search', () => {
    const alphabets = { latin: 'abA .', han: '一二三', mixed: 'a一B .1' };
    for (const [name, letters] of Object.entries(alphabets)) {
      it(`over ${name} letters`, () => {
        const char = fc.constantFrom(...letters.split(''));
        const form = fc.array(char, { minLength: 1, maxLength: 4 }).map((chars) => chars.join('').trim());
        const ids = ['a', 'b', '__proto__', 'constructor'];
        const names = fc.array(fc.tuple(fc.constantFrom(...ids), form), { maxLength: 8 });
        const nots = fc.array(fc.tuple(fc.constantFrom(...ids), form), { maxLength: 2 });
        const declared = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 4 });
        const text = fc.array(char, { maxLength: 16 }).map((chars) => chars.join(''));
        fc.assert(
          fc.property(text, names, declared, nots, (body, forms, tagged, denied) => {
            const records = new Map(
              ids.map((id) => [id, forms.filter(([owner]) => owner === id).map(([, one]) => one)]),
            );
            const locals = Object.fromEntries(
              tagged.map((id) => [id, { not: denied.filter(([owner]) => owner === id).map(([, one]) => one) }]),
            );
            // The spans give the text as it is written, the plain search as it is compared.
            const actual = normaliseText(told(body, Object.fromEntries(records), locals));
            assert.equal(actual, normaliseText(plainly(body, records, locals)));
          }),
          { numRuns: 1_500 },
        );
      });
    }
  });

  it('is quick where names nest and overlap by the thousand', () => {
    const chain = Array.from({ length: 600 }, (_, i) => '一'.repeat(i + 1));
    const start = performance.now();
    find('一'.repeat(20_000), { a: chain, b: chain.slice(100) }, { a: { not: ['一二'] }, b: {} });
    assert.ok(performance.now() - start < 4_000, `${performance.now() - start} ms`);
  });

  it('is quick where what is denied stands everywhere', () => {
    const start = performance.now();
    const { mentions } = find('中 '.repeat(50_000), { a: ['中'] }, { a: { not: ['中'] } });
    assert.equal(mentions.length, 0);
    assert.ok(performance.now() - start < 2_000, `${performance.now() - start} ms`);
  });
});

/** Section 3 as it is written, with no thought of time. */
function plainly(
  source: string,
  records: ReadonlyMap<string, readonly string[]>,
  declared: Readonly<Record<string, { readonly not: readonly string[] }>>,
): string {
  const text = normaliseText(source);
  const han = /[一-龥]/;
  const meets = (outer: string | undefined, inner: string) =>
    outer !== undefined && /[\p{L}\p{N}]/u.test(outer) && !han.test(outer) && !han.test(inner);
  const candidates: { start: number; end: number; ids: Set<string> }[] = [];
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 1; end <= text.length; end++) {
      const part = text.slice(start, end);
      if (meets(text[start - 1], part[0]!) || meets(text[end], part.at(-1)!)) continue;
      const small = /^[A-Z]/.test(part) && /(^|\.)[ ]*$/.test(text.slice(0, start));
      const spellings = small ? [part, part[0]!.toLowerCase() + part.slice(1)] : [part];
      const ids = [...records].flatMap(([id, names]) =>
        names.some((name) => name !== '' && spellings.includes(normaliseText(name))) ? [id] : [],
      );
      if (ids.length > 0) candidates.push({ start, end, ids: new Set(ids) });
    }
  }
  candidates.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  type Candidate = (typeof candidates)[number];
  const inside = (a: Candidate, b: Candidate) => b.start <= a.start && a.end <= b.end;
  const apart = (a: Candidate, b: Candidate) => a.end <= b.start || b.end <= a.start;
  const kept: Candidate[] = [];
  const lines: { start: number; end: number; shown: string }[] = [];
  for (const candidate of candidates) {
    if (kept.some((other) => !apart(candidate, other) && !inside(candidate, other))) continue;
    const outer = kept.find((other) => inside(candidate, other));
    kept.push(candidate);
    const { start, end, ids } = candidate;
    const owners = [...ids].filter((id) => Object.hasOwn(declared, id) && !outer?.ids.has(id));
    const left = owners.filter((id) => {
      return !declared[id]!.not.some((not) => {
        const sought = normaliseText(not);
        if (sought === '') return false;
        for (let at = 0; at < text.length; at++) {
          if (text.startsWith(sought, at) && at < end && start < at + sought.length) return true;
        }
        return false;
      });
    });
    const shown = text.slice(start, end);
    if (owners.length === 0 && !outer) lines.push({ start, end, shown: `+${[...ids].sort().join('/')}:${shown}` });
    if (left.length === 1) lines.push({ start, end, shown: outer ? `(${left[0]}:${shown})` : `${left[0]}:${shown}` });
    if (left.length > 1) lines.push({ start, end, shown: `?${left.sort().join('/')}:${shown}` });
  }
  lines.sort((a, b) => a.start - b.start || b.end - a.end);
  return lines.map(({ shown }) => shown).join(' ');
}
