/**
 * What comparing costs: the checks that look beyond a document, one edit, one hover, and crowds of claims on one thing.
 * Runs the sources in this process, so that nothing but the engine is measured. Figures are milliseconds.
 */

import { URI } from 'vscode-uri';
import type { Check, View } from '../../server/src/checks/engine/check.ts';
import { check } from '../../server/src/checks/engine/run.ts';
import { CHECKS } from '../../server/src/checks/index.ts';
import { analyse } from '../../server/src/core/analysis.ts';
import { Library } from '../../server/src/core/library.ts';
import { hover } from '../../server/src/features/hover.ts';
import type { Environment } from '../../server/src/lsp/environment.ts';
import { Project } from '../../server/src/lsp/project.ts';
import { quantile } from '../protocol/client.ts';
import { CROWDS, type Crowd, crowdFiles, sharedFiles } from './generate.ts';

export interface Figure {
  readonly what: string;
  readonly ours: number;
  /** What it has to stay below, where that is settled. */
  readonly limit?: number;
}

type Files = Map<string, string>;

/** 40,000 claims in 10,000 documents, in groups as real corpora have them. */
export async function consistency(documents = 10_000): Promise<readonly Figure[]> {
  const files: Files = new Map(sharedFiles({ documents, claims: 4 }));
  const library = libraryOf(files);
  const figures: Figure[] = [];
  // What looks at a document and the records is not what is measured here; what it remembers of quotes serves the rest.
  const across = acrossDocuments(files);
  const within = CHECKS.filter((one) => !across.has(one));
  const before = timed(() => runAll(library, files, within));
  figures.push({ what: 'all checks within a document, from scratch', ours: before.ours });
  const beyond = CHECKS.filter((one) => across.has(one));
  const { ours, result } = timed(() => runAll(library, files, beyond));
  figures.push({ what: 'all checks across documents, from scratch', ours, limit: 2_000 });
  const dearest = [...result].sort(([, x], [, y]) => y - x).slice(0, 5);
  for (const [code, each] of dearest) figures.push({ what: `  of these ${code}`, ours: each });
  const project = await projectOf(files);
  figures.push(...edits(project, files), ...hovers(project, files));
  return figures;
}

const SAMPLE = 300;

/** The checks that ask what other documents say: tried on some documents, in a library of their own. */
function acrossDocuments(files: Files): ReadonlySet<Check> {
  const few = new Map([...files].filter(([path], i) => i < SAMPLE || !path.startsWith('documents/')));
  const library = libraryOf(few);
  let asked = false;
  const asking = <T>(answer: T): T => {
    asked = true;
    return answer;
  };
  const view: View = {
    corpus: library.corpus,
    settings: library.settings,
    document: (path) => library.document(path),
    group: (subject, property) => asking(library.group(subject, property)),
    facts: (path) => asking(library.facts(path)),
    ask: (question) => asking(question(library.corpus)),
  };
  return new Set(
    CHECKS.filter((one) => {
      asked = false;
      runAll(view, few, [one]);
      return asked;
    }),
  );
}

function timed<T>(work: () => T): { readonly ours: number; readonly result: T } {
  const start = performance.now();
  const result = work();
  return { ours: performance.now() - start, result };
}

/** What each check costs. */
function runAll(library: View, files: Files, checks: readonly Check[]): ReadonlyMap<string, number> {
  const costs = new Map<string, number>();
  const { corpus } = library;
  for (const path of files.keys()) {
    const file = corpus.records.files.get(path);
    const document = file ? undefined : library.document(path);
    const analysis = document && analyse(document, corpus.records);
    for (const one of checks) {
      const { ours } = timed(() => {
        if (file) return [...(one.records?.({ view: library, corpus, file }) ?? [])];
        return document && analysis ? [...(one.document?.({ view: library, corpus, document, analysis }) ?? [])] : [];
      });
      costs.set(one.code, (costs.get(one.code) ?? 0) + ours);
    }
  }
  return costs;
}

