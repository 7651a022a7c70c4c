/** What is found in a corpus, by what it is about: each with both sides, and where they stand. */

import type { Topic } from '../../features/overview/topics.ts';
import type { ReadingFinding } from '../../features/reading/model.ts';
import { langOf } from '../languages.ts';
import { useReader } from '../reader.ts';
import { Findings } from '../reading/Note.tsx';
import { reportWordsIn } from './words.ts';

export interface FindingGroup {
  readonly topic: Topic;
  readonly findings: readonly FindingItem[];
  /** How many more there are. */
  readonly more: number;
}

export interface FindingItem {
  readonly finding: ReadingFinding;
  /** The document's title, or the name of the file. */
  readonly where: string;
  readonly lang: string | undefined;
}

export function FindingsPage(given: {
  readonly groups: readonly FindingGroup[];
  readonly accepted: readonly FindingItem[];
}) {
  const { groups, accepted } = given;
  const { locale } = useReader();
  const words = reportWordsIn(locale);
  return (
    <div class="all-findings">
      <h1>{words.findings}</h1>
      {groups.length === 0 ? <p class="remark">{words.noFindings}</p> : null}
      {groups.map(({ topic, findings, more }) => (
        <section key={topic} aria-labelledby={topic}>
          <h2 id={topic}>{words.topics[topic]}</h2>
          <Items items={findings} />
          {more > 0 ? <p class="remark">{words.moreFindings(more)}</p> : null}
        </section>
      ))}
      {accepted.length === 0 ? null : (
        <details>
          <summary>{words.acceptedCount(accepted.length)}</summary>
          <Items items={accepted} />
        </details>
      )}
    </div>
  );
}

function Items({ items }: { readonly items: readonly FindingItem[] }) {
  const { links } = useReader();
  return (
    <ul class="finding-list">
      {items.map(({ finding, where, lang }) => {
        const href = links.place(finding.place);
        return (
          <li key={`${finding.place.path} ${finding.place.start} ${finding.code} ${finding.message}`}>
            <p class="where" lang={langOf(lang)} dir="auto">
              {href === undefined ? where : <a href={href}>{where}</a>}
            </p>
            <Findings findings={[finding]} />
          </li>
        );
      })}
    </ul>
  );
}
