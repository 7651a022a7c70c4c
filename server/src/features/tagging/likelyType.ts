/** Of which type a new record most likely is, by the word that its name ends with. Knows names only, and writes nothing. */

import type { View } from '../../checks/engine/check.ts';
import { isHanText } from './language.ts';

/** All types of the vocabulary, the likeliest first; the rest as the vocabulary has them. */
export function likelyTypes({ corpus }: View, name: string): readonly string[] {
  const { vocabulary, records } = corpus;
  const endings = endingsOf(name);
  const votes = new Map<string, number>();
  let looks = 0;
  for (const id of records.ids()) {
    if (++looks > LOOKS) break;
    const record = records.get(id);
    const type = record?.type?.value;
    if (type === undefined || !record?.names.some((one) => sharesEnding(one.text, endings))) continue;
    votes.set(type, (votes.get(type) ?? 0) + 1);
  }
  const known = endings.map((ending) => TYPE_OF.get(ending)).find((type) => type !== undefined);
  // What the records of this corpus are called says more than what such things are called elsewhere.
  const weight = (type: string): number => (votes.get(type) ?? 0) * 2 + (type === known ? 1 : 0);
  const types = [...vocabulary.types.keys()];
  return types
    .map((type, i) => ({ type, i }))
    .sort((a, b) => weight(b.type) - weight(a.type) || a.i - b.i)
    .map(({ type }) => type);
}

/** Records are looked through at most so far. */
const LOOKS = 2_000;

/** The last word of a name in letters; the last two characters of one in Han characters, and the last. */
function endingsOf(name: string): readonly string[] {
  if (isHanText(name)) {
    const characters = [...name];
    return characters.length < 4 ? [] : [characters.slice(-2).join(''), characters.at(-1)!];
  }
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}’']+/u)
    .filter(Boolean);
  // “Ministry of Trade” is what stands before the “of”.
  const joint = words.findIndex((word, i) => i > 0 && JOINTS.has(word));
  const head = joint > 0 ? words[joint - 1] : words.at(-1);
  return words.length < 2 || head === undefined ? [] : [head];
}

const JOINTS: ReadonlySet<string> = new Set(['of', 'for', 'on', 'and', 'in', 'against', 'de', 'von', 'für', 'pour']);

/** Of two Chinese names that end alike in one character only, nothing follows. */
const sharesEnding = (name: string, [first]: readonly string[]): boolean =>
  first !== undefined && endingsOf(name)[0] === first;

const WORDS: Readonly<Record<string, string>> = {
  organization: `academy administration agency alliance army assembly association authority bank board bureau center
    centre chamber club coalition college commission committee company confederation corporation council court daily
    department federation foundation fund group hospital institute institution league library ministry museum network
    news office organisation organization parliament party press school secretariat senate society team times union
    university 协会 学会 商会 公司 集团 银行 大学 学院 医院 基金会 委员会 联合会 理事会 研究院 研究所 中心 政府 部门 联盟
    机构 组织 法院 日报 会社 党 部 局 署 厅 院 社 队`,
  place: `airport bay bridge canal capital city county dam desert district harbor harbour island islands kingdom lake
    mountain mountains port province railway region republic river road sea square state strait street town valley
    village 地区 群岛 半岛 机场 大桥 铁路 省 市 县 区 镇 村 州 河 江 湖 岛 山 港 路`,
  event: `anniversary ceremony conference congress dialogue election exhibition expo fair festival forum games meeting
    olympics seminar session summit symposium visit war workshop 论坛 大会 会议 峰会 研讨会 博览会 展览 仪式 访问 对话
    战争 选举 会谈 运动会`,
  agreement: `accord accords agreement charter compact convention memorandum pact partnership protocol treaty 协定 协议
    条约 公约 备忘录 议定书 宪章`,
  document: `bulletin communique communiqué constitution declaration letter paper report resolution statement 公报 声明
    宣言 白皮书 报告 决议 倡议书`,
  program: `action campaign initiative mission plan programme program project scheme 倡议 计划 行动 项目 工程 规划 方案`,
  position: `ambassador chair chairman chairperson chairwoman chancellor commissioner director governor mayor minister
    premier president secretary spokesman spokesperson spokeswoman 部长 主席 总统 总理 市长 省长 书记 会长 主任 大使 发言人`,
  concept: `doctrine ideology philosophy principle principles rights theory thought 思想 理论 主义 原则 精神 理念`,
};

const TYPE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([type, words]) => words.split(/\s+/).map((word) => [word, type] as const)),
);
