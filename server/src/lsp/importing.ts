/** The requests by which a client imports raw texts: what is proposed, and what is to be written. Writes nothing itself. */

import type { Connection } from 'vscode-languageserver';
import { layoutOf } from '../core/layout.ts';
import { pinyinReader } from '../core/pinyin.ts';
import { SETTINGS_FILE } from '../core/settings.ts';
import { stretchPlace, stretchText } from '../interchange/import/boilerplate.ts';
import { bodyOf, compose, type Refusal, refusalOf } from '../interchange/import/compose.ts';
import { pathFor } from '../interchange/import/fileName.ts';
import { propose } from '../interchange/import/proposal.ts';
import { type Candidates, FIELDS } from '../interchange/import/raw.ts';
import { type ReadRaw, readRaw, SIZE_LIMIT } from '../interchange/import/reading.ts';
import { type ImportWording, importWordsIn, type Obstacle } from '../interchange/import/words.ts';
import { isPlainPath } from '../interchange/incoming/paths.ts';
import { Bodies } from './bodies.ts';
import { unlessCancelled } from './cancellation.ts';
import type { Environment } from './environment.ts';
import type { Project } from './project.ts';
import {
  COMPOSE_IMPORT,
  type ComposeImportParams,
  type ImportedDocument,
  type ImportParams,
  type ImportProposal,
  PROPOSE_IMPORT,
} from './protocol.ts';
import type { Session } from './session.ts';

/** Milliseconds that a proposal waits for the search for a text that is there already; the next request finishes it. */
const PATIENCE = 60;

export function registerImporting(
  connection: Connection,
  session: Session,
  environment: Environment,
  locale: () => string,
): void {
  const known = new WeakMap<Project, Bodies>();
  const bodiesOf = (project: Project): Bodies => {
    const bodies = known.get(project) ?? new Bodies(project, environment);
    known.set(project, bodies);
    return bodies;
  };

  connection.onRequest<ImportProposal, void>(
    PROPOSE_IMPORT,
    unlessCancelled(async (params: ImportParams): Promise<ImportProposal> => {
      const project = projectFor(session, params);
      if (!project) return corporaOf(session);
      const words = importWordsIn(locale());
      const read = await readContent(params, environment);
      if ('code' in read) return refused(read, words);
      const { raw, encoding } = read;
      const refusal = refusalOf(raw);
      if (refusal) return refused(refusal, words);
      await untilRead(project, environment);
      const body = bodyOf(raw.text);
      const { candidates, stretches, incompleteDate } = propose(raw, body, project.corpus);
      const known = await bodiesOf(project).pathOf(body, PATIENCE);
      return {
        kind: 'proposal',
        corpus: project.root.toString(),
        fields: foundIn(candidates, words),
        boilerplate: stretches.map((stretch) => ({
          label: words.stretch(words.stretches[stretch.kind], stretchPlace(body, stretch, words)),
          text: stretchText(body, stretch),
        })),
        pictures: raw.html?.pictures ?? 0,
        ...(incompleteDate && { incompleteDate: incompleteDate.value }),
        ...(encoding !== undefined && { encoding }),
        ...(known !== undefined && { known: project.uriOf(known) }),
      };
    }),
  );

  connection.onRequest<ImportedDocument, void>(
    COMPOSE_IMPORT,
    unlessCancelled(async (params: ComposeImportParams): Promise<ImportedDocument> => {
      const project = projectFor(session, params);
      const words = importWordsIn(locale());
      if (!project) return refused({ code: 'no-corpus' }, words);
      const read = await readContent(params, environment);
      if ('code' in read) return refused(read, words);
      const made = composed(project, read, params, words);
      if (made.kind !== 'document') return made;
      const bodies = [bodyOf(read.raw.text), bodyOf(made.text)];
      for (const body of bodies) {
        const known = await bodiesOf(project).pathOf(body);
        if (known !== undefined) return { kind: 'known', uri: project.uriOf(known) };
      }
      return made;
    }),
  );
}

function composed(
  project: Project,
  { raw }: ReadRaw,
  params: ComposeImportParams,
  words: ImportWording,
): ImportedDocument {
  const { fields, strip, path: wished, taken = [], name } = params;
  const { corpus } = project;
  const isTaken = (path: string) => project.has(path) || project.ignores(path) || taken.includes(path);
  const chosen = Object.fromEntries(FIELDS.map((field) => [field, fields[field]]));
  const { stretches } = propose(raw, bodyOf(raw.text), corpus);
  const naming = { title: fields.title, date: fields.date, format: raw.format, stem: name?.replace(/\.[^.]*$/, '') };
  const path = wished ?? pathFor(naming, corpus, isTaken, pinyinReader());
  if (path === undefined) return refused({ code: 'no-place', settings: SETTINGS_FILE }, words);
  if (!isPlainPath(path)) return refused({ code: 'outside', path }, words);
  if (layoutOf(project.settings).kindOf(path) !== 'document') {
    return refused({ code: 'no-document', path, settings: SETTINGS_FILE }, words);
  }
  if (isTaken(path)) return refused({ code: 'exists', path }, words);
  const choices = { ...chosen, ...(strip.length > 0 && { strip: stretches.filter((_, i) => strip.includes(i)) }) };
  const made = compose(raw, choices, corpus, path);
  return 'code' in made ? refused(made, words) : { kind: 'document', uri: project.uriOf(path), path, text: made.text };
}

/** The corpus that owns `near`, or the only one. */
function projectFor(session: Session, { near }: ImportParams): Project | undefined {
  const owner =
    near === undefined ? undefined : session.placeOf(`${near.replace(/\/$/, '')}/${SETTINGS_FILE}`)?.project;
  return owner ?? (session.corpora.length === 1 ? session.corpora[0] : undefined);
}

const corporaOf = (session: Session): ImportProposal => ({
  kind: 'corpora',
  corpora: session.corpora.map(({ name, root }) => ({ name, uri: root.toString() })),
});

const refused = (
  refusal: Refusal | Obstacle,
  words: ImportWording,
): { readonly kind: 'refused'; readonly message: string } => ({
  kind: 'refused',
  message: words.sentence(words.refusal(refusal)),
});

/** The candidates, with words for where each was found. */
const foundIn = (candidates: Candidates, words: ImportWording): Candidates =>
  Object.fromEntries(
    Object.entries(candidates).map(([field, found]) => [
      field,
      found.map(({ value, from }) => ({ value, from: words.found(from) })),
    ]),
  );

/** The raw text, or why there is none. */
async function readContent(
  { content, name = '' }: ImportParams,
  environment: Environment,
): Promise<ReadRaw | Obstacle> {
  const given = 'base64' in content ? bytesOf(content.base64) : content.text;
  if (given.length > SIZE_LIMIT) return { code: 'size', megabytes: SIZE_LIMIT / 1024 / 1024 };
  return readRaw(given, name, await environment.loadHtmlReader()) ?? { code: 'no-text' };
}

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** Names are known, and texts can be held against one another, when all has been read. */
async function untilRead(project: Project, environment: Environment): Promise<void> {
  const end = Date.now() + 20_000;
  while (!project.complete && Date.now() < end) await environment.pause();
}
