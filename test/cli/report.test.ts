import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fileNameOf } from '../../server/src/cli/site/addresses.ts';
import { concord } from './memory.ts';
import { CHECKOUT, folderOf, Program, remove, temporaryFolder, write } from './program.ts';
import { brokenLinks, filesOf } from './site.ts';

const LONG = '长'.repeat(500);
const MARKUP = '<img src=x onerror=alert(1)>';

/** What a report has to bear. */
const HOSTILE = {
  'concord.yaml': 'version: 1\nlanguages: [en, zh, ar]\n',
  'entities/all.yaml': `
ada: {type: person, name: {en: Ada, zh: 阿达}, description: "${MARKUP}"}
Ada: {type: person, name: "${MARKUP}"}
ADA: {type: person, name: ${LONG}}
con: {type: organization, name: {ar: وزارة الخارجية}}
..: {type: place, name: Dots}
a.b: {name: "</title><script>alert(1)</script>"}
中国: {type: place, name: {zh: 中国}, facts: [{property: located-in, value: con, source: "javascript:alert(1)"}]}
`,
  'documents/a.md': `---
title: "</script><b>${LONG}"
date: 2022-10-20
lang: not-a-language
source: {publisher: "${MARKUP}", url: "javascript:alert(1)"}
entities: [ada, Ada, ADA, con, 中国]
claims:
  - {id: "n", quote: 200 people, subject: ada, property: attendance, value: 200, by: con}
  - {id: "\\"><script>", quote: gone, subject: con, property: count, value: 1, of: x}
---
# ![picture](https://evil.example/a.png) <script>alert(1)</script>

Ada and 阿达 saw 200 people of 中国. ${LONG} ${MARKUP}
`,
  'documents/A.md': `---
title: خبر عاجل
date: 2022-11
lang: ar
entities: [con, ada]
claims:
  - {id: n, quote: ٢٠٠ شخص, subject: ada, property: attendance, value: 300, at: 2022-10-20}
---
قالت وزارة الخارجية: ٢٠٠ شخص. Ada
`,
  'documents/b.zh.md': `---
lang: zh
translation-of: documents/a.md
entities: [ada]
claims:
  - {id: n, quote: 三百人, subject: ada, property: attendance, value: 300, at: 2022-10-20}
---
阿达见到三百人。
`,
  'documents/plain.txt': 'Nothing is annotated here. Ada.\n',
  'documents/<odd> & "name".md': '---\nentities: [nobody, ada]\n---\nAda.\n',
  'documents/empty.md': '',
  'documents/broken.md': '---\nentities: [ada\n---\nAda.\n',
};

