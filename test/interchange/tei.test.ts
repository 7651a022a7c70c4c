/** TEI: there and back, well-formed and valid whatever a text holds, and what others write. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { validateXML } from 'xmllint-wasm';
import { idIn, xmlId } from '../../server/src/interchange/formats/tei/ids.ts';
import { tei } from '../../server/src/interchange/formats/tei/tei.ts';
import { comparable, corpusOf, exported, FORUM, imported, randomCorpus, withoutDerived } from './exchanged.ts';

const SCHEMA = readFileSync(join(__dirname, 'schemas/tei.rng'), 'utf8');
const whole = (corpus: ReturnType<typeof corpusOf>) =>
  comparable(withoutDerived({ entities: [...corpus.entities()], documents: [...corpus.documents()] }));
const decoded = (files: ReadonlyMap<string, Uint8Array>) =>
  new Map([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]));

/** As libxml2 judges it, by a grammar of the part of TEI that is written here. */
async function assertValid(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const { errors } = await validateXML({
    xml: [...decoded(files)].map(([, contents], i) => ({ fileName: `${i}.xml`, contents })),
    extension: 'relaxng',
    schema: SCHEMA,
    initialMemoryPages: 512,
    maxMemoryPages: 8192,
  });
  assert.deepEqual(
    errors.map(({ rawMessage }) => rawMessage),
    [],
  );
}

