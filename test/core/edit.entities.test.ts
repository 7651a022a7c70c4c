import assert from 'node:assert/strict';
import { parseDocument } from '../../server/src/core/document.ts';
import {
  addForm,
  declare,
  declareAll,
  type Edits,
  type FormKind,
  type HereQuote,
  removeDeclaration,
  removeForm,
  replaceDeclarationId,
} from '../../server/src/core/edit.ts';
import { applied, onDocument } from './editNotation.ts';

type Row = readonly [name: string, before: string, after: string | undefined];

describe('edit: declare', () => {
  const rows: readonly Row[] = [
    ['an empty front matter', '', 'entities: [ada]\n'],
    ['comments alone', '# by hand\n', '# by hand\nentities: [ada]\n'],
    ['no key yet, in its order', 'title: T\nclaims: []\n', 'title: T\nentities: [ada]\nclaims: []\n'],
    ['nothing that precedes it', 'claims: []\n', 'entities: [ada]\nclaims: []\n'],
    [
      'keys of other tools',
      'layout: post\ndate: 2020 # day\ntags: [a]\n',
      'layout: post\ndate: 2020 # day\nentities: [ada]\ntags: [a]\n',
    ],
    ['other keys alone', 'layout: post\n', 'layout: post\nentities: [ada]\n'],
    [
      'a nested key before it',
      'source:\n  url: x\n  # more\naccept: {}\n',
      'source:\n  url: x\nentities: [ada]\n  # more\naccept: {}\n',
    ],
    [
      'a block scalar before it',
      'title: |\n  One\n  two\n\nclaims: []\n',
      'title: |\n  One\n  two\nentities: [ada]\n\nclaims: []\n',
    ],
    ['an empty value', 'entities:\n', 'entities: [ada]\n'],
    ['an empty value with comment', 'entities: # who\n', 'entities: [ada] # who\n'],
    ['null', 'entities: ~\n', 'entities: [ada]\n'],
    ['an empty list', 'entities: [] # none\n', 'entities: [ada] # none\n'],
    ['an empty map', 'entities: {}\n', 'entities: [ada]\n'],
    ['a flow list', 'entities: [bo, cy] # two\n', 'entities: [bo, cy, ada] # two\n'],
    ['a padded flow list', 'entities: [ bo ]\n', 'entities: [ bo, ada ]\n'],
    ['a flow list with a last comma', 'entities: [bo, ]\n', 'entities: [bo, ada, ]\n'],
    [
      'a flow list over lines',
      'entities: [\n  bo,\n  cy # the cy\n]\n',
      'entities: [\n  bo,\n  cy, # the cy\n  ada\n]\n',
    ],
    [
      'the same with a last comma',
      'entities: [\n  bo,\n  cy, # the cy\n]\n',
      'entities: [\n  bo,\n  cy, # the cy\n  ada,\n]\n',
    ],
    ['a filled flow list', 'entities: [bo,\n  cy, di,\n  ed]\n', 'entities: [bo,\n  cy, di,\n  ed,\n  ada]\n'],
    ['a flow list of maps', 'entities: [{bo: Mr. Bo}, cy: Cy]\n', 'entities: [{bo: Mr. Bo}, cy: Cy, ada]\n'],
    ['a flow map', 'entities: {bo: Mr. Bo}\n', 'entities: {bo: Mr. Bo, ada}\n'],
    ['a block list', 'entities:\n  - bo # b\n  - cy: C\n# end\n', 'entities:\n  - bo # b\n  - cy: C\n  - ada\n# end\n'],
    ['a block list at its margin', 'entities:\n- bo\ntitle: T\n', 'entities:\n- bo\n- ada\ntitle: T\n'],
    ['wide dashes', 'entities:\n    -   bo\n', 'entities:\n    -   bo\n    -   ada\n'],
    ['a block map', 'entities:\n   bo:\n   cy: {as: [C]} # c\n', 'entities:\n   bo:\n   cy: {as: [C]} # c\n   ada:\n'],
    [
      'a block map that ends in a list',
      'entities:\n  cy:\n    as:\n      - C\n',
      'entities:\n  cy:\n    as:\n      - C\n  ada:\n',
    ],
    ['an anchor that nobody uses', 'entities: &all [bo]\n', 'entities: &all [bo, ada]\n'],
    ['an anchored list that is used elsewhere', 'entities: &all [bo]\ntags: *all\n', undefined],
    ['an alias', 'tags: &all [bo]\nentities: *all\n', undefined],
    ['front matter in flow style', '{title: T, entities: [bo]}\n', '{title: T, entities: [bo, ada]}\n'],
    ['a text', 'entities: bo\n', undefined],
    ['a broken list', 'entities: [bo\n', undefined],
    ['a broken neighbour', 'title: "T\nentities: [bo]\n', 'title: "T\nentities: [bo, ada]\n'],
    ['a broken line elsewhere', 'entities: [bo]\nclaims: >200\n', 'entities: [bo, ada]\nclaims: >200\n'],
    ['declared already', 'entities: [ada]\n', 'entities: [ada]\n'],
  ];
  for (const [name, before, after] of rows) it(name, () => onDocument(before, (d) => declare(d, 'ada'), after));

  const formed: readonly Row[] = [
    ['no key yet', 'title: T\n', 'title: T\nentities:\n  ada: Ms. Ada\n'],
    ['an empty list', 'entities: []\n', 'entities:\n  ada: Ms. Ada\n'],
    ['an empty map with comment', 'entities: {} # none yet\n', 'entities: # none yet\n  ada: Ms. Ada\n'],
    ['a flow list', 'entities: [bo]\n', 'entities: [bo, {ada: Ms. Ada}]\n'],
    ['a flow map', 'entities: {bo: B}\n', 'entities: {bo: B, ada: Ms. Ada}\n'],
    ['a block list', 'entities:\n  - bo\n', 'entities:\n  - bo\n  - ada: Ms. Ada\n'],
    ['a block map', 'entities:\n  bo:\n', 'entities:\n  bo:\n  ada: Ms. Ada\n'],
    ['declared already', 'entities: [ada]\n', 'entities: [{ada: Ms. Ada}]\n'],
  ];
  for (const [name, before, after] of formed) {
    it(`with a form: ${name}`, () => onDocument(before, (d) => declare(d, 'ada', 'Ms. Ada'), after));
  }

  it('quotes ids and forms that other tools would misread', () => {
    onDocument('entities: [bo]\n', (d) => declare(d, 'no'), 'entities: [bo, "no"]\n');
    onDocument('entities: [bo]\n', (d) => declare(d, 'x', '2020'), 'entities: [bo, {x: "2020"}]\n');
    onDocument(
      'entities: {bo: B}\n',
      (d) => declare(d, '中国', '我国，中国: a'),
      'entities: {bo: B, 中国: "我国，中国: a"}\n',
    );
  });

  for (const [name, body] of [
    ['text', 'Hello.\n'],
    ['nothing', ''],
    ['a rule', '---\nHello\n'],
    ['CRLF', 'One\r\ntwo\r\n'],
  ] as const) {
    it(`creates front matter before a body of ${name}`, () => {
      const eol = body.includes('\r') ? '\r\n' : '\n';
      for (const bom of ['', '\ufeff']) {
        const text = bom + body;
        const lines = ['---', 'entities: [ada]', '---', ''].join(eol);
        assert.equal(applied(text, declare(parseDocument('d.md', text), 'ada')), bom + lines + body);
        const formed = ['---', 'entities:', '  ada: "Ms: Ada"', '---', ''].join(eol);
        assert.equal(applied(text, declare(parseDocument('d.md', text), 'ada', 'Ms: Ada')), bom + formed + body);
      }
    });
  }

  it('refuses front matter that never closes', () => {
    assert.equal(declare(parseDocument('d.md', '---\nentities: [a]\n'), 'ada'), undefined);
  });
});

