/** The words of lenses, hints and hierarchies, per language of the reader. Knows no findings. */

import type { LensSubject } from '../codeLenses.ts';

export interface StructureWording {
  lens(kind: LensSubject['kind'], count: number, partial: boolean): string;
  /** A type that stands in no file. */
  readonly coreType: string;
}

const plural = (count: number, one: string, more = ''): string =>
  `${count}${more} ${count === 1 && !more ? one : `${one}s`}`;

const en: StructureWording = {
  lens(kind, count, partial) {
    if (kind === 'mentions') return count === 0 ? 'no mentions' : plural(count, 'mention');
    if (kind === 'claims') return count === 0 ? 'no claims' : plural(count, 'claim');
    if (count === 0) return partial ? 'no conflicts among the latest' : 'no conflicts';
    return plural(count, 'conflict', partial ? '+' : '');
  },
  coreType: 'core vocabulary',
};

const zh: StructureWording = {
  lens(kind, count, partial) {
    if (kind === 'mentions') return count === 0 ? '未被提及' : `提及 ${count} 次`;
    if (kind === 'claims') return count === 0 ? '没有陈述' : `${count} 条陈述`;
    if (count === 0) return partial ? '最新的陈述没有矛盾' : '没有矛盾';
    return `${partial ? '至少 ' : ''}${count} 处矛盾`;
  },
  coreType: '核心词汇表',
};

export const structureWordingIn = (locale = 'en'): StructureWording => (/^zh(?:-|$)/i.test(locale) ? zh : en);
