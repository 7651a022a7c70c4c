/** The Simplified Chinese words of a report. The glossary is that of the checks' messages. */

import { set } from '../../../core/seams.ts';
import type { ReportWords } from '../words.ts';

export const zh: ReportWords = {
  overview: '总览',
  findings: '问题',
  search: '搜索',
  skip: '跳到正文',
  pages: '报告的各页',
  documents: '文献',
  entities: '实体',
  undated: '没有日期',
  untyped: '没有类型',
  nothing: '此语料库尚无内容。',
  noFindings: '没有问题。',
  counts: ({ documents, entities, claims, mentions }) => [
    set`${documents}篇文献`,
    set`${entities}个实体`,
    set`${claims}条陈述`,
    set`${mentions}处提及`,
  ],
  severities: ({ error, warning, information }) =>
    [
      ...(error > 0 ? [set`${error}个错误`] : []),
      ...(warning > 0 ? [set`${warning}个警告`] : []),
      ...(information > 0 ? [set`${information}条说明`] : []),
    ].join('，'),
  mentions: (count) => set`${count}处提及`,
  claims: (count) => set`${count}条陈述`,
  notAnnotated: '尚未标注',
  topics: {
    figures: '数字',
    dates: '日期',
    offices: '职务',
    relations: '关系与取值',
    quotes: '引文',
    names: '名称',
    translations: '译文',
    annotations: '标注',
  },
  moreFindings: (count) => set`另有${count}个问题，见各文献页`,
  acceptedCount: (count) => set`${count}个已接受`,
  mentionedIn: '提到它的文献',
  searchLabel: '标题、任何文字的名称、拼音或首字母、陈述',
  searchHint: '请输入一个汉字或两个字母。',
  searchNeedsScript: '搜索需要 JavaScript。不用它，总览也列有全部内容。',
  searchNothing: '没有找到。',
  searchCount: (count) => set`${count}条结果`,
  claimsFound: '陈述',
  besides: '与译文对照',
};
