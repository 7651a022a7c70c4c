/** A dossier as text that stands by itself: a page without script, a picture of its charts. Knows no file. */

import { renderToString } from 'preact-render-to-string';
import type { Dossier as Model } from '../../features/dossier/model.ts';
import { NO_LINKS, ReaderProvider } from '../reader.ts';
import { Dossier } from './Dossier.tsx';
import { Picture } from './Picture.tsx';
import { WIDTH } from './props.ts';

export interface Saved {
  readonly model: Model;
  readonly locale: string;
  /** The rules of paper.css. */
  readonly paper: string;
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

export function pageOf({ model, locale, paper }: Saved): string {
  const reader = { locale, links: NO_LINKS };
  const body = renderToString(
    <ReaderProvider value={reader}>
      <main>
        <Dossier model={model} width={WIDTH + 160} />
      </main>
    </ReaderProvider>,
  );
  const head = renderToString(
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={POLICY} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{model.name}</title>
    </head>,
  );
  const styled = head.replace('</head>', () => `<style>${paper}</style></head>`);
  return `<!DOCTYPE html>\n<html lang="${locale.replace(/[^\w-]/g, '')}">${styled}<body>${body}</body></html>\n`;
}

/** An SVG file; undefined where there is nothing to draw. Its colours are plain ones, for programs that know no variables. */
export function pictureOf({ model, locale, paper }: Saved): string | undefined {
  const css = plainColours(paper);
  const svg = renderToString(
    <ReaderProvider value={{ locale, links: NO_LINKS }}>
      <Picture model={model} width={WIDTH + 80} css={css} />
    </ReaderProvider>,
  );
  return svg === '' ? undefined : `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
}

/** The rules for light paper, with every variable replaced by what it stands for. */
function plainColours(css: string): string {
  const rules = withoutBlocks(css);
  const values = new Map(rules.split(/[{};]/).flatMap((one) => variableIn(one) ?? []));
  const plain = (text: string, depth = 0): string =>
    depth > 4
      ? text
      : text.replace(/var\((--[\w-]+)(?:,([^()]*(?:\([^()]*\))?))?\)/g, (_, name: string, other?: string) =>
          plain(values.get(name) ?? other ?? 'currentColor', depth + 1),
        );
  // What a mark is coloured by depends on where it stands: programs without variables are told for each kind.
  const marks = rules.split('}').map((rule) => {
    const [selectors = '', body = ''] = rule.split('{');
    const kind = selectors.split('.core-')[1]?.trim();
    const [, value] = variableIn(body.split(';')[0]!)?.find(([name]) => name === '--mark') ?? [];
    if (kind === undefined || value === undefined) return '';
    const colour = plain(value);
    return (
      `.core-${kind} .sure,.core-${kind} .arrow,.core-${kind} .vague,.core-${kind} .soft{fill:${colour}}` +
      `.core-${kind} .vague,.core-${kind} .soft,.core-${kind} .hard,.core-${kind} .muted .sure{stroke:${colour}}`
    );
  });
  const drawn = rules
    .split('}')
    .filter((rule) => !rule.includes('{--'))
    .join('}')
    .replaceAll('var(--mark,var(--text))', plain('var(--text)'));
  const muted = `.muted .sure,.muted .arrow{fill:${plain('var(--surface)')}!important}`;
  return `${plain(drawn)}${marks.join('')}${muted}`;
}

/** A declaration of a variable, as the one entry of a list. */
function variableIn(declaration: string): readonly (readonly [name: string, value: string])[] | undefined {
  const colon = declaration.indexOf(':');
  const name = declaration.slice(0, Math.max(colon, 0)).trim();
  return name.startsWith('--') ? [[name, declaration.slice(colon + 1).trim()]] : undefined;
}

/** Without the rules that hold under conditions. */
function withoutBlocks(css: string): string {
  let [kept, depth, from] = ['', 0, 0];
  for (let at = css.indexOf('@media'); at >= 0; at = css.indexOf('@media', from)) {
    kept += css.slice(from, at);
    depth = 0;
    let end = css.indexOf('{', at);
    for (; end < css.length; end++) {
      if (css[end] === '{') depth++;
      else if (css[end] === '}' && --depth === 0) break;
    }
    from = end + 1;
  }
  return kept + css.slice(from);
}
