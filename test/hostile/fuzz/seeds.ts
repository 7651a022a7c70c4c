/** Texts that are right, for mutations to begin with: between them they have every key and every kind of value. */

export const SETTINGS = `version: 1
documents: ["**/*.md", "notes/*.txt"]
entities: entities/**/*.yaml
exclude: [drafts/]
languages: [en, zh]
types: {ferry: {label: {en: Ferry, zh: 渡船}, parent: organization, icon: rocket}}
properties:
  berths: {label: {en: berths, zh: 泊位}, subject: place, value: quantity, unit: berth, single: true, time: state, holds: P1Y, direction: up, qualifiers: {of: {type: text, required: true}}, separates: [of], range: [0, 900]}
  opened-on: {subject: [place, event], value: time, before: closed-on}
  closed-on: {subject: [place, event], value: time}
  twin-of: {subject: place, value: place, symmetric: true}
units: {berth: {is: event}, mooring: {to: metre, factor: 2.5}}
checks: {unannotated-figure: info, tension: off}
widths: {about: 0.2}
`;

export const RECORDS = `harbour-board:
  type: organization
  name: {en: Harbour Board, zh: 港务委员会}
  aliases: {en: [the Board], zh: [委员会]}
  description: Runs the quays.
  facts:
    - {property: founded-on, value: 1931-04}
    - {property: located-in, value: north-quay}
lena-ortiz:
  type: person
  name: {en: Lena Ortiz, zh: 奥尔蒂斯}
  aliases: [Ms. Ortiz]
  distinct-from: [leon-ortiz]
  facts:
    - {property: position, value: Harbour Master, of: harbour-board, at: 2015/2019, source: a.md#berths}
    - {property: born-on, value: 1970}
leon-ortiz: {type: person, name: Leon Ortiz, same-as: [https://example.org/leon]}
north-quay: {type: place, name: {en: North Quay, zh: 北码头}, facts: [{property: part-of, value: the-port}]}
the-port: {type: place, name: The Port}
open-day: {type: event, name: Open Day, facts: [{property: held-on, value: 2019-05-04/2019-05-06}, {property: held-at, value: north-quay}]}
harbour-master: {type: position, name: Harbour Master, of: harbour-board, holders: 1}
`;

export const DOCUMENT = `---
title: Berths at the North Quay
date: 2019-05-07
about: 2019-05
lang: en
source: {publisher: harbour-board, url: https://example.org/2019/05/07/berths, digest: "sha256:00"}
entities:
  harbour-board: the authority
  lena-ortiz: {sic: [Lena Ortis], not: [Ortiz Street]}
  north-quay: {here: [{quote: the old pier, near: stone}]}
  open-day:
claims:
  - id: berths
    quote: nearly 140 berths
    subject: north-quay
    property: berths
    of: ferries
    value: nearly 140
    by: lena-ortiz
    see: b.md#berths
  - {id: guests, quote: more than 2,000 people, subject: open-day, property: attendance, value: more than 2,000, at: 2019-05-04}
  - id: grown
    quote: [grew from 172, to 181]
    nth: 1
    subject: harbour-board
    property: count
    of: members
    value: {from: 172, to: 181, change: 9}
    at: 2012/2019
    stance: asserts
    certainty: likely
    accept:
      tension: {with: "b.md#grown", saw: "183", reason: counted on another day}
  - quote: three days
    subject: open-day
    property: duration
    value: 3 days
    parts: true
    claims: [{value: 1 day}, {value: 2 days, items: {partial: [three]}}]
accept: {quote-ambiguous: said twice}
---
# Berths

The Harbour Board said on Tuesday that there were **nearly 140 berths** at the old pier, built of stone.
"More than 2,000 people came", Lena Ortis said. On May 4, 2019 the Open Day lasted three days; membership grew from 172 in 2012 to 181.
`;

export const TRANSLATION = `---
date: 2019-05-08
lang: zh
translation-of: a.md
entities: [harbour-board, {lena-ortiz: {as: 港务长}}, north-quay]
claims:
  - {id: berths, quote: 近140个泊位, subject: north-quay, property: berths, of: ferries, value: 近140}
  - {id: grown, quote: 从172增加到183, subject: harbour-board, property: count, of: members, value: 172 -> 183, at: 2012/2019}
---
港务委员会周二表示，北码头有近140个泊位。奥尔蒂斯说：“五月四日有两千多人到场。”成员从172增加到183，约合8.5万人，十几个国家。
`;

/** The corpus that one file at a time is changed in. */
export const CORPUS: Readonly<Record<string, string>> = {
  'concord.yaml': SETTINGS,
  'entities/all.yaml': RECORDS,
  'a.md': DOCUMENT,
  'b.md': TRANSLATION,
};

/** Raw material as people import it. */
export const PAGES: readonly string[] = [
  '<!doctype html><html lang="en"><head><title>Ferry timetable changes</title><meta property="article:published_time" content="2019-05-07T08:00:00Z"><link rel="canonical" href="https://example.org/f"></head><body><nav><a href="/">Home</a></nav><article><h1>Ferry timetable changes</h1><p class="by">By Lena Ortiz, 7 May 2019</p><p>Boats leave at <b>nine</b>.<br>And at ten.</p><ul><li>one<li>two</ul><table><tr><td>a<td>b</table><pre>x\n y</pre></article><footer>Share this</footer></body></html>',
  'Source: Harbour Gazette\nDate: 7 May 2019\nAuthor: Lena Ortiz\n\nFerry timetable changes\n\nBoats leave at nine. 网站首页 > 新闻\n来源：港口报　2019年05月07日 08:00\n责任编辑：林\n',
];
