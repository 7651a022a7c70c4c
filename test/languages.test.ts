/** What the extension itself says exists in Simplified Chinese, and nothing is translated that is no longer said. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { englishIn } from './english.ts';
import { callsIn, callsOf } from './l10n.ts';

const json = (path: string): Readonly<Record<string, string>> => JSON.parse(readFileSync(path, 'utf8'));

const placeholders = (text: string): string => [...new Set(text.match(/\{\d\}|\$\([\w-]+\)/g) ?? [])].sort().join(' ');
/** Links, code and names of settings stand in both languages. */
const marks = (text: string): string => (text.match(/\]\([^)]*\)|`[^`]*`/g) ?? []).join(' ');

const MANIFEST = readFileSync('package.json', 'utf8');

describe('the texts of the extension', () => {
  const calls = callsIn('client/src');
  const texts = [...new Set(calls.flatMap(({ text }) => text ?? []))];
  const bundle = json('client/l10n/bundle.l10n.zh-cn.json');

  it('are literals, so that they can be looked up', () => {
    assert.ok(texts.length > 100);
    assert.deepEqual(
      calls.filter(({ text }) => text === undefined),
      [],
    );
  });

  it('exist in Chinese, and no others', () => {
    assert.deepEqual(
      texts.filter((text) => !Object.hasOwn(bundle, text)),
      [],
      'missing in client/l10n/bundle.l10n.zh-cn.json',
    );
    assert.deepEqual(
      Object.keys(bundle).filter((text) => !texts.includes(text)),
      [],
      'said nowhere any more',
    );
  });

  it('say the same in Chinese', () => {
    const differing = Object.entries(bundle).filter(([en, zh]) => placeholders(en) !== placeholders(zh));
    assert.deepEqual(differing, []);
    assert.deepEqual(
      Object.values(bundle).flatMap((zh) => englishIn(zh).map((word) => `${word}: ${zh}`)),
      [],
    );
    assert.deepEqual(
      Object.values(bundle).filter((zh) =>
        /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}/u.test(zh.replace(/\$\([\w-]+\)/g, '')),
      ),
      [],
    );
  });

  it('are found however they are called', () => {
    const source = `
      import * as vscode from 'vscode';
      const { t } = vscode.l10n;
      // vscode.l10n.t('in a comment')
      const a = vscode.l10n.t('it’s {0}', x(')')), b = t("two" + ' parts'), c = vscode.l10n.t(\`plain\`);
      const d = vscode.l10n.t(a), e = set('no call');
      const url = 'https://example.org/'; // after an address
      const f = vscode.l10n.t(
        'over lines',
      );
    `;
    assert.deepEqual(
      callsOf('x.ts', source).map(({ text }) => text),
      ['it’s {0}', 'two parts', 'plain', undefined, 'over lines'],
    );
  });
});

describe('the texts of the manifest', () => {
  const [english, chinese] = [json('package.nls.json'), json('package.nls.zh-cn.json')];
  const used = [...new Set([...MANIFEST.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key!))].sort();

  it('exist in both languages, and no others', () => {
    assert.deepEqual(Object.keys(english).sort(), used);
    assert.deepEqual(Object.keys(chinese).sort(), used);
  });

  it('say the same in Chinese', () => {
    for (const key of used) assert.equal(marks(chinese[key]!), marks(english[key]!), key);
    assert.deepEqual(
      used.flatMap((key) => englishIn(withoutEditor(chinese[key]!)).map((word) => `${key}: ${word}`)),
      [],
    );
  });

  it('end in an ellipsis where the English do', () => {
    const differing = used.filter((key) => /…$/.test(english[key]!) !== /…$/.test(chinese[key]!));
    assert.deepEqual(differing, []);
  });

  it('lead VS Code to the translations, and the package holds them', () => {
    assert.equal(JSON.parse(MANIFEST).l10n, './client/l10n');
    const kept = readFileSync('.vscodeignore', 'utf8');
    for (const line of ['!package.nls*.json', '!client/l10n/**', '!client/media/walkthrough/**'])
      assert.ok(kept.split('\n').includes(line), line);
  });

  it('have Chinese pages in the walkthrough, where VS Code looks for them', () => {
    const pages = readdirSync('client/media/walkthrough').filter((name) => /^\w+\.md$/.test(name));
    assert.ok(pages.length >= 2);
    for (const page of pages) {
      const path = `client/media/walkthrough/${page.replace('.md', '.nls.zh-cn.md')}`;
      assert.ok(existsSync(path), path);
      assert.match(readFileSync(path, 'utf8'), /\p{Script=Han}/u);
    }
  });
});

/** Names of VS Code's own that its log and settings show in English. */
const withoutEditor = (text: string): string => text.replace(/\*[^*]+\*/g, '');
