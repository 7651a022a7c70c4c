// Owns the pictures of the README: takes them from a real VS Code that shows the example, so that they can be taken anew
// whenever what they show changes. `node test/generate/pictures.mjs [name …]`. Must not know how VS Code is driven.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { main, temporaryFolder } from '../vscode/harness/cleanup.mjs';
import { packageExtension, root } from '../vscode/harness/project.mjs';
import { openWorkbench } from '../vscode/screenshots.mjs';

const folder = join(root, 'client/example');

/** Only the text, and what Concord says of it. */
const plain = {
  'breadcrumbs.enabled': false,
  'concord.foldFrontMatter': false,
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.activityBar.location': 'hidden',
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.statusBar.visible': false,
};

/** What each picture shows. `size` is in CSS pixels, `scale` in pixels for each of them. */
const pictures = {
  highlights: {
    theme: 'light',
    size: [860, 500],
    scale: 1.4,
    settings: { 'editor.hover.above': false },
    file: 'documents/2023/forum-opens.md',
    async show({ page, hoverText }) {
      await goTo(page, 118);
      await hoverText('Lian Zhiyuan');
    },
  },
  finding: {
    theme: 'dark',
    size: [900, 464],
    scale: 1.4,
    file: 'documents/2023/forum-opens.md',
    async show(workbench) {
      const { page, command } = workbench;
      await showProblems(workbench, 'quote-altered');
      await command('View: Focus Active Editor Group');
      await goTo(page, 86, 12);
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget').first().waitFor();
    },
  },
  completion: {
    theme: 'light',
    size: [860, 330],
    scale: 1.4,
    file: 'documents/2023/forum-closing.zh.md',
    async show({ page, type }) {
      await goTo(page, 27);
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await type('lsjj');
      const suggestion = page.locator('.suggest-widget .monaco-list-row').first();
      await page.waitForTimeout(2000); // it may come by itself; asked for again it would show its details too
      if (!(await suggestion.isVisible())) await page.keyboard.press('Control+Space');
      await suggestion.waitFor();
      await page.waitForTimeout(1000); // the colours of what has been typed
    },
  },
  tagging: {
    theme: 'light',
    size: [860, 480],
    scale: 1.2,
    settings: { 'concord.foldFrontMatter': true },
    file: 'documents/inbox/letter-to-the-mayors.txt',
    async show({ page }) {
      await select(page, 'documents/inbox/letter-to-the-mayors.txt', 'Sefa Taulani');
      await page.keyboard.press('Shift+Alt+T');
      await answered(page);
    },
  },
  claiming: {
    theme: 'light',
    size: [860, 480],
    scale: 1.2,
    settings: { 'concord.foldFrontMatter': true },
    file: 'documents/2023/forum-opens.md',
    async show({ page }) {
      await select(page, 'documents/2023/forum-opens.md', '36 fellows from 14 cities start work in November');
      await page.keyboard.press('Alt+M');
      await answered(page);
    },
  },
  conflict: {
    theme: 'dark',
    size: [900, 436],
    scale: 1.4,
    file: 'documents/2023/year-in-review.zh.md',
    async show(workbench) {
      await goTo(workbench.page, 130);
      await showProblems(workbench, 'conflicting-quantity');
    },
  },
  dossier: {
    theme: 'light',
    size: [1040, 560],
    scale: 1,
    settings: { 'concord.foldFrontMatter': true },
    file: 'documents/2023/forum-opens.md',
    async show({ page, command }) {
      await goTo(page, 108, 5);
      await command('Concord: Open Dossier');
      const view = await drawn(page);
      const figures = view.getByRole('heading', { name: 'Figures', exact: true });
      await figures.evaluate((heading) => {
        heading.scrollIntoView({ block: 'start' });
        heading.ownerDocument.defaultView.scrollBy(0, -60);
      });
      await page.waitForTimeout(800);
    },
  },
  network: {
    theme: 'dark',
    size: [840, 680],
    scale: 1,
    file: 'documents/2023/forum-opens.md',
    async show({ page, command }) {
      await command('Concord: Show Corpus at a Glance');
      const view = await drawn(page);
      await view.getByRole('tab', { name: 'Network' }).click();
      await page.waitForTimeout(6000); // until it is laid out
    },
  },
  reading: {
    theme: 'light',
    size: [1040, 560],
    scale: 1,
    settings: { 'concord.foldFrontMatter': true },
    file: 'documents/2024/tides-together.en.md',
    async show({ page, command }) {
      await command('Concord: Open Reading View (to the Side)');
      const view = await drawn(page);
      await view.getByRole('button', { name: /Beside/ }).click();
      await page.waitForTimeout(1500);
    },
  },
};

/** The document of the web view that is open, once something stands in it. */
async function drawn(page) {
  await page.locator('iframe.webview.ready').last().waitFor({ state: 'attached' });
  const view = page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');
  await view.locator('h1').first().waitFor();
  await page.mouse.move(400, 12); // off the line between the columns
  await page.waitForTimeout(1500);
  return view;
}

/** Opens the Problems panel with the findings of one code. */
async function showProblems({ page, command, type }, code) {
  await command('Problems: Focus on Problems View');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor();
  await page.locator('.viewpane-filter input').first().click();
  await type(code);
  await page.waitForTimeout(1500); // until it is filtered
}

/** Selects the first place of `text` in a document of the example. */
async function select(page, document, text) {
  const whole = readFileSync(join(folder, document), 'utf8');
  const at = whole.indexOf(text);
  if (at < 0) throw new Error(`“${text}” does not stand in ${document}`);
  const before = whole.slice(0, at).split('\n');
  await goTo(page, before.length, before.at(-1).length + 1);
  for (let i = 0; i < text.length; i++) await page.keyboard.press('Shift+ArrowRight');
  // Below the pick list that is to come.
  for (let i = 0; i < 9; i++) await page.keyboard.press('Control+ArrowUp');
}

/** Waits for a pick list with something in it. */
async function answered(page) {
  await page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
  await page.mouse.move(840, 470); // off the list, and on nothing else
  await page.waitForTimeout(1200);
}

async function goTo(page, line, column = 1) {
  await page.keyboard.press('Control+g');
  const quickInput = page.locator('.quick-input-widget');
  await quickInput.locator('input').first().fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await quickInput.waitFor({ state: 'hidden' });
}

await main(async () => {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} });
  const names = positionals.length > 0 ? positionals : Object.keys(pictures);
  const vsix = await packageExtension(join(temporaryFolder().folder, 'concord.vsix'));
  for (const name of names) {
    const { theme, size, scale, settings, file: document, show } = pictures[name];
    const [width, height] = size;
    const workbench = await openWorkbench({
      folder,
      theme,
      vsix,
      settings: { ...plain, ...settings },
      width,
      height,
      scale,
    });
    await workbench.openFile(document);
    await workbench.command('View: Toggle Primary Side Bar Visibility');
    await show(workbench);
    const file = join(root, 'client/media', `${name}.png`);
    await workbench.screenshot(file);
    await workbench.close();
    reduce(file);
    console.log(`${file}: ${Math.ceil(statSync(file).size / 1000)} kB`);
  }
});

/** Fewer colours: the few of a theme are told apart by far fewer than 256. */
function reduce(file) {
  const { error } = spawnSync('pngquant', [
    '--force',
    '--nofs',
    '--speed',
    '1',
    '--strip',
    '--output',
    file,
    '40',
    file,
  ]);
  if (error) console.error('The picture is larger than it need be: pngquant is not installed.');
}
