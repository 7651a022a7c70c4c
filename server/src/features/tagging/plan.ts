/**
 * What is to be changed so that a passage is, or is no longer, a mention of an entity: steps on the declarations of its
 * document, each with the words for it. Knows the format's rules for mentions (section 3), not whether a step can be made.
 */

import type { View } from '../../checks/engine/check.ts';
import { anchorOf } from '../../core/analysis.ts';
import type { Declaration } from '../../core/document.ts';
import {
  addForm,
  declare,
  type HereQuote,
  removeDeclaration,
  removeForm,
  replaceDeclarationId,
  type Step,
} from '../../core/edit.ts';
import type { Mentions } from '../../core/mentions.ts';
import { normaliseText } from '../../core/normalise.ts';
import type { Params } from '../../core/problem.ts';
import { formsOf } from '../../core/records.ts';
import type { Span } from '../../core/text.ts';
import { placesInDocument } from '../entityPlaces.ts';
import { insideSentence } from './descriptions.ts';
import type { Passage } from './passage.ts';

/** What is wanted of a passage. */
export type Operation = 'tag' | 'sic' | 'untag' | 'not';

/**
 * How: by a form that the record lists, as a further form in the document, as an alias in the record, at this place alone,
 * as the source's error; to end it, wherever the form stands or at this place.
 */
export type Way = 'name' | 'form' | 'alias' | 'here' | 'sic' | 'everywhere' | 'place';

/** What a step does, for a message that names it. */
export interface Note {
  readonly message: string;
  readonly params: Params;
}

export interface Planned {
  readonly note: Note;
  readonly step: Step;
}

/** All that a plan is made from. */
export interface Setting {
  readonly view: View;
  readonly passage: Passage;
  readonly names: Mentions;
}

const declarationOf = ({ passage }: Setting, id: string): Declaration | undefined =>
  passage.document.annotations.entities.find((one) => one.id.value === id);

/** The entities that the passage is a mention of, or may be one of several. */
export const ownersOf = ({ tagged, ambiguous }: Passage): readonly string[] => [
  ...new Set([...tagged.map(({ id }) => id), ...ambiguous]),
];

/** Whether a form of the record, or one that the document has given it, reads as the passage does. */
export function lists(setting: Setting, id: string): boolean {
  const { passage, view } = setting;
  const record = view.corpus.records.get(id);
  const declaration = declarationOf(setting, id);
  const own = [...(declaration?.as ?? []), ...(declaration?.sic ?? [])].map(({ value }) => normaliseText(value));
  const small = normaliseText(insideSentence(passage.text));
  return [...(record ? formsOf(record) : []), ...own].some((form) => form === passage.form || form === small);
}

/** The steps that make the passage a mention of `id`, and of nobody else. `here` is how this one place is anchored. */
export function planTag(setting: Setting, id: string, way: Way, here: HereQuote, context: string): readonly Planned[] {
  const { passage } = setting;
  const others = ownersOf(passage).filter((owner) => owner !== id);
  const renamed = renaming(setting, id, way, others);
  if (renamed) return [renamed];
  const isOpen = passage.ambiguous.length > 0;
  const scope = way === 'here' ? 'place' : 'everywhere';
  const cleared = way === 'here' && isOpen ? [] : others.flatMap((other) => planEnd(setting, other, scope, context));
  return [...cleared, ...taken(setting, id, way), ...given(setting, id, way, here)];
}

