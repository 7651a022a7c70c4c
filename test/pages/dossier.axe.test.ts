/** What axe finds in the pages of a dossier, in a real browser, light and dark and narrow. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buildSync } from 'esbuild';
import { dossier } from '../../server/src/features/dossier/dossier.ts';
import { pageOf } from '../../server/src/pages/dossier/standalone.tsx';
import { libraryOf, parseFixture } from '../fixture.ts';
import { findChromium, openPage } from '../vscode/harness/browser.mjs';
import { HOSTILE } from './hostile.ts';

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

const LOOKS = [
  ['light', 900],
  ['dark', 900],
  ['light', 360],
] as const;

describe('the dossier, to those who do not see it as it was drawn', function () {
  this.timeout(60_000);
  const hasBrowser = (() => {
    try {
      return existsSync(findChromium());
    } catch {
      return false;
    }
  })();

  it('has nothing that axe finds serious, and asks nobody for anything', async function () {
    if (!hasBrowser) return this.skip();
    const css = buildSync({
      entryPoints: ['client/webviews/dossier/paper.css'],
      bundle: true,
      minify: true,
      write: false,
    });
    const paper = css.outputFiles[0]!.text;
    const library = libraryOf(parseFixture(HOSTILE).files);
    const { page, close } = await openPage({ width: 900, height: 700 });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('dialog', (dialog) => asked.push(dialog.message()));
    try {
      for (const id of ['olm', 'fair', 'mayor', 'ada', 'undated']) {
        const model = dossier(library, id, { locale: 'en' })!;
        // What is not to be there in a file is what runs: axe is put in from outside.
        const html = pageOf({ model, locale: 'en', paper }).replace(/<meta http-equiv[^>]*>/, '');
        for (const [colorScheme, width] of id === 'olm' ? LOOKS : LOOKS.slice(0, 1)) {
          await page.setViewportSize({ width, height: 700 });
          await page.emulateMedia({ colorScheme });
          await page.setContent(html);
          await page.evaluate(AXE);
          const { violations } = await page.evaluate<{ violations: Violation[] }>('axe.run()');
          const told = violations.map(
            ({ id: rule, impact, nodes }) => `${impact} ${rule}: ${nodes[0]!.html} ${nodes[0]!.failureSummary}`,
          );
          assert.deepEqual(told, [], `${id} ${colorScheme} ${width}`);
          const isWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth + 1');
          assert.equal(isWide, false, `${id} is wider than ${width}`);
        }
      }
      assert.deepEqual(asked, []);
    } finally {
      await close();
    }
  });
});
