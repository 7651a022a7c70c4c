/** Every check has its page, what the page says of the check is so, and every example on it is executed. */

import assert from 'node:assert/strict';
import { CHECKS } from '../../server/src/checks/index.ts';
import { isCode } from '../../server/src/core/codes.ts';
import { pageName } from '../../server/src/lsp/pages.ts';
import { checkFixture, parseFixture } from '../fixture.ts';
import { readPages } from './pages.ts';

const pages = new Map(readPages().map((page) => [page.name, page]));
const SECTIONS = ['Why it matters', 'Examples', 'What to do'];
const HAN = /\p{Script=Han}/u;

describe('the pages of the checks', () => {
  it('belong to a check each', () => {
    const expected = CHECKS.map(({ code }) => pageName(code)).sort();
    assert.deepEqual([...pages.keys()], expected);
  });

  for (const { code, severity } of CHECKS) {
    const page = pages.get(pageName(code));
    if (!page) continue;

    describe(page.name, () => {
      it('has its title, its first paragraph and its sections', () => {
        assert.equal(page.title, code);
        assert.match(page.summary, /^[A-Z“`].*[.]$/, 'one paragraph on one line, shown on hover');
        assert.ok(page.summary.length <= 300, `${page.summary.length} characters are much for a hover`);
        assert.deepEqual(
          page.sections.map(({ heading }) => heading),
          SECTIONS,
        );
        for (const { heading, text } of page.sections) assert.notEqual(text, '', heading);
      });

      it('names the severity and the setting', () => {
        assert.equal(page.severity, severity);
        assert.ok(page.fix, 'a line "Severity: … Fix: …"');
        assert.match(page.sections[2]!.text, new RegExp(`\`checks: \\{${code}: (off|info|warning|error)\\}\``));
      });

      it('speaks of codes that exist', () => {
        for (const [, accepted] of page.text.matchAll(/`accept: \{([\w-]+):/g)) assert.ok(isCode(accepted!), accepted);
      });

      it('shows the finding in English and in Chinese, and a case without it', () => {
        const of = ({ source }: { source: string }) => parseFixture(source).marks.filter((mark) => mark.code === code);
        const positive = page.examples.filter((example) => of(example).length > 0);
        assert.ok(
          positive.some(({ source }) => HAN.test(source)),
          'a Chinese example',
        );
        assert.ok(
          positive.some(({ source }) => !HAN.test(source)),
          'an English example',
        );
        assert.ok(
          page.examples.some((example) => of(example).length === 0),
          'a case without the finding',
        );
      });

      for (const { line, source } of page.examples) it(`line ${line}`, () => checkFixture(source));
    });
  }
});
