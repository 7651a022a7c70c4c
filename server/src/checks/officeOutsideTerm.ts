/** A position claimed at a time that no term in the person's record covers. */

import { setClaimKey } from '../core/edit.ts';
import { before, overlap } from '../values/time.ts';
import type { Check, Fix, Report, View } from './engine/check.ts';
import { about, isAsserted } from './statements/about.ts';
import { type Doubt, doubtsOf } from './statements/comparison.ts';
import { groupsOf, lexiconOf } from './statements/comparisons.ts';
import { reportOn } from './statements/conflicts.ts';
import { positionIn, sameOffice } from './statements/offices.ts';
import { claimOf } from './statements/placement.ts';
import type { Statement } from './statements/statement.ts';
import { retimed, timeText } from './statements/terms.ts';
import { languageOf, nameOfSubject } from './statements/words.ts';

export const officeOutsideTerm: Check = {
  code: 'office-outside-term',
  severity: 'warning',
  beyond: true,
  *document({ view, document }) {
    const position = positionIn(view);
    if (!position) return;
    const lexicon = lexiconOf(view);
    for (const [subject, name] of groupsOf(view, document.path)) {
      if (name !== position.id) continue;
      const said = about(view, subject, name);
      const known = said?.facts.filter(isAsserted) ?? [];
      if (!said || known.length === 0) continue;
      const termsFor = rememberedByOffice((own) => known.filter((term) => sameOffice(own, term, lexicon)));
      for (const own of said.in(document.path)) {
        if (!isAsserted(own) || !own.time) continue;
        const { all, terms } = termsFor(own);
        if (terms.length > 0 && all.every((term) => isOutside(own, term))) yield report(view, own, terms);
      }
    }
  },
};

interface Office {
  /** All that the record says of somebody's holding it. */
  readonly all: readonly Statement[];
  readonly terms: readonly Statement[];
}

/** Claims that name the office in the same words ask for the same terms. */
function rememberedByOffice(find: (own: Statement) => readonly Statement[]): (own: Statement) => Office {
  const known = new Map<string, Office>();
  return (own) => {
    const key = JSON.stringify([own.claim.data, own.claim.qualifiers.of]);
    let office = known.get(key);
    if (!office) {
      const all = find(own);
      office = { all, terms: all.filter(isTerm) };
      known.set(key, office);
    }
    return office;
  };
}

/** A fact without a time holds always; one at a single date says that there was a term, not how long it was. */
const isTerm = ({ time }: Statement): boolean => time?.interval === true;

const isOutside = ({ time }: Statement, term: Statement): boolean =>
  term.time !== undefined && overlap(time!, term.time) === 'none';

function report(view: View, own: Statement, terms: readonly Statement[]): Report {
  const nearest = nearestOf(own, terms);
  const doubts = new Set<Doubt>(terms.slice(0, DOUBTED).flatMap((term) => doubtsOf(own, term, false, false)));
  const base = reportOn(view, own, nearest, {
    severity: 'warning',
    doubts: [...doubts],
    variant: doubts.has('speaker') ? 'speakers' : terms.length > 1 ? 'terms' : '',
    params: {
      person: nameOfSubject(own.subject, view, languageOf(own)),
      'at@time': timeText(own),
      'term@time': timeText(nearest),
      'terms@times': termsIn(terms),
    },
  });
  return { ...base, fixes: () => [...ending(view, own), ...extending(view, own, nearest)] };
}

/** What makes a finding less sure has shown in so many terms, if it ever does. */
const DOUBTED = 100;
/** A message has no room for more. */
const MOST_TERMS = 6;

function termsIn(terms: readonly Statement[]): string {
  const times = terms.slice(0, MOST_TERMS).map(timeText);
  return [...times, ...(terms.length > MOST_TERMS ? ['…'] : [])].join(', ');
}

function nearestOf(own: Statement, terms: readonly Statement[]): Statement {
  const distance = (term: Statement): number => {
    const [a, b] = [own.time!, term.time!];
    return before(a, b) === 'certain' ? b.start.earliest - a.end.latest : a.start.earliest - b.end.latest;
  };
  return terms.reduce((best, term) => (distance(term) < distance(best) ? term : best));
}

function ending(view: View, own: Statement): readonly Fix[] {
  const document = view.document(own.member.head.path);
  const claim = claimOf(own, view);
  const edits = document && claim && setClaimKey(document, claim, 'ended', true);
  return edits?.length ? [{ title: 'mark-ended', params: {}, safe: false, edits }] : [];
}

/** The nearest term, made to reach as far as the claim. */
function extending(view: View, own: Statement, term: Statement): readonly Fix[] {
  const [start, end] = term.claim.at?.split('/') ?? [];
  const [first, last] = timeText(own).split('/');
  if (start === undefined || end === undefined || !first) return [];
  const isLater = before(term.time!, own.time!) === 'certain';
  const at = isLater ? `${start}/${last ?? first}` : `${first}/${end}`;
  return retimed(view, term, at, 'extend-term', {});
}
