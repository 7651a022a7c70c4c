import assert from 'node:assert/strict';
import type { Files } from '../../server/src/cli/environment.ts';
import type { WorkingCorpus } from '../../server/src/cli/workingCorpus.ts';
import { finished } from '../../server/src/features/steps.ts';
import { Shelf } from '../../server/src/mcp/shelf.ts';

/** Files in memory on a file system whose clock ticks every ten seconds. */
class Slow {
  now = 100_000;
  reads = 0;
  private readonly files = new Map<string, { text: string; at: number }>();
  readonly disk = {
    kindOf: (path: string) => (this.files.has(path) ? 'file' : path === '/c' ? 'folder' : undefined),
    realPath: (path: string) => path,
    list: () => [...this.files.keys()].map((path) => path.slice('/c/'.length)).sort(),
    read: (path: string) => {
      this.reads++;
      const found = this.files.get(path);
      return found ? { text: found.text } : { problem: 'it is not there any more' };
    },
    stamp: (path: string) => {
      const found = this.files.get(path);
      return found && { mark: `${found.text.length}:${found.at}`, changed: found.at };
    },
  } as unknown as Files;

  put(path: string, text: string): void {
    this.files.set(`/c/${path}`, { text, at: Math.floor(this.now / 10_000) * 10_000 });
  }

  remove(path: string): void {
    this.files.delete(`/c/${path}`);
  }
}

const claim = (value: number) =>
  `---\nentities: [forum]\nclaims:\n  - {quote: ${value} people, subject: forum, property: attendance, value: ${value}}\n---\nThe Forum drew ${value} people.\n`;

const valuesIn = ({ library }: WorkingCorpus) =>
  [...library.corpus.documents.values()].flatMap(({ claims }) => claims.map(({ value }) => value)).sort();

describe('the corpus that is served', () => {
  const started = () => {
    const slow = new Slow();
    slow.put('concord.yaml', '');
    slow.put('entities/e.yaml', 'forum: {type: event, name: Forum}\n');
    slow.put('a.md', claim(100));
    const shelf = new Shelf('/c', slow.disk, () => slow.now);
    return { slow, values: () => valuesIn(finished(shelf.fresh())), shelf };
  };

  it('reads a file again that has changed within one moment of the file system', () => {
    const { slow, values } = started();
    assert.deepEqual(values(), ['100']);
    slow.put('a.md', claim(200));
    assert.deepEqual(values(), ['200']);
    slow.now += 1_000;
    slow.put('a.md', claim(300));
    assert.deepEqual(values(), ['300']);
  });

  it('reads nothing again that has not changed', () => {
    const { slow, values } = started();
    values();
    slow.now += 60_000;
    values();
    const before = slow.reads;
    for (let i = 0; i < 5; i++) values();
    assert.equal(slow.reads, before);
    slow.put('b.md', claim(400));
    slow.now += 60_000;
    assert.deepEqual(values(), ['100', '400']);
    slow.remove('a.md');
    assert.deepEqual(values(), ['400']);
  });

  it('takes new names into account in documents that have not changed, and settings in all', () => {
    const { slow, values, shelf } = started();
    slow.put('b.md', '---\nentities: [ada]\nclaims: []\n---\nAda.\n');
    const mentions = () => finished(shelf.fresh()).library.facts('b.md')?.mentions.ada ?? 0;
    assert.equal(mentions(), 0);
    slow.put('entities/more.yaml', 'ada: {type: person, name: Ada}\n');
    assert.equal(mentions(), 1);
    slow.put('concord.yaml', 'documents: a.md\n');
    assert.equal(mentions(), 0);
    assert.deepEqual(values(), ['100']);
    slow.put('concord.yaml', '');
    assert.equal(mentions(), 1);
  });

  it('goes on where somebody gave up', () => {
    const { slow, values, shelf } = started();
    for (let i = 0; i < 20; i++) slow.put(`d${i}.md`, claim(1_000 + i));
    const steps = shelf.fresh();
    for (let i = 0; i < 8; i++) assert.equal(steps.next().done, false);
    steps.return(undefined as never);
    slow.now += 60_000;
    assert.equal(values().length, 21);
  });

  it('says so where there is no corpus any more, and comes back with it', () => {
    const { slow, values } = started();
    values();
    slow.remove('concord.yaml');
    assert.throws(values, /no concord\.yaml/);
    slow.put('concord.yaml', '');
    assert.deepEqual(values(), ['100']);
  });
});
