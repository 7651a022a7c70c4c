/** What the elements of HTML are to a reader of text, as data. Knows no parser. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** They have no content, and so no end. */
export const VOID = set('area base br col embed hr img input link meta param source track wbr');

/** Nothing in them is text of the page. */
export const SKIPPED = set(
  'script style noscript template svg math iframe noembed noframes object audio video canvas select textarea datalist',
);

/** Drawings and formulas end where one of these begins, closed or not, as in a browser. */
export const BREAKS_OUT = set('blockquote body div dl h1 h2 h3 h4 h5 h6 head li main ol p pre section table ul');

/** They begin and end a block. */
export const BLOCK = set(
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul',
);

/** What an open paragraph ends at: every block but for the rows and cells of a table, which cannot stand in one. */
export const ENDS_PARAGRAPH = set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul',
);

/** What ends an open element of the same group: a list item the one before it, and so on. */
export const SIBLINGS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    li: set('li'),
    dt: set('dt dd'),
    dd: set('dt dd'),
    tr: set('tr'),
    tbody: set('thead tbody tfoot'),
    tfoot: set('thead tbody tfoot'),
    td: set('td th'),
    th: set('td th'),
  }),
);

/** An end tag inside one of these ends nothing outside of it. */
export const BOUNDARY = set('table td th caption button');
/** Neither does the end that is implied by a sibling. */
export const SIBLING_BOUNDARY = set('table ul ol menu dl dir');

/** The marks of Markdown for emphasis. */
export const EMPHASIS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    b: '**',
    strong: '**',
    em: '*',
    i: '*',
    code: '`',
    s: '~~',
    del: '~~',
    strike: '~~',
  }),
);
