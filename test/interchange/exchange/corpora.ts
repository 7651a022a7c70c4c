/** Corpora in memory, written into a format and read back from it. */

import assert from 'node:assert/strict';
import type { Library } from '../../../server/src/core/library.ts';
import { exchangeCorpus } from '../../../server/src/interchange/exchange/corpus.ts';
import type { Imported, InFile, Pieces } from '../../../server/src/interchange/exchange/format.ts';
import { type Loss, Losses } from '../../../server/src/interchange/exchange/losses.ts';
import type { ExchangeDocument } from '../../../server/src/interchange/exchange/model.ts';
import { exchangeFormat } from '../../../server/src/interchange/formats/index.ts';
import { type Plan, planImport } from '../../../server/src/interchange/incoming/plan.ts';
import { libraryOf, parseFixture } from '../../fixture.ts';

export type Files = ReadonlyMap<string, string>;

export interface Exported {
  readonly files: readonly InFile[];
  readonly losses: readonly Loss[];
}

export async function exported(id: string, library: Library): Promise<Exported> {
  const { exporter } = await exchangeFormat(id)!.load();
  const losses = new Losses();
  const paths = [...library.ask(({ documents }) => documents).keys()].sort();
  const files: InFile[] = [];
  for await (const { path, content } of exporter!.files(
    exchangeCorpus(library, { paths, isWhole: true }, losses),
    losses,
  ))
    files.push({ path, bytes: await bytesOf(content) });
  return { files, losses: losses.all() };
}

async function bytesOf(content: Pieces): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const piece of content) parts.push(Buffer.from(piece as string));
  return Buffer.concat(parts);
}

export const fileOf = (path: string, content: string | Uint8Array): InFile => ({
  path,
  bytes: typeof content === 'string' ? Buffer.from(content, 'utf8') : content,
});

export interface Came {
  readonly imported: Imported;
  readonly plan: Plan;
  readonly losses: readonly Loss[];
  /** The corpus as it is then. */
  readonly after: Files;
  readonly library: Library;
}

export interface Wishes {
  readonly labels?: Readonly<Record<string, string>>;
  readonly exact?: boolean;
  readonly folder?: string;
}

/** Brings files into a corpus. */
export async function imported(id: string, files: readonly InFile[], into: Files, wishes: Wishes = {}): Promise<Came> {
  const { importer } = await exchangeFormat(id)!.load();
  const library = libraryOf(into);
  const { types, properties } = library.settings.vocabulary;
  const { languages } = library.settings;
  const context = { types: new Set(types.keys()), properties: new Set(properties.keys()), languages };
  const losses = new Losses();
  const read = await importer!.read(files, context, losses);
  const options = {
    labels: new Map(Object.entries(wishes.labels ?? {})),
    exact: wishes.exact ?? true,
    folder: wishes.folder,
    pinyin: undefined,
    isTaken: (path: string) => into.has(path),
  };
  const plan = planImport(library, read, options, losses);
  const after = new Map(into);
  for (const { path, before, text } of plan.files) {
    assert.equal(into.get(path), before, path);
    after.set(path, text);
  }
  return { imported: read, plan, losses: losses.all(), after, library: libraryOf(after) };
}

/** What a corpus says in each document, without what its format says of itself. */
export function documentsOf(library: Library): readonly ExchangeDocument[] {
  const paths = [...library.ask(({ documents }) => documents).keys()].sort();
  return [...exchangeCorpus(library, { paths, isWhole: true }, new Losses()).documents()];
}

/** Mentions by place, in words. */
export const mentionsOf = (library: Library, kinds = true): readonly string[] =>
  documentsOf(library).flatMap(({ path, body, mentions }) =>
    mentions.map(
      ({ spans, entity, kind }) =>
        `${path} ${spans.map(({ start, end }) => `${start}-${end} ${body.slice(start, end)}`).join(' + ')} = ${entity}${kinds ? ` (${kind})` : ''}`,
    ),
  );

export const filesOf = (source: string): Files => parseFixture(source).files;

/** The records and settings alone, or with the documents' bodies and nothing said of them. */
export function stripped(files: Files, library: Library, withBodies: boolean): Files {
  const kept = [...files].flatMap(([path, text]): [string, string][] => {
    if (library.kindOf(path) !== 'document') return [[path, text]];
    const document = library.document(path)!;
    return withBodies ? [[path, text.slice(document.body.start)]] : [];
  });
  return new Map(kept);
}
