/** Chinese characters and words for numbers, hedges, counting and negation, simplified. Data only. */

import type { Hedge } from '../denotation.ts';
import { words } from './list.ts';

export const HAN_DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};

/** Powers of ten inside a section of four digits. */
export const HAN_SMALL_UNITS: Readonly<Record<string, number>> = { 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3 };
/** Powers of ten that multiply what stands before them. */
export const HAN_BIG_UNITS: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };
/** One sign for a whole number of tens. */
export const HAN_TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 };

export const HAN_HEDGES_BEFORE: Readonly<Record<Hedge, readonly string[]>> = {
  'more-than': words(`
  超过 逾 超 超出 多于 大于 高于 突破 已超 远超 超过了 突破了 不止 过
`),
  'at-least': words(`
  至少 至少有 至少要 不少于 不低于 不下 不下于 最少 起码 不小于
`),
  'some-more': [],
  nearly: words(`
  近 将近 接近 几近 几乎 临近 逼近 近乎 接近于
`),
  'less-than': words(`
  不到 不足 少于 低于 小于 未满 不满 未达 未及 不及
`),
  'at-most': words(`
  至多 不超过 最多 不多于 不高于 不大于 顶多 至多有 最多有 不逾 不超
`),
  'up-to': ['多达', '高达', '多至', '最高达'],
  about: words(`
  约 大约 大概 约有 约为 约占 约合 约达 大约有 大约为 大概有 差不多 估计 估计有 约计
`),
};

export const HAN_HEDGES_AFTER: Readonly<Record<Hedge, readonly string[]>> = {
  'more-than': ['开外', '+'],
  'at-least': ['以上', '及以上', '或以上', '之上', '或更多'],
  'some-more': ['多', '余', '有余', '出头'],
  nearly: [],
  'less-than': [],
  'at-most': ['以下', '及以下', '或以下', '以内', '之内', '之下'],
  'up-to': [],
  about: ['左右', '上下', '来', '许'],
};

/** Hedges that are nothing else, wherever they stand. */
export const HAN_PLAIN_HEDGES: readonly string[] = words(`
  至少 不少于 不低于 至多 不超过 大约 将近 超过 多达 高达 不到 不足 左右 几乎 接近 大概 差不多
`);

/** 两三, 七八十; 三五 is the one pair that is not of neighbours. */
export const HAN_NEIGHBOURS: readonly string[] = words(`
  一二 一两 两三 二三 三四 四五 五六 六七 七八 八九 三五
`);

/** Counters without a unit of their own. A numeral of one character is a quantity only before one of them, a unit or %. */
export const MEASURE_WORDS: readonly string[] = words(`
  个 家 项 次 场 件 条 份 批 种 类 支 座 所 处 只 张 辆 艘 架 台 套 篇 本 幅 首 句 段 轮 起 宗 笔 户 枚 颗 棵
  头 匹 间 栋 幢 倍 番 遍 趟 股 块 根 列 节 省 市 县 州 村 镇 款 部 则 班 口 层 对 双 组 队 门 课 枝 朵 盏 副
  床 杯 瓶 箱 袋 卷 册 页 步 票 例 株 方 大类 人次 人份 架次 艘次 个次 场次
`);

/** Counters that 一 may stand before as a number; before others it makes a word (一道, 一面, 一部分). */
export const MEASURE_WORDS_AFTER_ONE: readonly string[] = words(`
  个 家 名 位 项 次 场 件 份 种 座 所 篇 本 张 辆 艘 架 台 支 条 类 轮 笔 户 枚 间 栋 款
`);

/** Fixed words that hold no number. */
export const HAN_IDIOMS: readonly string[] = words(`
  双十一 双十二 十一假期 十一长假 国庆十一 十五五 十四五 十三五 十二五 十一五 九一八 七七事变 一二·九 五四运动
  一带一路 一国两制 一家亲 一家人 一心一意 一条心 一条龙 一本正经 一个中国 一次性 一场空 一类人 四面八方
  五湖四海 千家万户 成千上万 成百上千 千千万万 万众一心 独一无二 七上八下 四人帮 二人转 八国联军 八国集团
  七国集团 二十国集团 七十七国集团 五国集团 百分百 三八妇女节 百家争鸣 百花齐放 三国演义 三国时期 千方百计
  万无一失 一事一议 十分 三次元 二次元 二次函数 一次函数 两面三刀 三三两两 一对一 一对多 两两 一家之 千人一面
  千篇一律 一人之下 万人空巷 十全十美 千真万确 五年规划 一五一十 数一数二 一次次 一个个 一件件 一项项 一场场
  一位位 一家家 一座座 一代代 一年一度 一年到头 一天到晚 百年大计 百年老店 百年树人 百科 百姓 百货 千古 万岁
  万物 万里长城 万里长征 万水千山
`);

/** The first of its kind. Only 首届 says it of what it stands before; 首次 and the others may be an adverb, "for the first time". */
export const HAN_FIRST: readonly string[] = words(`
  首届 首次 首个 首家 首批 首场 首位 首部 首轮 首期 首座 首条 首项 首名
`);
export const HAN_FIRST_OF_ITS_KIND = '首届';
/** What makes another word of the 首 after it: 元首, 党首, 榜首, 为首. */
export const NOT_BEFORE_FIRST = '元党榜为匕部岁回俯昂';

/** What makes 一 part of a word: 统一, 同一个, 每一位. */
export const NOT_BEFORE_ONE = '统唯之专单同逐进每某任另哪第逾万合';
/** What makes 数 or 几 part of a word: 人数, 无数, 茶几. */
export const NOT_BEFORE_VAGUE = '人多少总指系次分件户票个基参倍函岁天点单双奇偶负整小无悉算计茶';
/** What makes 成 another word than a tenth: 二成立 is none. */
export const NOT_AFTER_TENTH = '立为功员果长都绩份分就熟形型效交品语因对见色套片';

export const HAN_WEEKDAYS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
};

export const HAN_NEGATIONS: readonly string[] = words(`
  不 没有 没 未 无 非 否 勿 莫 毋
`);

/** Words in which those characters deny nothing. */
export const NO_NEGATION: readonly string[] = words(`
  未来 非常 非洲 南非 北非 东非 西非 中非 亚非 是非 除非 非凡 不断 不仅 不但 不论 不管 无论 不过 不久 不同
  不少 不禁 不妨 无疑 莫非 莫斯科 莫桑比克 莫迪 不丹 否则 毋庸 无比 无数 未免 不愧 是否 能否 可否 与否
`);