describe('edit: addForm', () => {
  const rows: readonly (readonly [FormKind, string, string | HereQuote, string, string | undefined])[] = [
    ['as', '- ada', 'A, B', 'entities:\n  - ada # a\n', 'entities:\n  - ada: A, B # a\n'],
    ['sic', '- ada', 'Adda', 'entities:\n  - ada\n', 'entities:\n  - ada: {sic: [Adda]}\n'],
    ['as', '[ada]', 'A, B', 'entities: [ada, bo]\n', 'entities: [{ada: "A, B"}, bo]\n'],
    ['not', '[ada]', 'Adam', 'entities: [bo, ada]\n', 'entities: [bo, {ada: {not: [Adam]}}]\n'],
    ['as', 'ada:', 'A', 'entities:\n  ada: # a\n  bo:\n', 'entities:\n  ada: A # a\n  bo:\n'],
    ['as', 'ada: ~', 'A', 'entities:\n  ada: ~\n', 'entities:\n  ada: A\n'],
    [
      'here',
      'ada:',
      { quote: 'she', nth: 2 },
      'entities:\n  ada:\n',
      'entities:\n  ada: {here: [{quote: she, nth: 2}]}\n',
    ],
    ['here', 'ada:', 'our side', 'entities:\n  ada:\n', 'entities:\n  ada: {here: [our side]}\n'],
    ['as', '{ada}', 'A', 'entities: {ada, bo}\n', 'entities: {ada: A, bo}\n'],
    ['as', '{ada: }', 'A', 'entities: {ada: , bo}\n', 'entities: {ada: A , bo}\n'],
    ['as', 'text', 'B', 'entities:\n  ada: A # a\n', 'entities:\n  ada: [A, B] # a\n'],
    ['as', 'text with comma', 'B', 'entities:\n  ada: A, of X\n', 'entities:\n  ada: ["A, of X", B]\n'],
    ['as', 'quoted text', 'B', "entities:\n  ada: 'it''s'\n", "entities:\n  ada: ['it''s', B]\n"],
    ['as', 'block scalar', 'B', 'entities:\n  ada: >-\n    A\n    a\n  bo:\n', 'entities:\n  ada: [A a, B]\n  bo:\n'],
    ['as', 'the same text', 'A', 'entities:\n  ada: A\n', 'entities:\n  ada: A\n'],
    ['sic', 'text', 'B', 'entities:\n  ada: "A"\n', 'entities:\n  ada: {as: ["A"], sic: [B]}\n'],
    ['as', 'list', 'B: b', 'entities:\n  ada: [A]\n', 'entities:\n  ada: [A, "B: b"]\n'],
    ['as', 'empty list', 'B', 'entities:\n  ada: []\n', 'entities:\n  ada: B\n'],
    ['not', 'list', 'B', 'entities:\n  ada: [A, a] # x\n', 'entities:\n  ada: {as: [A, a], not: [B]} # x\n'],
    [
      'as',
      'block list',
      'B',
      'entities:\n  ada:\n    - A # a\n    # more\n',
      'entities:\n  ada:\n    - A # a\n    - B\n    # more\n',
    ],
    [
      'not',
      'block list',
      'B',
      'entities:\n  ada:\n    - A # a\n    # second\n    - C\n  bo:\n',
      'entities:\n  ada:\n    as:\n      - A # a\n      # second\n      - C\n    not: [B]\n  bo:\n',
    ],
    [
      'sic',
      'block list at its margin',
      'B',
      'entities:\n  ada:\n  - A\n',
      'entities:\n  ada:\n    as:\n    - A\n    sic: [B]\n',
    ],
    ['as', 'map', 'B', 'entities:\n  ada: {as: [A]}\n', 'entities:\n  ada: {as: [A, B]}\n'],
    ['as', 'map with text', 'B', 'entities:\n  ada: {as: A}\n', 'entities:\n  ada: {as: [A, B]}\n'],
    ['as', 'map without it', 'B', 'entities:\n  ada: {not: [A]}\n', 'entities:\n  ada: {as: [B], not: [A]}\n'],
    [
      'sic',
      'map without it',
      'B',
      'entities:\n  ada: {as: [C], not: [A]}\n',
      'entities:\n  ada: {as: [C], sic: [B], not: [A]}\n',
    ],
    [
      'sic',
      'block map',
      'B',
      'entities:\n  ada:\n    as: [C] # c\n    not: [A]\n',
      'entities:\n  ada:\n    as: [C] # c\n    sic: [B]\n    not: [A]\n',
    ],
    [
      'here',
      'one quote',
      'she',
      'entities:\n  ada:\n    here: {quote: a}\n',
      'entities:\n  ada:\n    here: [{quote: a}, she]\n',
    ],
    [
      'here',
      'block quotes',
      { quote: 'a', near: 'b' },
      'entities:\n  ada:\n    here:\n      - x\n',
      'entities:\n  ada:\n    here:\n      - x\n      - {quote: a, near: b}\n',
    ],
    ['as', 'not declared', 'A', 'entities: [bo]\n', 'entities: [bo, {ada: A}]\n'],
    ['sic', 'not declared', 'A', 'entities:\n  bo:\n', 'entities:\n  bo:\n  ada: {sic: [A]}\n'],
    ['as', 'alias', 'B', 'x: &x [A]\nentities:\n  ada: *x\n', undefined],
  ];
  for (const [kind, shape, form, before, after] of rows) {
    it(`${kind}: ${shape}`, () => onDocument(before, (d) => addForm(d, 'ada', kind, form), after));
  }
});

