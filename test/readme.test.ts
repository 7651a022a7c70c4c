/** The README says what is so: its generated parts do not lag, its examples hold, its links and pictures exist. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFixture, libraryOf } from './fixture.ts';
import { exampleFiles, findingLines, README, ROOT, withGeneratedParts } from './generate/readme.ts';

const readme = readFileSync(README, 'utf8');

const example = exampleFiles(readme);

describe('the README', () => {
  it('has the generated parts as they ought to be (UPDATE=1 writes them)', () => {
    const expected = withGeneratedParts(readme);
    if (process.env.UPDATE) writeFileSync(README, expected);
    else assert.equal(readme, expected);
  });

  describe('its example', () => {
    const [settings, records, first, second] = [...example.keys()];
    /** The findings once one file has been changed. */
    const changed = (path: string, from: string, to: string) => {
      assert.ok(example.get(path)!.includes(from), from);
      return findingLines(new Map(example).set(path, example.get(path)!.replace(from, to)));
    };

    it('has settings, records and two documents', () => {
      assert.equal(settings, 'concord.yaml');
      assert.match(records!, /^entities\/.*\.yaml$/);
      assert.match(first!, /^documents\/.*\.md$/);
      assert.equal(example.size, 4);
    });

    it('is without findings as long as there is one document', () => {
      const files = new Map([...example].filter(([path]) => path !== second));
      checkFixture([...files].map(([path, text]) => `-- ${path} --\n${text}`).join(''));
      const { corpus } = libraryOf(files);
      assert.equal(corpus.documents.get(first!)?.claims.length, 2);
    });

    it('has the finding that it is about, and no other, with the second', () => {
      const lines = findingLines(example);
      assert.equal(lines.length, 1);
      assert.ok(lines[0]!.startsWith(`${second}:13:12: error[conflicting-quantity]`), lines[0]);
    });

    it('is without findings when the scope is said, as the text says', () => {
      const scope = 'readers of the first morning';
      assert.ok(readme.includes(`\`among: ${scope}\``));
      assert.deepEqual(changed(first!, 'among: {en: readers, zh: 读者}', `among: ${scope}`), []);
    });

    it('is without findings when the difference is accepted, as the text shows', () => {
      const accept = /^```yaml\n(accept:\n[\s\S]*?)^```$/m.exec(readme)![1]!;
      const indented = accept.trimEnd().replaceAll('\n', '\n    ');
      assert.deepEqual(changed(second!, '    value: 320名', `    value: 320名\n    ${indented}`), []);
    });
  });

  describe('its links', () => {
    const targets = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
    const [first] = readme.split('\n## ');

    it('lead to files and headings that exist', () => {
      const headings = [...readme.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
        heading!
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N} -]/gu, '')
          .replaceAll(' ', '-'),
      );
      const broken = targets.filter((target) =>
        target.startsWith('#')
          ? !headings.includes(target.slice(1))
          : !/^https:/.test(target) && !existsSync(join(ROOT, target.replace(/#.*/, ''))),
      );
      assert.deepEqual(broken, []);
    });

    it('show each picture once, the first of them at the top, and none is heavy', () => {
      const shown = [...readme.matchAll(/!\[[^\]]{10,}\]\((client\/media\/[^)]+)\)/g)].map(([, path]) => path!);
      const there = readdirSync(join(ROOT, 'client/media'))
        .filter((name) => name.endsWith('.png') && name !== 'icon.png')
        .map((name) => `client/media/${name}`);
      assert.deepEqual([...shown].sort(), there.sort());
      assert.ok(first!.includes(shown[0]!));
      const sizes = shown.map((path) => statSync(join(ROOT, path)).size);
      assert.ok(Math.max(...sizes) <= 60_000, `${sizes}`);
      assert.ok(sizes.reduce((sum, size) => sum + size) <= 450_000, `${sizes}`);
    });
  });

  it('names every script that somebody runs', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const named = [...readme.matchAll(/`npm (?:run )?([a-z\d:]+)/g)].map(([, name]) => name!);
    for (const name of named)
      assert.ok(['install', 'link', 'pack'].includes(name) || name in scripts, `npm run ${name}`);
    for (const name of ['start', 'test']) assert.ok(named.includes(name), name);
  });

  it('mentions every command and every setting', () => {
    const { contributes } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const names = [
      ...contributes.commands.map(({ command }: { command: string }) => command),
      ...Object.keys(contributes.configuration.properties),
    ];
    assert.ok(names.length > 5);
    assert.deepEqual(
      names.filter((name) => !readme.includes(`\`${name}\``)),
      [],
    );
  });

  it('promises privacy, and the source holds it: nothing reaches the network, nothing but git is executed', () => {
    const git = join(ROOT, 'server/src/nodeGit.ts');
    const runner = readFileSync(git, 'utf8');
    assert.match(runner, /import \{ spawnSync \} from 'node:child_process';/);
    assert.deepEqual(runner.match(/spawnSync\(\s*'git',/g)?.length, 1);
    assert.equal(runner.match(/spawnSync\b/g)!.length, 2);
    assert.ok(!/shell/.test(runner.replace(/\/\*\*[\s\S]*?\*\//g, '')));
    const forbidden =
      /\b(from|import\(|require\() ?['"](node:)?(child_process|cluster|dgram|dns|http|http2|https|inspector|net|tls|vm)(\/promises)?['"]|\b(fetch|eval|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\s*\(|\bnew Function\b/;
    const sources = ['server/src', 'client/src'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(ROOT, folder, name)),
    );
    assert.ok(sources.length > 100);
    assert.deepEqual(
      sources.filter((path) => path !== git && forbidden.test(readFileSync(path, 'utf8'))),
      [],
    );
  });
});
