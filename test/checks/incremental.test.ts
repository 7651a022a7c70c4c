/**
 * Incremental equals from scratch: after any edit, what the library and the editor's project say is what a new library
 * says of the same files. A failure prints the seed and the edits that lead to it.
 */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { URI } from 'vscode-uri';
import type { Finding } from '../../server/src/checks/engine/check.ts';
import { check } from '../../server/src/checks/engine/run.ts';
import { wordsIn } from '../../server/src/checks/messages/messages.ts';
import { Library } from '../../server/src/core/library.ts';
import { SETTINGS_FILE } from '../../server/src/core/settings.ts';
import type { Environment, Store } from '../../server/src/lsp/environment.ts';
import { Project } from '../../server/src/lsp/project.ts';

const ROOT = URI.parse('file:///corpus');
const words = wordsIn('en');

describe('incremental checking', function () {
  this.timeout(60_000);

  it('says after every edit, in a library and in the editor, what a new library says', () =>
    fc.assert(
      fc.asyncProperty(edits, async (steps) => {
        const corpus = new Files();
        const library = new Library(corpus.text(SETTINGS_FILE) ?? '', (path) => corpus.text(path));
        library.load(corpus.entries());
        const project = new Project(ROOT, corpus.text(SETTINGS_FILE) ?? '', environmentOf(corpus));
        await project.load(corpus.paths(), () => {}, never);
        for (const step of steps) {
          const before = new Set(corpus.paths());
          const { path, text } = corpus.edit(step);
          updateLibrary(library, corpus, path, text);
          await updateProject(project, corpus, path, step.onDisk ? undefined : text, !before.has(path));
          const expected = freshFindings(corpus);
          compare(corpus, 'library', step, expected, (each) => check(library, each));
          compare(corpus, 'editor', step, expected, (each) => project.findings(each));
        }
      }),
      { numRuns: 20 },
    ));

  it('says in a run that remembers an earlier one what a new library says, whatever has changed in between', () =>
    fc.assert(
      fc.asyncProperty(edits, edits, async (before, between) => {
        const corpus = new Files();
        const environment = { ...environmentOf(corpus), store: () => store };
        const store = storeOf(corpus);
        const first = new Project(ROOT, corpus.text(SETTINGS_FILE) ?? '', environment);
        await first.load(corpus.paths(), () => {}, never);
        for (const step of before) {
          const known = new Set(corpus.paths());
          const { path, text } = corpus.edit(step);
          await updateProject(first, corpus, path, step.onDisk ? undefined : text, !known.has(path));
        }
        await first.save(never);
        for (const step of between) corpus.edit(step);
        const second = new Project(ROOT, corpus.text(SETTINGS_FILE) ?? '', environment);
        await second.load(corpus.paths(), () => {}, never);
        second.library.refresh(never);
        compare(corpus, 'editor that was started again', between.at(-1)!, freshFindings(corpus), (each) =>
          second.findings(each),
        );
      }),
      { numRuns: 20 },
    ));
});

const never = () => false;

function updateLibrary(library: Library, corpus: Files, path: string, text: string | undefined): void {
  library.update(path, text);
  // Other settings may make other files part of the corpus.
  if (path === SETTINGS_FILE) library.load(corpus.entries().filter((file) => !holds(library, file.path)));
  library.refresh(never);
}

/** `typed` is what stands in an editor; without it the file has changed, or is gone, on disk. */
async function updateProject(
  project: Project,
  corpus: Files,
  path: string,
  typed: string | undefined,
  isNew: boolean,
): Promise<void> {
  if (typed === undefined) project.closed(path);
  else project.opened(path, ROOT.with({ path: `/corpus/${path}` }).toString(), typed);
  if (typed === undefined || isNew) await project.relist(corpus.paths(), new Set([path]), never);
  if (path === SETTINGS_FILE) await project.rekind(never);
  project.library.refresh(never);
}

function freshFindings(corpus: Files): ReadonlyMap<string, readonly object[]> {
  const fresh = new Library(corpus.text(SETTINGS_FILE) ?? '', (path) => corpus.text(path));
  fresh.load(corpus.entries());
  return new Map(corpus.paths().map((path) => [path, check(fresh, path).map(plain)]));
}

function compare(
  corpus: Files,
  where: string,
  step: Step,
  expected: ReadonlyMap<string, readonly object[]>,
  findings: (path: string) => readonly Finding[],
): void {
  for (const [path, wanted] of expected) {
    const found = findings(path).map(plain);
    if (JSON.stringify(found) === JSON.stringify(wanted)) continue;
    const files = corpus.entries().map((file) => `-- ${file.path} --\n${file.text}`);
    const shown = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).join('\n');
    assert.equal(
      shown(found),
      shown(wanted),
      `${path} in the ${where} after ${JSON.stringify(step)}\nfound:\n${shown(found)}\nexpected:\n${shown(wanted)}\n${files.join('\n')}`,
    );
  }
}

