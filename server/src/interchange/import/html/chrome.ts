/** Which elements hold what surrounds a text on a page: by their tags, roles and the names that authors give them. */

import type { BoilerplateKind } from '../raw.ts';

const TAGS: Readonly<Record<string, BoilerplateKind>> = {
  nav: 'navigation',
  menu: 'navigation',
  footer: 'footer',
  aside: 'related',
  form: 'form',
  button: 'form',
  search: 'form',
  dialog: 'form',
};

const ROLES: Readonly<Record<string, BoilerplateKind>> = {
  navigation: 'navigation',
  banner: 'navigation',
  menu: 'navigation',
  contentinfo: 'footer',
  complementary: 'related',
  search: 'form',
  dialog: 'form',
};

/** Words of a class or an id. */
const NAMES: Readonly<Record<string, BoilerplateKind>> = {
  ...kinds(
    'navigation',
    'nav navbar navigation breadcrumb breadcrumbs crumb crumbs menu menubar topbar pagination pager',
  ),
  ...kinds('sharing', 'share shares sharing social sharethis addthis socials bdshare jiathis'),
  ...kinds('related', 'related recommend recommended recommendation recommendations sidebar trending readmore'),
  ...kinds('footer', 'footer copyright colophon'),
  ...kinds('cookies', 'cookie cookies consent gdpr'),
  ...kinds('comments', 'comments disqus respond'),
  ...kinds('advertisement', 'ad ads advert advertisement advertising promo sponsored'),
  ...kinds('form', 'newsletter subscribe subscription signup login'),
};

function kinds(kind: BoilerplateKind, words: string): Record<string, BoilerplateKind> {
  return Object.fromEntries(words.split(' ').map((word) => [word, kind]));
}

/** They hold the page or the text, whatever they are called. */
const NEVER: ReadonlySet<string> = new Set([
  'html',
  'body',
  'main',
  'article',
  'h1',
  'p',
  'td',
  'table',
  'tbody',
  'tr',
]);
const LONGEST_NAMES = 300;

/** What an element holds besides the text, as far as it says so itself. */
export function chromeIn(name: string, attributes: ReadonlyMap<string, string>): BoilerplateKind | undefined {
  if (attributes.has('hidden') || /display\s{0,3}:\s{0,3}none/i.test(attributes.get('style') ?? '')) return 'hidden';
  const byTag = own(TAGS, name);
  if (byTag) return byTag;
  const byRole = own(ROLES, attributes.get('role')?.trim().toLowerCase() ?? '');
  if (byRole) return byRole;
  if (NEVER.has(name)) return undefined;
  for (const key of ['class', 'id']) {
    const names = attributes.get(key);
    if (!names || names.length > LONGEST_NAMES) continue;
    for (const name of names.split(/\s+/)) {
      // Of `site-nav` the last word says what it is; `nav-open` and `has-sidebar` speak of something else.
      const words = name
        .replace(/([a-z])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .split(/[-_]+/);
      if (words.some((word) => word === 'has' || word === 'no' || word === 'with' || word === 'without')) continue;
      const kind = own(NAMES, words.at(-1)!) ?? own(NAMES, words[0]!);
      if (kind) return kind;
    }
  }
  return undefined;
}

const own = <V>(table: Readonly<Record<string, V>>, key: string): V | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
