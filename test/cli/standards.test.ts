/** The formats that others have defined, read by what others have written: schema, parsers and writers. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import fc from 'fast-check';
import { parse as parseJUnit } from 'junit2json';
import { listFiles, readPage } from '../../server/src/nodeFiles.ts';
import { parseFixture } from '../fixture.ts';
import { casesIn } from '../quality/cases.ts';
import { concord, parsed } from './memory.ts';
import { CHECKOUT } from './program.ts';

const EXAMPLE = join(CHECKOUT, 'client/example');
const example = Object.fromEntries(listFiles(EXAMPLE).map((path) => [path, readFileSync(join(EXAMPLE, path), 'utf8')]));
const pages = Object.fromEntries(
  ['conflicting-quantity', 'quote-not-found', 'unknown-key'].map((code) => [code, readPage(code)!]),
);

const ACCEPTED = {
  'concord.yaml': 'version: 1\n',
  'entities/p.yaml': 'ada: {type: person, name: Ada}\n',
  'a b%.md': `---
entities: [ada]
claims:
  - id: born
    quote: Ada was born
    subject: ada
    property: born-on
    value: 1815-12-10
    accept: {quote-ambiguous: "said twice, \\"in\\" <words> & more"}
titel: x
---
Ada was born. Ada was born.
`,
};

// biome-ignore lint/suspicious/noExplicitAny: what a program would get.
type Log = any;

const schema = JSON.parse(
  readFileSync(join(CHECKOUT, 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
);
/** Of draft 4, which the validator has left behind: nothing in it means something else by now. */
const { $schema: _, id: __, ...rules } = schema;
const isSarif = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile<Log>(
  rules,
);

async function sarifOf(files: Readonly<Record<string, string>>, ...args: string[]): Promise<Log> {
  const log = parsed(await concord(['check', '--format', 'sarif', ...args], { files, pages }));
  assert.ok(isSarif(log), JSON.stringify(isSarif.errors?.slice(0, 3), null, 1));
  return log;
}

