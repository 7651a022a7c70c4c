/** A corpus at a glance: three views of it behind tabs. Knows neither who computes them nor where it is shown. */

import type { ComponentChildren, JSX } from 'preact';
import type { GlanceWords } from './words.ts';

export const TABS = ['timeline', 'network', 'matrix'] as const;
export type Tab = (typeof TABS)[number];

export interface GlanceProps {
  readonly words: GlanceWords;
  /** The name of the corpus. */
  readonly name: string;
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  /** Something is still being worked out. */
  readonly busy: boolean;
  readonly children: ComponentChildren;
}

export function Glance({ words, name, tab, onTab, busy, children }: GlanceProps): JSX.Element {
  return (
    <main aria-busy={busy}>
      <header>
        <h1>{words.title}</h1>
        <p class="muted">
          <bdi>{name}</bdi>
        </p>
      </header>
      <div class="tabs" role="tablist" aria-label={words.views}>
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`tab-${one}`}
            aria-selected={one === tab}
            aria-controls="view"
            tabIndex={one === tab ? 0 : -1}
            onClick={() => onTab(one)}
            onKeyDown={(event: TabKey) => {
              const next = tabAfter(one, event.key);
              if (!next) return;
              event.preventDefault();
              onTab(next);
              event.currentTarget.parentElement?.querySelector<Focusable>(`#tab-${next}`)?.focus();
            }}
          >
            {words[one]}
          </button>
        ))}
      </div>
      <section id="view" role="tabpanel" aria-labelledby={`tab-${tab}`} class="view">
        <p class="progress" role="status">
          {busy ? words.loading : ''}
        </p>
        {children}
      </section>
    </main>
  );
}

interface Focusable {
  focus(): void;
}
interface TabKey {
  readonly key: string;
  readonly currentTarget: { readonly parentElement: { querySelector<T>(selector: string): T | null } | null };
  preventDefault(): void;
}

/** The tab that a key leads to, as the pattern of the ARIA Authoring Practices has it. */
function tabAfter(tab: Tab, key: string): Tab | undefined {
  const at = TABS.indexOf(tab);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: TABS.length - 1 }[key];
  return to === undefined ? undefined : TABS[(to + TABS.length) % TABS.length];
}
