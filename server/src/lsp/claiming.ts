/** The requests and code actions of making and arranging claims: decodes, calls the features, encodes. Decides nothing. */

import type { Connection, WorkspaceEdit } from 'vscode-languageserver';
import { nameOf, nameOfId } from '../checks/engine/entityName.ts';
import type { Words } from '../checks/messages/messages.ts';
import { translationsOf } from '../checks/statements/comparisons.ts';
import type { TextEdit } from '../core/edit.ts';
import { pinyinReader } from '../core/pinyin.ts';
import { THIS } from '../core/slots.ts';
import type { Span } from '../core/text.ts';
import { Vocabulary } from '../core/vocabulary.ts';
import { ARRANGEMENTS, arranged, arrangementsOf, claimsAt, hostsFor } from '../features/claiming/arrange.ts';
import { copyEdits } from '../features/claiming/copy.ts';
import { edits, properties, proposal, snippet } from '../features/claiming/proposal.ts';
import { candidates } from '../features/claiming/translation.ts';
import { typeOf } from '../features/claiming/usage.ts';
import { isBroken } from '../features/claiming/write.ts';
import { claimNamed } from '../features/claimsAt.ts';
import { capital, propertyLabel, readerOf, typeLabel } from '../features/hovers/reader.ts';
import { shortened } from '../features/markdown.ts';
import { findRecords } from '../features/search.ts';
import { labelIn } from '../features/wording.ts';
import { unlessCancelled } from './cancellation.ts';
import { labelOfClaim } from './claimActions.ts';
import { linesOf, rangeOf, workspaceEditOf } from './convert.ts';
import type { Project } from './project.ts';
import {
  ARRANGE_CLAIM,
  type ArrangeClaimParams,
  CLAIM_ENTITIES,
  CLAIM_PROPERTIES,
  CLAIM_PROPOSAL,
  CLAIMS_AT,
  type ClaimEntitiesParams,
  type ClaimItem,
  type ClaimPropertiesParams,
  type ClaimProperty,
  type ClaimProposal,
  COPY_CLAIM,
  type CopyClaimParams,
  type EntityItem,
  MAKE_CLAIM,
  type MakeClaimParams,
  type PassageParams,
  type Range,
  type Refused,
  type SnippetAnswer,
  TRANSLATION_PLACES,
  type TranslationPlace,
  type TranslationPlacesParams,
} from './protocol.ts';
import type { Session } from './session.ts';

interface Asked {
  readonly project: Project;
  readonly path: string;
  readonly text: string;
}

const MOST_FOUND = 40;

