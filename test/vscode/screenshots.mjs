// Owns driving the window of a real VS Code: opens a folder with the packaged extension, types, hovers, takes pictures.
// A library for tests of the window, and a command (--help). Must not know what the extension shows.
import { cpSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openPage } from './harness/browser.mjs';
import { main, temporaryFolder } from './harness/cleanup.mjs';
import { packageExtension, root } from './harness/project.mjs';
import { startServer } from './harness/server.mjs';
import { reproducible, themes } from './harness/settings.mjs';
import { openWeb, textsIn } from './harness/web.mjs';

/** @type {typeof import('./screenshots.mjs').openWorkbench} */
export async function openWorkbench({
  folder,
  theme = 'light',
  vsix,
  settings = {},
  width,
  height,
  scale,
  locale,
  web = false,
}) {
  const temporary = temporaryFolder();
  const workspace = join(temporary.folder, basename(resolve(folder)));
  cpSync(folder, workspace, { recursive: true });
  const own = { ...reproducible, ...forPictures, 'workbench.colorTheme': themes[theme].id, ...settings };
  const args = ['--enable-remote-auto-shutdown'];
  let server;
  let opened;
  if (web) {
    // What is built, since no machine is there that could install a package.
    server = await startServer({ args });
    opened = await openPage({ width, height, scale, locale });
    const at = `/${basename(workspace)}`;
    const files = { virtual: textsIn(workspace, at) };
    await openWeb({ page: opened.page, server, files, folder: `virtual:${at}`, settings: own });
  } else {
    const extension = vsix ?? (await packageExtension(join(temporary.folder, 'concord.vsix')));
    server = await startServer({ vsix: extension, settings: own, args });
    opened = await openPage({ width, height, scale, locale });
    await opened.page.goto(server.address({ folder: workspace }), { waitUntil: 'commit' });
  }
  const { page, close: closePage } = opened;
  await page.locator('.monaco-workbench[class*=vscode-theme] .explorer-folders-view').waitFor({ timeout: 60_000 });

  const quickInput = page.locator('.quick-input-widget');
  const hover = page
    .locator('.monaco-hover:has(.hover-row):visible')
    .filter({ hasNotText: /^\s*Loading/ })
    .first();

  /** Picks the entry of the quick input that `text` finds and that shows `label`. */
  async function pick(key, text, label) {
    await page.keyboard.press(key);
    await choose(text, label);
  }

  async function choose(text, label) {
    await quickInput.locator('input').first().fill(text);
    const labelled = page.getByText(label, { exact: true });
    await quickInput.locator('.monaco-list-row', { has: labelled }).first().click();
  }

  return {
    page,
    folder: workspace,
    async openFile(path) {
      await pick('Control+P', path, basename(path));
      await page.locator('.tab.active', { hasText: basename(path) }).waitFor();
      await page.locator('.editor-group-container.active .view-line').first().waitFor();
      await settled(page);
    },
    async hoverText(text) {
      // What is asked before the language server is ready gets no answer, or one that goes away unfinished, so the mouse
      // asks again; and looks again, since a document is folded after it has opened, and its text stands elsewhere then.
      for (let tries = 0; tries < 20; tries++) {
        const place = (await find(page, text)) ?? (await reveal(page, text));
        // From a corner: on its way through the text the mouse would rest on something else.
        await page.mouse.move(2, 2);
        await page.mouse.move(place.x - 6, place.y);
        await page.mouse.move(place.x, place.y, { steps: 5 });
        try {
          await hover.waitFor({ timeout: 3000 });
          // biome-ignore lint/performance/useDomNodeTextContent: its line breaks matter
          return (await hover.innerText({ timeout: 1000 })).trim();
        } catch {}
      }
      throw new Error(`Nothing is shown where the mouse rests on '${text}'.`);
    },
    async leave() {
      await page.mouse.move(2, 2);
      await hover.waitFor({ state: 'hidden' });
    },
    command: (title) => pick('F1', `>${title}`, title),
    type: (text) => page.keyboard.type(text),
    setTheme: async (name) => {
      // By the palette: that a changed settings file is read again cannot be relied on here.
      const { label, className } = themes[name];
      await pick('F1', '>Preferences: Color Theme', 'Preferences: Color Theme');
      await choose(label, label);
      await page.locator(`.monaco-workbench.${className}`).waitFor();
      await quickInput.waitFor({ state: 'hidden' });
    },
    async screenshot(file) {
      await settled(page);
      mkdirSync(dirname(resolve(file)), { recursive: true });
      await page.screenshot({ path: file });
    },
    async close() {
      await closePage();
      await server.stop();
      temporary.remove();
    },
  };
}