describe('concord check --format sarif', () => {
  it('is valid by the schema of OASIS, for the example and for nothing', async () => {
    const { runs } = await sarifOf(example);
    assert.ok(runs[0].results.length >= 10, `${runs[0].results.length}`);
    assert.equal(runs[0].columnKind, 'utf16CodeUnits');
    assert.deepEqual((await sarifOf({ 'concord.yaml': 'version: 1\n' })).runs[0].results, []);
  });

  it('is valid for every labelled case', async function () {
    this.timeout(120_000);
    const cases = ['structure', 'consistency'].flatMap((folder) => casesIn(join(__dirname, '../quality', folder)));
    for (const { source } of cases.filter((_, i) => i % 5 === 0)) {
      await sarifOf({ 'concord.yaml': 'version: 1\n', ...Object.fromEntries(parseFixture(source).files) });
    }
  });

  it('names files, places, the other side, rules with their pages, and fixes', async () => {
    const { runs } = await sarifOf(example);
    const [{ tool, results, originalUriBaseIds }] = runs;
    assert.equal(originalUriBaseIds.SRCROOT.uri, 'file:///desk/');
    const conflict = results.find((one: Log) => one.ruleId === 'conflicting-quantity');
    assert.equal(conflict.level, 'error');
    assert.match(conflict.locations[0].physicalLocation.artifactLocation.uri, /^documents\/[^ ]+$/);
    const { region } = conflict.locations[0].physicalLocation;
    const text = decodeURIComponent(conflict.locations[0].physicalLocation.artifactLocation.uri);
    const line = example[text]!.split('\n')[region.startLine - 1]!;
    assert.equal(line.slice(region.startColumn - 1, region.endColumn - 1), region.snippet.text);
    assert.ok(conflict.relatedLocations.length > 0);
    const rule = tool.driver.rules[conflict.ruleIndex];
    assert.equal(rule.id, 'conflicting-quantity');
    assert.equal(rule.name, 'ConflictingQuantity');
    assert.match(rule.help.markdown, /^# conflicting-quantity\n/);
    assert.doesNotMatch(rule.help.text, /````/);
    const mended = results.filter((one: Log) => one.fixes);
    assert.ok(mended.length > 3);
    assert.equal(typeof mended[0].fixes[0].properties.safe, 'boolean');
  });

  it('gives fixes that, made, are what --fix makes', async () => {
    const { runs } = await sarifOf(ACCEPTED);
    const result = runs[0].results.find((one: Log) => one.ruleId === 'unknown-key');
    const [change] = result.fixes[0].artifactChanges;
    assert.equal(change.artifactLocation.uri, 'a%20b%25.md');
    const [{ deletedRegion: region, insertedContent }] = change.replacements;
    const lines = ACCEPTED['a b%.md'].split('\n');
    const line = lines[region.startLine - 1]!;
    lines[region.startLine - 1] =
      line.slice(0, region.startColumn - 1) + insertedContent.text + line.slice(region.endColumn - 1);
    const { files } = await concord(['check', '--fix'], { files: ACCEPTED });
    assert.equal(lines.join('\n'), files.get('/desk/a b%.md'));
  });

  it('tells accepted findings as suppressed, with the reason, where they are asked for', async () => {
    const suppressed = (log: Log) => log.runs[0].results.filter((one: Log) => one.suppressions);
    assert.deepEqual(suppressed(await sarifOf(ACCEPTED)), []);
    const [result] = suppressed(await sarifOf(ACCEPTED, '--show-accepted'));
    assert.deepEqual(result.suppressions, [
      { kind: 'inSource', status: 'accepted', justification: 'said twice, "in" <words> & more' },
    ]);
    assert.equal(result.locations[0].logicalLocations[0].fullyQualifiedName, 'a b%.md#born');
  });

  it('names files from the workspace of GitHub, and never leaves it', async () => {
    const files = Object.fromEntries(Object.entries(example).map(([path, text]) => [`sub/corpus/${path}`, text]));
    const options = { files, pages, cwd: '/desk/sub', variables: { GITHUB_WORKSPACE: '/desk' } };
    const log = parsed(await concord(['check', '--format', 'sarif'], options));
    assert.match(
      log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri,
      /^sub\/corpus\/documents\//,
    );
    assert.equal(log.runs[0].originalUriBaseIds.SRCROOT.uri, 'file:///desk/');
    const aside = parsed(await concord(['check', '--format', 'sarif', '../sub/corpus'], { files, cwd: '/desk/other' }));
    assert.ok(isSarif(aside as unknown));
    const { artifactLocation } = aside.runs[0].results[0].locations[0].physicalLocation;
    assert.match(artifactLocation.uri, /^file:\/\/\/desk\/sub\/corpus\/documents\//);
    assert.equal(artifactLocation.uriBaseId, undefined);
  });
});

describe('the fingerprints of findings', () => {
  const prints = async (files: Readonly<Record<string, string>>) =>
    (await sarifOf(files)).runs[0].results
      // That is what moving lines of a body does to it.
      .filter((one: Log) => one.ruleId !== 'body-changed')
      .map((one: Log) => `${one.ruleId} ${one.partialFingerprints['concordFinding/v1']}`)
      .sort();

  it('differ between findings', async () => {
    const all = await prints(example);
    assert.equal(new Set(all).size, all.length);
    for (const print of all) assert.match(print, /^[a-z-]+ [\da-f]{32}:\d+$/);
  });

  it('stay while lines move, texts are wrapped anew and line ends change', async () => {
    const before = await prints(example);
    const moved = (path: string, text: string) =>
      /\.(?:md|txt)$/.test(path)
        ? text.replace(/^---\n/, '---\n# a comment\n\n').replace(/(\n---\n)/, '$1\nA paragraph before all others.\n\n')
        : path.endsWith('concord.yaml')
          ? text
          : `# a comment\n\n${text}`;
    const files = Object.fromEntries(Object.entries(example).map(([path, text]) => [path, moved(path, text)]));
    assert.deepEqual(await prints(files), before);
    const crlf = Object.fromEntries(
      Object.entries(example).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]),
    );
    assert.deepEqual(await prints(crlf), before);
  });

  it('are numbered where findings are alike', async () => {
    const claim = '  - {quote: Ada, subject: nobody, property: said, value: x}\n';
    const files = { 'concord.yaml': 'version: 1\n', 'a.md': `---\nclaims:\n${claim}${claim}---\nAda.\n` };
    const all = (await prints(files)).filter((one: string) => one.startsWith('unresolved-entity'));
    assert.equal(all.length, 2);
    assert.equal(all[0].replace(/:1$/, ':2'), all[1]);
  });
});