export function registerClaiming(
  connection: Connection,
  session: Session,
  words: () => Words,
  locale: () => string,
): void {
  const refusal = (problem: string): Refused => ({ problem: words().action(`claim-${problem}`) });
  const versionOf = (uri: string) => session.versionOf(uri);

  /** The file that is asked about, if it is the version that the question is for. */
  const asked = ({ uri, version }: { readonly uri?: unknown; readonly version?: unknown }): Asked | Refused => {
    const found = typeof uri === 'string' ? session.placeOf(uri) : undefined;
    const text = found?.project.textOf(found.path);
    if (!found || text === undefined || !found.project.document(found.path)) return refusal('no-document');
    if (session.versionOf(uri as string) !== version) return refusal('changed');
    return { ...found, text };
  };

  /** Spared the work where nobody waits for it any more. */
  const answer = <P, A>(method: string, handle: (params: P) => A | Refused): void => {
    connection.onRequest<unknown, void>(method, unlessCancelled<P, unknown>(handle));
  };

  const answerOf = (project: Project, made: readonly TextEdit[] | string): { edit: WorkspaceEdit } | Refused =>
    typeof made === 'string' || made.length === 0
      ? refusal(typeof made === 'string' ? made : 'unsafe')
      : { edit: workspaceEditOf(project, made, versionOf) };

  answer(CLAIM_PROPOSAL, (params: PassageParams): ClaimProposal | Refused => {
    const at = asked(params);
    if ('problem' in at) return at;
    const { project, path, text } = at;
    const found = proposal(project, path, spanOf(text, params.range));
    if (typeof found === 'string') return refusal(found);
    const remarks = [
      ...(found.by === undefined ? [] : [words().action('claim-says', { name: nameIn(project, path, found.by) })]),
      ...(found.stance === undefined ? [] : [words().action(`claim-stance-${found.stance}`)]),
    ];
    return {
      quote: found.passage.quote,
      figures: found.figures.map(({ key, words: said, kind, likely }) => ({
        key,
        words: said,
        isTime: kind === 'time',
        likely,
      })),
      subjects: found.subjects.map(({ id, where, untagged }) => {
        const place = words().action(untagged ? 'claim-in-untagged' : `claim-in-${where}`);
        return {
          ...entity(project, path, id),
          description: [typeIn(project, id), place].filter(Boolean).join(' · '),
        };
      }),
      times: found.times,
      timesAround: found.timesAround,
      remarks,
    };
  });

  answer(CLAIM_ENTITIES, ({ uri, query }: ClaimEntitiesParams): readonly EntityItem[] => {
    const found = session.placeOf(uri);
    if (!found) return [];
    const { project, path } = found;
    const hits = findRecords(project.corpus.records, String(query), MOST_FOUND, pinyinReader());
    return hits.map(({ record }) => entity(project, path, record.id.value));
  });

  answer(CLAIM_PROPERTIES, (params: ClaimPropertiesParams): readonly ClaimProperty[] | Refused => {
    const at = asked(params);
    if ('problem' in at) return at;
    const { project, path, text } = at;
    const reader = readerOf(project, { locale: locale() });
    const found = properties(project, path, spanOf(text, params.range), params.subject, params.figure);
    return found.map(({ property, values, entities, qualifiers, missing }) => ({
      id: property.id,
      label: capital(propertyLabel(reader, property.id)),
      description: labelIn(property.description, locale()),
      values: values.map((value) =>
        entities ? entity(project, path, value) : { id: value, name: value, icon: '', description: '' },
      ),
      takes: {
        entity: params.figure === undefined && Vocabulary.allowsEntity(property.value),
        text: params.figure === undefined && property.value.includes('text'),
      },
      qualifiers,
      missing: missing.map(({ name, entities: ids, text: isText, words: said }) => ({
        name,
        label: name,
        entities: ids.map((id) => entity(project, path, id)),
        text: isText,
        ...(said !== undefined && { words: said }),
      })),
    }));
  });

  answer(MAKE_CLAIM, (params: MakeClaimParams): { edit: WorkspaceEdit } | SnippetAnswer | Refused => {
    const at = asked(params);
    if ('problem' in at) return at;
    const { project, path, text } = at;
    const span = spanOf(text, params.range);
    const { byHand, claims } = params;
    if (!Array.isArray(claims)) return refusal('changed');
    if (!byHand) return answerOf(project, edits(project, path, span, params));
    const made = snippet(project, path, span, params);
    return typeof made === 'string' ? refusal(made) : { snippet: made.snippet, range: rangeOf(text, made.span) };
  });

  answer(CLAIMS_AT, (params: PassageParams): readonly ClaimItem[] | Refused => {
    const at = asked(params);
    if ('problem' in at) return at;
    const { project, path, text } = at;
    const document = project.document(path)!;
    const { start } = spanOf(text, params.range);
    const found = claimsAt(document, start);
    if (found.length === 0 && isBroken(document)) return refusal('broken');
    return found.map((claim) => ({
      key: claim.key,
      label: labelOfClaim(project, path, claim, locale()),
      quote: shortened(claim.quote?.pieces.map(({ value }) => value).join(' … ') ?? '', 120),
      arrangements: arrangementsOf(document, claim),
      hosts: hostsFor(document, claim).map((host) => ({
        key: host.key,
        label: labelOfClaim(project, path, host, locale()),
      })),
      translated: translationsOf(project, path).size > 0,
    }));
  });

  answer(ARRANGE_CLAIM, (params: ArrangeClaimParams): { edit: WorkspaceEdit } | Refused => {
    const at = asked(params);
    if ('problem' in at) return at;
    const { claim, arrangement, target } = params;
    if (!ARRANGEMENTS.includes(arrangement)) return refusal('changed');
    return answerOf(at.project, arranged(at.project, at.path, claim, arrangement, target));
  });

  answer(TRANSLATION_PLACES, (params: TranslationPlacesParams): readonly TranslationPlace[] | Refused => {
    const at = asked(params);
    if ('problem' in at) return at;
    const { project, path } = at;
    const document = project.document(path)!;
    const claim = claimNamed(project, path, params.claim);
    if (!claim) return refusal('changed');
    if (translationsOf(project, path).size === 0) return refusal('no-translation');
    const found = candidates(project, document, claim);
    if (found.length === 0) return refusal('no-place');
    return found.map((one) => {
      const uri = project.uriOf(one.path);
      const said = (['figures', 'times', 'entities'] as const)
        .filter((name) => one.shared[name] > 0)
        .map((name) => words().action(`claim-shared-${name}`, { count: one.shared[name] }));
      return {
        uri,
        path: one.path,
        version: session.versionOf(uri) ?? null,
        range: rangeOf(project.textOf(one.path) ?? '', one.span),
        words: one.words,
        description: [one.figure, ...said].filter(Boolean).join(' · '),
      };
    });
  });

  answer(COPY_CLAIM, (params: CopyClaimParams): { edit: WorkspaceEdit } | Refused => {
    const at = asked(params);
    if ('problem' in at) return at;
    const { project, path } = at;
    const other = session.placeOf(params.place.uri);
    const text = other?.project === project ? project.textOf(other.path) : undefined;
    if (!other || text === undefined || (session.versionOf(params.place.uri) ?? null) !== params.place.version)
      return refusal('changed');
    return answerOf(project, copyEdits(project, path, params.claim, other.path, spanOf(text, params.place.range)));
  });

  const nameIn = (project: Project, path: string, id: string): string =>
    nameOfId(project, id, project.document(path)?.annotations.lang?.value ?? locale());

  const typeIn = (project: Project, id: string): string => {
    const type = typeOf(project, id);
    return type === undefined ? '' : capital(typeLabel(readerOf(project, { locale: locale() }), type));
  };

  const entity = (project: Project, path: string, id: string): EntityItem => {
    const record = project.corpus.records.get(id);
    const language = project.document(path)?.annotations.lang?.value ?? locale();
    const name = id === THIS ? words().action('claim-this') : record ? nameOf(record, language) : id;
    const icon = project.corpus.vocabulary.types.get(typeOf(project, id) ?? '')?.icon ?? 'symbol-misc';
    return { id, name, icon, description: typeIn(project, id) };
  };
}

/** A range that no editor sends means nothing. */
function spanOf(text: string, range: Range | undefined): Span {
  const lines = linesOf(text);
  if (!range?.start || !range.end) return { start: 0, end: 0 };
  const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
  return { start: Math.min(start, end), end: Math.max(start, end) };
}