const holds = ({ corpus }: Library, path: string): boolean =>
  corpus.documents.has(path) || corpus.records.files.has(path);

/** All that a person sees of a finding. */
const plain = (finding: Finding) => ({
  code: finding.code,
  path: finding.path,
  severity: finding.severity,
  span: { ...finding.span },
  claim: finding.claim,
  entity: finding.entity,
  accepted: finding.accepted,
  message: words.finding(finding),
  related: finding.related.map((related) => ({
    path: related.path,
    span: { ...related.span },
    claim: related.claim,
    message: words.related(related),
  })),
});

function environmentOf(corpus: Files): Environment {
  const readNow = (file: URI) => {
    const text = corpus.text(file.path.slice('/corpus/'.length));
    return text === undefined ? { problem: 'it is not there any more' } : { text };
  };
  return {
    list: async () => corpus.paths(),
    read: readNow,
    readNow,
    rootAbove: async () => ROOT,
    page: () => undefined,
    pageAddress: () => undefined,
    loadHtmlReader: () => Promise.reject(new Error('no pages here')),
    pause: async () => {},
  };
}

/** Keeps sections in memory. Of one file in four contents are not told apart, as of one that was just written. */
function storeOf(corpus: Files): Store {
  const sections = new Map<string, string>();
  return {
    sections: () => [...sections.keys()],
    read: (section) => sections.get(section),
    write: (section, text) => sections.set(section, text) !== undefined,
    remove: (section) => void sections.delete(section),
    markOf: (path) => (path.length % 4 === 0 ? undefined : corpus.text(path)),
    digestOf: (text) => text,
  };
}

/** What is done, by numbers that are taken modulo what there is. */
interface Step {
  readonly does: string;
  readonly file: number;
  readonly claim: number;
  readonly seed: number;
  readonly onDisk: boolean;
}

const KINDS = [
  'add claim',
  'add claim',
  'change claim',
  'change claim',
  'remove claim',
  'change head',
  'change body',
  'change record',
  'change settings',
  'remove document',
  'break',
  'accept',
] as const;

const edits: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    does: fc.constantFrom(...KINDS),
    file: fc.nat(50),
    claim: fc.nat(50),
    seed: fc.noShrink(fc.integer({ min: 0, max: 0x7fff_ffff })),
    onDisk: fc.boolean(),
  }),
  { minLength: 1, maxLength: 14 },
);

type Random = (below: number) => number;

/** Numbers that follow from a seed (mulberry32): a step means the same whenever it is replayed. */
function generator(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * below);
  };
}

interface Draft {
  head: string[];
  claims: string[];
  accept: string[];
  body: string;
  broken: boolean;
  gone: boolean;
}

const DOCUMENTS = ['a.md', 'b.md', 'c.zh.md', 'sub/d.md'] as const;

/** A small corpus, as it is edited. */
class Files {
  private readonly drafts = new Map<string, Draft>();
  private readonly records = new Map<string, number>();
  private settings = 0;

  constructor() {
    const random = generator(1);
    for (const path of DOCUMENTS) {
      const draft: Draft = {
        head: headOf(random),
        claims: [],
        accept: [],
        body: bodyOf(random),
        broken: false,
        gone: false,
      };
      for (let i = 0; i < 4; i++) draft.claims.push(claimOf(random));
      this.drafts.set(path, draft);
    }
    for (const id of Object.keys(ENTITIES)) this.records.set(id, 0);
  }

  paths(): readonly string[] {
    return this.entries().map(({ path }) => path);
  }

  /** In the order of their paths: the order in which edits made them must not matter. */
  entries(): readonly { path: string; text: string }[] {
    const paths = [SETTINGS_FILE, ...this.drafts.keys(), 'entities/one.yaml', 'entities/two.yaml'].sort();
    return paths.flatMap((path) => {
      const text = this.text(path);
      return text === undefined ? [] : [{ path, text }];
    });
  }

  text(path: string): string | undefined {
    if (path === SETTINGS_FILE) return SETTINGS[this.settings % SETTINGS.length];
    if (path.startsWith('entities/')) {
      const half = path === 'entities/one.yaml' ? 0 : 1;
      const shown = [...this.records].filter(([, n], i) => i % 2 === half && n % 5 !== 4);
      return shown.map(([id, n]) => recordOf(id, n)).join('');
    }
    const draft = this.drafts.get(path);
    return draft && !draft.gone ? documentText(draft) : undefined;
  }

