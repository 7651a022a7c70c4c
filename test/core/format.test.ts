import assert from 'node:assert/strict';
import { type Document, parseDocument } from '../../server/src/core/document.ts';
import { addForm, type Edits, removeClaim, setClaimKey } from '../../server/src/core/edit.ts';
import { format, formatted } from '../../server/src/core/format.ts';
import { parseRecords } from '../../server/src/core/record.ts';
import { parseSettings } from '../../server/src/core/settings.ts';
import { applied, BODY } from './editNotation.ts';

type Parse = (text: string) => Parameters<typeof format>[0];

const document: Parse = (text) => parseDocument('d.md', text);
const records: Parse = (text) => parseRecords('entities/a.yaml', text);
const settings: Parse = (text) => parseSettings(text);
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

/** `text` becomes `after`, with either line end, and stays that. */
function becomes(parse: Parse, text: string, after: string): void {
  for (const convert of [(same: string) => same, crlf]) {
    const file = parse(convert(text));
    const result = format(file);
    assert.ok('edits' in result, 'problem' in result ? result.problem : '');
    assert.equal(formatted(file, result.edits), convert(after));
    assert.deepEqual(format(parse(convert(after))), { edits: [] }, 'the second time');
  }
}

const front = (yaml: string): string => `---\n${yaml}---\n${BODY}`;
const frontBecomes = (before: string, after: string): void => becomes(document, front(before), front(after));
const recordsBecome = (before: string, after: string): void => becomes(records, before, after);

/** The file is left as it is, for that reason. */
function stays(parse: Parse, text: string, problem?: string): void {
  assert.deepEqual(format(parse(text)), problem === undefined ? { edits: [] } : { problem });
}

describe('format: order', () => {
  it('of front matter is that of the format, down to quotes and exceptions', () => {
    frontBecomes(
      [
        'claims:',
        '  - value: 41',
        '    of: {zh: 国家, en: countries}',
        '    property: count',
        '    subject: forum',
        '    near: the end',
        '    quote: {near: b, quote: a}',
        '    accept:',
        '      tension: {reason: r, with: "#x"}',
        '    id: c',
        '    claims:',
        '      - {value: 2, property: count}',
        'entities:',
        '  forum: {here: [{near: x, quote: it}], as: [the forum]}',
        '  ada:',
        'source: {url: u, publisher: p}',
        'date: 2020',
        'title: T',
        '',
      ].join('\n'),
      [
        'title: T',
        'date: 2020',
        'source: {publisher: p, url: u}',
        'entities:',
        '  forum: {as: [the forum], here: [{quote: it, near: x}]}',
        '  ada:',
        'claims:',
        '  - id: c',
        '    quote: {quote: a, near: b}',
        '    near: the end',
        '    subject: forum',
        '    property: count',
        '    value: 41',
        '    of: {zh: 国家, en: countries}',
        '    claims:',
        '      - {property: count, value: 2}',
        '    accept:',
        '      tension: {with: "#x", reason: r}',
        '',
      ].join('\n'),
    );
  });

  it('leaves qualifiers, and keys of other tools, behind the key that they follow', () => {
    frontBecomes(
      'layout: post\nentities: []\ntags: [a]\nclaims:\n  - property: count\n    of: x\n    value: 1\n    among: y\n    id: c\n    quote: q\ntitle: T\nweight: 2\n',
      'layout: post\ntitle: T\nweight: 2\nentities: []\ntags: [a]\nclaims:\n  - id: c\n    quote: q\n    property: count\n    of: x\n    value: 1\n    among: y\n',
    );
  });

  it('of records and facts, but not of entities, claims and languages', () => {
    recordsBecome(
      'bo:\n  facts:\n    - {source: u, value: 1, of: x, property: p, at: 2020}\n  name: {zh: 波, en: Bo}\n  type: person\nada:\n  type: person\n',
      'bo:\n  type: person\n  name: {zh: 波, en: Bo}\n  facts:\n    - {property: p, value: 1, of: x, at: 2020, source: u}\nada:\n  type: person\n',
    );
  });

  it('of settings', () => {
    becomes(
      settings,
      'checks: {tension: off}\nproperties:\n  ties: {range: {greatest: 2, least: 1}, value: quantity, subject: place}\nversion: 1\n',
      'version: 1\nproperties:\n  ties: {subject: place, value: quantity, range: {least: 1, greatest: 2}}\nchecks: {tension: off}\n',
    );
  });

  it('of a key that stands twice is not changed: the first counts', () => {
    frontBecomes('title: b\nentities: []\ntitle: a\n', 'title: b\ntitle: a\nentities: []\n');
  });
});

