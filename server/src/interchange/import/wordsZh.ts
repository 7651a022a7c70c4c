/** The Simplified Chinese words of an import. */

import { set } from '../../core/seams.ts';
import type { ImportWording } from './words.ts';

const PLACES: Readonly<Record<string, string>> = {
  'the URL': '网址',
  'its characters and words': '正文的文字',
  'the comment of the browser that saved it': '浏览器保存网页时所加的注释',
};

export const zh: ImportWording = {
  stretches: {
    navigation: '导航',
    sharing: '分享按钮',
    related: '其他文章',
    credits: '编辑署名',
    cookies: 'Cookie 提示',
    footer: '页脚',
    repeated: '每页重复的内容',
    comments: '评论',
    advertisement: '广告',
    form: '表单',
    hidden: '网页上隐藏的内容',
    outside: '文章之外的内容',
  },
  place: (first, last) => (first === last ? `第 ${first} 行` : `第 ${first}–${last} 行`),
  stretch: (kind, place) => `${kind}，${place}`,
  found(from) {
    if (Object.hasOwn(PLACES, from)) return PLACES[from]!;
    const line = /^line (\d+)$/.exec(from)?.[1];
    return line === undefined ? from : `第 ${line} 行`;
  },
  refusal(refusal) {
    switch (refusal.code) {
      case 'empty':
        return '其中没有正文';
      case 'annotated':
        return '它已是有标注的文献；请照原样复制到语料库中';
      case 'front-matter':
        return '它开头的前置元数据无法读取或补充；请改正，或删去 --- 之间的各行';
      case 'null-bytes':
        return '其中有空字节，因此不是文本，或是没有字节顺序标记的 UTF-16';
      case 'not-written':
        return '写出的前置元数据不能原样读回；没有作任何改动';
      case 'no-date':
        return `“${refusal.value}”不是日期；请写成 2022-10-20、2022-10 或 2022`;
      case 'no-url':
        return `“${refusal.value}”不是网址；网址以 https:// 或 http:// 开头`;
      case 'no-language':
        return `“${refusal.value}”不是语言；请写成 en、zh、zh-Hant 等`;
      case 'no-corpus':
        return '不清楚指的是哪个语料库';
      case 'no-text':
        return '它不是以已知编码写成的文本';
      case 'size':
        return `它大于 ${refusal.megabytes} MB`;
      case 'no-place':
        return set`${refusal.settings}没有给文献留下位置`;
      case 'outside':
        return `“${refusal.path}”在语料库之外`;
      case 'exists':
        return `“${refusal.path}”已存在，不会覆盖任何文件`;
      case 'no-document':
        return set`“${refusal.path}”不会成为文献：${refusal.settings}把其他文件算作文献`;
    }
  },
  sentence: (clause) => `${clause}。`,
};
