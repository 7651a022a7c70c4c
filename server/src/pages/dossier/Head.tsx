/** Who or what an entity is: its names in each language, its type, what it is elsewhere, how much is said of it. */

import type { Dossier, DossierName } from '../../features/dossier/model.ts';
import { wordingIn } from '../../features/wording.ts';
import { useReader } from '../reader.ts';
import { EntityLink, Maybe } from './parts.tsx';
import { dossierWordsIn } from './words.ts';

export function Head({ model }: { readonly model: Dossier }) {
  const { locale, links } = useReader();
  const words = dossierWordsIn(locale);
  const { id, name, names, aliases, unknown, type, description, of, holders, sameAs, record, usage, open } = model;
  const others = names.filter(({ text }) => text !== name);
  const hasClaims = model.facts.length + model.figures.length > 0;
  return (
    <header>
      <h1 dir="auto">{name}</h1>
      <p class="kind">
        {type && <span class="type">{type.label}</span>}
        {of && (
          <span>
            {' '}
            · <EntityLink id={of.id}>{of.name}</EntityLink>
          </span>
        )}
        {holders !== undefined && <span> · {words.holders(holders)}</span>}
        <code class="id">
          <bdi>{id}</bdi>
        </code>
        {record && <Maybe href={links.place(record)}>{words.record}</Maybe>}
      </p>
      {unknown && <p class="aside">{words.noRecord}</p>}
      {description !== undefined && (
        <p class="description" dir="auto">
          {description}
        </p>
      )}
      <dl class="names">
        <Names label={words.names} names={others} />
        <Names label={words.aliases} names={aliases} />
        {sameAs.length > 0 && (
          <div>
            <dt>{words.sameAs}</dt>
            <dd>
              {sameAs.map((address) => (
                <span key={address} class="name">
                  <Maybe href={isAddress(address) ? address : undefined}>{address}</Maybe>
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <p class="aside">
        {usage.documents === 0 ? wordingIn(locale).unused : wordingIn(locale).usage(usage)}
        {hasClaims && (
          <>
            {' · '}
            <span class={open > 0 ? 'conflict' : ''}>{open > 0 ? words.open(open) : words.goesTogether}</span>
          </>
        )}
      </p>
    </header>
  );
}

function Names({ label, names }: { readonly label: string; readonly names: readonly DossierName[] }) {
  const { locale } = useReader();
  if (names.length === 0) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {names.map(({ text, lang }) => (
          <span key={`${lang} ${text}`} class="name">
            <bdi lang={lang}>{text}</bdi>
            {lang !== undefined && <span class="lang"> {languageName(lang, locale)}</span>}
          </span>
        ))}
      </dd>
    </div>
  );
}

/** Nothing but the web: other schemes could run something. */
const isAddress = (text: string): boolean => /^https?:\/\//i.test(text);

function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
