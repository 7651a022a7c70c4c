/** The units that Concord knows, and the words, signs and characters that name them. Data only. */

import { words } from './list.ts';

/**
 * `factor`: how many of the dimension's base unit one makes. Months and years have `months` instead: between them and days
 * no exact factor exists. `en`: singular nouns, plurals that are not regular beside them. `sign`: stands right at a figure.
 */
export interface UnitRow {
  readonly id: string;
  readonly dimension: string;
  readonly factor?: number;
  readonly months?: number;
  readonly en?: readonly string[];
  readonly zh?: readonly string[];
  readonly sign?: readonly string[];
}

const DAY = 86_400;

export const UNITS: readonly UnitRow[] = [
  {
    id: 'person',
    dimension: 'person',
    factor: 1,
    en: words(`
  person persons people representative delegate leader participant attendee guest expert scholar official
  journalist reporter student citizen diplomat ambassador envoy volunteer resident worker visitor teacher man
  men woman women child children politician entrepreneur refugee soldier
`),
    zh: words(
      '人 位 名 代表 领导人 个人 人口 党员 党首 人士 学生 专家 学者 官员 外交官 大使 记者 志愿者 群众 民众 游客 居民',
    ),
  },
  {
    id: 'country',
    dimension: 'country',
    factor: 1,
    en: ['country', 'nation'],
    zh: ['国', '国家', '个国家', '国家和地区', '个国家和地区'],
  },
  { id: 'party', dimension: 'party', factor: 1, en: ['party', 'political party'], zh: ['政党', '党', '党派'] },
  {
    id: 'organization',
    dimension: 'organization',
    factor: 1,
    en: ['organization', 'organisation'],
    zh: ['组织', '社会组织', '国际组织', '政治组织', '非政府组织'],
  },
  { id: 'city', dimension: 'city', factor: 1, en: ['city'], zh: ['城市', '市'] },
  { id: 'agreement', dimension: 'agreement', factor: 1, en: ['agreement'], zh: ['协议', '协定'] },
  { id: 'event', dimension: 'event', factor: 1, en: ['event'], zh: ['活动'] },
  { id: '%', dimension: 'share', factor: 1, en: ['percent', 'per cent', 'pct', 'pct.'], zh: [], sign: ['%'] },
  { id: 'per-mille', dimension: 'share', factor: 0.1, en: ['per mille', 'per mil'], zh: [], sign: ['‰'] },
  {
    id: 'percentage-point',
    dimension: 'percentage-point',
    factor: 1,
    en: ['percentage point'],
    zh: ['百分点', '个百分点'],
  },
  {
    id: 'CNY',
    dimension: 'CNY',
    factor: 1,
    en: ['yuan', 'renminbi', 'rmb'],
    zh: ['元', '元人民币', '人民币'],
    sign: ['rmb', 'cny', '¥', '人民币'],
  },
  {
    id: 'USD',
    dimension: 'USD',
    factor: 1,
    en: ['dollar', 'us dollar', 'u.s. dollar', 'american dollar'],
    zh: ['美元', '美金'],
    sign: ['us$', 'u.s.$', '$', 'usd'],
  },
  { id: 'EUR', dimension: 'EUR', factor: 1, en: ['euro'], zh: ['欧元'], sign: ['€', 'eur'] },
  {
    id: 'GBP',
    dimension: 'GBP',
    factor: 1,
    en: ['pound', 'pound sterling', 'pounds sterling'],
    zh: ['英镑'],
    sign: ['£', 'gbp'],
  },
  { id: 'JPY', dimension: 'JPY', factor: 1, en: ['yen', 'japanese yen'], zh: ['日元'], sign: ['jpy', 'jp¥'] },
  { id: 'HKD', dimension: 'HKD', factor: 1, en: ['hong kong dollar'], zh: ['港元', '港币'], sign: ['hk$', 'hkd'] },
  { id: 'AUD', dimension: 'AUD', factor: 1, en: ['australian dollar'], zh: ['澳元'], sign: ['a$', 'au$', 'aud'] },
  { id: 'CAD', dimension: 'CAD', factor: 1, en: ['canadian dollar'], zh: ['加元'], sign: ['c$', 'ca$', 'cad'] },
  { id: 'RUB', dimension: 'RUB', factor: 1, en: ['ruble', 'rouble'], zh: ['卢布'], sign: ['₽', 'rub'] },
  { id: 'INR', dimension: 'INR', factor: 1, en: ['rupee', 'indian rupee'], zh: ['卢比'], sign: ['₹', 'inr'] },
  { id: 'KRW', dimension: 'KRW', factor: 1, en: ['won'], zh: ['韩元'], sign: ['₩', 'krw'] },
  { id: 'CHF', dimension: 'CHF', factor: 1, en: ['swiss franc', 'franc'], zh: ['瑞士法郎', '法郎'], sign: ['chf'] },
  { id: 'SGD', dimension: 'SGD', factor: 1, en: ['singapore dollar'], zh: ['新加坡元', '新元'], sign: ['s$', 'sgd'] },
  { id: 'second', dimension: 'time', factor: 1, en: ['second', 'sec'], zh: ['秒', '秒钟'] },
  { id: 'minute', dimension: 'time', factor: 60, en: ['minute', 'min'], zh: ['分钟'] },
  { id: 'hour', dimension: 'time', factor: 3600, en: ['hour', 'hr'], zh: ['小时', '个小时', '钟头', '个钟头'] },
  { id: 'day', dimension: 'time', factor: DAY, en: ['day'], zh: ['天', '昼夜'] },
  { id: 'week', dimension: 'time', factor: 7 * DAY, en: ['week'], zh: ['周', '个星期', '星期'] },
  { id: 'month', dimension: 'time', months: 1, en: ['month'], zh: ['个月', '月'] },
  { id: 'quarter', dimension: 'time', months: 3, zh: ['个季度', '季度'] },
  {
    id: 'year',
    dimension: 'time',
    months: 12,
    en: ['year', 'yr', 'years old', 'year-old', 'year old'],
    zh: ['年', '周年', '岁', '周岁'],
  },
  { id: 'decade', dimension: 'time', months: 120, en: ['decade'], zh: [] },
  { id: 'century', dimension: 'time', months: 1200, en: ['century'], zh: ['世纪', '个世纪'] },
  { id: 'mm', dimension: 'length', factor: 0.001, en: ['mm', 'millimeter', 'millimetre'], zh: ['毫米'] },
  { id: 'cm', dimension: 'length', factor: 0.01, en: ['cm', 'centimeter', 'centimetre'], zh: ['厘米'] },
  { id: 'm', dimension: 'length', factor: 1, en: ['m', 'meter', 'metre'], zh: ['米'] },
  { id: 'km', dimension: 'length', factor: 1000, en: ['km', 'kilometer', 'kilometre'], zh: ['公里', '千米'] },
  { id: 'mile', dimension: 'length', factor: 1609.344, en: ['mile'], zh: ['英里'] },
  {
    id: 'm²',
    dimension: 'area',
    factor: 1,
    en: ['m²', 'm2', 'sq m', 'square meter', 'square metre'],
    zh: ['平方米', '平米'],
  },
  { id: 'hectare', dimension: 'area', factor: 10_000, en: ['hectare', 'ha'], zh: ['公顷'] },
  { id: 'mu', dimension: 'area', factor: 10_000 / 15, en: ['mu'], zh: ['亩'] },
  {
    id: 'km²',
    dimension: 'area',
    factor: 1e6,
    en: ['km²', 'km2', 'sq km', 'square kilometer', 'square kilometre'],
    zh: ['平方公里', '平方千米'],
  },
  { id: 'g', dimension: 'mass', factor: 0.001, en: ['g', 'gram', 'gramme'], zh: ['克'] },
  { id: 'kg', dimension: 'mass', factor: 1, en: ['kg', 'kilogram', 'kilogramme', 'kilo'], zh: ['公斤', '千克'] },
  { id: 't', dimension: 'mass', factor: 1000, en: ['t', 'ton', 'tonne', 'metric ton'], zh: ['吨'] },
];

/** Words that stand where a unit may and are none, though a unit begins them. */
export const NO_UNITS: readonly string[] = words(`
  人次 名单 名义 国务 国际 国民 位于 位置 位列 党中央 元首 元旦 天下 天然 年代 年级 年度 年轻 年初 年底 年末
  年龄 周边 周围 周日 周末 周知 月份 人民 人类 人大 人均 人物 人心 市场 市民 市长 分之 国集团 克服 米粉 秒杀
  世纪之交 人工 党委 党组 天空 党外 党建
`);
