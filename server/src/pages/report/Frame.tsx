/** What every page of a report has around it. No page runs a script of its own, or fetches anything from anywhere. */

import type { ComponentChildren } from 'preact';
import { langOf } from '../languages.ts';
import { useReader } from '../reader.ts';
import { reportWordsIn } from './words.ts';

/** Opened from a folder, what belongs to the page has the scheme `file:`; on a server it is of the page's own origin. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' file:",
  "style-src 'self' file:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export type Section = 'overview' | 'findings' | 'search';

export interface FrameProps {
  readonly title: string;
  /** The language of the title, where it is another than the reader's. */
  readonly lang?: string;
  /** What leads from this page to the root: empty, or `../`. */
  readonly root: string;
  /** The name of the corpus. */
  readonly corpus: string;
  readonly current?: Section;
  readonly children: ComponentChildren;
}

export const FILES = {
  overview: 'index.html',
  findings: 'findings.html',
  search: 'search.html',
  style: 'report.css',
  script: 'report.js',
  index: 'search-index.js',
} as const;

export function Frame({ title, root, corpus, current, children }: FrameProps) {
  const { locale } = useReader();
  const words = reportWordsIn(locale);
  const sections: readonly Section[] = ['overview', 'findings', 'search'];
  return (
    <html lang={langOf(locale) ?? 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>{title === corpus ? title : `${title} · ${corpus}`}</title>
        <link rel="stylesheet" href={root + FILES.style} />
        {current === 'search' ? <script src={root + FILES.index} defer /> : null}
        <script src={root + FILES.script} defer />
      </head>
      <body>
        <a class="skip" href="#content">
          {words.skip}
        </a>
        <header class="site">
          <p class="corpus" dir="auto">
            {corpus}
          </p>
          <nav aria-label={words.pages}>
            <ul>
              {sections.map((section) => (
                <li key={section}>
                  <a href={root + FILES[section]} aria-current={section === current ? 'page' : undefined}>
                    {words[section]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </body>
    </html>
  );
}
