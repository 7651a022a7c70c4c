/** The pages on other editors: each is listed, says whether it was tried, and its data can be read. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../cli/program.ts';

const FOLDER = join(CHECKOUT, 'server/editors');
const TRIED = ['emacs.md', 'neovim.md'];
const read = (page: string) => readFileSync(join(FOLDER, page), 'utf8');

describe('the pages on other editors', () => {
  const pages = readdirSync(FOLDER).filter((name) => name.endsWith('.md') && name !== 'README.md');
  const list = read('README.md');

  it('are listed, with whether they were tried', () => {
    for (const page of pages) {
      const row = list.split('\n').find((line) => line.includes(`](${page})`));
      assert.ok(row, page);
      assert.equal(row.includes('not tried'), !TRIED.includes(page), page);
      assert.equal(/and not tried\.\n/.test(read(page)), !TRIED.includes(page), page);
    }
    assert.ok(pages.length >= 6);
  });

  it('start the server as it can be started', () => {
    for (const page of pages) {
      const words = read(page).match(/['"]lsp['"](?:\.into\(\))?,? ['"]--stdio['"]/g) ?? [];
      assert.ok(words.length > 0, page);
    }
  });

  it('lead somewhere, and hold JSON that can be read', () => {
    for (const page of [...pages, 'README.md']) {
      const text = read(page);
      for (const [, target] of text.matchAll(/\]\((?!https:)([^)#]+)\)/g))
        assert.ok(existsSync(join(FOLDER, target!)), target);
      for (const [, block] of text.matchAll(/^```json\n([\s\S]*?)^```$/gm)) JSON.parse(block!);
    }
  });
});
