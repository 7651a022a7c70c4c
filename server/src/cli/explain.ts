/** `concord explain`: finds the claims, facts and checks that words on the command line mean, and explains them. */

import { resolve } from 'node:path';
import { claimsIn } from '../checks/statements/placement.ts';
import type { Claim } from '../core/claim.ts';
import { CODES, isCode } from '../core/codes.ts';
import { SETTINGS_FILE } from '../core/settings.ts';
import { closest } from '../core/spelling.ts';
import { type Explanation, explain } from '../features/explain.ts';
import { findCorpora } from './corpora.ts';
import { type CorpusFiles, type OpenCorpus, openCorpus } from './corpus.ts';
import type { Environment } from './environment.ts';
import { languageOf } from './output.ts';
import { Told } from './usage.ts';

/** What was asked for is not there. The message is one line, without a full stop at its end. */
export class NotThere extends Told {}

export type Explained =
  | { readonly kind: 'page'; readonly code: string; readonly page: string }
  | {
      readonly kind: 'claim';
      readonly explanation: Explanation;
      /** A path of the corpus from the working directory. */
      nameOf(path: string): string;
    };

/** Spelt out of each relation; the rest is counted. */
const MOST = 50;

/** Throws `NotThere`, and `MissingPath` for a path that is not there. */
export function explainTargets(targets: readonly string[], environment: Environment): readonly Explained[] {
  const shelf = new Shelf();
  return targets.flatMap((target) => explainTarget(target, environment, shelf));
}

/** The corpora that have been opened, each once. */
class Shelf {
  private readonly opened = new Map<string, OpenCorpus>();

  open(files: CorpusFiles): OpenCorpus {
    let corpus = this.opened.get(files.root);
    if (!corpus) {
      corpus = openCorpus(files);
      if (corpus.problem !== undefined)
        throw new NotThere(`${files.nameOf(SETTINGS_FILE)} cannot be read: ${corpus.problem}`);
      this.opened.set(files.root, corpus);
    }
    return corpus;
  }
}

function explainTarget(target: string, environment: Environment, shelf: Shelf): readonly Explained[] {
  if (isCode(target)) {
    const page = environment.page(target);
    if (page === undefined) throw new NotThere(`the check ${target} has no page`);
    return [{ kind: 'page', code: target, page }];
  }
  const { cwd, files } = environment;
  const isFile = (path: string) => path !== '' && files.kindOf(resolve(cwd, path)) === 'file';
  if (isFile(target)) return inFile(target, undefined, environment, shelf);
  const at = target.lastIndexOf('#');
  if (at >= 0) return inFile(target.slice(0, at), target.slice(at + 1), environment, shelf);
  return ofEntity(target, environment, shelf);
}

function inFile(given: string, name: string | undefined, environment: Environment, shelf: Shelf): readonly Explained[] {
  const { corpora, targets } = findCorpora([given], environment);
  const place = targets[0]?.places[0];
  const files = corpora.find(({ root }) => root === place?.root);
  if (!place || !files) throw new NotThere(`${given} is in no corpus: there is no concord.yaml above it`);
  const corpus = shelf.open(files);
  const path = place.inside.find((inside) => corpus.paths.includes(inside));
  if (path === undefined) throw new NotThere(`${given} is neither a document nor a file of records of its corpus`);
  const reason = corpus.library.reasonUnreadable(path);
  if (reason !== undefined) throw new NotThere(`${given} cannot be read: ${reason}`);
  const all = claimsIn(corpus.library, path);
  const claims = name === undefined ? all : named(all, name, isRecords(corpus, path));
  if (claims.length === 0) throw new NotThere(absence(given, name, all, isRecords(corpus, path)));
  return explained(claims, path, corpus, files, languageOf(environment));
}

/** Facts by the id of their record, in the corpora of the working directory. */
function ofEntity(target: string, environment: Environment, shelf: Shelf): readonly Explained[] {
  const known: string[] = [...CODES];
  for (const files of findCorpora([], environment).corpora) {
    const corpus = shelf.open(files);
    const { records } = corpus.library.corpus;
    const record = records.get(target) ?? records.get(target.replace(/:\d+$/, ''));
    if (record) {
      const claims = named(claimsIn(corpus.library, record.path), target, true);
      if (claims.length === 0) throw new NotThere(`${factsOf(record.id.value, record.facts)}, so not ${target}`);
      return explained(claims, record.path, corpus, files, languageOf(environment));
    }
    known.push(...records.ids());
  }
  const nearest = closest(target.replace(/:\d+$/, ''), known);
  const hint = nearest.length > 0 ? `; did you mean ${nearest.join(' or ')}?` : '; see concord explain --help';
  throw new NotThere(`there is no file, check or entity "${target}"${hint}`);
}

const isRecords = ({ library }: OpenCorpus, path: string): boolean => library.corpus.records.files.has(path);

function explained(
  claims: readonly Claim[],
  path: string,
  { library }: OpenCorpus,
  { nameOf }: CorpusFiles,
  locale: string,
): readonly Explained[] {
  return [...new Set(claims.map(({ key }) => key))].flatMap((key) => {
    const explanation = explain(library, path, key, { most: MOST, locale });
    return explanation ? [{ kind: 'claim' as const, explanation, nameOf }] : [];
  });
}

/** The claims of a key or id; in a file of records also the facts of a record, or the nth of them. */
function named(claims: readonly Claim[], name: string, inRecords: boolean): readonly Claim[] {
  const byKey = claims.filter(({ key }) => key === name);
  if (byKey.length > 0) return byKey;
  const byId = claims.filter(({ id }) => id?.value === name);
  if (byId.length > 0 || !inRecords) return byId;
  const [, entity = name, nth] = /^(.*):(\d{1,9})$/.exec(name) ?? [];
  const facts = claims.filter(({ subject }) => subject?.value === entity);
  if (nth === undefined) return facts;
  // The values of a list are one fact, written once.
  const written = [...new Set(facts.map(({ span }) => span.start))];
  return facts.filter(({ span }) => span.start === written[Number(nth) - 1]);
}

function absence(given: string, name: string | undefined, all: readonly Claim[], inRecords: boolean): string {
  const kind = inRecords ? 'fact' : 'claim';
  if (name === undefined || all.length === 0) return `${given} has no ${kind}s`;
  const names = new Set(
    all.flatMap(({ key, id, subject }) => [...(inRecords && subject ? [subject.value] : []), id?.value ?? key]),
  );
  const nearest = closest(name, names);
  const hint =
    nearest.length > 0
      ? `did you mean ${nearest.join(' or ')}?`
      : `there are ${[...names].slice(0, 5).join(', ')}${names.size > 5 ? ', …' : ''}`;
  return `${given} has no ${kind} "${name}"; ${hint}`;
}

const factsOf = (id: string, facts: readonly Claim[]): string =>
  facts.length === 0 ? `the record ${id} has no facts` : `the record ${id} has ${facts.length} facts`;