describe('edit: removeDeclaration', () => {
  const rows: readonly Row[] = [
    ['first of a flow list', 'entities: [ada, bo]\n', 'entities: [bo]\n'],
    ['last of a flow list', 'entities: [bo, {ada: A}]\n', 'entities: [bo]\n'],
    ['middle of a flow list', 'entities: [bo, ada, cy]\n', 'entities: [bo, cy]\n'],
    ['the only one in flow', 'entities: [ ada ] # x\n', 'entities: [] # x\n'],
    ['a line of a flow list', 'entities: [\n  bo, # b\n  ada, # a\n  cy\n]\n', 'entities: [\n  bo, # b\n  cy\n]\n'],
    ['the last line of a flow list', 'entities: [\n  bo, # b\n  ada # a\n]\n', 'entities: [\n  bo # b\n]\n'],
    ['the last line with a comma', 'entities: [\n  bo,\n  ada,\n]\n', 'entities: [\n  bo,\n]\n'],
    ['of a flow map', 'entities: {bo: B, ada}\n', 'entities: {bo: B}\n'],
    [
      'of a block list',
      'entities:\n  # ours\n  - ada # a\n  # theirs\n  - bo\n',
      'entities:\n  # ours\n  # theirs\n  - bo\n',
    ],
    ['the last of a block list', 'entities:\n  - bo\n  - ada:\n      as: [A]\n# end\n', 'entities:\n  - bo\n# end\n'],
    ['the only one of a block list', 'entities: # who\n  - ada\nclaims: []\n', 'entities: [] # who\nclaims: []\n'],
    ['of a block map', 'entities:\n  ada: A\n  bo:\n', 'entities:\n  bo:\n'],
    ['the only one of a block map', 'entities:\n  ada:\n    as: [A]\n', 'entities: {}\n'],
    ['not declared', 'entities: [bo]\n', undefined],
    ['an anchor that is used', 'entities:\n  ada: &a [A]\n  bo: *a\n', undefined],
  ];
  for (const [name, before, after] of rows)
    it(name, () => onDocument(before, (d) => removeDeclaration(d, 'ada'), after));
});

