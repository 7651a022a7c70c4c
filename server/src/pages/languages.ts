/** Languages of texts, for attributes and for people. Knows no page. */

/** The tag, if it is one that browsers and screen readers know; what is none would only mislead them. */
export function langOf(tag: string | undefined): string | undefined {
  if (tag === undefined) return undefined;
  if (!known.has(tag)) known.set(tag, isKnown(tag) ? tag : undefined);
  return known.get(tag);
}

const known = new Map<string, string | undefined>();

function isKnown(tag: string): boolean {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    return canonical !== undefined && namesIn('en')?.of(canonical.split('-')[0]!) !== undefined;
  } catch {
    return false;
  }
}

/** “Chinese”, 中文; the tag as it is where it has no name. */
export function languageName(tag: string, locale: string): string {
  try {
    return namesIn(locale)?.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const tables = new Map<string, Intl.DisplayNames | undefined>();

function namesIn(locale: string): Intl.DisplayNames | undefined {
  if (!tables.has(locale)) {
    let table: Intl.DisplayNames | undefined;
    try {
      table = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
    } catch {
      // A locale that the platform does not know.
    }
    tables.set(locale, table);
  }
  return tables.get(locale);
}
