/** What documents say is kept from one run of the server to the next, and believed only where nothing has changed. */

import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import type { Environment, Store } from '../../server/src/lsp/environment.ts';
import { Project } from '../../server/src/lsp/project.ts';
import { indexIn } from '../../server/src/nodeIndex.ts';

const ROOT = URI.parse('file:///corpus');
const never = () => false;

const FILES: Readonly<Record<string, string>> = {
  'concord.yaml': 'version: 1\n',
  'entities/people.yaml':
    'ada: {type: person, name: Ada Lovell}\nconstructor: {type: person, name: Bo}\n__proto__: {type: person, name: Cy}\n',
  'documents/a.md':
    '---\ndate: 2024-05-01\nentities: [ada, constructor, __proto__]\n---\nAda Lovell met Bo. Cy came.\n',
  'documents/b.md':
    '---\ndate: 2024-05-02\nentities: [ada]\nclaims:\n  - quote: spoke to 40 guests\n    subject: ada\n    property: count\n    value: 40\n    of: guests\n---\nAda Lovell spoke to 40 guests. Cyan flags flew.\n',
  'documents/c.md': '---\nentities: [bo]\n---\nNobody.\n',
};

/** A corpus in memory with what is kept of it, and which documents were read. */
class Machine {
  readonly files = new Map(Object.entries(FILES));
  readonly sections = new Map<string, string>();
  read: string[] = [];
  canTell = true;
  canWrite = true;

  async start(): Promise<Project> {
    this.read = [];
    const project = new Project(ROOT, this.files.get('concord.yaml') ?? '', this.environment());
    await project.load([...this.files.keys()], () => {}, never);
    project.library.refresh(never);
    return project;
  }

  async stop(project: Project): Promise<void> {
    await project.save(never);
  }

  private environment(): Environment {
    const readNow = ({ path }: URI) => {
      const name = path.slice('/corpus/'.length);
      if (name.startsWith('documents/')) this.read.push(name);
      const text = this.files.get(name);
      return text === undefined ? { problem: 'it is not there' } : { text };
    };
    const store: Store = {
      sections: () => [...this.sections.keys()],
      read: (section) => this.sections.get(section),
      write: (section, text) => this.canWrite && this.sections.set(section, text) !== undefined,
      remove: (section) => void this.sections.delete(section),
      markOf: (path) => (this.canTell ? this.files.get(path) : undefined),
      digestOf: (text) => `${text.length}:${text}`.replaceAll('\n', ' '),
    };
    return {
      list: async () => [...this.files.keys()],
      read: readNow,
      readNow,
      rootAbove: async () => ROOT,
      page: () => undefined,
      pageAddress: () => undefined,
      loadHtmlReader: () => Promise.reject(new Error('no pages here')),
      store: () => store,
      pause: async () => {},
    };
  }
}

/** What a corpus says of its documents, as it is written. */
const said = (project: Project): unknown =>
  JSON.parse(
    JSON.stringify([
      [...project.corpus.documents.values()],
      ['ada', 'constructor', '__proto__', 'bo'].map((id) => project.corpus.usage(id)),
    ]),
  );

