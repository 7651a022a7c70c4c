import assert from 'node:assert/strict';
import fc from 'fast-check';
import { excerpt } from '../../server/src/cli/formats/excerpt.ts';
import { clustersOf, printable, wantsColour } from '../../server/src/cli/terminal.ts';
import { concord } from './memory.ts';

const FILES = {
  'concord.yaml': 'version: 1\n',
  'entities/p.yaml': 'ada: {type: person, name: {en: Ada, zh: 阿达}}\n',
  'a.md': `---
entities: [ada, adda]
claims:
  - {quote: 阿达出生, subject: ada, property: born-on, value: 1815-12-10}
---
据说阿达出生在伦敦。阿达出生于十二月。
`,
};

describe('concord check --format concise', () => {
  it('gives one line to each finding, counted from 1', async () => {
    const { stdout } = await concord(['check', '--format', 'concise'], { files: FILES });
    const lines = stdout.split('\n');
    assert.match(lines[0]!, /^a\.md:2:17: error\[unresolved-entity\] No record has the id “adda”/);
    assert.match(lines[1]!, /^a\.md:4:13: warning\[quote-ambiguous\] /);
    assert.deepEqual(lines.slice(2), ['']);
  });

  it('prints nothing where nothing is found', async () => {
    const { stdout } = await concord(['check', '--format', 'concise'], { files: { 'concord.yaml': 'version: 1\n' } });
    assert.equal(stdout, '');
  });

  it('keeps one line whatever a file is called', async () => {
    const files = { 'concord.yaml': 'version: 1\n', 'a\n\x1b[2Jb.md': '---\nentities: [x]\n---\n' };
    const { stdout } = await concord(['check', '--format', 'concise'], { files });
    assert.match(stdout, /^a\u240a\u241b\[2Jb\.md:2:12: [^\n\x1b]+\n$/);
  });
});

describe('concord check --format pretty', () => {
  it('shows the place, the other side, the fixes and a summary', async () => {
    const { stdout } = await concord(['check'], { files: FILES });
    assert.equal(
      stdout.replace(/^(\w+\[[a-z-]+\]): .*/gm, '$1').replace(/^( += fix:) .*/gm, '$1'),
      `error[unresolved-entity]
 --> a.md:2:17
  |
2 | entities: [ada, adda]
  |                 ^^^^
  = fix:
  = fix:

warning[quote-ambiguous]
 --> a.md:4:13
  |
4 |   - {quote: 阿达出生, subject: ada, property: born-on, value: 1815-12-10}
  |             ^^^^^^^^
 ::: a.md:6:3
  |
6 | 据说阿达出生在伦敦。阿达出生于十二月。
  |     -------- Place 1 of 2
 ::: a.md:6:11
  |
6 | 据说阿达出生在伦敦。阿达出生于十二月。
  |                     -------- Place 2 of 2
  = fix:
  = fix:

1 error, 1 warning (1 document, 1 entity, 1 claim, 2 mentions)
`,
    );
  });

  it('is content with a sound corpus', async () => {
    const { stdout } = await concord(['check'], { files: { 'concord.yaml': 'version: 1\n' } });
    assert.equal(stdout, 'No findings (0 documents, 0 entities, 0 claims, 0 mentions)\n');
  });

  it('stays within the width of the terminal, and lets nothing drive it', async () => {
    const long = '很长的一段\x1b[31m文字\t'.repeat(400);
    const files = {
      ...FILES,
      'a.md': `---\nentities:\n  ada: {here: [阿达出生]}\nclaims: []\n---\n${long}阿达出生${long}阿达出生\n`,
    };
    for (const columns of [60, 80, 133]) {
      const { stdout } = await concord(['check'], { files, columns });
      const sources = stdout.split('\n').filter((line) => /^ *\d+ \|/.test(line));
      assert.equal(sources.length, 3);
      for (const line of sources) {
        const cells = [...clustersOf(line)].reduce((sum, cluster) => sum + cluster.cells, 0);
        assert.ok(cells <= columns, `${cells} cells in ${columns}: ${line}`);
      }
      assert.ok(!/[\x00-\x09\x0b-\x1f\x7f-\x9f]/.test(stdout));
      assert.equal(stdout.match(/^ +\| +-{8} Place/gm)?.length, 2);
    }
  });

  it('marks a place that goes on past its line', async () => {
    const files = { ...FILES, 'a.md': '---\nentities: {ada: {here: [no such\n  words]}}\n---\nAda.\n' };
    const { stdout } = await concord(['check'], { files });
    assert.match(stdout, /^2 \| entities: \{ada: \{here: \[no such$/m);
    assert.match(stdout, /^ {2}\| {25}\^{7} \(to line 3\)$/m);
  });
});

describe('colours', () => {
  const coloured = async (machine: object, ...argv: string[]) => {
    const { stdout } = await concord(['check', ...argv], { files: FILES, ...machine });
    return stdout.includes('\x1b[');
  };

  it('are for terminals', async () => {
    assert.equal(await coloured({}), false);
    assert.equal(await coloured({ isTTY: true }), true);
    assert.equal(await coloured({ isTTY: true }, '--no-color'), false);
    assert.equal(await coloured({ isTTY: true }, '--format', 'concise'), false);
    assert.equal(await coloured({ isTTY: true }, '--format', 'json'), false);
  });

  it('follow the environment', () => {
    assert.equal(wantsColour(true, { NO_COLOR: '1' }), false);
    assert.equal(wantsColour(true, { NO_COLOR: '' }), true);
    assert.equal(wantsColour(true, { TERM: 'dumb' }), false);
    assert.equal(wantsColour(false, { FORCE_COLOR: '1' }), true);
    assert.equal(wantsColour(true, { FORCE_COLOR: '0' }), false);
    assert.equal(wantsColour(false, { FORCE_COLOR: '1', NO_COLOR: '1' }), true);
  });

  it('are all that tells a coloured report from a plain one', async () => {
    const plain = await concord(['check'], { files: FILES });
    const { stdout } = await concord(['check'], { files: FILES, isTTY: true });
    assert.equal(stdout.replace(/\x1b\[[0-9;]*m/g, ''), plain.stdout);
  });
});

describe('cells of a terminal', () => {
  const cells = (text: string) => [...clustersOf(text)].map((cluster) => cluster.cells);
  const cases: readonly [string, readonly number[]][] = [
    ['ab', [1, 1]],
    ['中文', [2, 2]],
    ['かな한글', [2, 2, 2, 2]],
    ['Ａ。、「', [2, 2, 2, 2]],
    ['ｱ', [1]],
    ['“é”', [1, 1, 1]],
    ['e\u0301', [1]],
    ['\u200b', [0]],
    ['𠀀', [2]],
    ['👍🏽', [2]],
    ['👩‍👧', [2]],
    ['🇨🇳', [2]],
    ['\t', [4]],
    ['\x1b', [1]],
    ['', []],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), () => assert.deepEqual(cells(text), expected));
  }

  it('make controls visible unit for unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(printable(text).length, text.length);
        assert.ok(!/[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/.test(printable(text)));
      }),
    );
  });
});

