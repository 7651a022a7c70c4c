/** The words of the report for people, per language of the reader; what the checks say is worded by the checks. Knows no finding. */

import { insideTitle } from '../core/seams.ts';
import { timeInWords } from '../values/timeWords.ts';
import { counted } from './output.ts';
import type { CorpusCounts } from './report.ts';

export type Counts = Omit<CorpusCounts, 'root'>;

export interface ReportWords {
  readonly fix: string;
  readonly accepted: string;
  acceptedBecause(reason: string): string;
  toLine(line: number): string;
  errors(count: number): string;
  warnings(count: number): string;
  informations(count: number): string;
  acceptances(count: number): string;
  readonly none: string;
  /** What was read, in a row. */
  read(corpora: number, counts: Counts): string;
  list(parts: readonly string[]): string;
  canBeFixed(count: number): string;
  /** A document's title and date. */
  titled(title: string | undefined, date: string | undefined): string;
  sentence(clause: string): string;
  /** What stands between sentences. */
  readonly between: string;
  labelled(label: string, text: string): string;
  inBrackets(text: string): string;
}

const en: ReportWords = {
  fix: 'fix',
  accepted: 'accepted',
  acceptedBecause: (reason) => `accepted: ${reason}`,
  toLine: (line) => `(to line ${line})`,
  errors: (count) => counted(count, 'error'),
  warnings: (count) => counted(count, 'warning'),
  informations: (count) => `${count} information`,
  acceptances: (count) => `${count} accepted`,
  none: 'No findings',
  read: (corpora, { documents, entities, claims, mentions }) =>
    [
      ...(corpora > 1 ? [`${corpora} corpora`] : []),
      counted(documents, 'document'),
      counted(entities, 'entity', 'entities'),
      counted(claims, 'claim'),
      counted(mentions, 'mention'),
    ].join(', '),
  list: (parts) => parts.join(', '),
  canBeFixed: (count) => `${counted(count, 'finding')} can be fixed safely: concord check --fix`,
  titled: (title, date) => [title, date && timeInWords(date, 'en')].filter(Boolean).join(', '),
  sentence: (clause) => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`,
  between: ' ',
  labelled: (label, text) => `${label}: ${text}`,
  inBrackets: (text) => ` (${text})`,
};

const zh: ReportWords = {
  fix: '修复',
  accepted: '已接受',
  acceptedBecause: (reason) => `已接受：${reason}`,
  toLine: (line) => `（至第 ${line} 行）`,
  errors: (count) => `${count} 个错误`,
  warnings: (count) => `${count} 个警告`,
  informations: (count) => `${count} 条信息`,
  acceptances: (count) => `${count} 个已接受`,
  none: '没有问题',
  read: (corpora, { documents, entities, claims, mentions }) =>
    [
      ...(corpora > 1 ? [`${corpora} 个语料库`] : []),
      `${documents} 篇文献`,
      `${entities} 个实体`,
      `${claims} 条陈述`,
      `${mentions} 处提及`,
    ].join('，'),
  list: (parts) => parts.join('，'),
  canBeFixed: (count) => `${count} 个问题可以安全修复：concord check --fix`,
  titled: (title, date) =>
    [title && `《${insideTitle(title)}》`, date && timeInWords(date, 'zh')].filter(Boolean).join('，'),
  sentence: (clause) => `${clause}。`,
  between: '',
  labelled: (label, text) => `${label}：${text}`,
  inBrackets: (text) => `（${text}）`,
};

/** The table nearest to the language tag; English where there is none. */
export const reportWordsIn = (language: string): ReportWords => (/^zh(?:-|$)/i.test(language) ? zh : en);