describe('edit: replaceDeclarationId', () => {
  const to =
    (id: string) =>
    (document: Parameters<typeof declare>[0]): Edits =>
      replaceDeclarationId(document, 'ada', id);
  it('in lists and maps', () => {
    onDocument('entities: [ada, bo]\n', to('adb'), 'entities: [adb, bo]\n');
    onDocument('entities: ["ada"]\n', to('adb'), 'entities: ["adb"]\n');
    onDocument('entities:\n  - ada: A # x\n', to('adb'), 'entities:\n  - adb: A # x\n');
    onDocument("entities:\n  'ada': A\n", to('adb'), "entities:\n  'adb': A\n");
    onDocument('entities: {ada, bo}\n', to('y'), 'entities: {"y", bo}\n');
  });
  it('never makes two of one', () => onDocument('entities: [ada, bo]\n', to('bo'), undefined));
});

describe('edit: declareAll', () => {
  const rows: readonly Row[] = [
    ['no key yet', 'title: T\n', 'title: T\nentities: [ada, bo, 中国]\n'],
    ['an empty list', 'entities: [] # none\n', 'entities: [ada, bo, 中国] # none\n'],
    ['an empty value', 'entities:\nclaims: []\n', 'entities: [ada, bo, 中国]\nclaims: []\n'],
    ['a flow list', 'entities: [bo, cy] # two\n', 'entities: [bo, cy, ada, 中国] # two\n'],
    ['a flow map', 'entities: {bo: B}\n', 'entities: {bo: B, ada, 中国}\n'],
    ['a block list', 'entities:\n  - bo # b\n# end\n', 'entities:\n  - bo # b\n  - ada\n  - 中国\n# end\n'],
    ['a block map', 'entities:\n  bo: B # b\nclaims: []\n', 'entities:\n  bo: B # b\n  ada:\n  中国:\nclaims: []\n'],
    [
      'a flow list over lines',
      'entities: [\n  bo,\n  cy # the cy\n]\n',
      'entities: [\n  bo,\n  cy, # the cy\n  ada,\n  中国\n]\n',
    ],
    ['all but one declared', 'entities: [ada, {bo: B}]\n', 'entities: [ada, {bo: B}, 中国]\n'],
    ['something else', 'entities: x\n', undefined],
    ['a broken list', 'entities: [ada\nclaims: []\n', undefined],
  ];
  const ids = ['ada', 'bo', '中国', 'ada'];
  for (const [name, before, after] of rows) it(name, () => onDocument(before, (d) => declareAll(d, ids), after));

  it('of a document without front matter, on one line as long as that is short', () => {
    const add = (more: readonly string[]) => {
      const text = 'Text.\r\n';
      return applied(text, declareAll(parseDocument('d.md', text), more));
    };
    assert.equal(add(['ada', 'no']), '---\r\nentities: [ada, "no"]\r\n---\r\nText.\r\n');
    const long = ['x'.repeat(60), 'y'.repeat(60)];
    assert.equal(add(long), `---\r\nentities:\r\n  - ${long[0]}\r\n  - ${long[1]}\r\n---\r\nText.\r\n`);
    assert.deepEqual(declareAll(parseDocument('d.md', 'Text.\n'), []), []);
  });
});

