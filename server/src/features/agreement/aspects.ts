/** What a claim says, aspect by aspect, as the engine understands it: so that the same said otherwise is the same. */

import { sameQualifier } from '../../checks/statements/comparison.ts';
import { type Meaning, sameMeaning } from '../../checks/statements/statement.ts';
import type { Qualifier } from '../../core/claim.ts';
import { valueText } from '../../core/facts.ts';
import { textKey } from '../../core/textKey.ts';
import { equalTimes, type TimeValue } from '../../values/time.ts';
import type { Aspect } from './disagreement.ts';
import type { Said } from './versions.ts';

/** Whether two claims agree in an aspect. Says the same whichever comes first. */
export const AGREE: Readonly<Record<Aspect, (a: Said, b: Said) => boolean>> = {
  value: sameValue,
  time: sameTime,
  speaker: (a, b) => speakerOf(a) === speakerOf(b),
  stance: (a, b) => stanceOf(a) === stanceOf(b),
  certainty: (a, b) => a.claim.certainty === b.claim.certainty,
  qualifiers: sameQualifiers,
};

/** A label for what a claim says in an aspect. Claims that agree may still have different ones: a quantity has many units. */
export const LABEL: Readonly<Record<Aspect, (said: Said) => string>> = {
  value: ({ statements, value }) =>
    statements.length > 0
      ? statements.map(({ meaning, end }) => `${end ?? ''} ${labelOf(meaning)}`).join(' -> ')
      : `text ${textKey(value)}`,
  time: ({ statements, claim }) =>
    statements.length > 0
      ? statements.map(({ time }) => (time ? timeLabel(time) : '')).join(' -> ')
      : (claim.at?.value ?? ''),
  speaker: speakerOf,
  stance: stanceOf,
  certainty: ({ claim }) => claim.certainty,
  qualifiers: ({ claim }) =>
    [...claim.qualifiers]
      .map(([name, { value }]) => `${name}: ${textKey(valueText(value))}`)
      .sort()
      .join(', '),
};

/** What a claim says in an aspect, as it is written; by default what follows from the document or the format. */
export const WORDS: Readonly<Record<Aspect, (said: Said) => { readonly says: string; readonly byDefault?: true }>> = {
  value: ({ value }) => ({ says: value }),
  time: ({ claim, statements }) =>
    claim.at
      ? { says: claim.at.value }
      : { says: statements.find(({ time }) => time)?.time?.source ?? '', byDefault: true },
  speaker: ({ claim, publisher }) => (claim.by ? { says: claim.by.text.value } : { says: publisher, byDefault: true }),
  stance: (said) => ({ says: stanceOf(said) }),
  certainty: ({ claim }) => ({ says: claim.certainty }),
  qualifiers: ({ claim }) => ({
    says: [...claim.qualifiers].map(([name, { value }]) => `${name}: ${valueText(value)}`).join(', '),
  }),
};

function sameValue(a: Said, b: Said): boolean {
  const { statements: left } = a;
  const { statements: right } = b;
  if (left.length === 0 || right.length === 0)
    return left.length === right.length && textKey(a.value) === textKey(b.value);
  return (
    left.length === right.length &&
    left.every((one, i) => {
      const other = right[i]!;
      // Two versions may define their units differently: what is equal is so in both.
      return (
        one.end === other.end &&
        sameMeaning(one.meaning, other.meaning, a.lexicon) &&
        sameMeaning(one.meaning, other.meaning, b.lexicon)
      );
    })
  );
}

function sameTime(a: Said, b: Said): boolean {
  if (a.statements.length === 0 || b.statements.length === 0) return a.claim.at?.value === b.claim.at?.value;
  return (
    a.statements.length === b.statements.length &&
    a.statements.every(({ time }, i) => {
      const other = b.statements[i]!.time;
      return time && other ? equalTimes(time, other) : time === other;
    })
  );
}

/** Who says nothing of a speaker means the publisher. */
function speakerOf({ claim: { by }, publisher }: Said): string {
  if (!by) return publisher;
  return by.free ? textKey(by.text.value) : by.text.value;
}

function stanceOf({ claim, statements }: Said): string {
  const ended = statements[0]?.ended ?? claim.ended;
  return ended ? `${claim.stance}, ended` : claim.stance;
}

function sameQualifiers(a: Said, b: Said): boolean {
  const names = new Set([...a.claim.qualifiers.keys(), ...b.claim.qualifiers.keys()]);
  return [...names].every((name) => {
    const [left, right] = [a.claim.qualifiers.get(name), b.claim.qualifiers.get(name)];
    return left && right ? sameQualified(name, left, right, a, b) : left === right;
  });
}

function sameQualified(name: string, left: Qualifier, right: Qualifier, a: Said, b: Said): boolean {
  if (textKey(valueText(left.value)) === textKey(valueText(right.value))) return true;
  const [one, other] = [a.statements[0], b.statements[0]];
  const [mine, theirs] = [one?.claim.qualifiers[name], other?.claim.qualifiers[name]];
  if (!one || !other || !mine || !theirs) return false;
  return sameQualifier(mine, theirs, one, other, a.lexicon) && sameQualifier(theirs, mine, other, one, b.lexicon);
}

function labelOf(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'quantity': {
      const { hard, soft, unit } = meaning.quantity;
      return `quantity ${[hard.low, hard.high, soft.low, soft.high].map((bound) => bound.toPrecision(11)).join(' ')} ${unit ?? ''}`;
    }
    case 'time':
      return `time ${timeLabel(meaning.time)}`;
    case 'entity':
      return `entity ${meaning.id}`;
    case 'text':
      return `text ${Object.entries(meaning.texts)
        .map(([lang, text]) => `${lang} ${textKey(text)}`)
        .sort()
        .join(' ')}`;
    case 'boolean':
      return `${meaning.value}`;
  }
}

const timeLabel = ({ interval, start, end }: TimeValue): string =>
  [interval, start.earliest, start.latest, end.earliest, end.latest].join(' ');
