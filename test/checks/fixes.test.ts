/** The fixes: each kind to the last character (fixes.md), and every one that is offered anywhere, by what it must keep. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Fix } from '../../server/src/checks/engine/check.ts';
import { CHECKS } from '../../server/src/checks/index.ts';
import { wordsIn } from '../../server/src/checks/messages/messages.ts';
import { parseDocument } from '../../server/src/core/document.ts';
import type { TextEdit } from '../../server/src/core/edit.ts';
import { pageName } from '../../server/src/lsp/pages.ts';
import { findingsOf, libraryOf, parseFixture } from '../fixture.ts';
import { casesIn } from '../quality/cases.ts';
import { readPages } from './pages.ts';

type Files = ReadonlyMap<string, string>;

interface FixCase {
  readonly name: string;
  readonly code: string;
  /** The message that names the fix. */
  readonly title: string;
  /** Which of the fixes of this title, from 1. */
  readonly nth: number;
  readonly safe: boolean;
  readonly before: Files;
  readonly after: Files;
}

const CASE = /^## ([\w-]+) \/ ([\w-]+)(?:\[(\d)\])? \/ (safe|unsafe) \/ (.+)\n\s*^(`{3,})concord\n([\s\S]*?)^\6$/gm;
const AFTER = 'after ';

function readCases(): readonly FixCase[] {
  const text = readFileSync(join(__dirname, 'fixes.md'), 'utf8');
  return [...text.matchAll(CASE)].map(([, code, title, nth, safe, name, , source]) => {
    const sections = [...parseFixture(source!).files];
    const before = new Map(sections.filter(([path]) => !path.startsWith(AFTER)));
    const changed = sections.filter(([path]) => path.startsWith(AFTER));
    const after = new Map([...before, ...changed.map(([path, made]) => [path.slice(AFTER.length), made] as const)]);
    return { code: code!, title: title!, nth: Number(nth ?? 1), safe: safe === 'safe', name: name!, before, after };
  });
}

function applied(files: Files, edits: readonly TextEdit[]): Files {
  const result = new Map(files);
  for (const { path, span, newText } of [...edits].sort((a, b) => b.span.start - a.span.start)) {
    const text = result.get(path) ?? '';
    result.set(path, text.slice(0, span.start) + newText + text.slice(span.end));
  }
  return result;
}

const findingsIn = (files: Files): readonly Finding[] => findingsOf(libraryOf(files), files);

/** The same finding in another version of its file. */
const keyOf = ({ path, code, variant, params }: Finding): string => JSON.stringify([path, code, variant, params]);

const countOf = (findings: readonly Finding[], key: string): number =>
  findings.filter((finding) => keyOf(finding) === key).length;

/** What has to be so after any fix, whatever it is. */
function holds(before: Files, all: readonly Finding[], finding: Finding, fix: Fix): void {
  const after = applied(before, fix.edits);
  const left = findingsIn(after);
  const key = keyOf(finding);
  assert.equal(countOf(left, key), countOf(all, key) - 1, 'the finding goes, and only it');
  for (const code of ['invalid-yaml', 'wrong-shape']) {
    const count = (findings: readonly Finding[]) => findings.filter((one) => one.code === code).length;
    assert.ok(count(left) <= count(all), `no ${code} comes of it`);
  }
  for (const other of left) {
    if (keyOf(other) === key) continue;
    for (const again of other.fixes()) {
      assert.notDeepEqual(
        [again.title, again.params],
        [fix.title, fix.params],
        `it is not offered again: ${fix.title}`,
      );
    }
  }
  // What a broken fence takes for the body says nothing.
  if (all.some(({ code }) => code === 'invalid-yaml')) return;
  for (const [path, text] of after) {
    const old = before.get(path);
    if (old === undefined || /\.ya?ml$/.test(path)) continue;
    const bodyOf = (one: string) => one.slice(parseDocument(path, one).body.start);
    assert.equal(bodyOf(text), bodyOf(old), `${path}: the body stays as it is`);
  }
}

describe('the fixes', () => {
  const cases = readCases();
  const words = wordsIn('en');

  it('are read', () => assert.ok(cases.length >= 30, `${cases.length} cases`));

  for (const { name, code, title, nth, safe, before, after } of cases) {
    it(`${code}: ${title}, ${name}`, () => {
      const all = findingsIn(before);
      const offers = all
        .filter((finding) => finding.code === code)
        .flatMap((finding) => finding.fixes().map((fix) => ({ finding, fix })))
        .filter(({ fix }) => fix.title === title);
      const offer = offers[nth - 1];
      assert.ok(offer, `${title} is offered ${offers.length} times`);
      const { finding, fix } = offer;
      assert.equal(fix.safe, safe, 'safe');
      assert.doesNotMatch(words.fix(fix), /[{}]|^[a-z-]+$/, 'its words are complete');
      assert.deepEqual(Object.fromEntries(applied(before, fix.edits)), Object.fromEntries(after));
      holds(before, all, finding, fix);
    });
  }

  describe('that are offered on the pages and the labelled cases', () => {
    const corpora = [
      ...readPages().flatMap(({ name, examples }) => examples.map(({ source }) => ({ name, source }))),
      ...['structure', 'consistency'].flatMap((folder) =>
        casesIn(join(__dirname, '../quality', folder)).map(({ topic, name, source }) => ({
          name: `${topic} / ${name}`,
          source,
        })),
      ),
    ];
    const offered = new Map<string, Set<boolean>>();

    it('make their finding go, are not offered again, and leave the body alone', function () {
      this.timeout(120_000);
      for (const { name, source } of corpora) {
        const { files } = parseFixture(source);
        const all = findingsIn(files);
        for (const finding of all) {
          for (const fix of finding.fixes()) {
            offered.set(finding.code, (offered.get(finding.code) ?? new Set()).add(fix.safe));
            try {
              holds(files, all, finding, fix);
            } catch (reason) {
              throw new Error(`${name}: ${finding.code}, ${words.fix(fix)}`, { cause: reason });
            }
          }
        }
      }
    });

    for (const { code } of CHECKS) {
      it(`${code}: as its page says`, () => {
        const page = readPages().find((one) => one.name === pageName(code));
        const tested = cases.filter((one) => one.code === code);
        const safety = new Set([...tested.map(({ safe }) => safe), ...(offered.get(code) ?? [])]);
        assert.equal(page?.fix !== 'none', safety.size > 0, `page: ${page?.fix}`);
        assert.equal(/\(safe\)/.test(page?.fix ?? ''), safety.has(true), `safe, on the page: ${page?.fix}`);
        if (page?.fix !== 'none') assert.ok(tested.length > 0, 'a case in fixes.md');
      });
    }
  });
});
