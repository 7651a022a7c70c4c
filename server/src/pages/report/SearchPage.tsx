/** The page on which a reader seeks; client/webviews/report fills it from the index that lies beside it. */

import { useReader } from '../reader.ts';
import { reportWordsIn } from './words.ts';

export function SearchPage() {
  const { locale } = useReader();
  const words = reportWordsIn(locale);
  return (
    <search class="search">
      <h1>{words.search}</h1>
      <noscript>
        <p class="remark">{words.searchNeedsScript}</p>
      </noscript>
      <label for="query">{words.searchLabel}</label>
      <input id="query" type="search" autocomplete="off" spellcheck={false} dir="auto" />
      <p
        id="found"
        class="remark"
        role="status"
        data-hint={words.searchHint}
        data-nothing={words.searchNothing}
        data-one={words.searchCount(1)}
        data-many={words.searchCount(2).replace('2', '#')}
      />
      <div
        id="results"
        data-documents={words.documents}
        data-entities={words.entities}
        data-claims={words.claimsFound}
      />
    </search>
  );
}
