/**
 * The Simplified Chinese words for every finding. One word for each concept, as in the hovers: 语料库 corpus, 文献 document,
 * 实体 entity, 记录 record, 提及 mention, 断言 claim, 事实 fact, 引文 quote, 属性 property, 限定 qualifier, 别名 alias,
 * 例外 acceptance, 缓和词 hedge, 头部信息 front matter.
 */

import type { Messages } from './messages.ts';
import { zhAround } from './zhAround.ts';

const HAN = /\p{Script=Han}/u;
const LATIN = /[A-Za-z0-9]/;

export const zh: Messages = {
  language: 'zh',
  between: (left, right) => ((HAN.test(left) && LATIN.test(right)) || (LATIN.test(left) && HAN.test(right)) ? ' ' : ''),
  findings: {
    'invalid-yaml': {
      'block-scalar': 'YAML 把“{source}”当作文本块的开头，所以值丢失了。请用引号括起来。',
      'reserved-character': '“{source}”的首字符在 YAML 中另有用途。请用引号把值括起来。',
      colon: '“{source}”中的冒号使 YAML 读成了另一个键。请用引号把值括起来。',
      'inner-quotes': '{source} 里面的引号使文本提前结束。请在外面用单引号，或对里面的引号转义。',
      tab: 'YAML 不允许用制表符缩进。请改用空格。',
      alias: '在 YAML 中，以 * 开头的值指代别处用 & 标记的内容，而这里没有这样的标记。如果它是文本，请用引号括起来。',
      'alias-limit': '这个别名指向自身，或展开后过于庞大，不可能是标注。',
      depth: '嵌套过深，无法读取。',
      unclosed: '这里有引号、括号或键开了头而没有结束。',
      'not-a-key': '顶格的一行应当是带冒号的键。这里的内容无法读取。',
      'duplicate-key': '键“{key}”在这里第二次出现，只有第一个有效。',
      fence: '头部信息没有结束：请在正文开始处单独写一行 ---。在此之前，其中的内容都不会读取。',
      unreadable: '无法读取此文件：{reason}。',
      syntax: '这不是有效的 YAML，无法读取：{detail}',
    },
    'unknown-key': {
      near: '这里没有“{key}”这个键，所以没有读取。是否应为“{nearest}”？',
      claim: '断言没有“{key}”这个键，所以它的内容没有读取。',
      qualifier: '属性{property}没有“{key}”这项限定，所以它的内容没有读取。',
      check: '没有名为“{key}”的检查。',
      accept: '没有代码为“{key}”的问题，所以什么也没有接受。',
      record: '记录没有“{key}”这个键。可用的键有：{known}。',
      settings: 'concord.yaml 没有“{key}”这个键。可用的键有：{known}。',
      '': '这里没有“{key}”这个键。可用的键有：{known}。',
    },
    'wrong-shape': {
      text: '“{field}”应为文本，不能是列表或键。',
      empty: '“{field}”是空的，所以什么也匹配不到。',
      list: '“{field}”应为列表。',
      flag: '“{field}”应为 true 或 false，不能是“{value}”。',
      count: '“{field}”应为从 1 起的整数，不能是“{value}”。',
      number: '“{field}”应为数字，不能是“{value}”。',
      choice: '“{field}”应为 {allowed} 之一，“{value}”不在其中。',
      map: '这里应为带值的键。',
      claim: '断言由键和值组成：quote、subject、property、value。',
      fact: '事实由键和值组成：property、value、at、source。',
      gaps: '这条断言还不完整，缺少：{missing}。',
      'no-quote': '这条断言没有引文，正文中没有文字支持它。请引用说出它的原文。',
      'no-subject': '这条断言没有说明所指的对象。请给出 subject：实体的 id，或“this”。',
      'no-property': '这条断言没有说明所说的内容。请给出 property。',
      'no-value': '这条断言没有值，等于什么也没有说。',
      'quote-map': '请在“quote”下引用原文；nth、near、prefix 和 suffix 用来在几处之中选定一处。',
      value: '值不能是这种形式。它可以是文本、数字、id、由这些组成的列表，或带有“from”和“to”。',
      change: '变化须同时有“from”和“to”。',
      entities: '“entities”应为 id 的列表，或以 id 为键。',
      declaration: '“entities”中的一项应为 id，或一个 id 及其写法。',
      accept: '“accept”应以代码为键，每项附理由。',
      source: '“source”可以有 publisher、author、url、retrieved 和 digest。',
      'record-file': '记录文件以 id 为键，每个键下是一条记录。',
      record: '记录“{id}”没有内容：至少要有类型和名称。',
      id: '“{id}”不能用作 id：请使用字母、数字、连字符、下划线和点。',
      'unknown-type': '没有定义类型“{type}”。可用的类型有：{known}。',
      settings: 'concord.yaml 由键和值组成，例如“version: 1”。',
      version: '这个语料库注明版本 {value}，而这里只认识版本 1。',
      outside: '“{path}”指向语料库之外，那里的内容不会读取。',
      unit: '单位“{unit}”只有“to”或“factor”：两者须同时给出，且 factor 大于 0，或者只给“is”。',
      range: '“range”应依次给出合理的最小值和最大值，不能有其他内容。',
      duration:
        '“{value}”不是时长：“holds”应为 ISO 8601 中以日或更长单位表示的时长，例如 P3M 表示三个月，P1Y 表示一年。',
      language: '“{value}”不是语言标签。请写作 en、zh 或 zh-Hant 这样的形式。',
      width: '“{field}”应为 0 与 1 之间的小数。',
    },
    'unresolved-entity': {
      near: '没有 id 为“{id}”的记录。是否应为“{nearest}”？',
      unknown: '没有 id 为“{id}”的记录。请新建一条，或更正 id。',
    },
    'unresolved-property': {
      near: '没有定义属性“{property}”，所以这条断言不与任何断言比较。是否应为“{nearest}”？',
      unknown: '没有定义属性“{property}”，所以这条断言不与任何断言比较。请在 concord.yaml 中定义，或改用其他属性。',
    },
    'unresolved-reference': {
      document: '“{key}”指向 {path}，而语料库中没有这篇文献。',
      claim: '“{key}”指向断言“{claim}”，而 {path} 中没有这个 id。',
      outside: '“{key}”指向语料库之外，那里的内容不会读取。',
    },
    'duplicate-entity': {
      record: '{path} 中已有 id 为“{id}”的记录。请给这一条改名，或将两条合并。',
      declaration: '“{id}”在本文献中声明了两次。',
    },
    'duplicate-claim-id': {
      '': '本文献已有 id 为“{id}”的断言：对它的引用无法确定所指。',
    },
    'duplicate-claim': { '': '这与前面的断言就同一段文字所说的内容相同。' },
    'value-kind': {
      quantity: '属性{property}应为数量，例如 181 或“200多”。',
      'not-a-quantity': '属性{property}应为数量，“{value}”无法读作数量。',
      'several-values': '属性{property}应为一个数量，“{value}”中有几个。',
      exponent: '“{value}”用了指数写法。请把数字写全，或写作 460万 这样的形式。',
      'too-many-digits': '超过 30 位的数字不作任何比较。',
      time: '属性{property}应为时间，例如 2022-10-20。',
      'not-a-time': '“{value}”无法读作时间。“{field}”应为 2022、2022-10 或 2022-10-16/2022-10-22 这样的形式。',
      'impossible-date': '历法中没有“{value}”这一天。',
      'no-year': '“{value}”没有年份。请写全，例如 2022-10-20。',
      'reversed-interval': '时段“{value}”的结束早于开始。',
      'not-a-duration': '“{value}”不是时长。',
      boolean: '属性{property}应为 true 或 false。',
      text: '属性{property}应为文本。',
      entity: '属性{property}应为实体的 id。',
      list: '属性{property}在同一时间只有一个真值，列表则表示有几个。请分成几条断言，各注明时间或范围。',
      range: '“{value}”超出了{property}的合理范围。',
      empty: '值是空的。',
    },
    'unit-mismatch': {
      '': '值的单位是“{unit}”，而{property}以“{expected}”计，两者不能换算。请取真正所指的数字，或改用其他属性。',
      ordinal: '值是次序，而{property}以“{expected}”计。请给出所计的数目。',
    },
    'type-mismatch': {
      subject: '“{id}”的类型是{type}，而{property}的主体应为{accepts}。',
      value: '“{id}”的类型是{type}，而{property}的值应为{accepts}。',
      qualifier: '“{id}”的类型是{type}，而限定“{qualifier}”应为{accepts}。',
    },
    'missing-qualifier': {
      '': '属性{property}需要“{qualifier}”：没有它，就不知道这个值指什么。',
    },
    'quote-not-found': {
      '': '正文中没有“{quote}”，也没有相近的文字。请照原文引用，或删去这条断言。',
      order: '“{quote}”在正文中位于这里排在它前面的那一段之前。请按正文的顺序列出各段。',
    },
    'quote-altered': {
      '': '这里是“{ours}”，正文中是“{theirs}”：引文在数字、名称或其他有实义的词上与正文不同。正文写作“{passage}”。请核对哪一个正确。',
    },
    'quote-drifted': {
      '': '正文中没有与“{quote}”完全一致的文字，但有“{passage}”，只在不涉及事实的措辞上不同。',
    },
    'quote-ambiguous': {
      'no-choice': '“{quote}”在正文中出现 {count} 次，暂取第一处。请用 nth、near、prefix 或 suffix 说明指哪一处。',
      'choice-fails': '“{quote}”在正文中出现 {count} 次，所给的选择无法确定是哪一处。',
    },
    'quote-value-mismatch': {
      '': '值是{value}，引文说的是{quoted}，其中必有一误。请更正值，或引用说出这个值的原文。',
      change: '值是{value}，引文说的是{quoted}。变化的两端都应在引文中，且顺序相同。',
      entity: '值是{value}，引文说的是{quoted}。请更正值，或引用提到它的原文。',
    },
    'hedge-dropped': {
      lost: '引文说“{quoted}”，值却只是{value}：它说得比来源更肯定。',
      other: '引文说“{quoted}”，值是{value}：缓和的方式不同，所指的数目也不同。',
      '': '这里是{own}，{where}是{other}：就{topic}而言，两个数字之一丢失了缓和词。{doubts}',
      speakers: '{speaker}说{own}；{where}，{otherSpeaker}说{other}：就{topic}而言，两个数字之一丢失了缓和词。{doubts}',
    },
    'conflicting-quantity': {
      '': '这里是{own}，{where}是{other}：就{topic}而言，两者不可能同时成立。请更正其一，注明各自的范围，或接受这一差异。{doubts}',
      speakers:
        '{speaker}说{own}；{where}，{otherSpeaker}说{other}：就{topic}而言，两者不可能同时成立。请查明孰是，或接受说法不一。{doubts}',
    },
    'conflicting-date': {
      '': '这里是{own}，{where}是{other}：{topic}不可能有两个日期。请更正其一，或接受这一差异。{doubts}',
      speakers:
        '{speaker}说{own}；{where}，{otherSpeaker}说{other}：{topic}不可能有两个日期。请查明孰是，或接受说法不一。{doubts}',
    },
    'conflicting-value': {
      '': '这里是{own}，{where}是{other}：就{topic}而言，只有一个可能成立。请更正其一，注明各自的范围，或接受这一差异。{doubts}',
      speakers:
        '{speaker}说{own}；{where}，{otherSpeaker}说{other}：就{topic}而言，只有一个可能成立。请查明孰是，或接受说法不一。{doubts}',
    },
    tension: {
      '': '这里是{own}，{where}是{other}：就{topic}而言，两者虽可同时成立，但知道其一的人不会写成另一个。请复核两处。{doubts}',
      speakers:
        '{speaker}说{own}；{where}，{otherSpeaker}说{other}：就{topic}而言，两者虽可同时成立，但知道其一的人不会说成另一个。{doubts}',
    },
    'non-monotone': {
      up: '这里 {time} 为{own}，{where} {otherTime} 为{other}：{topic}只增不减。请更正数字或时间，或接受这一差异。{doubts}',
      down: '这里 {time} 为{own}，{where} {otherTime} 为{other}：{topic}只减不增。请更正数字或时间，或接受这一差异。{doubts}',
    },
    'translation-mismatch': {
      value: '这里是{own}，{where}是{other}：关于{topic}的这条断言，两种语言的文本不一致。请更正有误的一处。',
      subject: '这条断言说的是{subject}；{where}，另一语言文本中同一 id 的断言说的是{otherSubject}。',
      property: '这条断言说的是{subject}的{property}；{where}，另一语言文本中同一 id 的断言说的是{otherProperty}。',
      qualifiers: '关于{topic}的这条断言与其另一语言文本（{where}）的范围不同：差别在“{qualifiers}”。',
      stance: '关于{topic}的这条断言，立场在这里是“{stance}”，{where}的另一语言文本中是“{otherStance}”。',
    },
    'wan-yi-slip': {
      '': '这里是{own}，{where}是{other}：一个是另一个的 {factor} 倍，像是把“万”或“亿”与千、百万混淆了。请查明{topic}以哪一个为准，并改正另一个。{doubts}',
      speakers:
        '{speaker}说{own}；{where}，{otherSpeaker}说{other}：一个是另一个的 {factor} 倍，像是把“万”或“亿”与千、百万混淆了。请查明{topic}以哪一个为准，并改正另一个。{doubts}',
      translation:
        '这里是{own}，{where}的另一语言文本中是{other}：一个是另一个的 {factor} 倍，像是把“万”或“亿”与千、百万混淆了。请查明{topic}以哪一个为准，并改正另一个。',
    },
    'conflicting-office-holder': {
      '': '{person}（{at}）与{others}（{otherAt}，{where}）不可能同时任{office}：这一职务同一时间只有一人。请在后任开始时结束前任，或接受重叠。{doubts}',
      always:
        '{person}与{others}（{where}）不可能同时任{office}：这一职务同一时间只有一人，而没有注明时间的事实视为始终成立。请注明各自任职的起止。{doubts}',
      speakers:
        '{speaker}说{person}任{office}（{at}）；{where}，{otherSpeaker}说{others}任此职（{otherAt}）：这一职务同一时间只有一人。{doubts}',
      several:
        '{person}（{at}）与同一时间的{others}不可能都任{office}：这一职务只有 {holders} 个名额。请结束已届满的任期，或更正“holders”。{doubts}',
    },
    'office-outside-term': {
      '': '{person}在 {at} 被称为{own}，而记录中的任期是{term}。如果已经离任，请把断言标为已结束；否则请延长任期。{doubts}',
      terms:
        '{person}在 {at} 被称为{own}，不在记录中的任何一段任期（{terms}）之内。如果已经离任，请把断言标为已结束；否则请延长任期。{doubts}',
      speakers: '{speaker}称{person}在 {at} 为{own}；而据{otherSpeaker}在记录中所说，任期是{term}。{doubts}',
    },
    anachronism: {
      at: '所说的是 {at} 的事，而文献的日期是 {date}：它还不可能知道。如果是预告，请把立场设为“expects”，否则请更正其中一个日期。{doubts}',
      event:
        '{event}举行得更晚（{at}），而文献的日期是 {date}：它还不可能知道。如果是预告，请把立场设为“expects”，否则请更正其中一个日期。{doubts}',
      'born-on': '所说的是 {at} 的事，而{subject}那时尚未出生（{bound}）。请更正其中一个日期。{doubts}',
      'founded-on': '所说的是 {at} 的事，而{subject}那时尚未成立（{bound}）。请更正其中一个日期。{doubts}',
      'died-on': '所说的是 {at} 的事，而{subject}那时已经去世（{bound}）。请更正其中一个日期，或标为已结束。{doubts}',
      'dissolved-on':
        '所说的是 {at} 的事，而{subject}那时已经解散（{bound}）。请更正其中一个日期，或标为已结束。{doubts}',
    },
    'contradicting-relation': {
      denied: '这里否认了{where}所肯定的内容：{topic}，{own}。请改动其中一条的立场，或接受来源不一。{doubts}',
      asserted: '这里肯定了{where}所否认的内容：{topic}，{own}。请改动其中一条的立场，或接受来源不一。{doubts}',
      'denied-speakers':
        '{speaker}否认了{otherSpeaker}所说的内容（{where}）：{topic}，{own}。请查明孰是，或接受说法不一。{doubts}',
      'asserted-speakers':
        '{speaker}所说的正是{otherSpeaker}所否认的内容（{where}）：{topic}，{own}。请查明孰是，或接受说法不一。{doubts}',
    },
    'missing-inverse': {
      '': '{far}的记录列有“{inverse}”，但没有由此可知的{subject}。如果那份列表本应完整，请补上。',
    },
    'event-order': {
      late: '这里的“{property}”是{own}，而{where}的“{otherProperty}”是{other}：就{subject}而言，前者不可能晚于后者。请更正其中一个日期，或接受这一顺序。{doubts}',
      early:
        '这里的“{property}”是{own}，而{where}的“{otherProperty}”是{other}：就{subject}而言，前者不可能早于后者。请更正其中一个日期，或接受这一顺序。{doubts}',
      speakers:
        '{speaker}说“{property}”是{own}；{where}，{otherSpeaker}说“{otherProperty}”是{other}：就{subject}而言，不可能是这样的先后。{doubts}',
      part: '这里是{own}，而{part}所属的{whole}是{other}（{where}）：部分不可能在整体之外。请更正其中一个日期，或接受。{doubts}',
      'part-founded-on':
        '这里是{own}，而{part}所属的{whole}成立于{other}（{where}）：整体尚不存在，部分不可能举行。请更正其中一个日期，或接受。{doubts}',
      'part-dissolved-on':
        '这里是{own}，而{part}所属的{whole}解散于{other}（{where}）：整体已不存在，部分不可能举行。请更正其中一个日期，或接受。{doubts}',
      whole:
        '这里是{own}，而{whole}的一部分{part}是{other}（{where}）：部分不可能在整体之外。请更正其中一个日期，或接受。{doubts}',
      'part-speakers':
        '{speaker}说{own}；{where}，{otherSpeaker}说{part}所属的{whole}是{other}：部分不可能在整体之外。{doubts}',
      'whole-speakers':
        '{speaker}说{own}；{where}，{otherSpeaker}说{whole}的一部分{part}是{other}：部分不可能在整体之外。{doubts}',
    },
    'place-containment': {
      part: '据此{part}在{own}举行，而它所属的{whole}在{other}举行（{where}），前者不在后者之内。请更正其中一个地点，注明它位于何处，或接受。{doubts}',
      whole:
        '据此{whole}在{own}举行，而它的一部分{part}在{other}举行（{where}），后者不在前者之内。请更正其中一个地点，注明它位于何处，或接受。{doubts}',
      'part-speakers':
        '{speaker}说{part}在{own}举行；{where}，{otherSpeaker}说它所属的{whole}在{other}举行，而前者不在后者之内。{doubts}',
      'whole-speakers':
        '{speaker}说{whole}在{own}举行；{where}，{otherSpeaker}说它的一部分{part}在{other}举行，而后者不在前者之内。{doubts}',
    },
    'ambiguous-mention': {
      '': '“{form}”是 {ids} 共有的写法，而本文献把它们都声明了。请在“not”下注明不是哪一个，或在“here”下锚定。',
    },
    'unused-entity': {
      '': '声明了{name}，但正文没有提到它，也没有断言说到它。请删去，或列出正文所用的写法。',
    },
    'untagged-name': {
      one: '“{form}”是 {id} 的名称，而本文献没有声明它。',
      several: '“{form}”是 {ids} 的名称，而本文献一个也没有声明。',
    },
    'name-not-listed': {
      '': '“{text}”与“{form}”很接近，但没有列为 {id} 的名称。请列为别名，或标为原文的错误。',
    },
    'alias-ambiguous': { '': '“{form}”既是 {id} 的名称，也是 {other} 的名称：提到它时可能指其中任何一个。' },
    'possible-duplicate': {
      same: '“{name}”（{id}）与“{otherName}”（{other}）除大小写、符号和空格外是同一名称。如果所指相同，请合并记录；否则请在一条的“distinct-from”中列出另一条。',
      script:
        '“{name}”（{id}）与“{otherName}”（{other}）是同一名称的繁体和简体写法。如果所指相同，请合并记录；否则请在一条的“distinct-from”中列出另一条。',
      pinyin:
        '按拼音，“{name}”（{id}）与“{otherName}”（{other}）是同一名称。如果所指相同，请合并记录；否则请在一条的“distinct-from”中列出另一条。',
      near: '“{name}”（{id}）与“{otherName}”（{other}）很接近。如果所指相同，请合并记录；否则请在一条的“distinct-from”中列出另一条。',
    },
    'list-count-mismatch': {
      more: '值是{value}，而列出了 {items} 项，多于所计的数目。',
      fewer: '值是{value}，而列出了 {items} 项。如果没有列全，请标为不完整。',
    },
    'change-arithmetic': {
      '': '从{from}到{to}的变化是{computed}，不是{size}。',
      hedged: '从{from}到{to}的变化不可能是{size}。',
    },
    'sum-mismatch': {
      '': '值是{value}，而 {parts} 个部分之和是 {sum}。',
    },
    'duration-mismatch': {
      '': '这里说“{value}”，而它举行于{held}：首尾两天都算在内是 {days} 天。',
    },
    'weekday-mismatch': {
      1: '“{date}”有误：{day}是星期一。星期或日期写错了。',
      2: '“{date}”有误：{day}是星期二。星期或日期写错了。',
      3: '“{date}”有误：{day}是星期三。星期或日期写错了。',
      4: '“{date}”有误：{day}是星期四。星期或日期写错了。',
      5: '“{date}”有误：{day}是星期五。星期或日期写错了。',
      6: '“{date}”有误：{day}是星期六。星期或日期写错了。',
      7: '“{date}”有误：{day}是星期日。星期或日期写错了。',
    },
    'age-mismatch': {
      '': '年龄写作{value}。出生于{birth}：到{at}应满 {age} 岁。',
      founded: '年数写作{value}。成立于{birth}：到{at}应满 {age} 年。',
      anniversary: '周年写作{value}。从{birth}到{at}，年份相差 {age}。',
    },
    'date-unresolved': {
      beside: '值是{value}。引文说“{quoted}”；据正文中紧邻的内容，应为{resolved}。',
      paragraph: '值是{value}。引文说“{quoted}”；据本段中前面的日期，应为{resolved}。',
      document: '值是{value}。引文说“{quoted}”；据正文中前面最近的完整日期，应为{resolved}。',
      'document-date': '值是{value}。引文说“{quoted}”；据本文献的日期，应为{resolved}。',
      relative: '值是{value}。引文说“{quoted}”；从本文献的日期算起，应为{resolved}。',
    },
    'attribution-mismatch': {
      '': '这条断言归于{by}；而在引文所在的句子里，说话的是{speaker}。',
    },
    'missing-scope': {
      '': '本文献就同一对象（{property}）既说{other}，又说{value}。如果都对，请注明各自的范围：{qualifiers}。',
    },
    'stale-state': {
      '': '{own}是先前的情况；就{topic}而言，{other}更新（{otherTime}，{where}）。请核对本文献是否沿用了旧值。',
    },
    'circular-source': {
      '': '关于{topic}的这些事实，其来源（{sources}）都指向{origin}：它们是一个来源，不是几个。',
      ring: '关于{topic}的这些事实，其来源（{origin}）彼此相互指向，别无所据：没有一个是独立的。',
    },
    'conflicting-metadata': {
      claim: '据这条断言，文献发表于{value}；头部信息中的日期是{date}。',
      url: '网址中的日期是{value}；头部信息中文献的日期是{date}。',
    },
    'body-changed': {
      changed: '正文已不是当初标注时的文本：它的摘要与这里记录的不同。',
      unreadable: '“{digest}”不是摘要。请写作 sha256: 加 64 位十六进制数字。',
    },
    'unannotated-figure': {
      quantity: '没有断言采用数字“{text}”。',
      date: '没有断言采用日期“{text}”。',
    },
    'acceptance-without-reason': {
      '': '接受 {code} 需要理由：日后读到的人应当知道为什么。',
    },
    'stale-acceptance': {
      '': '接受 {code} 时，另一方说的是“{saw}”；现在{where}说的是“{now}”。请复核，然后确认或删去这项例外。',
    },
    'unused-acceptance': { '': '这里已经没有可接受的 {code}。请删去这项例外。' },
  },
  ...zhAround,
};