describe('edit: removeForm', () => {
  /** Takes out the form or anchor that reads `Z`. */
  const take = (document: Parameters<typeof declare>[0]): Edits => {
    const one = document.annotations.entities.find(({ id }) => id.value === 'ada');
    const texts = [...(one?.as ?? []), ...(one?.sic ?? []), ...(one?.not ?? [])].filter(({ value }) => value === 'Z');
    const anchors = one?.here.filter(({ pieces }) => pieces[0]?.value === 'Z') ?? [];
    const span = [...texts, ...anchors][0]?.span;
    return span && removeForm(document, 'ada', span);
  };
  const rows: readonly Row[] = [
    ['of a list', 'entities: [{ada: [A, Z]}] # x\n', 'entities: [{ada: [A]}] # x\n'],
    ['the only one of a list', 'entities: [bo, {ada: [Z]}]\n', 'entities: [bo, ada]\n'],
    ['a form alone', 'entities:\n  - ada: Z # c\n  - bo\n', 'entities:\n  - ada # c\n  - bo\n'],
    ['a form alone in a map', 'entities:\n  ada: Z # c\n  bo:\n', 'entities:\n  ada: # c\n  bo:\n'],
    ['a form alone in a flow map', 'entities: {ada: Z, bo: B}\n', 'entities: {ada, bo: B}\n'],
    ['of several kinds', 'entities:\n  ada: {as: [A], not: [Z]}\n', 'entities:\n  ada: {as: [A]}\n'],
    ['a kind in a block', 'entities:\n  ada:\n    as: A\n    sic: Z # s\n', 'entities:\n  ada:\n    as: A\n'],
    ['all of a block', 'entities:\n  ada:\n    here:\n      - Z\n  bo:\n', 'entities:\n  ada:\n  bo:\n'],
    ['all of an item in a block', 'entities:\n  - ada:\n      as: [Z]\n  - bo\n', 'entities:\n  - ada\n  - bo\n'],
    [
      'all of an item, with a comment that stays',
      'entities:\n  - ada: # the countess\n      as: [Z]\n',
      'entities:\n  - ada: {} # the countess\n',
    ],
    [
      'an anchor with a choice',
      'entities: [{ada: {here: [x, {quote: Z, near: y}]}}]\n',
      'entities: [{ada: {here: [x]}}]\n',
    ],
    ['one anchor without a list', 'entities:\n  ada: {here: {quote: Z, nth: 2}}\n', 'entities:\n  ada:\n'],
    ['quoted', 'entities: ["bo", {"ada": "Z"}]\n', 'entities: ["bo", ada]\n'],
    ['an alias', 'x: &x Z\nentities: [{ada: {as: *x, not: n}}]\n', 'x: &x Z\nentities: [{ada: {not: n}}]\n'],
    ['not there', 'entities: [{ada: A}]\n', undefined],
    ['another declaration', 'entities: [{bo: Z}]\n', undefined],
  ];
  for (const [name, before, after] of rows) it(name, () => onDocument(before, take, after));
});
