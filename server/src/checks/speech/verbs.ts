/** Words by which a sentence says who speaks. Data only. */

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Right after the speaker's name. */
export const SPEAKING: readonly string[] = words(`
  said says stated states noted notes added adds explained explains announced announces told tells declared declares
  argued argues remarked remarks stressed stresses emphasized emphasizes emphasised emphasises claimed claims insisted
  insists reported reports replied replies answered answers recalled recalls wrote writes confirmed confirms revealed
  reveals pointed acknowledged admitted commented observed
`);

/** Before the name as well: “…,” said Ada Lane. Not those that take whom they speak to. */
export const INVERTED: readonly string[] = words(`
  said says stated added adds explained explains announced declared argued remarked stressed noted notes replied wrote
  writes recalled insisted commented observed
`);

/** Before the name, but only right behind a closed quotation: elsewhere they take an object. */
export const INVERTED_BEHIND: readonly string[] = words(`
  asked wondered continued concluded warned agreed suggested joked asserted
`);

/** Between name and verb. */
export const ADVERBS: readonly string[] = words(`
  also later then further again once had has have repeatedly recently previously earlier still already however therefore
  herself himself
`);

export const SPEAKING_HAN: readonly string[] = words(`
  表示 指出 强调 強調 认为 認為 介绍 介紹 宣布 透露 谈到 谈道 提到 说道 写道 告诉 告訴 补充 回答 坦言 直言 回忆 解释
  重申 呼吁 呼籲 坚称 宣称 感慨 问道 答道 笑道 说 說 称 稱
`);
/** What follows makes another word of the verb: 说服, 称赞, 介绍信. */
export const NOT_AFTER_HAN =
  /^(?:说[服法客教]|说明书|說服|称[赞呼为霸作号雄职重谢得]|稱[讚呼為]|介绍信|介绍会|回答问题|解释权)/;

/** Titles that may follow a name. */
export const TITLES_HAN: readonly string[] = words(`
  先生 女士 同志 主席 副主席 总统 总理 主任 副主任 部长 副部长 会长 副会长 秘书长 所长 院长 教授 博士 大使 书记 总书记
  发言人 代表 委员 校长 市长 省长 司长 局长
`);
export const ADVERBS_HAN: readonly string[] = words(`
  随后 隨後 还 還 也 则 則 又 曾 曾经 进一步 同时 并 并且 昨日 今日 今天 昨天 日前 当天 近日 再次 一再 多次 特别 明确 郑重 接着 最后 首先
  对此 就此
`);
/** Right before a name they make it whom one speaks to, or with. */
export const ADDRESSING_HAN = '向对對给給跟同';
