/** CoNLL 2003: a token and its tag in the scheme BIO on each line. Mentions that overlap have no room in it. */

import { bareDocument } from '../../exchange/bare.ts';
import type { ExchangeFormat, Imported, ImportProblem, InFile, OutFile } from '../../exchange/format.ts';
import { linesIn, textOf } from '../../exchange/lines.ts';
import type { Losses } from '../../exchange/losses.ts';
import type { ExchangeCorpus, ExchangeDocument, ExchangeMention } from '../../exchange/model.ts';
import { mentionedOnly } from '../json/shared.ts';
import { sentencesOf } from './tokens.ts';

export const conll: ExchangeFormat = {
  exporter: {
    single: true,
    files: (corpus, losses): readonly OutFile[] => [{ path: 'corpus.conll', content: linesOf(corpus, losses) }],
  },
  importer: { endings: ['.conll', '.bio', '.iob', '.iob2', '.tsv'], read: readConll },
};

function* linesOf(corpus: ExchangeCorpus, losses: Losses): Iterable<string> {
  for (const document of corpus.documents()) {
    const mentions = flat(mentionedOnly(document, losses), document.path, losses);
    const borders = new Set(mentions.flatMap(({ spans: [span] }) => [span!.start, span!.end]));
    yield `-DOCSTART- -X- -X- O\n\n`;
    let next = 0;
    for (const sentence of sentencesOf(document.body, borders)) {
      const lines = sentence.map(({ start, end }) => {
        while (next < mentions.length && mentions[next]!.spans[0]!.end <= start) next++;
        const mention = mentions[next];
        const span = mention?.spans[0];
        const isInside = span !== undefined && span.start <= start;
        const label = mention?.type?.replace(/\s/g, '_') ?? 'entity';
        const tag = isInside ? `${span.start === start ? 'B' : 'I'}-${label}` : 'O';
        return `${document.body.slice(start, end)} _ _ ${tag}\n`;
      });
      yield `${lines.join('')}\n`;
    }
    losses.add('white space between words', document.path);
    if (mentions.length > 0) losses.add('which entity a mention is of', document.path, mentions.length);
  }
  for (const { id } of corpus.entities()) losses.add('records of entities: names, descriptions and facts', id);
}

/** Of mentions that overlap the longest. */
function flat(mentions: readonly ExchangeMention[], path: string, losses: Losses): readonly ExchangeMention[] {
  const kept: ExchangeMention[] = [];
  let end = 0;
  // Of two that begin together the longer comes first.
  for (const mention of mentions) {
    const span = mention.spans[0]!;
    const last = kept.at(-1)?.spans[0];
    if (span.start >= end) kept.push(mention);
    else {
      losses.add('mentions inside others, or across them', `${path}: ${mention.text}`);
      if (last && span.end - span.start > last.end - last.start) kept[kept.length - 1] = mention;
    }
    end = kept.at(-1)!.spans[0]!.end;
  }
  return kept;
}

function readConll(files: readonly InFile[], _: unknown, losses: Losses): Imported {
  const problems: ImportProblem[] = [];
  const documents: ExchangeDocument[] = [];
  for (const file of files) {
    const text = textOf(file);
    if (typeof text !== 'string') {
      problems.push(text);
      continue;
    }
    const stem = file.path.replace(/\.[^./]*$/, '');
    const made: Rebuilt[] = [];
    let open: Rebuilt | undefined;
    for (const { number: line, text: source } of linesIn(text)) {
      if (source.startsWith('#') && !/\s\S/.test(source.slice(1).trim())) continue;
      if (source.trim() === '') {
        open?.endSentence();
        continue;
      }
      const columns = source.includes('\t') ? source.split('\t') : source.trim().split(/ +/);
      if (columns[0] === '-DOCSTART-') {
        open = undefined;
        continue;
      }
      const [token, tag] = [columns[0]!, columns.at(-1)!];
      if (columns.length < 2 || token === '') {
        problems.push({ file: file.path, line, message: 'a line has a token and, in its last column, a tag' });
        continue;
      }
      if (!open) {
        open = new Rebuilt();
        made.push(open);
      }
      const message = open.add(token, tag);
      if (message !== undefined) problems.push({ file: file.path, line, message });
    }
    for (const [i, one] of made.entries()) {
      const path = made.length > 1 ? `${stem}-${i + 1}.txt` : `${stem}.txt`;
      losses.add('the white space of the text, which is put together from its words', path);
      documents.push(bareDocument(path, one.body(), one.mentions()));
    }
  }
  return { documents, entities: [], problems };
}

/** A text put together from tokens: a space between two, save where one of them is Han or Kana, or a mark needs none. */
class Rebuilt {
  private text = '';
  private startsLine = true;
  private readonly found: { start: number; end: number; type: string }[] = [];
  private open: { start: number; end: number; type: string } | undefined;

  /** What is wrong with the tag. */
  add(token: string, tag: string): string | undefined {
    const found = /^(?:([BIESLU])-(.+)|O)$/.exec(tag);
    if (!this.startsLine && needsSpace(this.text, token)) this.text += ' ';
    this.startsLine = false;
    const start = this.text.length;
    this.text += token;
    const end = this.text.length;
    if (!found) return `the tag ${tag.slice(0, 40)} is neither O nor one such as B-PER`;
    const [, mark, type] = found;
    if (type === undefined) this.open = undefined;
    else if (this.open?.type === type && (mark === 'I' || mark === 'E' || mark === 'L')) this.open.end = end;
    else {
      this.open = { start, end, type };
      this.found.push(this.open);
    }
    if (mark === 'E' || mark === 'L' || mark === 'S' || mark === 'U') this.open = undefined;
    return undefined;
  }

  endSentence(): void {
    if (!this.startsLine) this.text += '\n';
    this.startsLine = true;
    this.open = undefined;
  }

  body(): string {
    return this.text;
  }

  mentions(): readonly ExchangeMention[] {
    return this.found.map(({ start, end, type }) => ({
      spans: [{ start, end }],
      text: this.text.slice(start, end),
      type,
      kind: 'name',
    }));
  }
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

function needsSpace(before: string, token: string): boolean {
  if (/^(?:[.,;:!?%)\]}…]|n't$|'s$|’s$)/.test(token) || /[([{$]$/.test(before)) return false;
  return !CJK.test(before.slice(-1)) && !CJK.test(token[0]!);
}
