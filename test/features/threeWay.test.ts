import assert from 'node:assert/strict';
import { parseDocument } from '../../server/src/core/document.ts';
import type { FileKind } from '../../server/src/core/layout.ts';
import { type MergedFile, mergeFile } from '../../server/src/features/threeWay.ts';

const OPTIONS = {
  mergeBody: () => undefined,
  mayRename: () => true,
  markerSize: 7,
};

function merge(kind: FileKind, base: string, ours: string, theirs: string, options = {}): MergedFile | undefined {
  return mergeFile(kind, 'd.md', { base, ours, theirs }, { ...OPTIONS, ...options });
}

const BODY = 'One day Ada said so. Bo met Ada in Rome.\nThen Cy left. Dee stayed on.\n';
const page = (front: string, body = BODY) => `---\n${front}---\n${body}`;
const crlf = (text: string) => text.replaceAll('\n', '\r\n');

/** Both ways round, on LF and CRLF: the sides are equal, and what one writes does not depend on which it is. */
function merges(base: string, ours: string, theirs: string, expected: string): void {
  for (const ends of [(text: string) => text, crlf]) {
    for (const [a, b] of [
      [ours, theirs],
      [theirs, ours],
    ] as const) {
      const merged = merge('document', ends(page(base)), ends(page(a)), ends(page(b)));
      assert.ok(merged, 'merged as text');
      assert.equal(merged.text, ends(page(expected)));
      assert.equal(merged.conflicts, false);
    }
  }
}

function conflicts(base: string, ours: string, theirs: string, expected: string): void {
  const merged = merge('document', page(base), page(ours), page(theirs));
  assert.ok(merged, 'merged as text');
  assert.equal(merged.text, page(expected));
  assert.equal(merged.conflicts, true);
}

const ONE = '  - id: c1\n    quote: Ada said\n    subject: ada\n    property: said\n    value: so\n';
const TWO = '  - {id: c2, quote: Bo met, subject: bo, property: located-in, value: rome}\n';
const THREE = '  - id: c3\n    quote: Cy left\n    subject: cy\n    property: said\n    value: bye # spoken\n';
const FOUR = '  - {id: c4, quote: Dee stayed, subject: dee, property: said, value: no}\n';

