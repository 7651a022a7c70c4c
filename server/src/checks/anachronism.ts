/** A claim of what its document cannot know yet, or of what its subject cannot have done. */

import { setClaimKey } from '../core/edit.ts';
import { subjectIn } from '../core/groups.ts';
import { propertyOf } from '../core/slots.ts';
import { Vocabulary } from '../core/vocabulary.ts';
import type { TimeValue } from '../values/time.ts';
import type { Check, DocumentContext, Report, View } from './engine/check.ts';
import { type About, about } from './statements/about.ts';
import { type Doubt, doubtsOf } from './statements/comparison.ts';
import { reportOn } from './statements/conflicts.ts';
import { edtf, type Statement } from './statements/statement.ts';
import { timeText } from './statements/terms.ts';
import { languageOf, nameOfSubject } from './statements/words.ts';

export const anachronism: Check = {
  code: 'anachronism',
  severity: 'error',
  beyond: true,
  *document(context) {
    for (const statement of statementsHere(context)) {
      yield* tooEarly(context, statement);
      yield* outOfLife(context.view, statement);
    }
  },
};

/** What the document asserts, once for each claim; times are announced, so claims of them do not count. */
function* statementsHere({ view, document }: DocumentContext): Iterable<Statement> {
  const seen = new Set<string>();
  for (const claim of document.annotations.claims) {
    const property = propertyOf(claim, view.corpus.vocabulary);
    if (!property || !claim.subject || claim.damaged || claim.group || claim.stance !== 'asserts') continue;
    if (Vocabulary.kinds(property.value).includes('time')) continue;
    const subject = subjectIn(claim.subject.value, document.path);
    const key = `${subject}\u0000${property.id}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const keys = new Set<string>();
    for (const one of about(view, subject, property.id)?.in(document.path) ?? []) {
      // Of a change only the end is looked at: it begins last.
      if (one.claim.stance !== 'asserts' || one.end === 'from' || keys.has(one.claim.key)) continue;
      keys.add(one.claim.key);
      yield one;
    }
  }
}

/** Its time, or the event that it is about, begins after the document was published. */
function* tooEarly({ view, document }: DocumentContext, own: Statement): Iterable<Report> {
  const date = edtf(document.annotations.date?.value);
  if (!date) return;
  const at = edtf(own.claim.at);
  const doubts = (time: TimeValue): Doubt[] => {
    const others = doubtsOf(own, own, false, false).filter((doubt) => doubt !== 'date');
    return time.uncertain || date.uncertain ? [...others, 'date'] : others;
  };
  const params = { 'date@time': date.source };
  if (at && beginsAfter(at, date)) {
    const base = reportOn(view, own, own, {
      severity: 'error',
      doubts: doubts(at),
      variant: 'at',
      params: { ...params, 'at@time': at.source },
    });
    yield { ...base, sides: undefined, related: [], fixes: () => expecting(document, own) };
    return;
  }
  const events = [own.subject, own.meaning.kind === 'entity' ? own.meaning.id : undefined];
  for (const event of new Set(events)) {
    const held = event === undefined ? undefined : heldOn(event, view);
    if (!held || !beginsAfter(held.time, date)) continue;
    const all = doubts(held.time);
    if (held.statement.claim.certainty === 'possible' && !all.includes('certainty')) all.push('certainty');
    const base = reportOn(view, own, held.statement, {
      severity: 'error',
      doubts: all,
      variant: 'event',
      params: { ...params, event: nameOfSubject(event!, view, languageOf(own)), 'at@time': held.time.source },
    });
    yield { ...base, fixes: () => expecting(document, own) };
    return;
  }
}

const beginsAfter = (time: TimeValue, date: TimeValue): boolean => time.start.earliest > date.end.latest;

/** When an event's record says that it was held; of several times the earliest. */
function heldOn(id: string, view: View): { readonly statement: Statement; readonly time: TimeValue } | undefined {
  const { records, vocabulary } = view.corpus;
  const type = records.get(id)?.type?.value;
  if (type === undefined || !vocabulary.isA(type, 'event')) return undefined;
  let first: { statement: Statement; time: TimeValue } | undefined;
  for (const statement of about(view, id, 'held-on')?.facts ?? []) {
    const { claim, meaning } = statement;
    if (claim.stance !== 'asserts' || meaning.kind !== 'time') continue;
    if (!first || meaning.time.start.earliest < first.time.start.earliest) first = { statement, time: meaning.time };
  }
  return first;
}

function expecting(document: DocumentContext['document'], { claim }: Statement) {
  const own = document.annotations.claims.find(({ key }) => key === claim.key);
  const edits = own && setClaimKey(document, own, 'stance', 'expects');
  return edits?.length ? [{ title: 'set-stance', params: { stance: 'expects' }, safe: false, edits }] : [];
}

/** The properties that bound a subject's life: nothing holds of it before the first two, nor after the others. */
const BEGINNINGS = ['born-on', 'founded-on'];
const ENDS = ['died-on', 'dissolved-on'];
const ANNIVERSARY = /anniversar|centenar|周年|週年|诞辰|誕辰|冥诞|冥誕/i;

/** An anniversary goes on being one after a death, and what has ended may have ended with it. */
export const outlives = ({ ended, property, claim }: Statement): boolean =>
  ended || (property.id === 'age' && ANNIVERSARY.test(claim.quote));

/** Its own time lies before its subject came to be, or after it was gone. */
function* outOfLife(view: View, own: Statement): Iterable<Report> {
  const at = edtf(own.claim.at);
  if (!at || own.property.time === 'permanent') return;
  for (const [properties, isEnd] of [[BEGINNINGS, false] as const, [ENDS, true] as const]) {
    if (isEnd && outlives(own)) continue;
    const { first: bound, earliest, latest } = boundsOf(own.subject, properties, view);
    if (!bound || !(isEnd ? latest < at.start.earliest : at.end.latest < earliest)) continue;
    const doubts = doubtsOf({ ...own, time: at }, bound.statement, false, false);
    yield reportOn(view, own, bound.statement, {
      severity: 'error',
      doubts,
      variant: bound.statement.property.id,
      params: { 'at@time': timeText(own), 'bound@time': bound.time.source },
    });
    return;
  }
}

interface Bound {
  readonly statement: Statement;
  readonly time: TimeValue;
}

interface Bounds {
  readonly first: Bound | undefined;
  /** No bound begins before, and none ends after. */
  readonly earliest: number;
  readonly latest: number;
}

/** What the record says of it; what documents say where the record is silent. */
function boundsOf(subject: string, properties: readonly string[], view: View): Bounds {
  const said = properties.flatMap((name) => {
    const group = about(view, subject, name);
    return group ? [boundsIn(group)] : [];
  });
  const known = said.filter(({ recorded }) => recorded.first);
  const bounds = known.length > 0 ? known.map(({ recorded }) => recorded) : said.map(({ claimed }) => claimed);
  return {
    first: bounds.find(({ first }) => first)?.first,
    earliest: Math.min(...bounds.map(({ earliest }) => earliest)),
    latest: Math.max(...bounds.map(({ latest }) => latest)),
  };
}

interface KnownBounds {
  readonly recorded: Bounds;
  readonly claimed: Bounds;
}

const bounds = new WeakMap<About, KnownBounds>();

function boundsIn(said: About): KnownBounds {
  let known = bounds.get(said);
  if (!known) {
    const [recorded, claimed] = (['record', 'document'] as const).map((kind): Bounds => {
      const all = said.asserted.flatMap((statement): readonly Bound[] => {
        const { meaning, member } = statement;
        return meaning.kind === 'time' && member.head.kind === kind ? [{ statement, time: meaning.time }] : [];
      });
      return {
        first: all[0],
        earliest: all.reduce((least, { time }) => Math.min(least, time.start.earliest), Number.POSITIVE_INFINITY),
        latest: all.reduce((most, { time }) => Math.max(most, time.end.latest), Number.NEGATIVE_INFINITY),
      };
    });
    known = { recorded: recorded!, claimed: claimed! };
    bounds.set(said, known);
  }
  return known;
}