describe('TEI', () => {
  it('gives back a corpus as it was, and is valid', async () => {
    const corpus = corpusOf(FORUM);
    const { files, losses } = await exported(tei, corpus);
    await assertValid(files);
    const back = await imported(tei, files);
    assert.deepEqual([back.problems, losses, back.losses], [[], [], []]);
    assert.deepEqual(comparable(withoutDerived(back)), whole(corpus));
  });

  it('gives back whatever a corpus may hold', async () => {
    await fc.assert(
      fc.asyncProperty(randomCorpus(), async (corpus) => {
        const { files, losses } = await exported(tei, corpus);
        assert.deepEqual(losses, []);
        const back = await imported(tei, files);
        assert.deepEqual(back.problems, []);
        assert.deepEqual(comparable(withoutDerived(back)), comparable(withoutDerived(corpus.all)));
      }),
      { numRuns: 120 },
    );
  });

  it('is well-formed and valid whatever a corpus holds, and tells of what XML has no characters for', async () => {
    await fc.assert(
      fc.asyncProperty(randomCorpus({ controls: true, halves: true }), async (corpus) => {
        const { files, losses } = await exported(tei, corpus);
        const isWhole = losses.length === 0;
        const back = await imported(tei, files);
        if (isWhole) assert.deepEqual(comparable(withoutDerived(back)), comparable(withoutDerived(corpus.all)));
        await assertValid(files);
      }),
      { numRuns: 8 },
    );
  });

  it('reads as people would write it', async () => {
    const text = decoded((await exported(tei, corpusOf(FORUM))).files);
    const forum = text.get('documents/forum.md.xml')!;
    assert.match(
      forum,
      /<persName ref="\.\.\/entities\.xml#ada" type="person">Ada Lin<\/persName>, <persName [^>]*subtype="as">the minister/,
    );
    assert.match(forum, /<orgName [^>]*type="organization" subtype="sic">Ministry of Tyes<\/orgName>/);
    assert.match(forum, /😀\.\n\n<\/p><p>The <eventName /);
    assert.match(forum, /target="#string-range\(text,\d+,\d+\) #string-range/);
    assert.match(
      text.get('entities.xml')!,
      /<listPerson>\n<person xml:id="ada" n="person"><persName xml:lang="en">Ada Lin</,
    );
    const dated = corpusOf(
      '-- documents/d.txt --\n---\ndate: 2022-10-20\nentities: []\n---\nIt met on October 16, 2022 and from 2012 to 2022.\n',
    );
    const date = decoded((await exported(tei, dated)).files).get('documents/d.txt.xml')!;
    assert.match(date, /<date when="2022-10-16">October 16, 2022<\/date>/);
  });

  it('turns every id into a name and back', () => {
    const id = fc.stringMatching(/^[\p{L}\p{N}._-]{1,12}$/u);
    fc.assert(
      fc.property(id, id, (a, b) => {
        assert.match(xmlId(a), /^[A-Za-z_][A-Za-z0-9_.-]*$/);
        assert.equal(idIn(xmlId(a)), a);
        assert.equal(xmlId(a) === xmlId(b), a === b);
      }),
    );
  });

  describe('of other tools', () => {
    const TEI = 'xmlns="http://www.tei-c.org/ns/1.0"';
    const header =
      '<teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><bibl><date when="1815-06-18">18 June</date></bibl></sourceDesc></fileDesc></teiHeader>';
    const read = (xml: string) => imported(tei, [['letter.xml', xml]]);

    it('are a text, its names and its lists', async () => {
      const { documents, entities, problems, losses } = await read(`<?xml version="1.0"?>
        <TEI ${TEI} xml:lang="en">${header}
        <standOff><listPerson><person xml:id="wel"><persName xml:lang="en"><forename>Arthur</forename>
          <surname>Wellesley</surname></persName><idno type="VIAF">https://viaf.org/viaf/1</idno></person></listPerson></standOff>
        <text><body><head>To <persName ref="#wel">the
           Duke</persName></head>
        <p>At <placeName ref="https://example.org/waterloo">Water<lb break="no"/>loo</placeName><note>sic</note>, on <date when="1815">that day</date>,
          <choice><sic>teh</sic><corr>the</corr></choice> <rs type="PROD">guns &amp; &#x48;orses</rs><name>x</name></p></body></text></TEI>`);
      assert.deepEqual(problems, []);
      const [{ body, mentions, ...rest }] = documents as [(typeof documents)[0]];
      assert.equal(body, 'To the Duke\n\nAt Waterloo, on that day, teh guns & Horsesx\n');
      assert.deepEqual(
        mentions.map(({ text, entity, type }) => [text, entity, type]),
        [
          ['the Duke', 'wel', 'person'],
          ['Waterloo', 'https://example.org/waterloo', 'place'],
          ['guns & Horses', undefined, 'PROD'],
        ],
      );
      for (const { spans, text } of mentions) assert.equal(body.slice(spans[0]!.start, spans[0]!.end), text);
      assert.deepEqual(rest, {
        path: 'letter.txt',
        title: 'A letter',
        date: '1815-06-18',
        lang: 'en',
        claims: [],
        accept: [],
      });
      assert.deepEqual(
        entities.map(({ id, type, names, sameAs }) => [id, type, names, sameAs]),
        [
          ['wel', 'person', [{ text: 'Arthur Wellesley', lang: 'en' }], ['https://viaf.org/viaf/1']],
          ['https://example.org/waterloo', 'place', [{ text: 'Waterloo' }], ['https://example.org/waterloo']],
        ],
      );
      assert.equal(losses.length, 4);
    });

    for (const [what, xml, message, line] of [
      ['an unclosed element', `<TEI ${TEI}>\n<text>`, /no well-formed XML/, undefined],
      [
        'entities of its own',
        '<!DOCTYPE TEI [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>\n<TEI>&c;</TEI>',
        /declares entities/,
        1,
      ],
      [
        'external entities',
        '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]><TEI>&x;</TEI>',
        /declares entities/,
        1,
      ],
      [
        'entities that nobody declares',
        `<TEI ${TEI}><text><body><p>&eacute;</p></body></text></TEI>`,
        /no well-formed XML/,
        1,
      ],
      ['a control character', `<TEI ${TEI}><text>\u0001</text></TEI>`, /no well-formed XML/, 1],
      ['its number', `<TEI ${TEI}><text>&#1;</text></TEI>`, /no well-formed XML/, 1],
      ['other XML', '<html xmlns="http://www.w3.org/1999/xhtml"/>', /no TEI P5/, undefined],
      ['TEI P4', '<TEI.2/>', /no TEI P5/, undefined],
      ['deep nesting', `<TEI ${TEI}>${'<ab>'.repeat(5_000)}${'</ab>'.repeat(5_000)}</TEI>`, /nested more than/, 1],
      ['no XML', 'Dear Sir', /no well-formed XML/, undefined],
      ['nothing', '', /no well-formed XML|no element/, undefined],
    ] as const) {
      it(`tell of ${what}`, async () => {
        const { documents, entities, problems } = await read(xml);
        assert.deepEqual([documents, entities], [[], []]);
        assert.match(problems[0]!.message, message);
        if (line !== undefined) assert.equal(problems[0]!.line, line);
      });
    }

    it('do not mind a document type that says nothing', async () => {
      const { documents } = await read(
        `<!DOCTYPE TEI SYSTEM "tei.dtd"><TEI ${TEI}>${header}<text><body><p>A</p></body></text></TEI>`,
      );
      assert.equal(documents[0]!.body, 'A\n');
    });

    it('tell of Concord’s own that somebody has broken', async () => {
      const { files } = await exported(tei, corpusOf(FORUM));
      const broken = decoded(files)
        .get('documents/forum.md.xml')!
        .replace('<f name="path"><string>documents/forum.md</string></f>', '');
      const { documents, problems } = await read(broken);
      assert.deepEqual(documents, []);
      assert.match(problems[0]!.message, /path is missing/);
    });

    it('never throw', async () => {
      const piece = fc.constantFrom(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0">',
        '</TEI>',
        '<text>',
        '</text>',
        '<p>',
        '</p>',
        '<persName ref="#a">',
        '</persName>',
        'x ',
        '&amp;',
        '&#10;',
        '<fs type="concord-document">',
        '</fs>',
        '<f name="body">',
        '</f>',
        '<string>',
        '</string>',
        '<lb/>',
        '<numeric value="x"/>',
        '<vColl/>',
        ']]>',
        '<![CDATA[',
        '<!--',
      ); // prettier-ignore
      await fc.assert(
        fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
          await read(pieces.join(''));
          await read(`<TEI ${TEI}>${pieces.join('')}</TEI>`);
        }),
        { numRuns: 300 },
      );
    });
  });
});
