/** The Simplified Chinese words in which comparisons are explained. */

import { set } from '../../../core/seams.ts';
import type { ComparisonWording, Count, Facing } from '../comparisons.ts';

const contradiction = (value: string, place: string) => set`与${place}中的${value}相矛盾`;
const both = ({ own, other }: Facing) => set`此处：${own}；彼处：${other}`;

export const zh: ComparisonWording = {
  intervals: {
    exactly: (n) => set`恰为${n}`,
    any: '任意数',
    moreThan: (n) => set`大于${n}`,
    atLeast: (n) => set`至少${n}`,
    lessThan: (n) => set`小于${n}`,
    atMost: (n) => set`至多${n}`,
    between: (low, high, lowOpen, highOpen) =>
      lowOpen || highOpen
        ? set`${lowOpen ? '大于' : '不小于'}${low}且${highOpen ? '小于' : '不大于'}${high}`
        : set`${low}至${high}`,
    expected: (certain, range) => set`${certain}；读者预期${range}`,
  },
  notation: (hard, soft) => (soft === undefined ? hard : `${hard}，预期 ${soft}`),
  relations: {
    agreement: '一致',
    refinement: '详略之别',
    tension: '出入',
    'hedge-dropped': '概数词不同',
    'conflicting-quantity': '矛盾',
    'conflicting-date': '矛盾',
    'conflicting-value': '矛盾',
    'wan-yi-slip': '矛盾，相差十的整数次方',
  },
  why: {
    agreement: () => '两处所述相同。',
    refinement: (facing) =>
      facing.narrower === undefined
        ? set`${both(facing)}。二者可以同时成立。`
        : set`${both(facing)}。此处说得更${facing.narrower === 'own' ? '精确' : '笼统'}，二者可以同时成立。`,
    tension: (facing) => set`${both(facing)}。二者可以同时成立，但都不在对方读者的预期之内。`,
    'hedge-dropped': (facing) => set`${both(facing)}。二者在一个数上相接，而只有一方允许这个数。`,
    'conflicting-quantity': (facing) => set`${both(facing)}。没有一个数同时符合二者。`,
    'conflicting-date': (facing) => set`${both(facing)}。没有一天同时符合二者。`,
    'conflicting-value': (facing) => set`${both(facing)}。只有一个可能为真。`,
    'wan-yi-slip': (facing) => set`${both(facing)}。没有一个数同时符合二者，且相差十的整数次方，应是误换“万”“亿”所致。`,
  },
  doubts: {
    time: '二者所指时间未必相同',
    scope: '只有一方说明了范围',
    speaker: '出自两位说话人',
    certainty: '其中一方标为仅属可能',
    date: '有日期标为不确定',
  },
  bases: {
    own: '陈述自身所写',
    about: '文献所述的时间',
    date: '文献日期',
    always: '始终成立',
    unknown: '未给出时间',
  },
  atStart: (time) => set`${time}，变化之始`,
  atEnd: (time) => set`${time}，变化之终`,
  obstacles: {
    many: '可以同时有多个真值',
    scope: '范围不同',
    time: '时间不同',
    stance: '并非断言',
    ended: '所述已成过去',
    parts: '同一总数的组成部分',
    kind: '种类或单位无法与此相比',
    translation: '同一陈述的另一语言版本，按译文检查',
  },
  silences: {
    alone: '语料库中没有其他陈述就同一对象说到这一点。',
    broken: '其 YAML 有误，无从得知原意。',
    ended: '所述已成过去，与任何值都不矛盾。',
    incomplete: '缺少主体、属性或值。',
    many: '此属性可以同时有多个真值，彼此不矛盾。',
    group: '它只把其中的陈述归在一起。',
    stance: '并非断言，因此与任何陈述都不矛盾。',
    'no-property': '其属性没有定义。',
    'no-time': '陈述和文献都没有给出时间。',
    unreadable: '其值不能读作此属性所取的值。',
  },
  accepted: (reason) => set`已接受：${reason}`,
  lines: {
    agreement: (_, place) => set`与${place}一致`,
    refinement: (value, place) => set`与${place}中的${value}相容`,
    tension: (value, place) => set`与${place}中的${value}有出入`,
    'hedge-dropped': (value, place) => set`概数词不同：${place}中为${value}`,
    'conflicting-quantity': contradiction,
    'conflicting-date': contradiction,
    'conflicting-value': contradiction,
    'wan-yi-slip': (value, place) => set`与${place}中的${value}相差十的整数次方`,
  },
  several: {
    agreement: (count) => set`与${places(count)}一致`,
    refinement: (count) => set`与${places(count)}相容，详略不同`,
  },
  atLeastMore: (count) => set`另有至少${count}条`,
  nothing: (reasons) =>
    set`未与任何陈述比较：${reasons.map(({ reason, count }) => set`${count}条${reason}`).join('；')}`,
  headings: {
    compared: (count) => set`与${count}条陈述比较`,
    notCompared: (count) => set`未与${count}条陈述比较`,
    means: '含义',
    unit: '单位',
    time: '时间',
    scope: '范围',
    speaker: '说话人',
    from: '起始',
    to: '终止',
  },
};

function places({ claims, documents, recorded }: Count): string {
  const where = [...(documents > 0 ? [set`${documents}篇文献`] : []), ...(recorded ? ['记录'] : [])];
  return set`${where.join('和')}中的${claims}条陈述`;
}
