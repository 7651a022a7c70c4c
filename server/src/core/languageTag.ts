/** Which texts are tags of languages (BCP 47). Knows the languages of two letters, and of other subtags only their form. */

/** ISO 639-1, with the codes that it has withdrawn. */
const TWO_LETTERS: ReadonlySet<string> = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo ' +
    'es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu iw ja ji ' +
    'jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ' +
    'ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ' +
    'ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
);

const FORM = /^([A-Za-z]{2,3})(?:-[A-Za-z0-9]{1,8})*$/;

/** Whether `tag` can be one: `cn` and `jp` name countries, and `english` is no tag at all. Case does not count. */
export function isLanguageTag(tag: string): boolean {
  const primary = FORM.exec(tag)?.[1]?.toLowerCase();
  return primary !== undefined && (primary.length === 3 || TWO_LETTERS.has(primary));
}
