/** CoNLL-U: tokens with their white space, and the mentions that each lies in under MISC, so that all of them come back. */

import { bareDocument } from '../../exchange/bare.ts';
import type { ExchangeFormat, Imported, ImportProblem, InFile, OutFile } from '../../exchange/format.ts';
import { linesIn, textOf } from '../../exchange/lines.ts';
import type { Losses } from '../../exchange/losses.ts';
import type { ExchangeCorpus, ExchangeDocument, ExchangeMention } from '../../exchange/model.ts';
import { mentionedOnly } from '../json/shared.ts';
import { sentencesOf } from './tokens.ts';

export const conllu: ExchangeFormat = {
  exporter: {
    single: true,
    files: (corpus, losses): readonly OutFile[] => [{ path: 'corpus.conllu', content: linesOf(corpus, losses) }],
  },
  importer: { endings: ['.conllu'], read: readConllu },
};

function* linesOf(corpus: ExchangeCorpus, losses: Losses): Iterable<string> {
  for (const document of corpus.documents()) {
    const { body, path } = document;
    const pieces = document.mentions.filter(({ spans }) => spans.length > 1);
    mentionedOnly({ ...document, mentions: [] }, losses);
    if (document.title ?? document.date ?? document.publisher ?? document.url)
      losses.add('titles, dates and sources of documents', path);
    const borders = new Set(document.mentions.flatMap(({ spans }) => spans.flatMap(({ start, end }) => [start, end])));
    const starts = document.mentions
      .flatMap((mention, i) => mention.spans.map((span) => ({ span, words: wordsOf(mention, i + 1) })))
      .sort((a, b) => a.span.start - b.span.start);
    yield `# newdoc id = ${escaped(path)}\n`;
    const sentences = [...sentencesOf(body, borders)];
    let next = 0;
    let open: typeof starts = [];
    for (const [s, sentence] of sentences.entries()) {
      const from = sentence[0]!.start;
      const to = sentence.at(-1)!.end;
      yield `# sent_id = ${s + 1}\n# text = ${body.slice(from, to).replace(/\s+/g, ' ')}\n`;
      const after = sentences[s + 1]?.[0]?.start ?? body.length;
      for (const [t, { start, end }] of sentence.entries()) {
        while (next < starts.length && starts[next]!.span.start <= start) open.push(starts[next++]!);
        open = open.filter(({ span }) => span.end > start);
        const gap = body.slice(end, sentence[t + 1]?.start ?? after);
        const lead = s === 0 && t === 0 && start > 0 ? [`SpacesBefore=${escaped(body.slice(0, start))}`] : [];
        const inside = open.length > 0 ? [`Mentions=${open.map(({ words }) => words).join(';')}`] : [];
        const spaces = gap === ' ' ? [] : gap === '' ? ['SpaceAfter=No'] : [`SpacesAfter=${escaped(gap)}`];
        const misc = [...lead, ...inside, ...spaces].join('|') || '_';
        yield `${t + 1}\t${body.slice(start, end)}\t_\t_\t_\t_\t_\t_\t_\t${misc}\n`;
      }
      yield '\n';
    }
    if (pieces.length > 0 && sentences.length === 0) losses.add('mentions in several pieces', path, pieces.length);
  }
  for (const { id } of corpus.entities()) losses.add('records of entities: names, descriptions and facts', id);
}

/** `number:type:entity:kind`; the tokens of one mention share its number. */
const wordsOf = ({ type, entity, kind }: ExchangeMention, number: number): string =>
  [number, plain(type ?? ''), plain(entity ?? ''), ...(kind === 'name' ? [] : [kind])].join(':');

const plain = (text: string): string => text.replace(/[\s|;:=]/g, '_');

const ESCAPES: Readonly<Record<string, string>> = {
  ' ': '\\s',
  '\t': '\\t',
  '\r': '\\r',
  '\n': '\\n',
  '|': '\\p',
  '\\': '\\\\',
};
const UNESCAPES = new Map(Object.entries(ESCAPES).map(([character, written]) => [written, character]));

