import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver';
import { write } from '../cli/program.ts';
import { builtServer, closeAll, Editor, endServers } from './editor.ts';

const CORPUS: Readonly<Record<string, string>> = {
  'concord.yaml': 'version: 1\ndocuments: documents/*.md\n',
  'entities/people.yaml': `ada:
  type: person
  name: {en: Ada Byron, zh: 艾达}
  facts:
    - {property: born-on, value: 1815-12-10, source: documents/a.md#born}
eve: {type: person, name: Eve, aliases: [Evelyn]}
`,
  'entities/places.yaml': 'harbour: {type: place, name: Harbour}\nforum: {type: event, name: Forum}\n',
  'documents/a.md': `---
date: 2022-10-20
entities: [ada, harbour, forum]
claims:
  - id: born
    quote: born on 10 December 1815
    subject: ada
    property: born-on
    value: 1815-12-10
  - id: crowd
    quote: drew 200 people
    subject: forum
    property: attendance
    value: 200 people
---
Ada Byron, born on 10 December 1815, came to the Harbour. The Forum drew 200 people.
`,
  'documents/b.md': `---
date: 2022-10-21
entities: [forum, eve]
claims:
  - id: crowd
    quote: more than 300 people
    subject: forum
    property: attendance
    value: more than 300 people
    see: documents/a.md#crowd
---
The Forum had more than 300 people, Eve said. Evelyn was there.
`,
  'documents/c.md': `---
translation-of: documents/a.md
lang: zh
entities: [ada]
claims:
  - {id: born, quote: 生于1815年12月10日, subject: ada, property: born-on, value: 1815-12-10}
---
艾达生于1815年12月10日。
`,
  'documents/plain.md': 'Eve and the Harbour, untagged.\n',
};

/** What may be put in the place of what; the other way round as well. */
const SWAPS: readonly (readonly [string, string])[] = [
  ['ada', 'eve'],
  ['Ada Byron', 'Ada B.'],
  ['Evelyn', 'Harbour'],
  ['200 people', '250 people'],
  ['more than 300', 'nearly 200'],
  ['id: crowd', 'id: throng'],
  ['#crowd', '#throng'],
  ['1815-12-10', '1816-12-10'],
  ['10 December 1815', '11 December 1815'],
  ['property: attendance', 'property: turnout'],
  ['subject: forum', 'subject: fourm'],
  ['documents/a.md', 'documents/z.md'],
  ['type: person', 'type: place'],
  ['entities: [', 'entities: [harbour, '],
  ['---\n', '--\n'],
  ['date: 2022', 'date: 2021'],
  ['documents/*.md', 'documents/[ab].md'],
  ['version: 1', 'version: 1\nchecks: {unused-entity: error}'],
  [': ', ':'],
  ['\n', '\n\n'],
  ['. ', '. 😀 '],
];

/** The constants of Numerical Recipes: the same edits on every machine. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

describe('incremental work', function () {
  this.timeout(60_000);
  before(() => builtServer());
  afterEach(closeAll);
  after(endServers);

  for (const seed of [1, 2]) {
    it(`finds what work from scratch finds, after edits of every kind (${seed})`, async () => {
      const random = generator(seed);
      const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;
      const editor = await (await Editor.on(CORPUS)).settled();
      /** What is on disk, and what open documents hold instead. */
      const disk = new Map(Object.entries(CORPUS));
      const current = (path: string) => editor.documents.get(path)?.getText() ?? disk.get(path);
      const log: string[] = [];

      for (let round = 0; round < 2; round++) {
        for (let i = 0; i < 25; i++) {
          const path = pick(Object.keys(CORPUS));
          const kind = random(10);
          const isOpen = editor.documents.has(path);
          if (kind === 0 && isOpen) {
            log.push(`close ${path}`);
            editor.close(path);
          } else if (kind === 1 && !isOpen && path !== 'concord.yaml') {
            const event = disk.has(path) ? 'deleted' : 'created';
            log.push(`${event} ${path}`);
            if (event === 'deleted') {
              rmSync(join(editor.root, path));
              disk.delete(path);
            } else {
              write(editor.root, { [path]: CORPUS[path]! });
              disk.set(path, CORPUS[path]!);
            }
            editor.watched({ [path]: event });
          } else if (kind === 2 && !isOpen && disk.has(path)) {
            const text = mutated(disk.get(path)!, pick, random);
            log.push(`changed on disk ${path}`);
            write(editor.root, { [path]: text });
            disk.set(path, text);
            editor.watched({ [path]: 'changed' });
          } else {
            const text = current(path);
            if (text === undefined) continue;
            if (!isOpen) editor.open(path, text);
            const [before, after] = swapIn(text, pick, random);
            log.push(`edit ${path}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`);
            if (before !== undefined) editor.replace(path, before, after);
            else editor.change(path, { text: CORPUS[path]! });
            if (random(3) === 0) await editor.pull(pick(Object.keys(CORPUS)));
          }
        }
        const texts = Object.fromEntries(
          Object.keys(CORPUS).flatMap((path) => (current(path) === undefined ? [] : [[path, current(path)!]])),
        );
        const fresh = await (await Editor.on(texts, { own: true })).settled();
        await settledFor(editor);
        for (const path of Object.keys(CORPUS)) {
          const found = await plain(editor, path);
          assert.deepEqual(found, await plain(fresh, path), `${path} in round ${round}\n${log.join('\n')}`);
        }
        fresh.leave();
      }
    });
  }
});

/** All that was told has been taken in: the watcher's events wait a little for others that belong to them. */
async function settledFor(editor: Editor): Promise<void> {
  write(editor.root, { 'documents/mark.md': 'x' });
  editor.watched({ 'documents/mark.md': 'created' });
  await new Promise((resolve) => setTimeout(resolve, 80));
  rmSync(join(editor.root, 'documents/mark.md'));
  editor.watched({ 'documents/mark.md': 'deleted' });
  await new Promise((resolve) => setTimeout(resolve, 80));
  await editor.settled();
}

/** Diagnostics in an order and with names of files that do not tell one server from the other. */
async function plain(editor: Editor, path: string): Promise<readonly Diagnostic[]> {
  const text = JSON.stringify(await editor.diagnostics(path))
    .split(editor.uri(''))
    .join('');
  return JSON.parse(text);
}

type Pick = <T>(list: readonly T[]) => T;

/** A place of `text` and what comes there; no place where the whole is to be put back. */
function swapIn(text: string, pick: Pick, random: (below: number) => number): readonly [string | undefined, string] {
  if (random(12) === 0) return [undefined, ''];
  for (let i = 0; i < 20; i++) {
    const swap = pick(SWAPS);
    const [before, after] = random(2) === 0 ? swap : [swap[1], swap[0]];
    if (text.includes(before)) return [before, after];
  }
  return [undefined, ''];
}

function mutated(text: string, pick: Pick, random: (below: number) => number): string {
  const [before, after] = swapIn(text, pick, random);
  return before === undefined ? text : text.replace(before, () => after);
}
