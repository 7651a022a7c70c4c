/** The code actions that make and arrange claims: a command for a client that can ask what is meant, else plain edits. */

import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver';
import { nameOfId } from '../checks/engine/entityName.ts';
import type { Words } from '../checks/messages/messages.ts';
import type { Claim } from '../core/claim.ts';
import type { TextEdit } from '../core/edit.ts';
import { valueText } from '../core/facts.ts';
import { THIS } from '../core/slots.ts';
import { contains, type Span } from '../core/text.ts';
import { type Arrangement, arranged, arrangementsOf, claimsAt } from '../features/claiming/arrange.ts';
import { edits, properties, proposal } from '../features/claiming/proposal.ts';
import { uncoveredAt } from '../features/claiming/uncovered.ts';
import type { Chosen } from '../features/claiming/write.ts';
import { propertyLabel, readerOf } from '../features/hovers/reader.ts';
import { shortened } from '../features/markdown.ts';
import { linesOf, rangeOf, workspaceEditOf } from './convert.ts';
import type { Project } from './project.ts';
import { MAKE_CLAIM_COMMAND } from './protocol.ts';

export interface ActionContext {
  readonly project: Project;
  readonly path: string;
  readonly uri: string;
  readonly text: string;
  readonly span: Span;
  readonly words: Words;
  readonly locale: string;
  readonly clientHas: (command: string) => boolean;
  readonly version: (uri: string) => number | undefined;
  /** The kinds that are asked for; undefined where all are welcome. */
  readonly only: readonly string[] | undefined;
  /** The findings on figures that no claim covers, of the place. */
  readonly uncovered: readonly Diagnostic[];
}

/** The actions for a range, as the protocol asks for them. */
export function actionsOnClaims(
  project: Project,
  path: string,
  uri: string,
  { start, end }: Range,
  { only, diagnostics }: CodeActionContext,
  words: Words,
  locale: string,
  clientHas: (command: string) => boolean,
  version: (uri: string) => number | undefined,
): readonly CodeAction[] {
  const text = project.textOf(path) ?? '';
  const lines = linesOf(text);
  const span = { start: lines.offsetAt(start), end: lines.offsetAt(end) };
  const uncovered = (diagnostics ?? []).filter(({ code }) => code === 'unannotated-figure');
  return claimActions({ project, path, uri, text, span, words, locale, clientHas, version, only, uncovered });
}

/** Readings of one passage that are offered where nobody can be asked. */
const READINGS = 3;

export function claimActions(context: ActionContext): readonly CodeAction[] {
  const { project, path, span } = context;
  const document = project.document(path);
  if (!document) return [];
  return span.start >= document.body.start ? ofPassage(context) : ofClaim(context);
}

function ofPassage({
  project,
  path,
  uri,
  text,
  span,
  only,
  uncovered,
  ...context
}: ActionContext): readonly CodeAction[] {
  const { words, clientHas, version } = context;
  const wants = (kind: string) => !only || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const kinds = [CodeActionKind.Refactor, ...(uncovered.length > 0 ? [CodeActionKind.QuickFix] : [])].filter(wants);
  const kind = kinds.at(-1);
  const document = project.document(path);
  if (kind === undefined || !document) return [];
  // A figure alone, as a finding marks it, is no quote that tells anybody what it is of: its clause is.
  const bare = uncoveredAt(project, document, span);
  const selected = bare && contains(bare.span, span) ? bare.passage : span.end > span.start ? span : undefined;
  const found = selected && proposal(project, path, selected);
  if (!found || typeof found === 'string') return [];
  const [figure, ...others] = found.figures.filter(({ likely }) => likely);
  const said = selected === span && others.length > 0 ? found.passage.quote : (figure?.words ?? found.passage.quote);
  const title = words.action('claim-make', { text: shortened(said, 50) });
  const shared = { kind, ...(kind === CodeActionKind.QuickFix && { diagnostics: [...uncovered] }) };
  if (clientHas(MAKE_CLAIM_COMMAND)) {
    const range = rangeOf(text, selected);
    return [{ ...shared, title, command: { title, command: MAKE_CLAIM_COMMAND, arguments: [{ uri, range }] } }];
  }
  const at = found.times.length === 1 ? { at: found.times[0]! } : {};
  const readings = found.subjects.slice(0, 2).flatMap(({ id }) =>
    properties(project, path, selected, id, figure?.key)
      .filter(({ values, missing }) => values.length > 0 && missing.length === 0)
      .slice(0, 2)
      .map(({ property, values, qualifiers }): [string, Chosen] => {
        const value = figure ? { figure: figure.key } : { value: values[0]! };
        const claim = { subject: id, property: property.id, qualifiers, ...value };
        const label = labelOf(project, path, context.locale, id, property.id, values[0]!);
        return [words.action('claim-reading', { claim: label }), { ...at, claims: [claim] }];
      }),
  );
  const begun: [string, Chosen] = [
    words.action('claim-begin', { text: shortened(said, 50) }),
    { claims: [{ ...(figure && { figure: figure.key }) }] },
  ];
  return [...readings.slice(0, READINGS), begun].flatMap(([name, chosen]) => {
    const made = edits(project, path, selected, chosen);
    return typeof made === 'string' || made.length === 0
      ? []
      : [{ ...shared, title: name, edit: workspaceEditOf(project, made, version) }];
  });
}

const REWRITE = `${CodeActionKind.Refactor}.rewrite`;
const MENU: readonly Arrangement[] = ['split', 'duplicate', 'move-up', 'move-down', 'delete'];

/** Where there are commands for it they are offered when somebody asks for refactorings, so that no lamp burns on every claim. */
function ofClaim({
  project,
  path,
  span,
  only,
  words,
  clientHas,
  version,
  locale,
}: ActionContext): readonly CodeAction[] {
  const isAsked = only?.some((one) => REWRITE === one || REWRITE.startsWith(`${one}.`));
  if (only ? !isAsked : clientHas(MAKE_CLAIM_COMMAND)) return [];
  const document = project.document(path)!;
  const [claim] = claimsAt(document, span.start);
  if (!claim) return [];
  const possible = arrangementsOf(document, claim);
  return MENU.filter((one) => possible.includes(one)).flatMap((arrangement): readonly CodeAction[] => {
    const made: readonly TextEdit[] | string = arranged(project, path, claim.key, arrangement);
    if (typeof made === 'string' || made.length === 0) return [];
    const title = words.action(`claim-${arrangement}`, { claim: labelOfClaim(project, path, claim, locale) });
    return [{ title, kind: REWRITE, edit: workspaceEditOf(project, made, version) }];
  });
}

/** What a claim says in a few words: its subject, property and value. */
export function labelOfClaim(project: Project, path: string, claim: Claim, locale: string): string {
  const value = claim.value ? valueText(claim.value) : undefined;
  const parts = claim.group || value === undefined ? [claim.id?.value ?? claim.key] : [];
  if (parts.length > 0) return parts.join(' · ');
  return labelOf(project, path, locale, claim.subject?.value, claim.property?.value, value!);
}

function labelOf(
  project: Project,
  path: string,
  locale: string,
  subject: string | undefined,
  property: string | undefined,
  value: string,
): string {
  const language = project.document(path)?.annotations.lang?.value ?? locale;
  const reader = readerOf(project, { locale });
  const name = (id: string) => (id === THIS ? THIS : nameOfId(project, id, language));
  const parts = [subject && name(subject), property && propertyLabel(reader, property), name(value)];
  return shortened(parts.filter(Boolean).join(' · '), 100);
}
