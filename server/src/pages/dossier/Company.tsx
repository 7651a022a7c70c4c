/** Who and what appears with an entity, those that belong to it most first. */

import type { Companion, Company as Model } from '../../features/dossier/model.ts';
import { claimAddress, useReader } from '../reader.ts';
import { EntityLink, Maybe, More, type OnMore } from './parts.tsx';
import { dossierWordsIn } from './words.ts';

const WIDE = 120;

export function Company({ company, onMore }: { readonly company: Model; readonly onMore: OnMore }) {
  const words = dossierWordsIn(useReader().locale);
  const { companions, more } = company;
  const most = Math.max(1, ...companions.map(({ documents }) => documents));
  return (
    <section aria-labelledby="company">
      <h2 id="company">{words.company}</h2>
      <p class="aside">{companions.length === 0 ? words.nothingTogether : words.companyNote}</p>
      <ul class="company">
        {companions.map((companion) => (
          <CompanionRow key={companion.id} companion={companion} most={most} />
        ))}
      </ul>
      <More count={more} part="company" onMore={onMore} />
    </section>
  );
}

function CompanionRow({ companion, most }: { readonly companion: Companion; readonly most: number }) {
  const { locale, links } = useReader();
  const words = dossierWordsIn(locale);
  const { id, name, type, core, documents, claims, examples } = companion;
  return (
    <li class={`core-${core}`}>
      <div class="who">
        <EntityLink id={id}>{name}</EntityLink> <span class="aside">{type}</span>
      </div>
      <div class="together">
        <span>
          {words.documents(documents)}
          {claims > 0 && ` · ${words.claims(claims)}`}
        </span>
        <svg class="meter" width={WIDE} height={8} viewBox={`0 0 ${WIDE} 8`} aria-hidden="true">
          <rect class="rail" width={WIDE} height={8} rx={2} />
          <rect class="sure" width={Math.max(documents > 0 ? 2 : 0, (WIDE * documents) / most)} height={8} rx={2} />
        </svg>
      </div>
      <div class="examples">
        {examples.map(({ path, claim, text }) => (
          <span key={`${path}#${claim}`} class="source">
            <Maybe href={claim === undefined ? links.document(path) : claimAddress(links, { path, claim })}>
              <bdi>{text}</bdi>
            </Maybe>
          </span>
        ))}
      </div>
    </li>
  );
}