describe('excerpt', () => {
  const place = (start: number, end: number) => ({
    start: { line: 0, character: start },
    end: { line: 0, character: end },
  });

  it('is the line itself where that fits', () => {
    assert.deepEqual(excerpt('a 中文 b', place(2, 4), 40), {
      text: 'a 中文 b',
      before: 2,
      under: 4,
      goesOnTo: undefined,
    });
    assert.deepEqual(excerpt('ab', place(2, 2), 40), { text: 'ab', before: 2, under: 1, goesOnTo: undefined });
    assert.equal(excerpt('  ', place(0, 0), 40), undefined);
  });

  it('fits the width and shows where the place begins, for any line and place', () => {
    const text = fc.array(fc.constantFrom('a', ' ', '中', 'é', 'e\u0301', '\t', '👍🏽', '\ud83d', '\x1b', '—'), {
      maxLength: 400,
    });
    fc.assert(
      fc.property(text, fc.nat(500), fc.nat(500), fc.integer({ min: 40, max: 120 }), (parts, a, b, width) => {
        const line = parts.join('');
        const shown = excerpt(line, place(Math.min(a, b, line.length), Math.min(Math.max(a, b), line.length)), width);
        if (!shown) return;
        const length = [...clustersOf(shown.text)].reduce((sum, cluster) => sum + cluster.cells, 0);
        assert.ok(length <= width, `${length} > ${width}`);
        assert.ok(shown.under >= 1 && shown.before <= width && shown.before + shown.under <= width + 1);
      }),
    );
  });

  it('does not take a long line apart', () => {
    const line = '中'.repeat(5_000_000);
    const start = performance.now();
    for (let i = 0; i < 100; i++) excerpt(line, place(2_500_000 + i, 2_500_004), 80);
    assert.ok(performance.now() - start < 2000);
  });
});