describe('concord report', function () {
  this.timeout(120_000);
  let program: Program;
  const folders: string[] = [];
  const corpus = (files: Readonly<Record<string, string>> = HOSTILE): string => {
    const folder = folderOf(files);
    folders.push(folder);
    return folder;
  };
  const empty = (): string => {
    const folder = temporaryFolder();
    folders.push(folder);
    return folder;
  };

  before(async () => {
    program = await Program.build({ views: true });
  });
  after(() => {
    program?.remove();
    for (const folder of folders) remove(folder);
  });

  const report = (cwd: string, ...args: string[]) => program.run(['report', ...args], cwd);
  const written = async (cwd: string, ...args: string[]): Promise<ReadonlyMap<string, string>> => {
    const out = join(empty(), 'site');
    const { code, stderr } = await report(cwd, '-o', out, ...args);
    assert.equal(code, 0, stderr);
    return filesOf(out);
  };

  it('writes a page for every document and entity, in which every link leads somewhere', async () => {
    const site = await written(corpus());
    const count = (folder: string) => [...site.keys()].filter((path) => path.startsWith(`${folder}/`)).length;
    assert.deepEqual([count('documents'), count('entities'), count('translations')], [7, 7, 1]);
    for (const path of ['index.html', 'findings.html', 'search.html', 'report.css', 'report.js', 'search-index.js']) {
      assert.ok(site.has(path), path);
    }
    assert.deepEqual(brokenLinks(site), []);
    const lower = [...site.keys()].map((path) => path.toLowerCase());
    assert.equal(new Set(lower).size, lower.length, 'names that differ in case alone are one name on many systems');
    for (const path of site.keys()) assert.match(path, /^(?:[a-z]+\/)?[a-z0-9_-]{1,80}\.[a-z]+$/);
  });

  it('writes the example so that every link leads somewhere', async () => {
    assert.deepEqual(brokenLinks(await written(join(CHECKOUT, 'client/example'))), []);
  });

  it('shows what looks like markup as text, and fetches nothing', async () => {
    const site = await written(corpus());
    for (const [path, html] of site) {
      if (!path.endsWith('.html')) continue;
      const tags = html.replace(/<script src="(?:\.\.\/)?(?:report|search-index)\.js" defer><\/script>/g, '');
      assert.doesNotMatch(tags, /<(?:script|img|iframe|object|b>长)|\son\w+="|style="|href="javascript/i, path);
      assert.match(html, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; /);
      assert.doesNotMatch(html, /<(?:link|script)[^>]*https?:/);
    }
    assert.ok([...site.values()].some((html) => html.includes('&lt;img src=x onerror=alert(1)>')));
    assert.doesNotMatch(site.get('report.css')!, /url\(|@import/);
  });

  it('gives the same bytes for the same corpus', async () => {
    const folder = corpus();
    const [first, second] = [await written(folder), await written(folder)];
    assert.deepEqual([...first], [...second]);
  });

  it('writes a corpus that holds nothing, and one without a date', async () => {
    const site = await written(corpus({ 'concord.yaml': 'version: 1\n' }));
    assert.match(site.get('index.html')!, /This corpus holds nothing yet\./);
    assert.match(site.get('findings.html')!, /No findings\./);
    assert.deepEqual(brokenLinks(site), []);
    const undated = await written(corpus({ 'concord.yaml': 'version: 1\n', 'a.md': '---\nentities: []\n---\nx\n' }));
    assert.match(undated.get('index.html')!, /Without a date/);
  });

  it('speaks the language that is asked for, else that of the system', async () => {
    const folder = corpus();
    assert.match((await written(folder, '--locale', 'zh')).get('index.html')!, /<html lang="zh">.*总览/s);
    const out = join(empty(), 'site');
    await program.run(['report', '-o', out], folder, { LANG: 'zh_CN.UTF-8' });
    assert.match(readFileSync(join(out, 'index.html'), 'utf8'), /<html lang="zh-CN">/);
  });

  it('brings a report up to date, and leaves alone what is not its own', async () => {
    const folder = corpus();
    const out = join(empty(), 'site');
    await report(folder, '-o', out);
    const before = filesOf(out);
    write(out, { CNAME: 'example.org', 'documents/mine.html': 'mine' });
    const stale = [...before.keys()].filter((path) => path.includes('plain') || path.includes('empty'));
    const [plain, gone] = stale as [string, string];
    writeFileSync(join(out, plain), 'somebody has written here');
    rmSync(join(folder, 'documents/plain.txt'));
    rmSync(join(folder, 'documents/empty.md'));
    const { code, stderr } = await report(folder, '-o', out);
    assert.equal(code, 0);
    assert.match(stderr, /1 removed, 1 page of before kept/);
    assert.ok(!existsSync(join(out, gone)) && existsSync(join(out, plain)));
    assert.equal(readFileSync(join(out, 'CNAME'), 'utf8'), 'example.org');
    assert.equal(readFileSync(join(out, 'documents/mine.html'), 'utf8'), 'mine');
    assert.match((await report(folder, '-o', out)).stderr, / 0 written/);
  });

  describe('writes nothing', () => {
    const refused = async (out: string, expected: RegExp, cwd = corpus()): Promise<void> => {
      const { code, stdout, stderr } = await report(cwd, '-o', out);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, expected);
      assert.equal(stderr.split('\n').length, 2, 'one line');
    };

    it('into a folder that is no report, not even that of the corpus', async () => {
      const folder = corpus();
      const before = filesOf(folder);
      await refused('.', /holds something that is no report/, folder);
      await refused('documents', /holds something that is no report/, folder);
      await refused('concord.yaml', /is no folder/, folder);
      await refused('concord.yaml/site', /system says|no folder/, folder);
      assert.deepEqual(filesOf(folder), before);
    });

    it('over a file of somebody else, or through a link that leads out', async () => {
      const folder = corpus();
      const out = join(empty(), 'site');
      const outside = empty();
      await report(folder, '-o', out);
      const [page] = [...filesOf(out).keys()].filter((path) => path.startsWith('documents/'));
      rmSync(join(out, page!));
      symlinkSync(join(outside, 'target'), join(out, page!));
      await refused(out, /is in the way/, folder);
      rmSync(join(out, 'documents'), { recursive: true });
      symlinkSync(outside, join(out, 'documents'));
      await refused(out, /would be written outside/, folder);
      assert.deepEqual([...filesOf(outside)], []);
    });

    it('where the marker of a report names files that a report does not have', async () => {
      const out = empty();
      write(out, { 'concord-report.json': '{"version":1,"files":{"../../etc/passwd":"x"}}', 'a.html': 'x' });
      await refused(out, /cannot be read/);
      write(out, { 'concord-report.json': 'x' });
      await refused(out, /cannot be read/);
    });

    it('over the report before, where a file cannot be written', async () => {
      const folder = corpus();
      const out = join(empty(), 'site');
      await report(folder, '-o', out);
      const before = filesOf(out);
      // A folder where a page belongs: the others of the run have been prepared by then.
      rmSync(join(out, 'search-index.js'));
      mkdirSync(join(out, 'search-index.js'));
      write(folder, { 'documents/new.md': '---\nentities: [ada]\n---\nAda.\n' });
      const { code } = await report(folder, '-o', out);
      assert.equal(code, 2);
      rmSync(join(out, 'search-index.js'), { recursive: true });
      const after = filesOf(out);
      assert.deepEqual(
        [...after],
        [...before].filter(([path]) => path !== 'search-index.js'),
      );
    });

    it('where there is no corpus, or more than one', async () => {
      const nowhere = empty();
      await refused('site', /no corpus found/, nowhere);
      const two = corpus({ 'a/concord.yaml': 'version: 1\n', 'b/concord.yaml': 'version: 1\n' });
      await refused('site', /a report is of one corpus, and there are 2: a, b/, two);
      assert.ok(!existsSync(join(nowhere, 'site')) && !existsSync(join(two, 'site')));
    });

    it('but of the corpus that is named, though there is another in its folders', async () => {
      const outer = corpus({ 'concord.yaml': 'version: 1\n', 'b/concord.yaml': 'version: 1\n' });
      const out = join(empty(), 'site');
      const { code, stderr } = await report(outer, '-o', out);
      assert.deepEqual([code, existsSync(join(out, 'index.html'))], [0, true], stderr);
    });

    it('into a folder that nobody may write to', async function () {
      if (process.getuid?.() === 0) this.skip();
      const locked = empty();
      chmodSync(locked, 0o500);
      await refused(join(locked, 'site'), /system says EACCES/);
    });
  });

  it('says in a line what it does not understand', async () => {
    const one = async (...args: string[]) => (await concord(['report', ...args])).stderr;
    assert.match(await one('a', 'b'), /report takes one PATH/);
    assert.match(await one('--locale', 'no such language'), /--locale takes a language/);
    assert.match(await one('--ouptut', 'x'), /did you mean --output\?/);
    assert.match(await one('nowhere'), /nowhere does not exist/);
  });

  describe('in a browser', () => {
    const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
    let site: string;

    before(async () => {
      site = join(empty(), 'site');
      await report(join(CHECKOUT, 'client/example'), '-o', site);
      await report(corpus(), '-o', join(site, '../hostile'));
    });

    /** One of each kind. */
    const pagesOf = (folder: string): readonly string[] => {
      const files = [...filesOf(folder).keys()].filter((path) => path.endsWith('.html'));
      const some = (kind: string, few: number) => files.filter((path) => path.startsWith(`${kind}/`)).slice(0, few);
      return [
        'index.html',
        'findings.html',
        'search.html',
        ...some('documents', 3),
        ...some('entities', 3),
        ...some('translations', 1),
      ];
    };

    it('gives axe nothing to find, in light and in dark, and runs without an objection of its own policy', async () => {
      // Not a module of TypeScript.
      const { openPage } = await import('../vscode/harness/browser.mjs');
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, close } = await openPage({ width: colorScheme === 'light' ? 1280 : 390, height: 900 });
        try {
          await page.emulateMedia({ colorScheme });
          const complaints: string[] = [];
          page.on('console', (message) => {
            if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
          });
          page.on('pageerror', ({ message }) => complaints.push(message));
          page.on('request', (request) => {
            if (!request.url().startsWith('file:')) complaints.push(request.url());
          });
          for (const folder of [site, join(site, '../hostile')]) {
            for (const name of pagesOf(folder)) {
              await page.goto(pathToFileURL(join(folder, name)).href);
              await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
              const isWide = await page.evaluate(
                'document.documentElement.scrollWidth > document.documentElement.clientWidth',
              );
              assert.ok(!isWide, `${name} is wider than the window`);
              await page.evaluate(axe);
              const found = await page.evaluate(
                'axe.run({ preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))',
              );
              assert.deepEqual(found, [], name);
            }
          }
          assert.deepEqual(complaints, []);
        } finally {
          await close();
        }
      }
    });

    it('finds names in any script, by pinyin and by initials', async () => {
      const { openPage } = await import('../vscode/harness/browser.mjs');
      const { page, close } = await openPage();
      try {
        await page.goto(pathToFileURL(join(site, 'search.html')).href);
        for (const query of ['连志远', 'lian zhi', 'lianzhiyuan', 'lzy', 'LIAN']) {
          await page.fill('#query', query);
          const first = page.locator('#results a').first();
          assert.equal(await first.textContent(), 'Lian Zhiyuan', query);
        }
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await page.waitForURL(/entities\/lian-zhiyuan\.html$/);
      } finally {
        await close();
      }
    });
  });
});

describe('the names of files in a report', () => {
  it('are those of the ids, where every system can hold them', () => {
    assert.equal(fileNameOf('lian-zhiyuan'), 'lian-zhiyuan');
    for (const id of ['Ada', 'con', 'a.b', 'a_b', '中国', '..', '<img>', '-x', 'x'.repeat(500), '']) {
      assert.match(fileNameOf(id), /^[a-z0-9-]{0,48}_[0-9a-f]{12}$/, id);
    }
    assert.notEqual(fileNameOf('Ada'), fileNameOf('ADA'));
  });
});
