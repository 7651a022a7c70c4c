/**
 * The Simplified Chinese words for every finding, related place and fix: what is wrong, and where it helps, why and what to do.
 *
 * One word for each concept, here and wherever else Concord speaks Chinese:
 * corpus 语料库 · document 文献 · text, body 正文 · front matter 前置元数据 · settings 设置 · vocabulary 词汇表 · type 类型 ·
 * entity 实体 · record 记录 · fact 事实 · name 名称 · alias 别名 · form 写法 · declare 声明 · tag, annotate 标注 · mention 提及 ·
 * quote 引文 · anchor 锚定 · passage 文字, 段落 · claim 陈述 · subject 主体 · property 属性 · value 值 · qualifier 限定项 ·
 * scope 范围 · stance 态度 · speaker 说话人 · hedge 概数词 · office, position 职务 · term 任期 · digest 摘要值 ·
 * check 检查 · finding 问题 · fix 修复 · accept 接受 · acceptance 例外 · conflict, contradiction 矛盾 · tension 出入 · merge 合并.
 * 断言 is the stance “asserts” alone. Keys, ids and codes stay as they are written: “nth”, conflicting-quantity.
 *
 * Marks are full-width, quotation marks “ ”, titles of documents 《 》. Han and Latin are parted by a space, except within an
 * expression that is Chinese as a whole (2022年, 330多); beside a parameter none is written, since it is set where it belongs.
 */

import type { Messages } from './messages.ts';
import { zhAround } from './zhAround.ts';