describe('format: comments', () => {
  it('go with what they belong to', () => {
    frontBecomes(
      '# the people\nentities:   # who\n  # first\n  - ada   # her\n  # below\n# when\ndate: 2020\n# end\n',
      '# when\ndate: 2020\n# the people\nentities:   # who\n  # first\n  - ada   # her\n  # below\n# end\n',
    );
  });

  it('that stand apart hold together what follows them', () => {
    frontBecomes(
      '# annotated by hand\n\nentities: []\ntitle: T\n\n# --- later ---\n\nclaims: []\ndate: 2020\n',
      '# annotated by hand\n\ntitle: T\nentities: []\n\n# --- later ---\n\ndate: 2020\nclaims: []\n',
    );
  });

  it('of a claim stay with it, and with its keys', () => {
    frontBecomes(
      'claims:\n  # one\n  -   # two\n    # three\n    value: 1 # four\n    # five\n    id: a\n    # six\n  # seven\n  - id: b\n',
      'claims:\n  # one\n  # two\n  # five\n  - id: a\n    # three\n    value: 1 # four\n    # six\n  # seven\n  - id: b\n',
    );
  });

  it('inside braces make lines of them', () => {
    frontBecomes(
      'entities: [ # who\n  ada, # her\n  # and\n  {bo: B}\n  # more\n]\n',
      'entities: # who\n  - ada # her\n  # and\n  - {bo: B}\n  # more\n',
    );
    frontBecomes('entities: [ # none\n  ]\n', 'entities: [] # none\n');
  });

  it('between a key and its value go above', () => {
    frontBecomes('entities: []\ntitle: # a\n  # b\n  T # c\n', '# a\n# b\ntitle: T # c\nentities: []\n');
    frontBecomes('entities: []\ntitle: # a\n  T\n', 'title: T # a\nentities: []\n');
  });
});

describe('format: style', () => {
  it('indents by two, lists under their key too', () => {
    frontBecomes(
      'entities:\n-   ada\n-\n    bo:\n        as: [B]\nsource:\n      publisher: p\nclaims:\n-  -  a\n   -  b\n',
      'source:\n  publisher: p\nentities:\n  - ada\n  - bo:\n      as: [B]\nclaims:\n  - - a\n    - b\n',
    );
  });

  it('sets spaces where they belong, and none at the ends of lines', () => {
    frontBecomes(
      'title :   T  \nentities: { ada : [ A ,B, ] , "bo":{}, cy }  \nclaims: [ a: 1 ]\n',
      'title: T\nentities: {ada: [A, B], "bo": {}, cy}\nclaims: [{a: 1}]\n',
    );
  });

  it('puts a short list on one line and a long one on many', () => {
    frontBecomes('entities: [\n  ada,\n  bo,\n]\n', 'entities: [ada, bo]\n');
    const ids = Array.from({ length: 30 }, (_, i) => `entity-${i}`);
    frontBecomes(`entities: [${ids.join(', ')}]\n`, `entities:\n${ids.map((id) => `  - ${id}\n`).join('')}`);
  });

  it('lets a fact be a long line, and no endless one', () => {
    const fact = (length: number) => `{property: position, value: ${'x'.repeat(length)}, of: y, at: 2020}`;
    const text = `a:\n  type: t\n  facts:\n    - ${fact(150)}\n`;
    recordsBecome(text, text);
    recordsBecome(
      `a:\n  type: t\n  facts:\n    - ${fact(250)}\n`,
      `a:\n  type: t\n  facts:\n    - property: position\n      value: ${'x'.repeat(250)}\n      of: y\n      at: 2020\n`,
    );
  });

  it('keeps quotes, block lists, explicit nothings and one blank line of several', () => {
    frontBecomes(
      `\n\ntitle: 'T'\n\n\n\ndate: "2020"\nlang: ~\nentities:\n  - ada\n  - "bo"\n\n`,
      `title: 'T'\n\ndate: "2020"\nlang: ~\nentities:\n  - ada\n  - "bo"\n`,
    );
  });

  it('moves texts over several lines without changing them', () => {
    frontBecomes(
      'entities: []\nclaims:\n    - note: |\n          one  \n            two\n\n          three\n      title: several\n                words\n      quote: "quoted\n\n          words"\n      x: >2-\n        deep\n',
      'entities: []\nclaims:\n  - quote: "quoted\n\n      words"\n    x: >2-\n      deep\n    note: |\n      one  \n        two\n\n      three\n    title: several\n      words\n',
    );
  });

  it('keeps Chinese, brackets in quotes and emphasis as they are', () => {
    const text =
      'entities:\n  china: {as: [我国, "中国，[部]"], not: ["a, b"]}\nclaims:\n  - quote: 增加到181个“友好”国家 # 注\n    value: ">200"\n';
    frontBecomes(text, text);
  });
});