describe('the index that is kept', () => {
  it('spares the next run all that has not changed', async () => {
    const machine = new Machine();
    const first = await machine.start();
    assert.deepEqual(machine.read.sort(), ['documents/a.md', 'documents/b.md', 'documents/c.md']);
    await machine.stop(first);
    const second = await machine.start();
    assert.deepEqual(machine.read, []);
    assert.deepEqual(said(second), said(first));
    machine.files.set('documents/b.md', FILES['documents/b.md']!.replaceAll('40', '41'));
    const third = await machine.start();
    assert.deepEqual(machine.read, ['documents/b.md']);
    assert.deepEqual(
      third.facts('documents/b.md')?.claims.map(({ value }) => value),
      ['41'],
    );
  });

  it('knows a document by its content where the file system cannot tell', async () => {
    const machine = new Machine();
    machine.canTell = false;
    await machine.stop(await machine.start());
    machine.files.set('documents/c.md', '---\nentities: [ada]\n---\nAda Lovell.\n');
    const second = await machine.start();
    assert.equal(machine.read.length, 3);
    assert.equal(second.corpus.usage('ada').documents, 3);
    // Now it can, and the one that stayed the same is read no more.
    machine.canTell = true;
    await machine.stop(await machine.start());
    await machine.start();
    assert.deepEqual(machine.read, []);
  });

  it('counts mentions again where the records have other names', async () => {
    const machine = new Machine();
    await machine.stop(await machine.start());
    machine.files.set('entities/people.yaml', FILES['entities/people.yaml']!.replace('Ada Lovell', 'Ada Lowell'));
    const second = await machine.start();
    const fresh = new Machine();
    fresh.files.set('entities/people.yaml', machine.files.get('entities/people.yaml')!);
    assert.deepEqual(said(second), said(await fresh.start()));
    assert.equal(second.corpus.usage('ada').mentions, 0);
  });

  it('forgets documents that are gone, and takes in new ones', async () => {
    const machine = new Machine();
    await machine.stop(await machine.start());
    machine.files.delete('documents/b.md');
    machine.files.set('documents/d.md', '---\nentities: [ada]\n---\nAda Lovell.\n');
    const second = await machine.start();
    assert.deepEqual([...second.corpus.documents.keys()].sort(), [
      'documents/a.md',
      'documents/c.md',
      'documents/d.md',
    ]);
    await machine.stop(second);
    assert.ok(![...machine.sections.values()].some((text) => text.includes('documents/b.md')));
  });

  it('keeps nothing of what is open and not saved', async () => {
    const machine = new Machine();
    const first = await machine.start();
    first.opened('documents/c.md', 'file:///corpus/documents/c.md', '---\nentities: [ada]\n---\nAda Lovell.\n');
    await machine.stop(first);
    const second = await machine.start();
    assert.deepEqual(machine.read, ['documents/c.md']);
    assert.deepEqual(second.facts('documents/c.md')?.declared, ['bo']);
  });

  const damages: Readonly<Record<string, (text: string) => string>> = {
    'cut off': (text) => text.slice(0, text.length / 2),
    empty: () => '',
    'no text of ours': () => '\u0000\n{}',
    'changed in one place': (text) => text.replace('guests', 'ghosts'),
    'of another format': (text) => text.replace('"format":1', '"format":0'),
    'a list': (text) => `[]\n${text}`,
    nothing: (text) => `null\n${text}`,
  };
  for (const [name, damage] of Object.entries(damages)) {
    it(`reads everything again where a section is damaged: ${name}`, async () => {
      const machine = new Machine();
      const first = await machine.start();
      await machine.stop(first);
      for (const [section, text] of machine.sections) machine.sections.set(section, damage(text));
      const second = await machine.start();
      assert.equal(machine.read.length, 3);
      assert.deepEqual(said(second), said(first));
      await machine.stop(second);
      await machine.start();
      assert.deepEqual(machine.read, []);
    });
  }

  it('goes on where nothing can be written', async () => {
    const machine = new Machine();
    machine.canWrite = false;
    const first = await machine.start();
    await machine.stop(first);
    assert.equal(machine.sections.size, 0);
    assert.deepEqual(said(await machine.start()), said(first));
  });

  it('writes what has changed, and nothing else', async () => {
    const machine = new Machine();
    for (let i = 0; i < 1_000; i++)
      machine.files.set(`documents/${i}.md`, `---\nentities: [ada]\n---\nAda Lovell ${i}.\n`);
    const first = await machine.start();
    await machine.stop(first);
    const sections = machine.sections.size;
    assert.ok(sections >= 6 && sections <= 12, `${sections}`);
    const before = new Map(machine.sections);
    const second = await machine.start();
    machine.files.set('documents/7.md', '---\nentities: [ada, constructor]\n---\nAda Lovell.\n');
    await second.relist([...machine.files.keys()], new Set(['documents/7.md']), never);
    await machine.stop(second);
    assert.equal([...machine.sections].filter(([section, text]) => before.get(section) !== text).length, 1);
  });
});

describe('the folder of the index', () => {
  let folder: string;
  let corpus: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'concord-test-'));
    corpus = join(folder, 'corpus');
    mkdirSync(corpus);
    writeFileSync(join(corpus, 'a.md'), 'one');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const cache = () => join(folder, 'cache');
  const store = (...programs: string[]) => indexIn(cache(), corpus, programs);

  it('holds a section until it is removed, for its user alone', () => {
    const one = store();
    assert.deepEqual(one.sections(), []);
    assert.equal(one.write('4-1', 'text 文'), true);
    assert.deepEqual(store().sections(), ['4-1']);
    assert.equal(store().read('4-1'), 'text 文');
    assert.equal(store().read('4-2'), undefined);
    const [own] = readdirSync(cache());
    assert.equal(statSync(join(cache(), own!)).mode & 0o77, 0);
    assert.equal(statSync(join(cache(), own!, '4-1')).mode & 0o77, 0);
    one.remove('4-1');
    assert.deepEqual(one.sections(), []);
  });

  it('is another for another build, and for another corpus', () => {
    const program = join(folder, 'node.js');
    writeFileSync(program, '1');
    store(program).write('1-0', 'x');
    assert.deepEqual(store(program).sections(), ['1-0']);
    writeFileSync(program, '22');
    assert.deepEqual(store(program).sections(), []);
    assert.deepEqual(indexIn(cache(), folder, [program]).sections(), []);
  });

  it('is not certain of a file that was just written, nor of one that is not there', () => {
    assert.equal(store().markOf('a.md'), undefined);
    assert.equal(store().markOf('b.md'), undefined);
  });

  it('says that it could not write, and throws nothing', () => {
    writeFileSync(cache(), 'a file where the folder should be');
    const one = store();
    assert.deepEqual(one.sections(), []);
    assert.equal(one.write('1-0', 'x'), false);
    one.remove('1-0');
    assert.equal(readFileSync(cache(), 'utf8'), 'a file where the folder should be');
  });

  it('lets corpora go that nobody has opened for longest', () => {
    for (let i = 0; i < 40; i++) {
      const one = indexIn(cache(), join(folder, `${i}`), []);
      one.write('1-0', 'x');
    }
    for (const [i, name] of readdirSync(cache()).entries()) utimesSync(join(cache(), name), i, i);
    writeFileSync(join(cache(), 'another file'), '');
    store().sections();
    const left = readdirSync(cache());
    assert.equal(left.length, 31);
    assert.ok(left.includes('another file'));
  });
});
