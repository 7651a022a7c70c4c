/** The reading view within the editor: draws what the extension tells, follows its cursor, and asks it to go where a reader clicks. */

import { render } from 'preact';
import { languageName } from '../../../server/src/pages/languages.ts';
import { ReaderProvider } from '../../../server/src/pages/reader.ts';
import { type Reading, ReadingPage } from '../../../server/src/pages/reading/ReadingPage.tsx';
import { readingWordsIn } from '../../../server/src/pages/reading/words.ts';
import { showCards } from '../cards.ts';
import './main.css';
import { ask, followLinks, keep, links, onTold } from '../host.ts';

interface Shown {
  readonly kind: 'show';
  readonly uri: string;
  readonly locale: string;
  readonly reading: Reading;
  readonly beside: Reading | null;
}

const page = document.getElementById('page')!;
let shown: Shown | undefined;

followLinks();
showCards();
onTold((message) => {
  if (isShown(message)) show(message);
  else if (isPlace(message)) message.kind === 'scroll' ? scrollTo(message.offset) : pointOut(message.offset);
  else if (isNothing(message)) showNothing(message.words);
});
page.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element) || target.closest('a, button, summary')) return;
  // Whoever selects text wants to copy it.
  if (document.getSelection()?.isCollapsed === false) return;
  const text = target.closest<HTMLElement>('.text');
  const passage = target.closest<HTMLElement>('mark[data-start], p[data-start]');
  const path = text?.dataset.path;
  if (!passage || path === undefined) return;
  const start = Number(passage.dataset.start);
  const length = passage.tagName === 'MARK' ? (passage.textContent?.length ?? 0) : 0;
  ask({ kind: 'openPlace', place: { path, start, end: start + length } });
});
ask({ kind: 'ready' });

function show(next: Shown): void {
  const isSame = shown?.reading.path === next.reading.path;
  shown = next;
  keep({ uri: next.uri, beside: next.beside?.path ?? null });
  const { reading, beside, locale } = next;
  document.documentElement.lang = locale;
  render(
    <ReaderProvider value={{ locale, links }}>
      <main>
        <ReadingPage reading={reading} beside={beside ?? undefined} choices={<Choices of={next} />} />
      </main>
    </ReaderProvider>,
    page,
  );
  ask({ kind: 'set', key: 'drawn', value: reading.path });
  if (!isSame) window.scrollTo(0, 0);
}

function showNothing(words: string): void {
  shown = undefined;
  render(<p class="remark">{words}</p>, page);
}

/** By itself, or beside one of its translations. */
function Choices({ of: { reading, beside, locale } }: { readonly of: Shown }) {
  const words = readingWordsIn(locale);
  if (reading.translations.length === 0) return null;
  const choose = (path: string | null) => ask({ kind: 'set', key: 'beside', value: path });
  return (
    <div class="choices">
      <button type="button" aria-pressed={beside === null} onClick={() => choose(null)}>
        {words.alone}
      </button>
      {reading.translations.map(({ path, title, lang, original }) => (
        <button
          key={path}
          type="button"
          aria-pressed={beside?.path === path}
          title={title}
          onClick={() => choose(path)}
        >
          {words.beside} {original ? words.original : words.translation}
          {lang === undefined ? '' : ` (${languageName(lang, locale)})`}
        </button>
      ))}
    </div>
  );
}

/** Brings the place that the editor shows first to the top. */
function scrollTo(offset: number): void {
  const paragraph = paragraphAt(offset);
  if (!paragraph) {
    window.scrollTo(0, 0);
    return;
  }
  const { top, height } = paragraph.getBoundingClientRect();
  const [start, end] = [Number(paragraph.dataset.start), Number(paragraph.dataset.end)];
  const share = end > start ? Math.min(1, Math.max(0, (offset - start) / (end - start))) : 0;
  window.scrollTo(0, window.scrollY + top + share * height - 16);
}

/** Frames the passages that the cursor is in, and their claims. */
function pointOut(offset: number): void {
  for (const one of page.querySelectorAll('.current')) one.classList.remove('current');
  const marks = textOf()?.flatMap((text) => [...text.querySelectorAll<HTMLElement>('mark[data-start]')]) ?? [];
  for (const mark of marks) {
    const start = Number(mark.dataset.start);
    if (offset < start || offset > start + (mark.textContent?.length ?? 0)) continue;
    mark.classList.add('current');
    for (const number of (mark.dataset.claims ?? '').split(' ')) {
      document.getElementById(`claim-${number}`)?.classList.add('current');
    }
  }
}

function paragraphAt(offset: number): HTMLElement | undefined {
  let found: HTMLElement | undefined;
  for (const text of textOf() ?? []) {
    for (const paragraph of text.querySelectorAll<HTMLElement>('p[data-start]')) {
      if (Number(paragraph.dataset.start) > offset) return found;
      found = paragraph;
    }
  }
  return found;
}

/** The parts of the text that the editor has, not of the one beside it. */
function textOf(): readonly HTMLElement[] | undefined {
  const path = shown?.reading.path;
  return [...page.querySelectorAll<HTMLElement>('.text')].filter((text) => text.dataset.path === path);
}

type Fields = Record<string, unknown>;
const fieldsOf = (message: unknown): Fields =>
  typeof message === 'object' && message !== null ? (message as Fields) : {};

function isShown(message: unknown): message is Shown {
  const { kind, reading, locale } = fieldsOf(message);
  const { paragraphs, claims } = fieldsOf(reading);
  return kind === 'show' && typeof locale === 'string' && Array.isArray(paragraphs) && Array.isArray(claims);
}

function isPlace(message: unknown): message is { readonly kind: 'scroll' | 'cursor'; readonly offset: number } {
  const { kind, offset } = fieldsOf(message);
  return (kind === 'scroll' || kind === 'cursor') && typeof offset === 'number';
}

function isNothing(message: unknown): message is { readonly kind: 'nothing'; readonly words: string } {
  const { kind, words } = fieldsOf(message);
  return kind === 'nothing' && typeof words === 'string';
}