/** As Universal Dependencies writes white space. */
const escaped = (text: string): string => text.replace(/[ \t\r\n|\\]/g, (one) => ESCAPES[one]!);
const unescaped = (text: string): string => text.replace(/\\[strnp\\]/g, (one) => UNESCAPES.get(one)!);

function readConllu(files: readonly InFile[], _: unknown, losses: Losses): Imported {
  const problems: ImportProblem[] = [];
  const documents: ExchangeDocument[] = [];
  for (const file of files) {
    const text = textOf(file);
    if (typeof text !== 'string') {
      problems.push(text);
      continue;
    }
    let open: Rebuilt | undefined;
    for (const { number: line, text: source } of linesIn(text)) {
      const named = /^# newdoc(?: id = (.*))?$/.exec(source);
      if (named) {
        if (open) documents.push(open.document());
        open = new Rebuilt(
          named[1] === undefined
            ? `${file.path.replace(/\.[^./]*$/, '')}-${documents.length + 1}.txt`
            : unescaped(named[1]),
        );
      }
      if (source.startsWith('#') || source.trim() === '') continue;
      const columns = source.split('\t');
      if (columns.length !== 10) {
        problems.push({
          file: file.path,
          line,
          message: `a token has ten columns with tabs between them, and this line ${columns.length}`,
        });
        continue;
      }
      // Words of a token that is written as one, and words that are not written.
      if (/^\d+\.\d+$/.test(columns[0]!)) continue;
      open ??= new Rebuilt(`${file.path.replace(/\.[^./]*$/, '')}.txt`);
      open.add(columns, losses);
    }
    if (open) documents.push(open.document());
  }
  return { documents, entities: [], problems };
}

class Rebuilt {
  private text = '';
  /** The last word of a token that is written as one. */
  private until = 0;
  private readonly found = new Map<
    string,
    Omit<ExchangeMention, 'spans'> & { spans: { start: number; end: number }[] }
  >();

  constructor(private readonly path: string) {}

  add([id, form, , , , , , , , misc]: readonly string[], losses: Losses): void {
    const range = /^(\d+)-(\d+)$/.exec(id!);
    if (id === '1' || range?.[1] === '1') this.until = 0;
    if (range) this.until = Number(range[2]);
    else if (Number(id) <= this.until) return;
    const keys = new Map(
      misc!.split('|').map((one): [string, string] => {
        const at = one.indexOf('=');
        return at < 0 ? [one, ''] : [one.slice(0, at), one.slice(at + 1)];
      }),
    );
    this.text += unescaped(keys.get('SpacesBefore') ?? '');
    const start = this.text.length;
    this.text += form;
    const end = this.text.length;
    for (const words of (keys.get('Mentions') ?? '').split(';').filter((one) => one !== ''))
      this.take(words, start, end);
    if (keys.has('Entity')) losses.add('chains of coreference', this.path);
    const after = keys.get('SpacesAfter');
    this.text += after === undefined ? (keys.get('SpaceAfter') === 'No' ? '' : ' ') : unescaped(after);
  }

  private take(words: string, start: number, end: number): void {
    const [number, type, entity, kind] = words.split(':');
    const known = this.found.get(number!);
    const last = known?.spans.at(-1);
    if (known && last) {
      if (/^\s*$/.test(this.text.slice(last.end, start))) last.end = end;
      else known.spans.push({ start, end });
      return;
    }
    this.found.set(number!, {
      spans: [{ start, end }],
      text: '',
      ...(type && { type }),
      ...(entity && { entity }),
      kind: kind === 'as' || kind === 'sic' || kind === 'here' ? kind : 'name',
    });
  }

  document(): ExchangeDocument {
    const mentions = [...this.found.values()].map((mention) => ({
      ...mention,
      text: mention.spans.map(({ start, end }) => this.text.slice(start, end)).join(' '),
    }));
    return bareDocument(this.path, this.text, mentions);
  }
}