describe('format: what it leaves alone', () => {
  it('a text without annotations, and front matter of another tool', () => {
    stays(document, 'Text.\n');
    stays(document, '---\ntags:   [ a ]\ntitle: T\n---\nText.\n');
  });

  it('what does not parse', () => {
    stays(document, '---\nentities: [\n---\nText.\n', 'broken');
    stays(document, '---\nentities: []\nText.\n', 'broken');
    stays(records, '- a\n', 'broken');
    stays(settings, 'version: 1\nchecks: {a\n', 'broken');
  });

  it('a key with anchors, aliases or tags; then nothing moves', () => {
    frontBecomes(
      'claims:\n-   &a\n    quote: q\n-   *a\n\nentities: [ ada ]\ntitle:   T\n',
      'claims:\n-   &a\n    quote: q\n-   *a\n\nentities: [ada]\ntitle: T\n',
    );
    recordsBecome(
      'bo:\n    type:   person\nada:\n    type: !t  person\n',
      'bo:\n  type: person\nada:\n    type: !t  person\n',
    );
  });

  it('what only YAML knows around all of it', () => {
    recordsBecome('---\na:\n   type: person\n', '---\na:\n  type: person\n');
    stays(records, '%YAML 1.2\n---\na:\n   type: person\n', 'unusual');
    stays(records, 'a:\n   type: person\n...\n', 'unusual');
    stays(records, '{a: {type: person}}\n', 'unusual');
  });

  it('nothing where nothing is', () => {
    stays(records, '');
    stays(records, '# none yet\n');
  });
});

describe('format: a selection', () => {
  const text = front(
    'title :  T\nclaims:\n   -   value: 1\n       id: a\n   -   value: 2\n       id: b\n   # end\nentities: [ a ]\n',
  );
  const selected = (from: string, to = from): string => {
    const file = document(text);
    const result = format(file, { start: text.indexOf(from), end: text.lastIndexOf(to) + to.length });
    assert.ok('edits' in result);
    return formatted(file, result.edits);
  };

  it('is formatted where it stands', () => {
    assert.equal(selected('value: 1'), text.replace('-   value: 1\n       id: a', '-   value: 1\n       id: a'));
    assert.equal(selected('- ', 'id: a'), text.replace('-   value: 1\n       id: a', '- id: a\n     value: 1'));
    assert.equal(selected('title'), text.replace('title :  T', 'title: T'));
  });

  it('of everything is the whole', () => {
    const file = document(text);
    const whole = format(file);
    assert.ok('edits' in whole);
    assert.equal(selected('title', 'a ]'), formatted(file, whole.edits));
  });

  it('of the body alone is nothing', () => {
    assert.equal(selected('Said'), text);
  });
});

describe('format: edits of a file that is in order', () => {
  const edited = (text: string, run: (file: Document) => Edits): string =>
    applied(text, run(parseDocument('d.md', text)))!;

  it('break a list that gets too long for its line', () => {
    const forms = Array.from({ length: 9 }, (_, i) => `a form of it ${i}`);
    const text = front(`title: 'T'   # kept\nentities:\n  ada: [${forms.join(', ')}]\n`);
    stays(document, text);
    assert.equal(
      edited(text, (file) => addForm(file, 'ada', 'as', 'one more')),
      front(
        `title: 'T'   # kept\nentities:\n  ada:\n${[...forms, 'one more'].map((form) => `    - ${form}\n`).join('')}`,
      ),
    );
    const loose = text.replace('ada: [', 'ada:  [');
    assert.equal(
      edited(loose, (file) => addForm(file, 'ada', 'as', 'one more')),
      loose.replace(']', ', one more]'),
    );
  });

  it('put a key where it belongs among qualifiers', () => {
    const text = front('claims:\n  - quote: q\n    value: 1\n    of: x\n    note: n\n    among: y\n');
    const set = (key: string) => edited(text, (file) => setClaimKey(file, file.annotations.claims[0]!, key, 'z'));
    assert.equal(set('at'), text.replace('    of: x', '    at: z\n    of: x'));
    assert.equal(set('see'), text.replace('    note: n', '    see: z\n    note: n'));
    assert.equal(set('source'), text.replace('among: y', 'among: y\n    source: z'));
  });

  it('leave one blank line of two', () => {
    const text = front('claims:\n  - id: a\n\n  - id: b\n\n  - id: c\n');
    const without = (i: number) => edited(text, (file) => removeClaim(file, file.annotations.claims[i]!));
    assert.equal(without(1), text.replace('  - id: b\n\n', ''));
    assert.equal(without(2), text.replace('\n  - id: c\n', ''));
    assert.equal(without(0), text.replace('  - id: a\n', ''));
  });
});
