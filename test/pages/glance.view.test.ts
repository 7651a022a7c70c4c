/** The view of a corpus at a glance as people use it: by keys, by mouse, by a screen reader, with texts that mean harm. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { libraryOf, parseFixture } from '../fixture.ts';
import { findChromium } from '../vscode/harness/browser.mjs';
import { type GlanceView, openGlance, THEMES } from './glanceView.ts';
import { HOSTILE } from './hostile.ts';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

async function violations({ page }: GlanceView): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate<{ violations: Violation[] }>('axe.run()');
  return found.violations.map(
    ({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]!.html.slice(0, 300)} ${nodes[0]!.failureSummary}`,
  );
}

const corpusOf = (text: string) => libraryOf(parseFixture(text).files);

const PEOPLE = `-- concord.yaml --
languages: [en, zh]
-- entities/e.yaml --
ada: {type: person, name: Ada Reed}
wang: {type: person, name: {zh: 王海平}}
olm: {type: place, name: Olm, facts: [{property: founded-on, value: 1900}]}
-- a.md --
---
title: First
date: 2022-05-04
entities: [ada, wang, olm]
claims:
  - {id: ships, subject: olm, property: count, of: ships, at: 2022, value: 12, quote: 12 ships}
---
Ada Reed met 王海平 in Olm, which has 12 ships.
-- b.md --
---
title: Second
date: 2023
entities: [olm]
claims:
  - {id: ships, subject: olm, property: count, of: ships, at: 2022, value: 14, quote: 14 ships}
---
Olm has 14 ships.
`;

describe('the view of a corpus at a glance', function () {
  this.timeout(120_000);
  let view: GlanceView | undefined;

  before(function () {
    try {
      if (!existsSync(findChromium())) this.skip();
    } catch {
      this.skip();
    }
  });
  afterEach(async () => {
    await view?.close();
    view = undefined;
  });

  it('has nothing that axe finds, in any theme, narrow or wide, whatever the texts say; and fetches nothing', async () => {
    for (const theme of Object.keys(THEMES) as (keyof typeof THEMES)[]) {
      const width = theme === 'dark' ? 390 : 1000;
      view = await openGlance(theme, width);
      const { page } = view;
      await view.show(corpusOf(HOSTILE));
      for (const tab of ['timeline', 'network', 'matrix']) {
        await page.locator(`#tab-${tab}`).click();
        await page.locator('.summary').waitFor();
        if (tab === 'network') {
          await page.locator('.entities tbody button').first().click();
          await page.locator('aside h2').waitFor();
        }
        for (const summary of await page.locator('details:not([open]) > summary').all()) {
          if (await summary.isVisible()) await summary.click();
        }
        assert.deepEqual(await violations(view), [], `${tab} ${theme}`);
        const isWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth + 1');
        assert.equal(isWide, false, `${tab} is wider than ${width}`);
      }
      assert.equal(await page.locator('#page :is(img, script, iframe)').count(), 0);
      assert.deepEqual(view.refused, []);
      await view.close();
      view = undefined;
    }
  });

  it('keeps a wide table within the page', async () => {
    const many = Array.from(
      { length: 20 },
      (_, i) =>
        `-- d${i}.md --\n---\ntitle: Document number ${i}\ndate: 2022-01-01\nclaims: [{subject: olm, property: count, of: ships, value: ${i}, quote: x}]\n---\nx\n`,
    ).join('');
    view = await openGlance('light', 390);
    const { page } = view;
    await view.show(corpusOf(PEOPLE + many));
    await page.locator('#tab-matrix').click();
    await page.locator('table.matrix').waitFor();
    assert.equal(await page.evaluate('document.documentElement.scrollWidth > innerWidth + 1'), false);
  });

  it('is worked by keys: tabs, marks, the picture, and what they lead to', async () => {
    view = await openGlance();
    const { page, followed } = view;
    await view.show(corpusOf(PEOPLE));
    await page.locator('svg[role=group]').waitFor();
    await page.locator('#tab-timeline').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.evaluate('document.activeElement.id'), 'tab-network');
    assert.equal(await page.locator('#tab-network').getAttribute('aria-selected'), 'true');
    await page.locator('.picture[data-state=settled]').waitFor();
    await page.locator('.canvas').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('aside h2').waitFor();
    const first = await page.locator('aside h2').textContent();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.locator('aside h2').waitFor({ state: 'detached' });
    assert.deepEqual(followed, [{ kind: 'openEntity', id: 'olm' }]);
    assert.equal(first, 'Olm');
    await page.locator('#tab-network').focus();
    await page.keyboard.press('Home');
    await page.locator('svg[role=group]').waitFor();
    await page.locator('[data-mark][tabindex="0"]').first().focus();
    await page.keyboard.press('Enter');
    assert.deepEqual(followed.at(-1), { kind: 'openDocument', path: 'a.md' });
    await page.locator('#tab-timeline').focus();
    await page.keyboard.press('End');
    await page.locator('table.matrix .claim').first().focus();
    await page.keyboard.press('Enter');
    assert.deepEqual(followed.at(-1), { kind: 'openClaim', path: 'a.md', claim: 'ships' });
    assert.deepEqual(view.refused, []);
  });

  it('finds an entity by pinyin, sorts the list, and goes from one entity to the next', async () => {
    view = await openGlance();
    const { page } = view;
    await view.show(corpusOf(PEOPLE));
    await page.locator('#tab-network').click();
    await page.locator('.entities').waitFor();
    await page.locator('.search input').fill('wanghaiping');
    await page.locator('.found', { hasText: '1 entity found' }).waitFor();
    assert.deepEqual(await page.locator('.entities tbody th').allTextContents(), ['王海平']);
    await page.locator('.search input').fill('');
    await page.locator('.entities thead button', { hasText: 'Name' }).click();
    assert.deepEqual(await page.locator('.entities tbody th').allTextContents(), ['Ada Reed', 'Olm', '王海平']);
    assert.equal(await page.locator('.entities thead th').first().getAttribute('aria-sort'), 'ascending');
    await page.locator('.entities tbody button').first().click();
    await page.locator('aside h2', { hasText: 'Ada Reed' }).waitFor();
    await page.locator('.neighbours summary', { hasText: 'Olm' }).click();
    await page.locator('.neighbours details[open] button').click();
    await page.locator('aside h2', { hasText: 'Olm' }).waitFor();
  });

  it('narrows what is looked at, and says where that is nothing, or no date', async () => {
    view = await openGlance();
    const { page } = view;
    await view.show(corpusOf(PEOPLE));
    await page.locator('svg[role=group]').waitFor();
    await page.locator('.from input').fill('2023');
    await page.keyboard.press('Enter');
    await page.locator('.summary', { hasText: '1 document' }).waitFor();
    await page.locator('.from input').fill('soon');
    await page.keyboard.press('Enter');
    await page.locator('[role=alert]').waitFor();
    assert.equal(await page.locator('.from input').getAttribute('aria-invalid'), 'true');
    await page.locator('.documents input').fill('no such title');
    await page.keyboard.press('Enter');
    await page.locator('.empty', { hasText: 'Nothing lies' }).waitFor();
    await page.locator('.bar > button').click();
    await page.locator('.summary', { hasText: '2 documents' }).waitFor();
  });

  it('says what to do where there is nothing, one entity, or no corpus', async () => {
    view = await openGlance();
    const { page } = view;
    await view.show(undefined);
    await page.locator('.empty', { hasText: 'concord.yaml' }).waitFor();
    await view.show(corpusOf('-- concord.yaml --\n'));
    for (const [tab, said] of [
      ['timeline', 'Import Document'],
      ['network', 'Tag as'],
      ['matrix', 'same property'],
    ]) {
      await page.locator(`#tab-${tab}`).click();
      await page.locator('.empty', { hasText: said }).waitFor();
      assert.deepEqual(await violations(view), [], tab);
    }
    await view.show(
      corpusOf('-- entities/e.yaml --\nolm: {type: place, name: Olm}\n-- a.md --\n---\nentities: [olm]\n---\nOlm.\n'),
    );
    await page.locator('.empty', { hasText: 'no date' }).waitFor();
    await page.locator('#tab-network').click();
    await page.locator('.view', { hasText: 'One entity alone' }).waitFor();
  });

  it('speaks Chinese, and is not put out by what nobody would tell it', async () => {
    view = await openGlance();
    const { page } = view;
    await view.show(corpusOf(PEOPLE), { locale: 'zh-cn' });
    await page.locator('.summary', { hasText: '2篇文献' }).waitFor();
    for (const message of [{}, { kind: 'timeline', serial: 1, model: {} }, { kind: 'network', serial: 'x' }]) {
      await view.tell(message);
    }
    await page.locator('#tab-matrix').click();
    await page.locator('table.matrix').waitFor();
    assert.deepEqual(view.refused, []);
  });
});