  /** The file that a step changes, as it then is. */
  edit({ does, file, claim, seed }: Step): { readonly path: string; readonly text: string | undefined } {
    const random = generator(seed);
    const path = DOCUMENTS[file % DOCUMENTS.length]!;
    const draft = this.drafts.get(path)!;
    const at = draft.claims.length === 0 ? 0 : claim % draft.claims.length;
    if (does === 'change settings') {
      this.settings = seed;
      return { path: SETTINGS_FILE, text: this.text(SETTINGS_FILE) };
    }
    if (does === 'change record') {
      const ids = [...this.records.keys()];
      const id = ids[file % ids.length]!;
      this.records.set(id, seed % 1000);
      const owner = ids.indexOf(id) % 2 === 0 ? 'entities/one.yaml' : 'entities/two.yaml';
      return { path: owner, text: this.text(owner) };
    }
    draft.gone = does === 'remove document';
    if (does === 'add claim') draft.claims.splice(at, 0, claimOf(random));
    if (does === 'change claim') draft.claims[at] = claimOf(random);
    if (does === 'remove claim') draft.claims.splice(at, 1);
    if (does === 'change head') draft.head = headOf(random);
    if (does === 'change body') draft.body = bodyOf(random);
    if (does === 'break') draft.broken = !draft.broken;
    if (does === 'accept') draft.accept = draft.accept.length > 0 ? [] : [acceptanceOf(random)];
    return { path, text: this.text(path) };
  }
}

const pick = <T>(random: Random, list: readonly T[]): T => list[random(list.length)]!;
const maybe = (random: Random, share: number, text: () => string): string => (random(100) < share ? text() : '');

const SETTINGS = [
  'version: 1\nproperties:\n  members: {value: quantity, unit: person, time: state, direction: up, holds: P1M}\n  open: {value: boolean, time: state}\n',
  'version: 1\nproperties:\n  members: {value: quantity, unit: person, time: cumulative, direction: down}\n',
  'version: 1\nexclude: [sub/**]\nwidths: {about: 0.3}\n',
  'version: 1\nchecks: {tension: error, hedge-dropped: off}\nproperties:\n  open: {value: boolean, time: permanent}\n',
];

const ENTITIES: Readonly<Record<string, { readonly type: string; readonly names: readonly string[] }>> = {
  forum: { type: 'event', names: ['the Forum', 'River Forum'] },
  session: { type: 'event', names: ['the Session', 'the Forum'] },
  council: { type: 'organization', names: ['Council', 'Harbour Council'] },
  bay: { type: 'place', names: ['Amber Bay', 'the Bay'] },
  town: { type: 'place', names: ['Old Town', 'Council'] },
  ada: { type: 'person', names: ['Ada Renn', 'Ada'] },
  mayor: { type: 'position', names: ['Mayor', 'Head of Town'] },
};

const FACTS: Readonly<Record<string, readonly string[]>> = {
  forum: ['{property: held-on, value: 2020-05-01/2020-05-03}', '{property: attendance, value: 200}'],
  session: ['{property: part-of, value: forum}', '{property: held-on, value: 2020-05-02}'],
  council: ['{property: founded-on, value: 1990}', '{property: members, value: 90, at: 2020, source: a.md#one}'],
  bay: ['{property: located-in, value: town}', '{property: relations-with, value: town}'],
  town: ['{property: located-in, value: bay}', '{id: f, property: open, value: true}'],
  ada: ['{property: position, value: Mayor, of: town, at: 2018/2020}', '{property: born-on, value: 1970-02}'],
  mayor: [],
};

function recordOf(id: string, n: number): string {
  const { type, names } = ENTITIES[id]!;
  const facts = (FACTS[id] ?? []).filter((_, i) => (n >> (i + 2)) % 2 === 0);
  const more = type === 'position' ? ', of: town, holders: 1' : '';
  return `${id}: {type: ${n % 7 === 3 ? 'concept' : type}, name: ${names[n % 2]}${more}, facts: [${facts.join(', ')}]}\n`;
}

const DATES = ['2020', '2020-05', '2020-05-02', '2019-12-31', '2021', '2020-05-01/2020-05-03', '2019/2021', '2020?'];

const headOf = (random: Random): string[] =>
  [
    maybe(random, 80, () => `title: Bulletin ${random(3)}`),
    maybe(random, 80, () => `date: ${pick(random, DATES.slice(0, 5))}`),
    maybe(random, 30, () => `about: ${pick(random, DATES)}`),
    maybe(random, 70, () => `lang: ${pick(random, ['en', 'zh'])}`),
    maybe(random, 25, () => `translation-of: ${pick(random, DOCUMENTS)}`),
    maybe(random, 30, () => 'source: {publisher: council}'),
    `entities: [${Object.keys(ENTITIES)
      .filter(() => random(3) > 0)
      .join(', ')}]`,
  ].filter(Boolean);

