/**
 * Where an assistant's questions about one corpus are answered, each from the files as they are at that moment. Writes
 * nothing but a proposal that a person has confirmed. Knows no protocol: `protocol/` speaks it.
 */

import { basename } from 'node:path';
import { wordsIn } from '../checks/messages/messages.ts';
import { outcomeOf, writeProposed } from '../cli/apply.ts';
import type { Environment } from '../cli/environment.ts';
import { oneCorpus } from '../cli/oneCorpus.ts';
import { languageOf } from '../cli/output.ts';
import { Told } from '../cli/usage.ts';
import type { WorkingCorpus } from '../cli/workingCorpus.ts';
import { pinyinReader } from '../core/pinyin.ts';
import type { ProposalRequest } from '../features/proposing/request.ts';
import { findRecords } from '../features/search.ts';
import type { Steps } from '../features/steps.ts';
import { type Answer, Refused } from './answer.ts';
import { type ClaimFilter, explainClaim, findClaims } from './claims.ts';
import { type DocumentFilter, listDocuments, type Reading, readDocument } from './documents.ts';
import { findEntities, getEntity } from './entities.ts';
import { explainCheck, type FindingFilter, findFindings } from './findings.ts';
import { documentPath, recordOf } from './places.ts';
import { type ProposalAnswer, Proposals, proposeAnnotations, wordsOf } from './proposals.ts';
import { Shelf } from './shelf.ts';
import { listUnannotated } from './unannotated.ts';
import { getOverview, getVocabulary } from './vocabulary.ts';

export type DeskEnvironment = Pick<Environment, 'cwd' | 'files' | 'variables' | 'page'>;

export class Desk {
  readonly name: string;
  private readonly shelf: Shelf;
  private readonly proposals = new Proposals();
  private readonly locale: string;

  /** Throws `Told` where there is no corpus, or several. */
  constructor(
    folder: string | undefined,
    private readonly environment: DeskEnvironment,
  ) {
    const { folder: root } = oneCorpus(folder ?? '.', environment).found;
    this.name = basename(root);
    this.shelf = new Shelf(root, environment.files);
    this.locale = languageOf(environment);
  }

  *overview() {
    return yield* getOverview(yield* this.shelf.fresh(), this.name);
  }

  *findEntities(args: Parameters<typeof findEntities>[1]) {
    return yield* findEntities(yield* this.shelf.fresh(), args);
  }

  *getEntity(args: Parameters<typeof getEntity>[1]) {
    return yield* getEntity(yield* this.shelf.fresh(), args);
  }

  *findClaims(filter: ClaimFilter) {
    return yield* findClaims(yield* this.shelf.fresh(), filter);
  }

  *explainClaim(args: Parameters<typeof explainClaim>[1]) {
    return yield* explainClaim(yield* this.shelf.fresh(), args, this.locale);
  }

  *findFindings(filter: FindingFilter) {
    return yield* findFindings(yield* this.shelf.fresh(), filter, this.locale);
  }

  *explainCheck({ code }: { readonly code: string }) {
    return yield* explainCheck(code, (one) => this.environment.page(one));
  }

  *listDocuments(filter: DocumentFilter) {
    return yield* listDocuments(yield* this.shelf.fresh(), filter);
  }

  *readDocument(reading: Reading) {
    return yield* readDocument(yield* this.shelf.fresh(), reading);
  }

  *listUnannotated(args: Parameters<typeof listUnannotated>[1]) {
    return yield* listUnannotated(yield* this.shelf.fresh(), args);
  }

  *getVocabulary(args: Parameters<typeof getVocabulary>[1]) {
    return yield* getVocabulary(yield* this.shelf.fresh(), args);
  }

  /** `howTo` says how a person confirms it. */
  *propose(request: ProposalRequest, howTo: string): Steps<Answer<ProposalAnswer>> {
    const { locale, proposals } = this;
    return yield* proposeAnnotations(yield* this.shelf.fresh(), request, {
      locale,
      howTo,
      remember: proposals.remember,
    });
  }

  /** What a person is asked to confirm, as it would be written now. Throws `Refused`. */
  *question(id: string): Steps<string> {
    const proposal = this.proposals.get(id);
    const held = this.held(id, yield* this.shelf.fresh());
    return wordsOf(proposal, held, wordsIn(this.locale).finding).join('\n');
  }

  /** Writes a proposal that a person has confirmed, if it still is what they were shown. Throws `Refused`. */
  *write(id: string): Steps<readonly string[]> {
    const corpus = yield* this.shelf.fresh();
    const held = this.held(id, corpus);
    const overtaken = writeProposed(held, corpus, this.environment);
    if (overtaken.length > 0) throw new Refused(`${overtaken.join(', ')} has changed meanwhile: nothing was written.`);
    return held.files.map(({ path }) => path);
  }

  private held(id: string, corpus: WorkingCorpus) {
    const held = outcomeOf(this.proposals.get(id), corpus, this.locale);
    if ('refusals' in held) throw new Refused(`Nothing was written: ${held.refusals.join('; ')}.`);
    return held;
  }

  /** The text of a kept proposal, as a file. Throws `Refused`. */
  proposalText(id: string): string {
    return `${JSON.stringify(this.proposals.get(id), null, 2)}\n`;
  }

  proposalIds(): readonly string[] {
    return this.proposals.ids();
  }

  /** The YAML of one record. Throws `Refused`. */
  *recordText(id: string): Steps<{ readonly path: string; readonly text: string }> {
    const corpus = yield* this.shelf.fresh();
    const { path, span } = recordOf(corpus, id);
    return { path, text: `${corpus.textOf(path)!.slice(span.start, span.end)}\n` };
  }

  /** A whole file of a document, as it is. Throws `Refused`, also for one that is too long to be handed over at once. */
  *documentText(given: string): Steps<{ readonly path: string; readonly text: string }> {
    const corpus = yield* this.shelf.fresh();
    const path = documentPath(corpus, given);
    const text = corpus.textOf(path);
    if (text === undefined) throw new Refused(`${path} cannot be read now; ask again.`);
    if (text.length > LONGEST_TEXT)
      throw new Refused(`${path} is longer than ${LONGEST_TEXT} characters: read it in parts, with read_document.`);
    return { path, text };
  }

  /** The words of a refusal; undefined for what is a fault of this program. */
  refusalIn(reason: unknown): string | undefined {
    return reason instanceof Refused || reason instanceof Told ? reason.message : undefined;
  }

  /** Paths of documents with these letters in them, for completion. */
  *documentPaths(letters: string, most: number): Steps<readonly string[]> {
    const corpus = yield* this.shelf.fresh();
    const sought = letters.toLowerCase();
    const found: string[] = [];
    for (const path of [...corpus.library.corpus.documents.keys()].sort()) {
      if (path.toLowerCase().includes(sought)) found.push(path);
      if (found.length === most) break;
    }
    return found;
  }

  *entityIds(letters: string, most: number): Steps<readonly string[]> {
    const { records } = (yield* this.shelf.fresh()).library.corpus;
    if (letters.trim() === '') return [...records.ids()].slice(0, most);
    return findRecords(records, letters, most, pinyinReader()).map(({ record }) => record.id.value);
  }
}

const LONGEST_TEXT = 200_000;
