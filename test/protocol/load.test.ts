import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver';
import { corpusFiles, DEFAULT_SIZE } from '../bench/generate.ts';
import { quantile } from './client.ts';
import { builtServer, closeAll, Editor, endServers } from './editor.ts';

async function timed<T>(work: () => Promise<T>): Promise<readonly [number, T]> {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
}

describe('under load', function () {
  this.timeout(60_000);
  before(() => builtServer());
  afterEach(closeAll);
  after(endServers);

  it('answers while two thousand documents are read', async () => {
    const files = Object.fromEntries(
      corpusFiles({ documents: 2_000, ...DEFAULT_SIZE, records: 400, bodyBytes: 2_000, claims: 4 }),
    );
    const path = 'documents/0019/001999.md';
    // The best of three: what else the machine does is not the server's.
    let best = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 3 && best >= 100; attempt++) {
      const editor = await Editor.on(files, { own: true });
      editor.open(path);
      const times = await timesUntilRead(editor, path);
      assert.ok(times.length >= 5, `${times.length} hovers`);
      best = Math.min(best, quantile(times, 0.95));
      assert.equal((await editor.status(path)).corpus?.documents, 2_000);
      editor.leave();
    }
    assert.ok(best < 100, `p95: ${best.toFixed(1)} ms`);
    if (process.env.SHOW_FIGURES) console.log(`hover while reading, p95: ${best.toFixed(1)} ms`);
  });

  /** Hovers until all has been read; what is open is known before the rest. */
  async function timesUntilRead(editor: Editor, path: string): Promise<readonly number[]> {
    const times: number[] = [];
    let answers = 0;
    while ((await editor.status(path)).indexing) {
      const [time, hover] = await timed(() => editor.askAt<Hover | null>('hover', path, 'A|t the opening,'));
      times.push(time);
      if (hover) answers++;
      // One who points at things does not do so without a pause.
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    assert.ok(answers > 0, 'answers before all has been read');
    return times;
  }

  it('works on a document of five megabytes', async () => {
    const sentence = 'At the quay, Ada counted 181 boats and the day went on as before, with wind from the west. ';
    const body = `${`${sentence.repeat(10)}\n\n`.repeat(5_600)}The end, said Ada.\n`;
    assert.ok(body.length > 5_000_000);
    const editor = await Editor.on({
      'concord.yaml': 'version: 1\n',
      'entities/p.yaml': 'ada: {type: person, name: Ada}\n',
      'large.md': `---\nentities: [ada]\nclaims:\n  - {id: end, quote: "The end, said Ada", subject: ada, property: said, value: end}\n---\n${body}`,
    });
    editor.open('large.md');
    await editor.settled();
    const [first, codes] = await timed(() => editor.codes('large.md'));
    assert.deepEqual(codes, []);
    editor.replace('large.md', 'The end, said Ada.', 'The End, said Ada.');
    const [edit, after] = await timed(() => editor.codes('large.md'));
    assert.deepEqual(after, ['quote-drifted']);
    editor.replace('large.md', 'quote: "The end', 'quote: "The End');
    const [front, mended] = await timed(() => editor.codes('large.md'));
    assert.deepEqual(mended, []);
    const [hover] = await timed(() => editor.askAt('hover', 'large.md', '---\nAt the quay, A|da'));
    const [highlights, { highlights: all }] = await timed(() => editor.highlights('large.md'));
    assert.equal(all.filter(({ kind }) => kind === 'mention').length, 56_001);
    const figures = { first, edit, front, hover, highlights };
    const shown = Object.entries(figures).map(([name, time]) => `${name} ${time.toFixed(0)} ms`);
    for (const time of Object.values(figures)) assert.ok(time < 5_000, shown.join(', '));
    if (process.env.SHOW_FIGURES) console.log(shown.join(', '));
  });
});
