/** The Simplified Chinese words of a reading view. The glossary is that of the checks' messages. */

import { set } from '../../../core/seams.ts';
import type { ReadingWords } from '../words.ts';

export const zh: ReadingWords = {
  text: '正文',
  claims: '陈述',
  claim: (number, what) => set`陈述${number}：${what}`,
  states: {
    error: '错误',
    warning: '警告',
    information: '说明',
    agreement: '与其他陈述一致',
    none: '没有问题',
  },
  colon: '：',
  dated: (title, date) => `${title}，${date}`,
  accepted: (reason) => `已接受：${reason}`,
  wasAccepted: '已接受',
  quiet: (count) => set`与另外${count}条不相抵触`,
  more: (count) => set`另有${count}条同一主题的陈述`,
  noPassage: '正文中没有这段文字：',
  ambiguous: '这段文字不止一处，此为第一处。',
  otherText: (language) => set`${language}文本`,
  onlyThere: '只见于另一文本',
  onDocument: (count) => set`关于整篇文献的${count}个问题`,
  original: '原文',
  translation: '译文',
  beside: '对照',
  alone: '单独阅读',
  source: '来源',
  untagged: '已知名称，此处尚未标注',
  ambiguousName: '几个实体共用的名称',
  sic: '原文如此',
  notAnnotated: '本文献没有标注。',
  empty: '本文献没有正文。',
  moreFacts: (count) => set`另有${count}条事实`,
  legend: '如何阅读本页',
  legendNames: '名称下的线表示它指什么：',
  legendPassages: '括起来的文字是陈述的依据，数字通往该陈述：',
  types: {
    who: '人物或职务',
    body: '组织或项目',
    where: '地点',
    when: '事件',
    thought: '文献、协议或概念',
  },
};
