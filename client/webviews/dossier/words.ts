/** What the bar above a dossier says. */

interface BarWords {
  readonly back: string;
  readonly follow: string;
  readonly followHint: string;
  readonly save: string;
  readonly loading: string;
  unknown(id: string): string;
}

const EN: BarWords = {
  back: 'Back',
  follow: 'Follow cursor',
  followHint: 'Pin the panel: it shows the entity that the cursor of the editor stands on',
  save: 'Export as',
  loading: 'Reading the corpus …',
  unknown: (id) => `The corpus knows nothing of “${id}”.`,
};

const ZH: BarWords = {
  back: '返回',
  follow: '跟随光标',
  followHint: '固定面板：显示编辑器光标所在的实体',
  save: '导出为',
  loading: '正在读取语料库……',
  unknown: (id) => `语料库中没有关于“${id}”的内容。`,
};

export const barWordsIn = (locale: string): BarWords => (/^zh(?:-|$)/i.test(locale) ? ZH : EN);
