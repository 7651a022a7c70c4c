/** What a page of a report does where a script may run: cards on names, and the search. Everything else works without it. */

import { render } from 'preact';
import { type SearchHit, type SearchIndex, search } from '../../../server/src/pages/report/search.ts';
import { showCards } from '../cards.ts';
import './main.css';

declare global {
  /** What search-index.js, which lies beside the pages, has set. */
  var concordIndex: SearchIndex | undefined;
}

showCards();

const input = document.querySelector<HTMLInputElement>('#query');
const status = document.querySelector<HTMLElement>('#found');
const results = document.querySelector<HTMLElement>('#results');
const index = globalThis.concordIndex;
if (input && status && results && index) {
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  const show = (): void => {
    const { hits, total } = search(index, input.value);
    const { hint, nothing, one, many } = status.dataset;
    status.textContent =
      (total === 1
        ? one
        : total > 1
          ? many?.replace('#', String(total))
          : input.value.trim().length < 2
            ? hint
            : nothing) ?? '';
    render(<Hits hits={hits} labels={results.dataset} />, results);
  };
  input.addEventListener('input', show);
  show();
  input.focus();
}

function Hits({ hits, labels }: { readonly hits: readonly SearchHit[]; readonly labels: DOMStringMap }) {
  const kinds = [...new Set(hits.map(({ kind }) => kind))];
  return (
    <>
      {kinds.map((kind) => (
        <section key={kind}>
          <h2>{labels[kind]}</h2>
          <ul class="list">
            {hits
              .filter((hit) => hit.kind === kind)
              .map(({ href, text, detail }) => (
                <li key={href}>
                  <a href={href} dir="auto">
                    {text}
                  </a>{' '}
                  <span class="detail" dir="auto">
                    {detail}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