describe('a merge of three versions', () => {
  describe('of a document', () => {
    it('keeps entities that both sides declare, in a map, a list and on one line', () => {
      merges(
        'entities:\n  ada:\n',
        'entities:\n  ada:\n  bo: Bo\n',
        'entities:\n  ada:\n  cy: # him\n',
        'entities:\n  ada:\n  bo: Bo\n  cy: # him\n',
      );
      merges(
        'entities:\n  - ada\n',
        'entities:\n  - ada\n  - cy: [C, D]\n',
        'entities:\n  - bo\n  - ada\n',
        'entities:\n  - bo\n  - ada\n  - cy: [C, D]\n',
      );
      merges(
        'entities: [ada]\n',
        'entities: [ada, cy]\n',
        'entities: [bo, ada, dee]\n',
        'entities: [bo, ada, cy, dee]\n',
      );
      merges(
        'entities: {ada: A}\n',
        'entities: {ada: A, cy}\n',
        'entities: {ada: A, bo: "B, C"}\n',
        'entities: {ada: A, bo: "B, C", cy}\n',
      );
    });

    it('declares once what both sides declare', () => {
      merges('entities: [ada]\n', 'entities: [ada, bo]\n', 'entities: [ada, bo, cy]\n', 'entities: [ada, bo, cy]\n');
      merges(
        'entities:\n  ada:\n',
        'entities:\n  ada:\n  bo: B\n',
        'entities:\n  ada:\n  bo: C\n',
        'entities:\n  ada:\n  bo: [B, C]\n',
      );
    });

    it('unites what an entity is called', () => {
      merges(
        'entities:\n  ada: A\n',
        'entities:\n  ada: [A, B]\n',
        'entities:\n  ada: [A, C]\n',
        'entities:\n  ada: [A, B, C]\n',
      );
      merges(
        'entities:\n  ada:\n',
        'entities:\n  ada: A\n',
        'entities:\n  ada: {not: [Adam]}\n',
        'entities:\n  ada: {as: [A], not: [Adam]}\n',
      );
      merges(
        'entities:\n  ada:\n    as: [A, B]\n    not: [Adam]\n',
        'entities:\n  ada:\n    as: [A]\n    not: [Adam]\n',
        'entities:\n  ada:\n    as: [A, B]\n    not: [Adam, Adan]\n    sic: [Aad]\n',
        'entities:\n  ada:\n    as: [A]\n    not: [Adam, Adan]\n    sic: [Aad]\n',
      );
      merges('entities: [ada]\n', 'entities: [{ada: A}]\n', 'entities: [{ada: B}]\n', 'entities: [{ada: [A, B]}]\n');
    });

    it('follows the side that writes the entities in another way', () => {
      merges(
        'entities: [ada, bo]\n',
        'entities:\n  ada: A\n  bo:\n',
        'entities: [ada, bo, cy]\n',
        'entities:\n  ada: A\n  bo:\n  cy:\n',
      );
      merges('entities: []\n', 'entities: [ada]\n', 'entities:\n  bo: B\n', 'entities:\n  ada:\n  bo: B\n');
      merges(
        'title: T\n',
        'title: T\nentities: [ada]\n',
        'title: T\nentities:\n  - bo: B\n',
        'title: T\nentities:\n  - ada\n  - bo: B\n',
      );
      merges(
        'title: T\n',
        'title: T\nentities: [ada]\n',
        'title: T\nentities: [bo]\nclaims: []\n',
        'title: T\nentities: [ada, bo]\nclaims: []\n',
      );
    });

    it('keeps claims that both sides add, in the order of the text', () => {
      merges(`claims:\n${ONE}`, `claims:\n${ONE}${THREE}`, `claims:\n${ONE}${TWO}`, `claims:\n${ONE}${TWO}${THREE}`);
      merges(
        'title: T\n',
        `title: T\nclaims:\n${THREE}`,
        `title: T\nclaims:\n${TWO}`,
        `title: T\nclaims:\n${TWO}${THREE}`,
      );
      merges(
        `claims:\n${ONE}${FOUR}`,
        `claims:\n${ONE}${THREE}${FOUR}`,
        `claims:\n${ONE}${TWO}${FOUR}`,
        `claims:\n${ONE}${TWO}${THREE}${FOUR}`,
      );
    });

    it('keeps a claim once that both sides have added', () => {
      merges(
        `claims:\n${ONE}`,
        `claims:\n${ONE}${TWO}`,
        `claims:\n${ONE}${TWO}${THREE}`,
        `claims:\n${ONE}${TWO}${THREE}`,
      );
    });

    it('takes over a change of one claim beside a change of another', () => {
      merges(
        `claims:\n${ONE}${TWO}`,
        `claims:\n${ONE.replace('so', '"no" # checked')}${TWO}`,
        `# all\nclaims:\n${ONE}  # of Rome\n${TWO.replace('rome', 'paris')}`,
        `# all\nclaims:\n${ONE.replace('so', '"no" # checked')}  # of Rome\n${TWO.replace('rome', 'paris')}`,
      );
    });

    it('takes out what one side takes out', () => {
      merges(`claims:\n${ONE}${TWO}`, `claims:\n${TWO}`, `claims:\n${ONE}${TWO}${THREE}`, `claims:\n${TWO}${THREE}`);
      merges('entities: [ada, bo]\n', 'entities: [ada]\n', 'entities: [bo]\n', 'entities: []\n');
      merges('entities:\n  ada:\n  bo:\n', 'entities:\n  ada:\n', 'entities:\n  bo:\n', 'entities: {}\n');
    });

    it('follows the side that has moved claims, or indented them', () => {
      merges(
        `claims:\n${ONE}${TWO}${THREE}`,
        `claims:\n${THREE}${ONE}${TWO}`,
        `claims:\n${ONE}${TWO}${THREE}${FOUR}`,
        `claims:\n${THREE}${FOUR}${ONE}${TWO}`,
      );
      const flat = (text: string) => text.replace(/^ {2}/gm, '');
      merges(
        `claims:\n${ONE}${TWO}`,
        `claims:\n${flat(ONE + TWO)}`,
        `claims:\n${ONE}${TWO}${THREE}`,
        `claims:\n${flat(ONE + TWO + THREE)}`,
      );
    });

    it('adds to one claim what both sides have put beside what it states', () => {
      const accept = (code: string) => `    accept:\n      ${code}: seen\n`;
      merges(
        `claims:\n${ONE}`,
        `claims:\n${ONE}${accept('tension')}`,
        `claims:\n${ONE.replace('value', 'see: "#c9"\n    value')}    note: N\n`,
        `claims:\n${ONE.replace('value', 'see: "#c9"\n    value')}    note: N\n${accept('tension')}`,
      );
      const nested = (text: string) => `    claims:\n      - {property: count, value: ${text}}\n`;
      merges(
        `claims:\n${ONE}`,
        `claims:\n${ONE}${nested('1')}`,
        `claims:\n${ONE}${nested('2')}`,
        `claims:\n${ONE}${nested('1')}      - {property: count, value: 2}\n`,
      );
    });

    it('gives the later of two new claims another id, and what refers to it the new one', () => {
      const a = TWO.replace('c2', 'c5');
      const b = THREE.replace('c3', 'c5') + FOUR.replace('value: no', 'value: no, see: "#c5"');
      merges(
        `claims:\n${ONE}`,
        `claims:\n${ONE}${a}`,
        `claims:\n${ONE}${b}`,
        `claims:\n${ONE}${a}${THREE.replace('c3', 'c6')}${FOUR.replace('value: no', 'value: no, see: "#c6"')}`,
      );
      const kept = merge(
        'document',
        page(`claims:\n${ONE}`),
        page(`claims:\n${ONE}${a}`),
        page(`claims:\n${ONE}${THREE.replace('c3', 'c5')}`),
        {
          mayRename: () => false,
        },
      );
      assert.equal(kept?.conflicts, true);
      assert.match(
        kept!.text,
        /^<<<<<<< ours\n {2}- \{id: c5[\s\S]*^=======\n {2}- id: c5[\s\S]*^>>>>>>> theirs\n---$/m,
      );
    });

    it('merges other keys and their comments one by one', () => {
      merges(
        'title: T\ndate: 2020 # year\nsource: {publisher: a}\ntags: [x]\n',
        'title: T\ndate: 2021 # year\nsource: {publisher: a, url: u}\ntags: [x]\nentities: []\n',
        '# head\ntitle: U\ndate: 2020 # the year\nsource: {publisher: b}\ntags: [x, y]\n\nlang: en\n',
        '# head\ntitle: U\ndate: 2021 # the year\nsource: {publisher: b, url: u}\ntags: [x, y]\n\nlang: en\nentities: []\n',
      );
    });

    it('begins front matter that both sides begin', () => {
      const merged = merge('document', BODY, page('entities: [ada]\n'), page('entities: [bo]\n'));
      assert.equal(merged?.text, page('entities: [ada, bo]\n'));
    });

    it('shows one conflict where both sides have changed one claim', () => {
      const [x, y] = [ONE.replace('value: so', 'value: yes'), ONE.replace('property: said', 'property: opposes')];
      conflicts(
        `claims:\n${ONE}${TWO}`,
        `claims:\n${x}${TWO}${THREE}`,
        `entities: [ada]\nclaims:\n${y}${TWO}`,
        `entities: [ada]\nclaims:\n<<<<<<< ours\n${x}=======\n${y}>>>>>>> theirs\n${TWO}${THREE}`,
      );
    });

    it('shows a conflict where one side takes out what the other changes', () => {
      conflicts(
        `claims:\n${ONE}${TWO}`,
        `claims:\n${TWO}`,
        `claims:\n${ONE.replace('so', 'no')}${TWO}`,
        `claims:\n<<<<<<< ours\n=======\n${ONE.replace('so', 'no')}>>>>>>> theirs\n${TWO}`,
      );
      conflicts(
        'title: T\nentities: []\n',
        'title: U\nentities: []\n',
        'title: V\nentities: [a]\n',
        '<<<<<<< ours\ntitle: U\n=======\ntitle: V\n>>>>>>> theirs\nentities: [a]\n',
      );
    });

    it('merges bodies in the way that it is told, beside the annotations', () => {
      const bodies: unknown[] = [];
      const mergeBody = (versions: object) => {
        bodies.push(versions);
        return { text: 'merged\n', conflicts: true };
      };
      const merged = merge(
        'document',
        page('entities: []\n', 'b\n'),
        page('entities: [x]\n', 'o\n'),
        page('entities: [y]\n', 't\n'),
        { mergeBody },
      );
      assert.deepEqual(bodies, [{ base: 'b\n', ours: 'o\n', theirs: 't\n' }]);
      assert.deepEqual(merged, { text: page('entities: [x, y]\n', 'merged\n'), conflicts: true, renamed: [] });
    });

    it('leaves to git what it cannot be sure of', () => {
      for (const [base, ours, theirs] of [
        // Not annotated; broken; a key that stands twice; anchors that would be torn apart; line ends of two kinds.
        ['title: T\n', 'title: U\n', 'title: T\nx: 1\n'],
        ['entities: [a\n', 'entities: [a, b]\n', 'entities: [a, c]\n'],
        ['entities: [a]\n', 'entities: [a, a]\n', 'entities: [a, c]\n'],
        ['entities: [a]\nx: &x 1\n', 'entities: [a, b]\nx: &x 1\ny: *x\n', 'entities: [a]\nx: 2\n'],
        ['entities: [a]\n', 'entities: [a, b]\r\n', 'entities: [a, c]\n'],
      ] as const) {
        assert.equal(merge('document', page(base), page(ours), page(theirs)), undefined, ours);
      }
    });

    it('reads what it has merged as a document without a finding of shape', () => {
      const merged = merge(
        'document',
        page(`entities: [ada]\nclaims:\n${ONE}`),
        page(`entities: [ada, bo]\nclaims:\n${ONE}${TWO}`),
        page(`entities: [ada, cy]\nclaims:\n${ONE}${THREE}`),
      );
      const { problems, annotations } = parseDocument('d.md', merged!.text);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        annotations.claims.map(({ id }) => id!.value),
        ['c1', 'c2', 'c3'],
      );
    });
  });

  describe('of records', () => {
    const ADA =
      'ada:\n  type: person\n  name: {en: Ada}\n  aliases: [A]\n  facts:\n    - {property: born-on, value: 1815}\n';
    const BO = '\n# the other\nbo: {type: person, name: Bo}\n';
    const CY = '\ncy:\n  type: person\n  name: Cy\n';
    const records = (base: string, ours: string, theirs: string, expected: string) => {
      for (const [a, b] of [
        [ours, theirs],
        [theirs, ours],
      ] as const) {
        assert.deepEqual(merge('records', base, a, b), { text: expected, conflicts: false, renamed: [] });
      }
    };

    it('keeps records that both sides add, and what they add to one', () => {
      records(ADA, ADA + BO, ADA + CY, ADA + BO + CY);
      records(
        ADA,
        ADA.replace('{en: Ada}', '{en: Ada, zh: 阿达}').replace('[A]', '[A, B]'),
        ADA.replace('[A]', '[A, C]').replace('1815}', '1815}\n    - {property: died-on, value: 1852}'),
        ADA.replace('{en: Ada}', '{en: Ada, zh: 阿达}')
          .replace('[A]', '[A, B, C]')
          .replace('1815}', '1815}\n    - {property: died-on, value: 1852}'),
      );
      records(ADA.trimEnd(), ADA + BO, ADA.trimEnd(), ADA + BO);
      records('', ADA, CY.trimStart(), ADA + CY.trimStart());
    });

    it('shows a conflict within the record', () => {
      const merged = merge(
        'records',
        ADA + BO,
        ADA.replace('{en: Ada}', '{en: Adah}') + BO,
        ADA.replace('{en: Ada}', '{en: Adda}') + BO + CY,
      );
      assert.equal(
        merged?.text,
        ADA.replace(
          '  name: {en: Ada}\n',
          '<<<<<<< ours\n  name: {en: Adah}\n=======\n  name: {en: Adda}\n>>>>>>> theirs\n',
        ) +
          BO +
          CY,
      );
    });
  });
});
