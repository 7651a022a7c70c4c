/** The English words for every finding, related place and fix: what is wrong, and where it helps, why and what to do. */

import { enAround } from './enAround.ts';
import type { Messages } from './messages.ts';

export const en: Messages = {
  language: 'en',
  findings: {
    'invalid-yaml': {
      'block-scalar':
        'YAML takes “{source}” for the start of a text block, so the value is lost. Put it in quotation marks.',
      'reserved-character': 'YAML reserves the first character of “{source}”. Put the value in quotation marks.',
      colon: 'The colon in “{source}” makes YAML read another key. Put the value in quotation marks.',
      'inner-quotes':
        'The quotation marks inside {source} end the text too early. Use single marks around it, or escape the inner ones.',
      tab: 'YAML does not allow tabs as indentation. Use spaces.',
      alias:
        'A value that begins with * refers, in YAML, to one marked elsewhere with &, and none is marked so. Put it in quotation marks if it is a text.',
      'alias-limit': 'This alias refers to itself or unfolds into too much to be an annotation.',
      depth: 'This is nested too deeply to be read.',
      unclosed: 'A quotation mark, bracket or key is opened here and never finished.',
      'not-a-key': 'A line at the left margin must be a key with a colon. What stands here cannot be read.',
      'duplicate-key': 'The key “{key}” stands here a second time. Only the first counts.',
      fence:
        'This front matter never closes: put --- alone on a line where the text begins. Until then nothing in it is read.',
      unreadable: 'This file cannot be read: {reason}.',
      syntax: 'This is not valid YAML, so it cannot be read: {fault}.',
    },
    'unknown-key': {
      near: '“{key}” is not known here, so it is not read. Did you mean “{nearest}”?',
      claim: 'A claim has no key “{key}”, so what it says is not read.',
      qualifier: 'The property {property} has no qualifier “{key}”, so what it says is not read.',
      check: 'There is no check “{key}”.',
      accept: 'No finding has the code “{key}”, so nothing is accepted.',
      record: 'A record has no key “{key}”. Its keys are {known}.',
      settings: 'concord.yaml has no key “{key}”. Its keys are {known}.',
      '': 'There is no key “{key}” here. The keys are {known}.',
    },
    'wrong-shape': {
      text: '“{field}” takes a text, not a list or keys.',
      empty: '“{field}” is empty, so it matches nothing.',
      list: '“{field}” takes a list.',
      flag: '“{field}” takes true or false, not “{value}”.',
      count: '“{field}” takes a whole number from 1, not “{value}”.',
      number: '“{field}” takes a number, not “{value}”.',
      choice: '“{field}” takes one of {allowed}; “{value}” is none of them.',
      map: 'Keys with values belong here.',
      claim: 'A claim is made of keys and values: quote, subject, property, value.',
      fact: 'A fact is made of keys and values: property, value, at, source.',
      gaps: 'This claim is not complete yet. It lacks: {missing}.',
      'no-quote': 'This claim has no quote, so nothing in the text stands for it. Quote the words that say it.',
      'no-subject': 'This claim does not say what it is about. Give it a subject: the id of an entity, or “this”.',
      'no-property': 'This claim does not say what it states. Give it a property.',
      'no-value': 'This claim has no value, so it states nothing.',
      'quote-map': 'Quote the words under “quote”; nth, near, prefix and suffix choose among several places.',
      value: 'A value cannot have this shape. It is a text, a figure, an id, a list of these, or has “from” and “to”.',
      change: 'A change has both “from” and “to”.',
      entities: '“entities” takes a list of ids, or ids as keys.',
      declaration: 'An item of “entities” is an id, or one id with its forms.',
      accept: '“accept” takes codes as keys, each with a reason.',
      source: '“source” takes publisher, author, url, retrieved and digest.',
      'record-file': 'A file of records has ids as keys, each with its record.',
      record: 'The record “{id}” has no content: give it at least a type and a name.',
      id: '“{id}” cannot be an id: use letters, digits, hyphens, underscores and dots.',
      'unknown-type': 'No type “{type}” is defined. The types are {known}.',
      settings: 'concord.yaml is made of keys and values, such as “version: 1”.',
      version: 'This corpus says version {value}; only version 1 is known here.',
      outside: '“{path}” leads out of the corpus, where nothing is read.',
      'costly-glob':
        '“{glob}” has so many stars beside brackets that matching it against a name could take forever. It names no file; write it with fewer, or as several globs.',
      unit: 'The unit “{unit}” has “to” or “factor” alone: it needs both, with a factor above 0, or “is”.',
      range: '“range” takes the least and the greatest sensible value, in this order, and nothing else.',
      duration:
        '“{value}” is no length of time: “holds” takes one of days and more by ISO 8601, such as P3M for three months or P1Y for a year.',
      language: '“{value}” is no tag of a language. Write one such as en, zh or zh-Hant.',
      width: '“{field}” is a fraction between 0 and 1.',
    },
    'unresolved-entity': {
      near: 'No record has the id “{id}”. Did you mean “{nearest}”?',
      unknown: 'No record has the id “{id}”. Create one, or correct the id.',
    },
    'unresolved-property': {
      near: 'No property “{property}” is defined, so this claim is compared with nothing. Did you mean “{nearest}”?',
      unknown:
        'No property “{property}” is defined, so this claim is compared with nothing. Define it in concord.yaml, or use another.',
    },
    'unresolved-reference': {
      document: '“{key}” refers to {path}, and the corpus has no such document.',
      claim: '“{key}” refers to the claim “{claim}”, and {path} has none of that id.',
      outside: '“{key}” leads out of the corpus, where nothing is read.',
    },
    'duplicate-entity': {
      record: 'Another record has the id “{id}” already, in {path}. Rename this one, or merge the two.',
      declaration: '“{id}” is declared twice in this document.',
    },
    'duplicate-claim-id': {
      '': 'Another claim of this document has the id “{id}” already: references to it are ambiguous.',
    },
    'duplicate-claim': { '': 'This says again what an earlier claim says of the same passage.' },
    'value-kind': {
      quantity: 'The property {property} takes a quantity, such as 181 or “more than 200”.',
      'not-a-quantity': 'The property {property} takes a quantity; “{value}” cannot be read as one.',
      'several-values': 'The property {property} takes one quantity; “{value}” holds several.',
      exponent: '“{value}” is written with an exponent. Write the number out, or in words such as 4.6 million.',
      'too-many-digits': 'A number of more than 30 digits is not compared with anything.',
      time: 'The property {property} takes a time, such as 2022-10-20.',
      'not-a-time':
        '“{value}” cannot be read as a time. “{field}” takes one such as 2022, 2022-10 or 2022-10-16/2022-10-22.',
      'impossible-date': 'No calendar has the date “{value}”.',
      'no-year': '“{value}” lacks its year. Write it in full, such as 2022-10-20.',
      'reversed-interval': 'The interval “{value}” ends before it begins.',
      'not-a-duration': '“{value}” is no duration.',
      boolean: 'The property {property} takes true or false.',
      text: 'The property {property} takes a text.',
      entity: 'The property {property} takes the id of an entity.',
      list: 'The property {property} has one true value at a time; a list says it has several. Make one claim of each, with its time or scope.',
      range: '“{value}” lies outside what is sensible for {property}.',
      empty: 'The value is empty.',
    },
    'unit-mismatch': {
      '': 'The value is in the unit “{unit}”, and {property} is in “{expected}”: the one cannot be counted in the other. Take the figure that is meant, or another property.',
      ordinal: 'The value is a place in an order, and {property} is in “{expected}”. Give the number that is counted.',
    },
    'type-mismatch': {
      subject: '“{id}” is of type {type}. The subject of {property} has to be of type {accepts}.',
      value: '“{id}” is of type {type}. The value of {property} has to be of type {accepts}.',
      qualifier: '“{id}” is of type {type}. The qualifier “{qualifier}” has to be of type {accepts}.',
    },
    'missing-qualifier': {
      '': 'The property {property} needs “{qualifier}”: without it, nobody can tell what the value refers to.',
    },
    'quote-not-found': {
      '': '“{quote}” is not in the text, and nothing near it is. Quote the words as they stand, or remove the claim.',
      order:
        '“{quote}” stands in the text only before the piece that it follows here. List the pieces in the order of the text.',
    },
    'quote-altered': {
      '': '“{ours}” here, “{theirs}” in the text: the quote differs in a figure, name or other word that carries the meaning. The text says “{passage}”. Check which is right.',
    },
    'quote-drifted': {
      '': '“{quote}” is not in the text as it stands; “{passage}” is, which differs only in wording that carries no fact.',
    },
    'quote-ambiguous': {
      'no-choice':
        '“{quote}” stands in the text {count} times, and the first counts for now. Say which is meant: nth, near, prefix or suffix.',
      'choice-fails':
        '“{quote}” stands in the text {count} times, and the choice that is given does not decide between them.',
    },
    'quote-value-mismatch': {
      '': 'The value says {value}, and its quote {quoted}. One of the two is wrong: correct the value, or quote the words that say it.',
      change:
        'The value says {value}, and its quote {quoted}. Both ends of a change have to stand in the quote, in this order.',
      entity:
        'The value is {value}, and its quote speaks of {quoted}. Correct the value, or quote the words that name it.',
    },
    'hedge-dropped': {
      lost: 'The quote says “{quoted}”, and the value only {value}: it claims more than its source does.',
      other: 'The quote says “{quoted}”, and the value {value}: that is another way to hedge, and means other numbers.',
      '': '{own} here, {other} {where}: one of the two figures has lost its hedge, for {topic}.{doubts}',
      speakers:
        '{speaker} says {own}; {otherSpeaker} says {other}, {where}: one of the two figures has lost its hedge, for {topic}.{doubts}',
    },
    'conflicting-quantity': {
      '': '{own} here, {other} {where}: both cannot be true of {topic}. Correct one of them, say what each is limited to, or accept the difference.{doubts}',
      speakers:
        '{speaker} says {own}; {otherSpeaker} says {other}, {where}: both cannot be true of {topic}. Find out who is right, or accept that they differ.{doubts}',
    },
    'conflicting-date': {
      '': '{own} here, {other} {where}: {topic} cannot have both dates. Correct one of them, or accept the difference.{doubts}',
      speakers:
        '{speaker} says {own}; {otherSpeaker} says {other}, {where}: {topic} cannot have both dates. Find out who is right, or accept that they differ.{doubts}',
    },
    'conflicting-value': {
      '': '{own} here, {other} {where}: only one can be true of {topic}. Correct one of them, say what each is limited to, or accept the difference.{doubts}',
      speakers:
        '{speaker} says {own}; {otherSpeaker} says {other}, {where}: only one can be true of {topic}. Find out who is right, or accept that they differ.{doubts}',
    },
    tension: {
      '': '{own} here, {other} {where}: both can be true of {topic}, but nobody who knew the one would have written the other. Look at both again.{doubts}',
      speakers:
        '{speaker} says {own}; {otherSpeaker} says {other}, {where}: both can be true of {topic}, but nobody who knew the one would have said the other.{doubts}',
    },
    'non-monotone': {
      up: '{own} here for {time}, {other} for {otherTime} {where}: {topic} can only grow. Correct a figure or a time, or accept the difference.{doubts}',
      down: '{own} here for {time}, {other} for {otherTime} {where}: {topic} can only fall. Correct a figure or a time, or accept the difference.{doubts}',
    },
    'translation-mismatch': {
      value:
        '{own} here, {other} {where}: the two language versions of this claim on {topic} differ. Correct the one that is wrong.',
      subject:
        'This claim is about {subject}; under the same id the other language version, {where}, is about {otherSubject}.',
      property:
        'This claim states {property} of {subject}; under the same id the other language version, {where}, states {otherProperty}.',
      qualifiers:
        'This claim on {topic} and its other language version, {where}, are not limited to the same: they differ in “{qualifiers}”.',
      stance:
        'The stance of this claim on {topic} is “{stance}” here, and “{otherStance}” in the other language version, {where}.',
    },
    'wan-yi-slip': {
      '': '{own} here, {other} {where}: one is {factor} times the other, as comes of taking 万 (ten thousand) or 亿 (a hundred million) for thousands or millions. See which is right for {topic}, and rescale the other.{doubts}',
      speakers:
        '{speaker} says {own}; {otherSpeaker} says {other}, {where}: one is {factor} times the other, as comes of taking 万 (ten thousand) or 亿 (a hundred million) for thousands or millions. See which is right for {topic}, and rescale the other.{doubts}',
      translation:
        '{own} here, {other} in the other language version, {where}: one is {factor} times the other, as comes of taking 万 (ten thousand) or 亿 (a hundred million) for thousands or millions. See which is right for {topic}, and rescale the other.',
    },
    'conflicting-office-holder': {
      '': '{person} ({at}) and, {where}, {others} ({otherAt}) cannot both be {office}: one person at a time holds this office. End the earlier term where the later one begins, or accept the overlap.{doubts}',
      always:
        '{person} and, {where}, {others} cannot both be {office}: one person at a time holds this office, and a fact without a time holds always. Say from when to when each held it.{doubts}',
      speakers:
        '{speaker} says that {person} is {office} ({at}); {otherSpeaker} says, {where}, that {others} is ({otherAt}): one person at a time holds this office.{doubts}',
      several:
        '{person} ({at}) and at the same time {others} cannot all be {office}: there is room for {holders}. End the terms that were over, or correct “holders”.{doubts}',
    },
    'office-outside-term': {
      '': '{person} is called {own} for {at}, but the record gives the term {term}. Mark the claim as ended if the office was over, or extend the term.{doubts}',
      terms:
        '{person} is called {own} for {at}, which lies outside all terms in the record ({terms}). Mark the claim as ended if the office was over, or extend a term.{doubts}',
      speakers:
        '{speaker} calls {person} {own} for {at}; by what {otherSpeaker} says in the record, the term was {term}.{doubts}',
    },
    anachronism: {
      at: 'This holds for {at}, and the document is of {date}: it cannot know yet. Give it the stance “expects” if it looks ahead; else correct one of the dates.{doubts}',
      event:
        '{event} was held later, {at}, and the document is of {date}: it cannot know yet. Give it the stance “expects” if it looks ahead; else correct one of the dates.{doubts}',
      'born-on': 'This holds for {at}, before {subject} was born ({bound}). Correct one of the dates.{doubts}',
      'founded-on': 'This holds for {at}, before {subject} was founded ({bound}). Correct one of the dates.{doubts}',
      'died-on':
        'This holds for {at}, after {subject} had died ({bound}). Correct one of the dates, or mark it as ended.{doubts}',
      'dissolved-on':
        'This holds for {at}, after {subject} was dissolved ({bound}). Correct one of the dates, or mark it as ended.{doubts}',
    },
    'contradicting-relation': {
      denied:
        'This denies what is asserted {where}: {own}, for {topic}. Give one of them another stance, or accept that the sources differ.{doubts}',
      asserted:
        'This asserts what is denied {where}: {own}, for {topic}. Give one of them another stance, or accept that the sources differ.{doubts}',
      'denied-speakers':
        '{speaker} denies what {otherSpeaker} says, {where}: {own}, for {topic}. Find out who is right, or accept that they differ.{doubts}',
      'asserted-speakers':
        '{speaker} says what {otherSpeaker} denies, {where}: {own}, for {topic}. Find out who is right, or accept that they differ.{doubts}',
    },
    'missing-inverse': {
      '': 'The record of {far} lists “{inverse}”, but not {subject}, which follows from this. Add it there if its list is meant to be complete.',
    },
    'event-order': {
      late: '“{property}” is {own} here, but “{otherProperty}” is {other}, {where}: for {subject} the first cannot come after the second. Correct one of the dates, or accept their order.{doubts}',
      early:
        '“{property}” is {own} here, but “{otherProperty}” is {other}, {where}: for {subject} the first cannot come before the second. Correct one of the dates, or accept their order.{doubts}',
      speakers:
        '{speaker} says {own} for “{property}”; {otherSpeaker} says, {where}, {other} for “{otherProperty}”: for {subject} they cannot be in this order.{doubts}',
      part: '{own} here, but {whole}, of which {part} is a part, has {other}, {where}: a part cannot lie outside its whole. Correct one of the dates, or accept it.{doubts}',
      'part-founded-on':
        '{own} here, but {whole}, of which {part} is a part, was founded {other}, {where}: a part cannot be held before its whole exists. Correct one of the dates, or accept it.{doubts}',
      'part-dissolved-on':
        '{own} here, but {whole}, of which {part} is a part, was dissolved {other}, {where}: a part cannot be held when its whole is gone. Correct one of the dates, or accept it.{doubts}',
      whole:
        '{own} here, but {part}, a part of {whole}, has {other}, {where}: a part cannot lie outside its whole. Correct one of the dates, or accept it.{doubts}',
      'part-speakers':
        '{speaker} says {own}; {otherSpeaker} says, {where}, that {whole}, of which {part} is a part, has {other}: a part cannot lie outside its whole.{doubts}',
      'whole-speakers':
        '{speaker} says {own}; {otherSpeaker} says, {where}, that {part}, a part of {whole}, has {other}: a part cannot lie outside its whole.{doubts}',
    },
    'place-containment': {
      part: '{part} was held in {own} by this, but {whole}, of which it is a part, in {other}, {where}, and the first does not lie in the second. Correct a place, say where it lies, or accept it.{doubts}',
      whole:
        '{whole} was held in {own} by this, but {part}, a part of it, in {other}, {where}, and the second does not lie in the first. Correct a place, say where it lies, or accept it.{doubts}',
      'part-speakers':
        '{speaker} says that {part} was held in {own}; {otherSpeaker} says, {where}, that {whole}, of which it is a part, was held in {other}, and the first does not lie in the second.{doubts}',
      'whole-speakers':
        '{speaker} says that {whole} was held in {own}; {otherSpeaker} says, {where}, that {part}, a part of it, was held in {other}, and the second does not lie in the first.{doubts}',
    },
    'ambiguous-mention': {
      '': '“{form}” is a form of {ids}, and this document declares them all. Say which it is not, under “not”, or anchor it under “here”.',
    },
    'unused-entity': {
      '': '{name} is declared and never mentioned, and no claim speaks of it. Remove it, or list the form that the text uses.',
    },
    'untagged-name': {
      one: '“{form}” is a name of {id}, which this document does not declare.',
      several: '“{form}” is a name of {ids}. This document declares none of them.',
    },
    'name-not-listed': {
      '': '“{text}” is nearly “{form}”, but is not listed as a name of {id}. List it as an alias, or mark it as the source’s error.',
    },
    'alias-ambiguous': { '': '“{form}” is a name of {other} as well as of {id}: a mention of it can be either.' },
    'possible-duplicate': {
      same: '“{name}” ({id}) and “{otherName}” ({other}) are the same name but for case, marks and spaces. If both mean one thing, merge the records; if not, list one under “distinct-from” of the other.',
      script:
        '“{name}” ({id}) and “{otherName}” ({other}) are one name in traditional and in simplified characters. If both mean one thing, merge the records; if not, list one under “distinct-from” of the other.',
      pinyin:
        'Read in pinyin, “{name}” ({id}) and “{otherName}” ({other}) are one name. If both mean one thing, merge the records; if not, list one under “distinct-from” of the other.',
      near: '“{name}” ({id}) is nearly “{otherName}” ({other}). If both mean one thing, merge the records; if not, list one under “distinct-from” of the other.',
    },
    'list-count-mismatch': {
      more: 'The value says {value}, and {items} items are listed: more than it counts.',
      fewer: 'The value says {value}, and {items} items are listed. If the list is not the whole, mark it as partial.',
    },
    'change-arithmetic': {
      '': 'From {from} to {to} is a change of {computed}, not of {size}.',
      hedged: 'From {from} to {to} cannot be a change of {size}.',
    },
    'sum-mismatch': {
      '': 'The value says {value}, and its {parts} parts add up to {sum}.',
    },
    'duration-mismatch': {
      '': '“{value}”, but it was held on {held}: both ends counted, that is {days} days.',
    },
    'weekday-mismatch': {
      1: '“{date}” cannot be: {day} was a Monday. The weekday or the date is wrong.',
      2: '“{date}” cannot be: {day} was a Tuesday. The weekday or the date is wrong.',
      3: '“{date}” cannot be: {day} was a Wednesday. The weekday or the date is wrong.',
      4: '“{date}” cannot be: {day} was a Thursday. The weekday or the date is wrong.',
      5: '“{date}” cannot be: {day} was a Friday. The weekday or the date is wrong.',
      6: '“{date}” cannot be: {day} was a Saturday. The weekday or the date is wrong.',
      7: '“{date}” cannot be: {day} was a Sunday. The weekday or the date is wrong.',
    },
    'age-mismatch': {
      '': 'The age is given as {value}. Born {birth}: that makes {age} full years by {at}.',
      founded: 'The age is given as {value}. Founded {birth}: that makes {age} full years by {at}.',
      anniversary: 'The anniversary is given as {value}. From {birth} to {at} the years differ by {age}.',
    },
    'date-unresolved': {
      beside:
        'The value says {value}. The quote says “{quoted}”; with what stands beside it in the text that is {resolved}.',
      paragraph:
        'The value says {value}. The quote says “{quoted}”; with the date before it in the paragraph that is {resolved}.',
      document:
        'The value says {value}. The quote says “{quoted}”; with the last full date before it in the text that is {resolved}.',
      'document-date':
        'The value says {value}. The quote says “{quoted}”; with the date of this document that is {resolved}.',
      relative:
        'The value says {value}. The quote says “{quoted}”; counted from the date of this document that is {resolved}.',
    },
    'attribution-mismatch': {
      '': 'The claim is attributed to {by}; in the sentence around its quote {speaker} is the one who speaks.',
    },
    'missing-scope': {
      '': 'This document says {other} and {value} of one thing ({property}). If both are right, say what each is limited to: {qualifiers}.',
    },
    'stale-state': {
      '': '{own} is what was known before; {other} is newer ({otherTime}, {where}), for {topic}. Check whether this document repeats an old value.',
    },
    'circular-source': {
      '': 'The sources of these facts on {topic} ({sources}) all lead to {origin}: they are one source, not several.',
      ring: 'The sources of these facts on {topic} ({origin}) lead to one another and to nothing else: none of them is independent.',
    },
    'conflicting-metadata': {
      claim: 'According to this claim the document was published on {value}; the front matter dates it {date}.',
      url: 'The address has the date {value}; the front matter dates the document {date}.',
    },
    'body-changed': {
      changed: 'The text is no longer the one that was annotated: its digest differs from the one recorded here.',
      unreadable: '“{digest}” is no digest. Write sha256: and 64 hexadecimal digits.',
    },
    'unannotated-figure': {
      quantity: 'No claim takes up the figure “{text}”.',
      date: 'No claim takes up the date “{text}”.',
    },
    'acceptance-without-reason': {
      '': 'To accept {code} a reason is needed: whoever reads this later has to know why.',
    },
    'stale-acceptance': {
      '': 'This accepted {code} while the other side said “{saw}”; {where} it says “{now}” now. Look again, and confirm or remove the exception.',
    },
    'unused-acceptance': { '': 'There is no {code} here to accept any more. Remove the exception.' },
  },
  ...enAround,
};
