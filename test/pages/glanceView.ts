/** The view of a corpus at a glance in a real browser, under the policy of its panel, with what the server would answer. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSync } from 'esbuild';
import type { Page } from 'playwright-core';
import type { View } from '../../server/src/checks/engine/check.ts';
import { pinyinReader } from '../../server/src/core/pinyin.ts';
import { matrixScopeFrom, networkScopeFrom, scopeFrom } from '../../server/src/features/glance/decode.ts';
import { matrix } from '../../server/src/features/glance/matrix.ts';
import { neighbours } from '../../server/src/features/glance/neighbours.ts';
import { network } from '../../server/src/features/glance/network.ts';
import { finished } from '../../server/src/features/glance/steps.ts';
import { timeline } from '../../server/src/features/glance/timeline.ts';
import { findRecords } from '../../server/src/features/search.ts';
import { openPage } from '../vscode/harness/browser.mjs';

export interface GlanceView {
  readonly page: Page;
  /** What the view has asked of the extension but for what it is answered: links that were followed. */
  readonly followed: readonly { readonly kind: string }[];
  /** What the browser would not do, or was asked to fetch from elsewhere. */
  readonly refused: readonly string[];
  show(view: View | undefined, options?: { readonly locale?: string }): Promise<void>;
  tell(message: object): Promise<void>;
  close(): Promise<void>;
}

/** Colours as VS Code gives them. */
export const THEMES = {
  light: {
    surface: '#ffffff',
    text: '#3b3b3b',
    link: '#005fb8',
    error: '#e51400',
    warning: '#bf8803',
    contrast: undefined,
  },
  dark: {
    surface: '#1f1f1f',
    text: '#cccccc',
    link: '#4daafc',
    error: '#f14c4c',
    warning: '#cca700',
    contrast: undefined,
  },
  'high-contrast': {
    surface: '#000000',
    text: '#ffffff',
    link: '#21a6ff',
    error: '#f48771',
    warning: '#ffd370',
    contrast: '#6fc3df',
  },
  'high-contrast-light': {
    surface: '#ffffff',
    text: '#292929',
    link: '#0f4a85',
    error: '#b5200d',
    contrast: '#0f4a85',
  },
} as const;

export async function openGlance(theme: keyof typeof THEMES = 'light', width = 1000): Promise<GlanceView> {
  const files = new Map<string, string>();
  const built = buildSync({
    entryPoints: ['client/webviews/glance/main.tsx'],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    outdir: '/',
    preserveSymlinks: true,
    logLevel: 'silent',
  });
  for (const { path, text } of built.outputFiles) files.set(`/${path.split(/[\\/]/).at(-1)}`, text);
  files.set('/', PAGE);
  const server = createServer(({ url = '/' }, response) => {
    const text = files.get(url);
    const type = url.endsWith('.js') ? 'text/javascript' : url.endsWith('.css') ? 'text/css' : 'text/html';
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(text);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { page, close } = await openPage({ width, height: 900 });
  const followed: { readonly kind: string }[] = [];
  const refused: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) refused.push(request.url());
  });
  page.on('console', (message) => {
    if (/Content Security Policy|Refused/i.test(message.text())) refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(String(error)));
  page.on('dialog', (dialog) => refused.push(dialog.message()));
  let corpus: View | undefined;
  let locale = 'en';
  const tell = (message: object): Promise<void> => page.evaluate(`postMessage(${JSON.stringify(message)}, '*')`);
  await page.exposeFunction('asked', async (message: { kind: string; key?: string; value?: string }) => {
    if (message.kind === 'ready') {
      await tell(corpus ? { kind: 'corpus', name: 'corpus', locale } : { kind: 'none', locale });
    } else if (message.kind !== 'set') followed.push(message);
    else if (message.key !== 'drawn' && corpus) await tell(answerTo(corpus, locale, message.key!, message.value!));
  });
  await page.addInitScript(STUB);
  const { contrast, ...colors } = THEMES[theme];
  return {
    page,
    followed,
    refused,
    tell,
    async show(view, options = {}) {
      corpus = view;
      locale = options.locale ?? 'en';
      await page.goto(origin);
      const variables = JSON.stringify(Object.entries(variablesOf(colors, contrast)));
      await page.evaluate(
        `for (const [name, value] of ${variables}) document.documentElement.style.setProperty(name, value)`,
      );
    },
    async close() {
      await close();
      server.close();
    },
  };
}

function answerTo(view: View, locale: string, key: string, value: string): object {
  const { serial, tab, scope, id, query } = JSON.parse(value);
  if (key === 'find') {
    const ids = findRecords(view.corpus.records, query, 200, pinyinReader()).map(({ record }) => record.id.value);
    return { kind: 'found', serial, ids };
  }
  if (key === 'neighbours') {
    const model = finished(neighbours(view, id, networkScopeFrom(scope), locale)) ?? null;
    return { kind: 'neighbours', serial, model };
  }
  const model =
    tab === 'network'
      ? finished(network(view, networkScopeFrom(scope), locale))
      : tab === 'matrix'
        ? finished(matrix(view, matrixScopeFrom(scope), locale))
        : finished(timeline(view, scopeFrom(scope), locale));
  return { kind: tab, serial, model };
}

/** As client/src/panels/panel.ts makes it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'nonce-0'",
  "style-src 'self'",
  'img-src data: blob:',
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const PAGE = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/main.css">
<title>Corpus</title>
</head>
<body>
<div id="page"></div>
<script nonce="0" src="/main.js"></script>
</body>
</html>`;

const STUB = `
let state;
globalThis.acquireVsCodeApi = () => ({
  postMessage: (message) => void globalThis.asked(message),
  getState: () => state,
  setState: (next) => { state = next; },
});`;

function variablesOf(colors: Readonly<Record<string, string>>, contrast: string | undefined): Record<string, string> {
  const types = ['Person', 'Position', 'Organization', 'Program', 'Place', 'Event', 'Document', 'Agreement', 'Concept'];
  return {
    '--vscode-editor-foreground': colors.text!,
    '--vscode-descriptionForeground': colors.text!,
    '--vscode-editor-background': colors.surface!,
    '--vscode-editorWidget-background': colors.surface!,
    '--vscode-textLink-foreground': colors.link!,
    '--vscode-focusBorder': colors.link!,
    '--vscode-editorError-foreground': colors.error!,
    '--vscode-editorWarning-foreground': colors.warning!,
    ...(contrast !== undefined && { '--vscode-contrastBorder': contrast }),
    ...Object.fromEntries(types.map((type) => [`--vscode-concord-mention${type}Line`, colors.link!])),
  };
}