/** The steps that make the passage no mention of `id`; where nothing else keeps the entity declared, it goes. */
export function planEnd(
  setting: Setting,
  id: string,
  scope: 'everywhere' | 'place',
  context: string,
  keep = false,
): readonly Planned[] {
  const { passage } = setting;
  const declaration = declarationOf(setting, id);
  if (!declaration) return [];
  const anchors = anchorsAt(setting, declaration);
  const forms = scope === 'everywhere' || anchors.length > 0 ? formsAt(setting, declaration) : [];
  const withdrawn = scope === 'everywhere' ? [...anchors, ...forms] : anchors;
  const isLast = !keep && count(declaration) === withdrawn.length && isOnlyMention(setting, id, scope);
  if (isLast) return [removal(id)];
  const steps = withdrawn.map((text) => withdrawal(id, text));
  if (scope === 'place') return anchors.length > 0 ? steps : [denial(id, context)];
  const isNamed = passage.tagged.some((one) => one.id === id && one.kind === 'name') || passage.ambiguous.includes(id);
  return isNamed && forms.length === 0 ? [...steps, ...writings(setting, id).map((text) => denial(id, text))] : steps;
}

/** An entity takes the place of another in the declarations, where that says all: what was there is kept as it is. */
function renaming(setting: Setting, id: string, way: Way, others: readonly string[]): Planned | undefined {
  const [other, more] = others;
  const old = other === undefined ? undefined : declarationOf(setting, other);
  if (!old || more !== undefined || declarationOf(setting, id) || setting.passage.ambiguous.length > 0)
    return undefined;
  const scope = way === 'here' ? 'place' : 'everywhere';
  if (!isOnlyMention(setting, old.id.value, scope)) return undefined;
  const [anchors, forms] = [anchorsAt(setting, old), formsAt(setting, old)];
  const fits =
    (way === 'name' && count(old) === 0) ||
    (way === 'form' && count(old) === 1 && forms.length === 1 && old.as.length === 1) ||
    (way === 'here' && count(old) === 1 && anchors.length === 1);
  if (!fits) return undefined;
  return {
    note: { message: 'tagging-replaces', params: { id, old: old.id.value } },
    step: (document) => replaceDeclarationId(document, old.id.value, id),
  };
}

/** What the entity itself has had for the passage, and does not need with the new way. */
function taken(setting: Setting, id: string, way: Way): readonly Planned[] {
  const declaration = declarationOf(setting, id);
  if (!declaration) return [];
  const small = normaliseText(insideSentence(setting.passage.text));
  const isForm = ({ value }: { value: string }) => [setting.passage.form, small].includes(normaliseText(value));
  const denied = way === 'here' ? [] : declaration.not.filter(isForm);
  const anchors = way === 'here' ? [] : anchorsAt(setting, declaration);
  // Of several that claim a form, an anchor decides by itself.
  const isAlone = way === 'here' && setting.passage.ambiguous.length === 0;
  const as = way === 'alias' || way === 'sic' || isAlone ? declaration.as.filter(isForm) : [];
  const sic = way === 'alias' || way === 'form' || isAlone ? declaration.sic.filter(isForm) : [];
  return [...denied, ...anchors, ...as, ...sic].map((text) => withdrawal(id, text));
}

function given(setting: Setting, id: string, way: Way, here: HereQuote): readonly Planned[] {
  const { text } = setting.passage;
  const note = (message: string, params: Params = {}): Note => ({ message, params: { id, ...params } });
  const declares: Planned = { note: note('tagging-declares'), step: (document) => declare(document, id) };
  switch (way) {
    case 'name':
      return declarationOf(setting, id) ? [] : [declares];
    case 'alias':
      return [
        { note: note('tagging-alias', { text }), step: () => [] },
        ...(declarationOf(setting, id) ? [] : [declares]),
      ];
    case 'here': {
      const anchor = typeof here.quote !== 'string' || Object.keys(here).length > 1 ? here : here.quote;
      return [{ note: note('tagging-here', { text }), step: (document) => addForm(document, id, 'here', anchor) }];
    }
    case 'sic':
      return [{ note: note('tagging-sic', { text }), step: (document) => addForm(document, id, 'sic', text) }];
    default: {
      const form = insideSentence(text);
      return [{ note: note('tagging-form', { text: form }), step: (document) => addForm(document, id, 'as', form) }];
    }
  }
}