const forPictures = {
  'editor.stickyScroll.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontFamily': "'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace",
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'window.autoDetectColorScheme': false,
  'window.autoDetectHighContrast': false,
};

/** Waits until no extension is starting and nothing has asked to be drawn for a moment. */
async function settled(page) {
  await page
    .locator('.statusbar-item', { hasText: 'Activating Extensions' })
    .waitFor({ state: 'detached', timeout: 60_000 });
  await page.waitForTimeout(300);
}

/** The middle of the first occurrence of a text on the screen, in the active editor. */
function find(page, text) {
  return page.evaluate((wanted) => {
    const lines = document.querySelectorAll('.editor-group-container.active .view-line');
    const inOrder = [...lines].sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
    for (const line of inOrder) {
      const at = line.textContent.replaceAll('\u00a0', ' ').indexOf(wanted);
      if (at < 0) continue;
      // A line is a row of spans, one per colour: seek the character in the middle through them.
      let middle = at + Math.floor(wanted.length / 2);
      const nodes = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      while (nodes.nextNode() && middle >= nodes.currentNode.length) middle -= nodes.currentNode.length;
      const range = document.createRange();
      range.setStart(nodes.currentNode, middle);
      range.setEnd(nodes.currentNode, middle + 1);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
    return undefined;
  }, text);
}

/** Scrolls to a text that is not on the screen. */
async function reveal(page, text) {
  await page.locator('.editor-group-container.active .view-line').first().click();
  await page.keyboard.press('Control+F');
  await page.locator('.find-widget.visible textarea').first().fill(text);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowLeft'); // what was found is selected no longer
  await page.waitForTimeout(300);
  const place = await find(page, text);
  if (!place) throw new Error(`The editor does not show '${text}'.`);
  return place;
}

const usage = `node test/vscode/screenshots.mjs [options] picture.png
  --folder path     what to open (client/example)
  --file path       a file in it to open
  --command title   a command to run
  --type text       text to type
  --hover text      a text in the editor to hover over
  --theme name      ${Object.keys(themes).join(', ')}, or all: picture-<theme>.png
  --size 1280x800   of the window
  --scale 2         pixels per CSS pixel
  --web             as vscode.dev has it: the built extension, in a web worker, on no disk
  --locale zh-cn    the display language, of the extension at least`;

if (process.argv[1] === import.meta.filename) main(takePictures);

async function takePictures() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      folder: { type: 'string', default: join(root, 'client/example') },
      file: { type: 'string' },
      command: { type: 'string' },
      type: { type: 'string' },
      hover: { type: 'string' },
      theme: { type: 'string', default: 'light' },
      size: { type: 'string', default: '1280x800' },
      scale: { type: 'string', default: '1' },
      web: { type: 'boolean', default: false },
      locale: { type: 'string' },
    },
  });
  const [picture] = positionals;
  if (!picture) throw new Error(usage);
  const all = values.theme === 'all';
  const wanted = all ? Object.keys(themes) : [values.theme];
  const [width, height] = values.size.split('x').map(Number);
  const { folder, scale, locale, web } = values;
  const workbench = await openWorkbench({ folder, theme: wanted[0], width, height, scale: Number(scale), locale, web });
  if (values.file) await workbench.openFile(values.file);
  if (values.command) await workbench.command(values.command);
  if (values.type) await workbench.type(values.type);
  for (const theme of wanted) {
    await workbench.setTheme(theme);
    if (values.hover) console.log(await workbench.hoverText(values.hover));
    const file = all ? picture.replace(/\.png$/, `-${theme}.png`) : picture;
    await workbench.screenshot(file);
    console.log(file);
    if (values.hover) await workbench.leave();
  }
  await workbench.close();
}
