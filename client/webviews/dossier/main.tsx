/** The dossier in a panel: draws what it is told, keeps what a reload must not lose, saves what it has drawn. Knows no corpus. */

import { render } from 'preact';
import './main.css';
import type { Dossier as Model } from '../../../server/src/lsp/protocol.ts';
import { Dossier } from '../../../server/src/pages/dossier/Dossier.tsx';
import { pageOf, pictureOf } from '../../../server/src/pages/dossier/standalone.tsx';
import { ReaderProvider } from '../../../server/src/pages/reader.ts';
import { ask, followLinks, keep, kept, links, onTold } from '../host.ts';
import { dotsOf } from './dots.ts';
import { barWordsIn } from './words.ts';

interface Told {
  readonly kind: 'show';
  readonly corpus: string;
  readonly id: string;
  /** The corpus knows nothing of the id. */
  readonly model: Model | null;
  readonly paper: string;
  readonly follows: boolean;
  readonly canGoBack: boolean;
  readonly locale: string;
}

const root = document.getElementById('page')!;
let told: Told | undefined;
/** A view that is hidden is made anew; it goes on where it was. */
const before = (kept() ?? {}) as { readonly id?: unknown; readonly scroll?: unknown };
/** Whoever followed a link in here wants to read on in here. */
let wentByLink = false;

function draw(): void {
  if (!told) return;
  const { model, follows, canGoBack, locale, id } = told;
  const words = barWordsIn(locale);
  // Charts are as wide as there is room for, within reason.
  const width = Math.max(300, Math.min(1100, root.clientWidth || 720));
  render(
    <ReaderProvider value={{ locale, links }}>
      <nav class="bar">
        {canGoBack && (
          <button type="button" onClick={() => go('back', true)}>
            ← {words.back}
          </button>
        )}
        <button
          type="button"
          aria-pressed={follows}
          title={words.followHint}
          onClick={() => ask({ kind: 'set', key: 'follows', value: !follows })}
        >
          <span aria-hidden="true">{follows ? '● ' : '○ '}</span>
          {words.follow}
        </button>
        <span class="gap" />
        {model && (
          <>
            <span aria-hidden="true">{words.save}</span>
            <SaveButton label="SVG" of={words.save} save={() => savePicture(false)} />
            <SaveButton label="PNG" of={words.save} save={() => savePicture(true)} />
            <SaveButton label="HTML" of={words.save} save={savePage} />
          </>
        )}
      </nav>
      <p class="spoken" role="status">
        {model?.name ?? id}
      </p>
      <main>
        {model ? (
          <Dossier model={model} width={width} onMore={(part) => ask({ kind: 'set', key: 'more', value: part })} />
        ) : (
          <p>{words.unknown(id)}</p>
        )}
      </main>
    </ReaderProvider>,
    root,
  );
}

const SaveButton = ({
  label,
  of,
  save,
}: {
  readonly label: string;
  readonly of: string;
  readonly save: () => unknown;
}) => (
  <button type="button" aria-label={`${of} ${label}`} title={`${of} ${label}`} onClick={save}>
    {label}
  </button>
);

function go(key: string, value: boolean): void {
  wentByLink = true;
  ask({ kind: 'set', key, value });
}

function savePage(): void {
  if (!told?.model) return;
  const { model, locale, paper } = told;
  ask({ kind: 'save', name: model.name, type: 'text/html', data: pageOf({ model, locale, paper }) });
}

async function savePicture(inDots: boolean): Promise<void> {
  if (!told?.model) return;
  const { model, locale, paper } = told;
  const svg = pictureOf({ model, locale, paper });
  if (svg === undefined) return;
  if (inDots) ask({ kind: 'save', name: model.name, type: 'image/png', data: await dotsOf(svg) });
  else ask({ kind: 'save', name: model.name, type: 'image/svg+xml', data: svg });
}

function show(message: Told): void {
  const isFirst = told === undefined;
  const isOther = told?.id !== message.id || told.corpus !== message.corpus;
  told = message;
  draw();
  if (isFirst && before.id === message.id && typeof before.scroll === 'number') window.scrollTo(0, before.scroll);
  else if (isOther) window.scrollTo(0, 0);
  if (isOther && wentByLink) {
    const heading = root.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  }
  if (isOther) wentByLink = false;
  remember();
  ask({ kind: 'set', key: 'drawn', value: message.id });
}

function remember(): void {
  if (told) keep({ corpus: told.corpus, id: told.id, follows: told.follows, scroll: window.scrollY });
}

onTold((message) => {
  if (typeof message === 'object' && message !== null && (message as { kind?: unknown }).kind === 'show') {
    show(message as Told);
  }
});
root.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('a')) wentByLink = true;
});
let resting: number | undefined;
window.addEventListener('scroll', () => {
  clearTimeout(resting);
  resting = window.setTimeout(remember, 200);
});
new ResizeObserver(() => draw()).observe(root);
followLinks();
ask({ kind: 'ready' });