/** A figure changed in one document, until the findings of that and of one with the same subject are there. */
function edits(project: Project, files: Files): readonly Figure[] {
  const partners = partnersIn(project);
  const documents = [...files.keys()].filter((path) => partners.has(path));
  for (const path of documents.slice(0, 400)) project.findings(path);
  const times: number[] = [];
  const step = Math.max(1, Math.floor(documents.length / 200));
  for (let i = 0; i < documents.length && times.length < 200; i += step) {
    const path = documents[i]!;
    const other = partners.get(path)!;
    const text = files.get(path)!;
    project.opened(path, uriOf(path), text);
    project.findings(path);
    project.findings(other);
    const changed = text.replace(/value: (\d+)/, (_, figure: string) => `value: ${Number(figure) + 1}`);
    const start = performance.now();
    project.opened(path, uriOf(path), changed);
    project.findings(path);
    project.findings(other);
    times.push(performance.now() - start);
  }
  return [{ what: 'an edited claim to findings in both p95', ours: quantile(times, 0.95), limit: 30 }];
}

/** For each document another that speaks of the subject of its first claim. */
function partnersIn({ corpus }: Project): ReadonlyMap<string, string> {
  const partners = new Map<string, string>();
  for (const { path, claims } of corpus.documents.values()) {
    const [first] = claims;
    const group = first?.subject && first.property ? corpus.group(first.subject, first.property) : undefined;
    for (const other of group?.keys() ?? []) {
      if (other === path || !corpus.documents.has(other)) continue;
      partners.set(path, other);
      break;
    }
  }
  return partners;
}

/** On the quote of a claim, documents in turn. */
function hovers(project: Project, files: Files): readonly Figure[] {
  const documents = [...files].filter(([path]) => path.startsWith('documents/'));
  const times: number[] = [];
  for (let i = 0; i < 440; i++) {
    const [path, text] = documents[(i * 37) % documents.length]!;
    project.document(path);
    const offset = text.lastIndexOf('counted') + 2;
    const start = performance.now();
    const found = hover(project, { path, offset }, { link: (target) => target });
    times.push(performance.now() - start);
    if (!found) throw new Error(`No hover in ${path}`);
  }
  return [{ what: 'hover on a claim p95', ours: quantile(times.slice(40), 0.95), limit: 2 }];
}

/** 10,000 claims on one subject and property, a tenth of that where one file has them all: no slower than the group is large. */
export async function crowds(size = 10_000, kinds: readonly Crowd[] = CROWDS): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const crowd of kinds) figures.push(...(await crowdFigures(crowd, size)));
  return figures;
}

async function crowdFigures(crowd: Crowd, size: number): Promise<readonly Figure[]> {
  const files: Files = new Map(crowdFiles(crowd, crowd === 'in one file' ? size / 10 : size));
  const project = await projectOf(files);
  const start = performance.now();
  for (const path of files.keys()) check(project, path);
  const scratch = performance.now() - start;
  const [path, text] = [...files].at(-1)!;
  const times: number[] = [];
  const hoverTimes: number[] = [];
  for (let i = 0; i < 12; i++) {
    const changed = text.replace(/value: (\d+)/, (_, figure: string) => `value: ${Number(figure) + 1 + i}`);
    const begin = performance.now();
    project.opened(path, uriOf(path), changed);
    project.findings(path);
    times.push(performance.now() - begin);
    const point = performance.now();
    hover(project, { path, offset: changed.lastIndexOf('counted') + 2 });
    hoverTimes.push(performance.now() - point);
  }
  return [
    { what: `${crowd}: all checks of all files`, ours: scratch },
    { what: `${crowd}: an edited claim to findings`, ours: quantile(times.slice(2), 0.5) },
    { what: `${crowd}: hover`, ours: quantile(hoverTimes.slice(2), 0.5) },
  ];
}

function libraryOf(files: Files): Library {
  const library = new Library(files.get('concord.yaml')!, (path) => files.get(path));
  library.load([...files].map(([path, text]) => ({ path, text })));
  return library;
}

const uriOf = (path: string): string => `file:///bench/${path}`;

async function projectOf(files: Files): Promise<Project> {
  const readNow = (file: URI) => {
    const text = files.get(file.path.slice('/bench/'.length));
    return text === undefined ? { problem: 'it is not there' } : { text };
  };
  const root = URI.parse('file:///bench');
  const environment: Environment = {
    list: async () => [...files.keys()],
    read: readNow,
    readNow,
    rootAbove: async () => root,
    page: () => undefined,
    pageAddress: () => undefined,
    loadHtmlReader: () => Promise.reject(new Error('no pages here')),
    pause: async () => {},
  };
  const project = new Project(root, files.get('concord.yaml')!, environment);
  await project.load(
    [...files.keys()],
    () => {},
    () => false,
  );
  return project;
}