/** One text or anchor out of a declaration's lists, found again by what it says: the steps before may have moved it. */
function withdrawal(id: string, text: Listed): Planned {
  const key = keyOf(text);
  return {
    note: { message: 'tagging-withdraws', params: { id, text: 'value' in text ? text.value : text.pieces[0]!.value } },
    step: (document) => {
      const declaration = document.annotations.entities.find((one) => one.id.value === id);
      const found = declaration && listed(declaration).find((one) => keyOf(one) === key);
      return found && removeForm(document, id, found.span);
    },
  };
}

const denial = (id: string, text: string): Planned => ({
  note: { message: 'tagging-denies', params: { id, text } },
  step: (document) => addForm(document, id, 'not', text),
});

const removal = (id: string): Planned => ({
  note: { message: 'tagging-removes', params: { id } },
  step: (document) => removeDeclaration(document, id),
});

type Listed = Declaration['as'][number] | Declaration['here'][number];

const listed = ({ as, sic, not, here }: Declaration): readonly Listed[] => [...as, ...sic, ...not, ...here];
const count = (declaration: Declaration): number => listed(declaration).length;
const keyOf = (text: Listed): string =>
  'value' in text
    ? text.value
    : JSON.stringify([
        text.pieces.map(({ value }) => value),
        text.nth,
        text.near?.value,
        text.prefix?.value,
        text.suffix?.value,
      ]);

/** The anchors of a declaration that stand on the passage. */
function anchorsAt({ passage }: Setting, declaration: Declaration): readonly Declaration['here'][number][] {
  if (!passage.tagged.some(({ id, kind }) => id === declaration.id.value && kind === 'here')) return [];
  const { start, end } = passage.span;
  return declaration.here.filter((quote) => {
    const found = anchorOf(passage.document, quote);
    return found.kind !== 'missing' && found.spans.some((span) => span.start === start && span.end === end);
  });
}

/** The forms of a declaration by which the passage is its mention. */
function formsAt({ passage }: Setting, { as, sic }: Declaration): readonly Declaration['as'][number][] {
  const small = normaliseText(insideSentence(passage.text));
  return [...as, ...sic].filter(({ value }) => [passage.form, small].includes(normaliseText(value)));
}

/** Whether nothing but this form, or this place, keeps the entity in the document. */
function isOnlyMention(setting: Setting, id: string, scope: 'everywhere' | 'place'): boolean {
  const { view, passage } = setting;
  if (placesInDocument(view, passage.document, id).some(({ role }) => role !== 'declaration')) return false;
  const all = placesOfEntity(setting, id);
  const forms = new Set(all.filter((one) => isAt(one, passage)).map(({ form }) => form));
  return all.every((one) => isAt(one, passage) || (scope === 'everywhere' && forms.has(one.form)));
}

/** The form of the passage as the body writes it: at the start of a sentence it may have a capital. */
function writings(setting: Setting, id: string): readonly string[] {
  const { passage } = setting;
  const { bodyText } = passage.document;
  const all = placesOfEntity(setting, id);
  const forms = new Set(all.filter((one) => isAt(one, passage)).map(({ form }) => form));
  const written = all
    .filter(({ form }) => forms.has(form))
    .map(({ span }) => bodyText.text.slice(bodyText.offsetOf(span.start), bodyText.offsetOf(span.end - 1) + 1));
  return [...new Set([passage.form, ...written])].map((form) => (form === passage.form ? passage.text : form));
}

/** Where a form or an anchor of the entity stands, settled or not. */
const placesOfEntity = ({ names }: Setting, id: string): readonly { readonly span: Span; readonly form: string }[] => [
  ...names.mentions.filter((one) => one.id === id),
  ...names.ambiguous.filter(({ ids }) => ids.includes(id)),
];

const isAt = ({ span }: { readonly span: Span }, passage: Passage): boolean =>
  span.start === passage.span.start && span.end === passage.span.end;