const SENTENCES = [
  'The Forum drew 200 delegates on 2 May 2020.',
  'More than 200 delegates came, Ada Renn said.',
  'Harbour Council has grown from 90 to 120 members.',
  'Amber Bay lies in Old Town.',
  'Ada, the Mayor, spoke of 4.6 million people.',
  'The Session was held on Saturday, 2 May 2020.',
  '约200名代表出席论坛。',
  'Nobody counted the boats.',
];

const bodyOf = (random: Random): string =>
  Array.from({ length: 2 + random(5) }, () => pick(random, SENTENCES)).join(random(2) ? '\n\n' : ' ');

const QUOTES = [
  '200 delegates',
  'More than 200 delegates',
  'from 90 to 120 members',
  'lies in Old Town',
  '4.6 million people',
  '2 May 2020',
  '约200名代表',
  'the Mayor',
  'not there',
];

const IDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

/** Subject, property and values that go with it. */
const STATEMENTS: readonly (readonly [string, string, readonly string[]])[] = [
  ['forum', 'attendance', ['200', 'more than 200', '250', 'about 200', '近300名', '2 million', '20']],
  ['forum', 'held-on', ['2020-05-02', '2020-05', '2021', '2020-05-01/2020-05-03']],
  ['session', 'held-on', ['2020-05-02', '2020-07', '2019']],
  ['forum', 'held-at', ['bay', 'town']],
  ['council', 'members', ['90', '120', '90 -> 120', 'more than 100', '12 countries', '60']],
  ['town', 'open', ['true', 'false', 'perhaps']],
  ['session', 'part-of', ['forum']],
  ['council', 'founded-on', ['1990', '1991-03', '2024']],
  ['council', 'count', ['3', '4', 'several']],
  ['bay', 'located-in', ['town', 'council']],
  ['town', 'located-in', ['bay']],
  ['bay', 'relations-with', ['town', 'forum']],
  ['ada', 'position', ['Mayor', 'mayor', 'Clerk']],
  ['ada', 'born-on', ['1970', '1971-01-01']],
  ['ada', 'age', ['50', '30']],
  ['this', 'published-on', ['2020-05-02', '2021']],
  ['nobody', 'attendance', ['1']],
  ['forum', 'nothing', ['1']],
];

function claimOf(random: Random): string {
  // Most speak of a few things, so that there is much to compare.
  const [subject, property, values] = pick(random, random(3) > 0 ? STATEMENTS.slice(0, 6) : STATEMENTS);
  const parts = [
    maybe(random, 60, () => `id: ${pick(random, IDS)}`),
    `quote: ${pick(random, QUOTES)}`,
    maybe(random, 20, () => `nth: ${1 + random(2)}`),
    `subject: ${subject}`,
    `property: ${property}`,
    `value: ${random(12) === 0 ? `[${values.join(', ')}]` : `"${pick(random, values)}"`}`,
    property === 'position' || property === 'count'
      ? maybe(random, 80, () => `of: ${pick(random, ['town', 'boats'])}`)
      : '',
    property === 'attendance' ? maybe(random, 40, () => `among: ${pick(random, ['delegates', 'guests'])}`) : '',
    maybe(random, 50, () => `at: ${pick(random, DATES)}`),
    maybe(random, 25, () => `by: ${pick(random, ['ada', 'council', '{text: a guest}'])}`),
    maybe(random, 15, () => `stance: ${pick(random, ['denies', 'expects'])}`),
    maybe(random, 10, () => 'certainty: possible'),
    maybe(random, 10, () => 'ended: true'),
    maybe(random, 15, () => `see: ${pick(random, DOCUMENTS)}#${pick(random, ['one', 'two'])}`),
    maybe(random, 40, () => `accept: {${acceptanceOf(random)}}`),
  ];
  return `{${parts.filter(Boolean).join(', ')}}`;
}

function acceptanceOf(random: Random): string {
  const code = pick(random, [
    'conflicting-quantity',
    'conflicting-date',
    'conflicting-value',
    'tension',
    'non-monotone',
    'translation-mismatch',
    'quote-not-found',
  ]);
  const other = pick(random, [...DOCUMENTS, ...DOCUMENTS.map((path) => `${path}#${pick(random, IDS)}`), 'forum']);
  const parts = [
    maybe(random, 50, () => `with: "${other}"`),
    maybe(random, 30, () => `saw: "${pick(random, ['200', '250', '90'])}"`),
    maybe(random, 90, () => 'reason: because'),
  ];
  return `${code}: {${parts.filter(Boolean).join(', ')}}`;
}

function documentText({ head, claims, accept, body, broken }: Draft): string {
  const front = [
    ...head,
    ...(claims.length > 0 ? ['claims:', ...claims.map((claim) => `  - ${claim}`)] : []),
    ...(accept.length > 0 ? ['accept:', ...accept.map((one) => `  ${one}`)] : []),
    ...(broken ? ['note: "unclosed'] : []),
  ];
  return `---\n${front.join('\n')}\n---\n${body}\n`;
}
