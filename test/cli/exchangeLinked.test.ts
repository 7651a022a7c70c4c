/** The formats of graphs and texts on the command line: addresses, several files, and nothing written of what is refused. */

import assert from 'node:assert/strict';
import { concord } from './memory.ts';

const CORPUS = {
  'concord.yaml': 'version: 1\ndocuments: documents/**/*.{md,txt}\n',
  'entities/e.yaml': 'ada: {type: person, name: Ada}\n',
  'documents/a.md':
    '---\nentities: [ada]\nclaims:\n  - {quote: is 36, subject: ada, property: age, value: 36}\n---\nAda is 36.\n',
};

describe('concord export of graphs and texts', () => {
  it('gives addresses the base that is asked for', async () => {
    const argv = ['export', '--to', 'turtle', '--base', 'https://example.org/c/'];
    const { code, stdout, stderr } = await concord(argv, { files: CORPUS });
    assert.equal(code, 0);
    assert.match(stdout, /<https:\/\/example\.org\/c\/entity\/ada>/);
    assert.equal(stderr, 'concord: exported 1 document to standard output\n');
  });

  it('refuses a base that is no address', async () => {
    for (const base of ['example', 'https://example.org/c', 'https://exa mple.org/', 'https://example.org/#']) {
      const { code, stderr } = await concord(['export', '--to', 'turtle', '--base', base], { files: CORPUS });
      assert.equal(code, 2);
      assert.match(stderr, /--base has to be an address that ends in \/ or :/);
    }
  });

  it('writes a file for each document into a folder', async () => {
    const { files } = await concord(['export', '--to', 'tei', '-o', 'out'], { files: CORPUS });
    assert.deepEqual(
      [...files.keys()].filter((path) => path.startsWith('/desk/out/')),
      ['/desk/out/entities.xml', '/desk/out/documents/a.md.xml'],
    );
  });
});

describe('concord import of graphs and texts', () => {
  const HOSTILE: readonly (readonly [format: string, file: string, content: string, message: RegExp])[] = [
    [
      'tei',
      'x.xml',
      '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>&x;</text></TEI>',
      /x\.xml:1.*declares entities/,
    ],
    ['turtle', 'x.ttl', '<a> <b> "c', /x\.ttl:1.*no Turtle/],
    [
      'web-annotation',
      'x.jsonld',
      '{"@context": "https://evil.example/c.jsonld", "type": "Annotation"}',
      /x\.jsonld.*@context/,
    ],
    ['ftm', 'x.json', '{"id": "a"}', /x\.json:1.*a schema/],
  ];

  for (const [format, file, content, message] of HOSTILE) {
    it(`writes nothing of what it refuses: ${format}`, async () => {
      const given = { ...CORPUS, [file]: content };
      const { code, stderr, files } = await concord(['import', '--from', format, file, '--yes'], { files: given });
      assert.notEqual(code, 0);
      assert.match(stderr, message);
      assert.deepEqual([...files.values()].sort(), Object.values(given).sort());
    });
  }
});