export const zh: Messages = {
  language: 'zh',
  findings: {
    'invalid-yaml': {
      'block-scalar': 'YAML 把“{source}”当作文本块的开头，值因此丢失。请给值加上引号。',
      'reserved-character': '“{source}”的第一个字符是 YAML 的保留字符。请给值加上引号。',
      colon: '“{source}”中的冒号使 YAML 读出另一个键。请给值加上引号。',
      'inner-quotes': '{source}里面的引号使文本提前结束。请在外层改用单引号，或给里面的引号加上转义。',
      tab: 'YAML 不允许用制表符缩进。请改用空格。',
      alias: '以 * 开头的值在 YAML 中指向别处用 & 标记的值，而这里没有这样的标记。如果它是文本，请加上引号。',
      'alias-limit': '此别名指向自身，或展开后过于庞大，不可能是标注。',
      depth: '此处嵌套过深，无法读取。',
      unclosed: '此处开始的引号、括号或键没有结束。',
      'not-a-key': '顶格的一行必须是带冒号的键。此处的内容无法读取。',
      'duplicate-key': '键“{key}”在此处重复出现，只有第一个有效。',
      fence: '前置元数据没有结束：请在正文开始之处单独写一行 ---。在此之前，其中的内容一概不读。',
      unreadable: '无法读取此文件：{reason}。',
      syntax: '这不是有效的 YAML，因此无法读取：{fault}。',
    },
    'unknown-key': {
      near: '此处没有“{key}”这个键，因此不会读取。是否指“{nearest}”？',
      claim: '陈述没有“{key}”这个键，因此不会读取其内容。',
      qualifier: '属性“{property}”没有限定项“{key}”，因此不会读取其内容。',
      check: '没有名为“{key}”的检查。',
      accept: '没有代码为“{key}”的问题，因此什么也没有接受。',
      record: '记录没有“{key}”这个键。可用的键有{known}。',
      settings: 'concord.yaml 没有“{key}”这个键。可用的键有{known}。',
      '': '此处没有“{key}”这个键。可用的键有{known}。',
    },
    'wrong-shape': {
      text: '“{field}”须为文本，不能是列表或键。',
      empty: '“{field}”为空，因此什么也匹配不到。',
      list: '“{field}”须为列表。',
      flag: '“{field}”须为 true 或 false，不能是“{value}”。',
      count: '“{field}”须为 1 以上的整数，不能是“{value}”。',
      number: '“{field}”须为数字，不能是“{value}”。',
      choice: '“{field}”须为{allowed}之一，而“{value}”不在其中。',
      map: '此处应为带值的键。',
      claim: '陈述由键和值组成：quote、subject、property、value。',
      fact: '事实由键和值组成：property、value、at、source。',
      gaps: '这条陈述尚不完整，还缺少{missing}。',
      'no-quote': '这条陈述没有引文，在正文中没有依据。请引用表述它的文字。',
      'no-subject': '这条陈述没有说明关于什么。请写明主体：实体的 ID，或“this”。',
      'no-property': '这条陈述没有说明陈述什么。请写明属性。',
      'no-value': '这条陈述没有值，因此什么也没有陈述。',
      'quote-map': '请把文字写在“quote”之下；有多处匹配时，用 nth、near、prefix 和 suffix 选择。',
      value: '值不能是这种形式。它可以是文本、数字、ID、由这些组成的列表，或带有“from”和“to”。',
      change: '变化须同时有“from”和“to”。',
      entities: '“entities”须为 ID 的列表，或以 ID 为键。',
      declaration: '“entities”中的一项须为一个 ID，或一个 ID 及其写法。',
      accept: '“accept”以代码为键，每项须有理由。',
      source: '“source”可有 publisher、author、url、retrieved 和 digest。',
      'record-file': '记录文件以 ID 为键，每个 ID 下为其记录。',
      record: '记录“{id}”没有内容：请至少写明类型和名称。',
      id: '“{id}”不能作为 ID：只能使用字母、数字、连字符、下划线和句点。',
      'unknown-type': '没有定义类型“{type}”。可用的类型有{known}。',
      settings: 'concord.yaml 由键和值组成，如“version: 1”。',
      version: '此语料库的版本写为{value}，而此处只认识版本 1。',
      outside: '“{path}”在语料库之外，那里的内容一概不读。',
      'costly-glob':
        '“{glob}”在括号之外还有太多星号，与文件名比对可能永远没有结果，因此不匹配任何文件。请减少星号，或拆成几个通配式。',
      unit: '单位“{unit}”只写了“to”或“factor”：二者须同时写出，且 factor 大于 0；或者写“is”。',
      range: '“range”依次写合理的最小值和最大值，此外不写其他内容。',
      duration: '“{value}”不是时长：“holds”按 ISO 8601 写一日以上的时长，如 P3M 表示三个月，P1Y 表示一年。',
      language: '“{value}”不是语言标签。请写成 en、zh 或 zh-Hant 之类。',
      width: '“{field}”须为 0 到 1 之间的小数。',
    },
    'unresolved-entity': {
      near: '没有 ID 为“{id}”的记录。是否指“{nearest}”？',
      unknown: '没有 ID 为“{id}”的记录。请创建记录，或改正 ID。',
    },
    'unresolved-property': {
      near: '没有定义属性“{property}”，因此这条陈述不与任何陈述比较。是否指“{nearest}”？',
      unknown: '没有定义属性“{property}”，因此这条陈述不与任何陈述比较。请在 concord.yaml 中定义它，或改用其他属性。',
    },
    'unresolved-reference': {
      document: '“{key}”指向{path}，而语料库中没有这篇文献。',
      claim: '“{key}”指向陈述“{claim}”，而{path}中没有这个 ID 的陈述。',
      outside: '“{key}”指向语料库之外，那里的内容一概不读。',
    },
    'duplicate-entity': {
      record: '{path}中已有 ID 为“{id}”的记录。请给这一条改名，或将二者合并。',
      declaration: '“{id}”在本文献中声明了两次。',
    },
    'duplicate-claim-id': {
      '': '本文献中已有 ID 为“{id}”的陈述，对它的引用因此有歧义。',
    },
    'duplicate-claim': { '': '就同一段文字，前面已有一条陈述说了同样的内容。' },
    'value-kind': {
      quantity: '属性“{property}”的值须为数量，如 181 或“200多人”。',
      'not-a-quantity': '属性“{property}”的值须为数量，而“{value}”不能读作数量。',
      'several-values': '属性“{property}”的值须为一个数量，而“{value}”中有多个。',
      exponent: '“{value}”使用了指数写法。请写出完整的数字，或写成460万之类。',
      'too-many-digits': '超过 30 位的数字不作任何比较。',
      time: '属性“{property}”的值须为时间，如 2022-10-20。',
      'not-a-time': '“{value}”不能读作时间。“{field}”须写成 2022、2022-10 或 2022-10-16/2022-10-22 之类。',
      'impossible-date': '历法中没有“{value}”这个日期。',
      'no-year': '“{value}”缺少年份。请写完整，如 2022-10-20。',
      'reversed-interval': '区间“{value}”的终点在起点之前。',
      'not-a-duration': '“{value}”不是时长。',
      boolean: '属性“{property}”的值须为 true 或 false。',
      text: '属性“{property}”的值须为文本。',
      entity: '属性“{property}”的值须为实体的 ID。',
      list: '属性“{property}”同一时间只有一个真值，而列表表示有多个。请分写成多条陈述，各自注明时间或范围。',
      range: '“{value}”超出了“{property}”的合理范围。',
      empty: '值为空。',
    },
    'unit-mismatch': {
      '': '值的单位是“{unit}”，而“{property}”的单位是“{expected}”：二者不能换算。请改用所指的数字，或改用其他属性。',
      ordinal: '值是次序，而“{property}”的单位是“{expected}”。请写出所计的数目。',
    },
    'type-mismatch': {
      subject: '“{id}”的类型是{type}，而“{property}”的主体须为{accepts}类型。',
      value: '“{id}”的类型是{type}，而“{property}”的值须为{accepts}类型。',
      qualifier: '“{id}”的类型是{type}，而限定项“{qualifier}”须为{accepts}类型。',
    },
    'missing-qualifier': {
      '': '属性“{property}”需要“{qualifier}”：没有它，无从知道值所指为何。',
    },
    'quote-not-found': {
      '': '正文中没有“{quote}”，也没有与之相近的文字。请照原文引用，或删除这条陈述。',
      order: '“{quote}”在正文中只出现在此处前一段引文之前。请按正文的先后列出各段引文。',
    },
    'quote-altered': {
      '': '此处为“{ours}”，正文为“{theirs}”：引文在数字、名称或其他关乎意义的词上与正文不同。正文是“{passage}”。请核实何者为是。',
    },
    'quote-drifted': {
      '': '正文中没有与“{quote}”完全一致的文字；正文是“{passage}”，只在不关乎事实的措辞上有别。',
    },
    'quote-ambiguous': {
      'no-choice': '“{quote}”在正文中出现{count}次，目前以第一处为准。请用 nth、near、prefix 或 suffix 说明指哪一处。',
      'choice-fails': '“{quote}”在正文中出现{count}次，所给的选择不足以确定是哪一处。',
    },
    'quote-value-mismatch': {
      '': '值为{value}，引文却是{quoted}。二者必有一误：请改正值，或引用表述它的文字。',
      change: '值为{value}，引文却是{quoted}。变化的起止两端须按此顺序都出现在引文中。',
      entity: '值为{value}，引文说的却是{quoted}。请改正值，或引用指明它的文字。',
    },
    'hedge-dropped': {
      lost: '引文说的是“{quoted}”，值却只写{value}：丢了概数词，说得比来源更绝对。',
      other: '引文说的是“{quoted}”，值却写{value}：概数词不同，所指的数也不同。',
      '': '此处为{own}，{where}中为{other}：就{topic}而言，其中一个数字丢了概数词。{doubts}',
      speakers:
        '{speaker}说是{own}；据{where}，{otherSpeaker}说是{other}：就{topic}而言，其中一个数字丢了概数词。{doubts}',
    },
    'conflicting-quantity': {
      '': '此处为{own}，{where}中为{other}：就{topic}而言，二者不可能同时成立。请改正其一，或注明各自的范围，或接受这一差异。{doubts}',
      speakers:
        '{speaker}说是{own}；据{where}，{otherSpeaker}说是{other}：就{topic}而言，二者不可能同时成立。请查明谁是对的，或接受双方说法不同。{doubts}',
    },
    'conflicting-date': {
      '': '此处为{own}，{where}中为{other}：{topic}不可能两个日期都对。请改正其一，或接受这一差异。{doubts}',
      speakers:
        '{speaker}说是{own}；据{where}，{otherSpeaker}说是{other}：{topic}不可能两个日期都对。请查明谁是对的，或接受双方说法不同。{doubts}',
    },
    'conflicting-value': {
      '': '此处为{own}，{where}中为{other}：就{topic}而言，只有一个可能为真。请改正其一，或注明各自的范围，或接受这一差异。{doubts}',
      speakers:
        '{speaker}说是{own}；据{where}，{otherSpeaker}说是{other}：就{topic}而言，只有一个可能为真。请查明谁是对的，或接受双方说法不同。{doubts}',
    },
    tension: {
      '': '此处为{own}，{where}中为{other}：就{topic}而言，二者可以同时成立，但知道其一的人不会写出另一个。请再核对这两处。{doubts}',
      speakers:
        '{speaker}说是{own}；据{where}，{otherSpeaker}说是{other}：就{topic}而言，二者可以同时成立，但知道其一的人不会说出另一个。{doubts}',
    },
    'non-monotone': {
      up: '据此处，{time}为{own}；据{where}，{otherTime}为{other}：{topic}只会增加。请改正数字或时间，或接受这一差异。{doubts}',
      down: '据此处，{time}为{own}；据{where}，{otherTime}为{other}：{topic}只会减少。请改正数字或时间，或接受这一差异。{doubts}',
    },
    'translation-mismatch': {
      value: '此处为{own}，{where}中为{other}：这条关于{topic}的陈述在两种语言的版本中不同。请改正有误的一方。',
      subject: '这条陈述的主体是{subject}；在另一语言的版本即{where}中，同一 ID 的陈述的主体是{otherSubject}。',
      property:
        '这条陈述说的是{subject}的“{property}”；在另一语言的版本即{where}中，同一 ID 的陈述说的是“{otherProperty}”。',
      qualifiers: '这条关于{topic}的陈述与另一语言的版本即{where}范围不同：二者的“{qualifiers}”有别。',
      stance: '这条关于{topic}的陈述在此处态度为“{stance}”，在另一语言的版本即{where}中为“{otherStance}”。',
    },
    'wan-yi-slip': {
      '': '此处为{own}，{where}中为{other}：其一是另一个的{factor}倍，应是把“万”“亿”与 thousand、million 混淆所致。请核实{topic}何者为是，并换算另一个。{doubts}',
      speakers:
        '{speaker}说是{own}；据{where}，{otherSpeaker}说是{other}：其一是另一个的{factor}倍，应是把“万”“亿”与 thousand、million 混淆所致。请核实{topic}何者为是，并换算另一个。{doubts}',
      translation:
        '此处为{own}，另一语言的版本即{where}中为{other}：其一是另一个的{factor}倍，应是把“万”“亿”与 thousand、million 混淆所致。请核实{topic}何者为是，并换算另一个。',
    },
    'conflicting-office-holder': {
      '': '{person}（{at}）与{where}中的{others}（{otherAt}）不可能都担任{office}：此职务同一时间只由一人担任。请让较早的任期止于较晚的任期开始之时，或接受这一重叠。{doubts}',
      always:
        '{person}与{where}中的{others}不可能都担任{office}：此职务同一时间只由一人担任，而没有时间的事实始终成立。请注明各自任职的起止。{doubts}',
      speakers:
        '{speaker}说担任{office}的是{person}（{at}）；据{where}，{otherSpeaker}说是{others}（{otherAt}）：此职务同一时间只由一人担任。{doubts}',
      several:
        '{person}（{at}）与同时的{others}不可能都担任{office}：此职务只有{holders}个名额。请给已结束的任期注明终止时间，或改正“holders”。{doubts}',
    },
    'office-outside-term': {
      '': '{person}在{at}被称为{own}，而记录所载的任期是{term}。若其时已卸任，请标明已成过去，否则请延长任期。{doubts}',
      terms:
        '{person}在{at}被称为{own}，而这不在记录所载的任何任期（{terms}）之内。若其时已卸任，请标明已成过去，否则请延长某一任期。{doubts}',
      speakers: '{speaker}称{person}在{at}为{own}；而据{otherSpeaker}在记录中所说，任期是{term}。{doubts}',
    },
    anachronism: {
      at: '这条陈述所指的时间是{at}，而文献写于{date}，当时还无从得知。若是展望，请把态度写为“expects”，否则请改正其中一个日期。{doubts}',
      event:
        '{event}举行于{at}，而文献写于{date}，当时还无从得知。若是展望，请把态度写为“expects”，否则请改正其中一个日期。{doubts}',
      'born-on': '这条陈述所指的时间是{at}，而{subject}尚未出生（{bound}）。请改正其中一个日期。{doubts}',
      'founded-on': '这条陈述所指的时间是{at}，而{subject}尚未成立（{bound}）。请改正其中一个日期。{doubts}',
      'died-on':
        '这条陈述所指的时间是{at}，而{subject}已经去世（{bound}）。请改正其中一个日期，或标明已成过去。{doubts}',
      'dissolved-on':
        '这条陈述所指的时间是{at}，而{subject}已经解散（{bound}）。请改正其中一个日期，或标明已成过去。{doubts}',
    },
    'contradicting-relation': {
      denied: '此处否认{where}所断言的内容：{topic}为{own}。请改变其中一方的态度，或接受来源说法不同。{doubts}',
      asserted: '此处断言{where}所否认的内容：{topic}为{own}。请改变其中一方的态度，或接受来源说法不同。{doubts}',
      'denied-speakers':
        '{speaker}否认{otherSpeaker}在{where}中所说的内容：{topic}为{own}。请查明谁是对的，或接受双方说法不同。{doubts}',
      'asserted-speakers':
        '{speaker}所说的内容为{otherSpeaker}在{where}中所否认：{topic}为{own}。请查明谁是对的，或接受双方说法不同。{doubts}',
    },
    'missing-inverse': {
      '': '{far}的记录列有“{inverse}”，其中却没有由此得出的{subject}。如果该处意在列全，请补上。',
    },
    'event-order': {
      late: '此处“{property}”为{own}，而{where}中“{otherProperty}”为{other}：就{subject}而言，前者不可能晚于后者。请改正其中一个日期，或接受这一顺序。{doubts}',
      early:
        '此处“{property}”为{own}，而{where}中“{otherProperty}”为{other}：就{subject}而言，前者不可能早于后者。请改正其中一个日期，或接受这一顺序。{doubts}',
      speakers:
        '{speaker}说“{property}”为{own}；据{where}，{otherSpeaker}说“{otherProperty}”为{other}：就{subject}而言，二者不可能是这一顺序。{doubts}',
      part: '此处为{own}，而{part}所属的{whole}在{where}中为{other}：部分不可能在整体之外。请改正其中一个日期，或接受它。{doubts}',
      'part-founded-on':
        '此处为{own}，而据{where}，{part}所属的{whole}成立于{other}：整体尚不存在，部分不可能举行。请改正其中一个日期，或接受它。{doubts}',
      'part-dissolved-on':
        '此处为{own}，而据{where}，{part}所属的{whole}已于{other}解散：整体已不存在，部分不可能举行。请改正其中一个日期，或接受它。{doubts}',
      whole:
        '此处为{own}，而{whole}所含的{part}在{where}中为{other}：部分不可能在整体之外。请改正其中一个日期，或接受它。{doubts}',
      'part-speakers':
        '{speaker}说是{own}；据{where}，{otherSpeaker}说{part}所属的{whole}为{other}：部分不可能在整体之外。{doubts}',
      'whole-speakers':
        '{speaker}说是{own}；据{where}，{otherSpeaker}说{whole}所含的{part}为{other}：部分不可能在整体之外。{doubts}',
    },
    'place-containment': {
      part: '据此处，{part}在{own}举行；而据{where}，它所属的{whole}在{other}举行，前一地点不在后一地点之内。请改正其中一个地点，或注明地点位于何处，或接受它。{doubts}',
      whole:
        '据此处，{whole}在{own}举行；而据{where}，它所含的{part}在{other}举行，后一地点不在前一地点之内。请改正其中一个地点，或注明地点位于何处，或接受它。{doubts}',
      'part-speakers':
        '{speaker}说{part}在{own}举行；据{where}，{otherSpeaker}说它所属的{whole}在{other}举行，前一地点不在后一地点之内。{doubts}',
      'whole-speakers':
        '{speaker}说{whole}在{own}举行；据{where}，{otherSpeaker}说它所含的{part}在{other}举行，后一地点不在前一地点之内。{doubts}',
    },
    'ambiguous-mention': {
      '': '“{form}”同是{ids}的写法，而本文献把它们都声明了。请在“not”下注明不指哪一个，或用“here”锚定。',
    },
    'unused-entity': {
      '': '已声明{name}，正文却没有提及，也没有陈述说到它。请删除这一声明，或列出正文所用的写法。',
    },
    'untagged-name': {
      one: '“{form}”是{id}的名称，而本文献没有声明它。',
      several: '“{form}”同是{ids}的名称，而本文献一个也没有声明。',
    },
    'name-not-listed': {
      '': '“{text}”与“{form}”相近，却没有列为{id}的名称。请列为别名，或标为原文的错误。',
    },
    'alias-ambiguous': { '': '“{form}”既是{id}的名称，也是{other}的名称：对它的提及可以指其中任何一个。' },
    'possible-duplicate': {
      same: '“{name}”（{id}）与“{otherName}”（{other}）除大小写、标点和空格外名称相同。如果所指相同，请合并记录；否则请在其中一条的“distinct-from”下列出另一条。',
      script:
        '“{name}”（{id}）与“{otherName}”（{other}）是同一名称的繁体和简体。如果所指相同，请合并记录；否则请在其中一条的“distinct-from”下列出另一条。',
      pinyin:
        '“{name}”（{id}）与“{otherName}”（{other}）的拼音相同。如果所指相同，请合并记录；否则请在其中一条的“distinct-from”下列出另一条。',
      near: '“{name}”（{id}）与“{otherName}”（{other}）相近。如果所指相同，请合并记录；否则请在其中一条的“distinct-from”下列出另一条。',
    },
    'list-count-mismatch': {
      more: '值为{value}，却列出了{items}项，多于所计的数目。',
      fewer: '值为{value}，却只列出了{items}项。如果列举并不完整，请注明。',
    },
    'change-arithmetic': {
      '': '从{from}到{to}，变化是{computed}，不是{size}。',
      hedged: '从{from}到{to}，变化不可能是{size}。',
    },
    'sum-mismatch': {
      '': '值为{value}，而其{parts}个部分之和是{sum}。',
    },
    'duration-mismatch': {
      '': '此处为“{value}”，而举行日期是{held}：首尾两日计算在内，共{days}天。',
    },
    'weekday-mismatch': {
      1: '“{date}”不可能：{day}是星期一。星期或日期有误。',
      2: '“{date}”不可能：{day}是星期二。星期或日期有误。',
      3: '“{date}”不可能：{day}是星期三。星期或日期有误。',
      4: '“{date}”不可能：{day}是星期四。星期或日期有误。',
      5: '“{date}”不可能：{day}是星期五。星期或日期有误。',
      6: '“{date}”不可能：{day}是星期六。星期或日期有误。',
      7: '“{date}”不可能：{day}是星期日。星期或日期有误。',
    },
    'age-mismatch': {
      '': '所写年龄是{value}。出生于{birth}，到{at}为{age}周岁。',
      founded: '所写年数是{value}。成立于{birth}，到{at}满{age}年。',
      anniversary: '所写周年是{value}。从{birth}到{at}，年份相差{age}年。',
    },
    'date-unresolved': {
      beside: '值为{value}。引文是“{quoted}”；结合正文中紧邻的内容，应为{resolved}。',
      paragraph: '值为{value}。引文是“{quoted}”；结合本段中在前的日期，应为{resolved}。',
      document: '值为{value}。引文是“{quoted}”；结合正文中在前的最近一个完整日期，应为{resolved}。',
      'document-date': '值为{value}。引文是“{quoted}”；结合本文献的日期，应为{resolved}。',
      relative: '值为{value}。引文是“{quoted}”；从本文献的日期推算，应为{resolved}。',
    },
    'attribution-mismatch': {
      '': '这条陈述归于{by}；而在引文所在的句子中，说话的是{speaker}。',
    },
    'missing-scope': {
      '': '就同一件事（{property}），本文献既说是{other}，又说是{value}。如果二者都对，请注明各自的范围：{qualifiers}。',
    },
    'stale-state': {
      '': '就{topic}而言，{own}是此前的情况，{other}较新（{otherTime}，见{where}）。请核实本文献是否沿用了旧值。',
    },
    'circular-source': {
      '': '关于{topic}的这些事实（{sources}）最终都出自{origin}：它们是一个来源，不是多个。',
      ring: '关于{topic}的这些事实（{origin}）互为来源，此外别无依据：没有一个是独立的。',
    },
    'conflicting-metadata': {
      claim: '据这条陈述，文献发表于{value}；而前置元数据中的日期是{date}。',
      url: '网址中的日期是{value}，而前置元数据中文献的日期是{date}。',
    },
    'body-changed': {
      changed: '正文已不是当初标注的正文：其摘要值与此处所记的不同。',
      unreadable: '“{digest}”不是摘要值。请写 sha256: 和 64 位十六进制数字。',
    },
    'unannotated-figure': {
      quantity: '没有陈述用到数字“{text}”。',
      date: '没有陈述用到日期“{text}”。',
    },
    'acceptance-without-reason': {
      '': '接受{code}须写明理由：以后读到的人需要知道为什么。',
    },
    'stale-acceptance': {
      '': '接受{code}时，另一方为“{saw}”；现在{where}中为“{now}”。请再核对，确认或删除这一例外。',
    },
    'unused-acceptance': { '': '此处已没有可接受的{code}。请删除这一例外。' },
  },
  ...zhAround,
};