describe('concord check --format junit', () => {
  const junit = async (files: Readonly<Record<string, string>>, ...args: string[]) => {
    const { stdout, code } = await concord(['check', '--format', 'junit', ...args], { files });
    // biome-ignore lint/suspicious/noExplicitAny: what a program would get.
    return { code, suites: (await parseJUnit(stdout)) as any };
  };

  it('fails what makes the command fail, and counts what was checked', async () => {
    const { suites, code } = await junit(example);
    assert.equal(code, 1);
    const report = parsed(await concord(['check', '--format', 'json'], { files: example }));
    const count = (severity: string) => report.findings.filter((one: Log) => one.severity === severity).length;
    assert.equal(suites.failures, count('error'));
    const cases = suites.testsuite.flatMap((suite: Log) => suite.testcase);
    assert.equal(suites.tests, cases.length);
    assert.equal(cases.filter((one: Log) => one.failure).length, count('error'));
    assert.ok(cases.some((one: Log) => one.name === 'no findings'));
    const strict = await junit(example, '--max-warnings', '0');
    assert.equal(strict.suites.failures, count('error') + count('warning'));
  });

  it('skips what was accepted, with the reason', async () => {
    const { suites, code } = await junit(ACCEPTED, '--show-accepted');
    assert.equal(code, 0);
    const [skipped] = suites.testsuite.flatMap((suite: Log) => suite.testcase.filter((one: Log) => one.skipped));
    assert.match(skipped.name, /^quote-ambiguous \(\d+:\d+\)$/);
    assert.equal(skipped.skipped[0].message, 'said twice, "in" <words> & more');
  });

  it('is XML whatever a document says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        const quote = JSON.stringify(text).replaceAll('\u2028', ' ').replaceAll('\u2029', ' ');
        const files = {
          'concord.yaml': 'version: 1\n',
          'a.md': `---\nclaims:\n  - {quote: ${quote}, subject: ${quote}, property: said, value: x}\n---\nBody.\n`,
        };
        await junit(files);
      }),
      { numRuns: 40 },
    );
  });
});

describe('concord check --format github', () => {
  /** What the toolkit of GitHub writes for the same annotations. */
  const written = (annotations: readonly object[]): string => {
    const script = `import { error, warning, notice } from '@actions/core';
      for (const { level, message, ...properties } of JSON.parse(process.argv[1]))
        ({ error, warning, notice })[level](message, properties);`;
    const argv = ['--input-type=module', '-e', script, JSON.stringify(annotations)];
    return execFileSync(process.execPath, argv, { cwd: CHECKOUT, encoding: 'utf8' });
  };
  const LEVELS: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', information: 'notice' };

  it('is what the toolkit of GitHub writes, the worst first', async () => {
    const files = { ...example, 'documents/a, b: c%.md': ACCEPTED['a b%.md'].replace('ada]', 'ada, "x:\\n,%"]') };
    const { findings } = parsed(await concord(['check', '--format', 'json'], { files }));
    const rank = (one: Log) => Object.keys(LEVELS).indexOf(one.severity);
    const annotations = [...findings]
      .sort((a, b) => rank(a) - rank(b))
      .map(({ file, range: { start, end }, severity, code, message, related }: Log) => ({
        level: LEVELS[severity],
        message: [
          message,
          ...related.map((one: Log) => `${one.file}:${one.range.start.line + 1}: ${one.message}`),
        ].join('\n'),
        file,
        startLine: start.line + 1,
        endLine: end.line + 1,
        ...(start.line === end.line && {
          startColumn: start.character + 1,
          endColumn: Math.max(start.character, end.character - 1) + 1,
        }),
        title: `Concord: ${code}`,
      }));
    const { stdout } = await concord(['check', '--format', 'github'], { files });
    const fields = (text: string) =>
      text.split('\n').map((line) => {
        const [, command, properties = '', message] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
        return { command, properties: properties.split(',').sort(), message };
      });
    assert.ok(stdout.includes('documents/a%2C b%3A c%25.md'));
    assert.deepEqual(fields(stdout), fields(written(annotations)));
  });

  it('names files from the workspace', async () => {
    const files = Object.fromEntries(Object.entries(ACCEPTED).map(([path, text]) => [`sub/${path}`, text]));
    const options = { files, cwd: '/desk/sub', variables: { GITHUB_WORKSPACE: '/desk/' } };
    const { stdout } = await concord(['check', '--format', 'github', '--show-accepted'], options);
    assert.match(stdout, /^::warning file=sub\/a b%25\.md,line=10/m);
    assert.match(stdout, /^::notice .*::Accepted \(said twice/m);
  });
});
