/** A corpus whose every text would like to be markup, with right-to-left names, names without end, and times of all kinds. */

export const MARKUP = '<img src=x onerror=alert(1)> & "quoted"';

const yaml = (text: string): string => JSON.stringify(text);
const RTL = 'עדה ריד أدا';

const document = (path: string, date: string, claims: string): string => `-- ${path} --
---
title: ${yaml(`${MARKUP} ${path}`)}
${date === '' ? '' : `date: ${date}\n`}lang: en
source: {publisher: ${yaml(MARKUP)}}
entities: [olm, ada, ben, mayor, fair, undated, ancient]
claims:
${claims}---
Ships <script>alert(1)</script> in Olm, said Ben and ${RTL}, mayor.
`;

const ships = (id: string, value: string, at: string, more = ''): string =>
  `  - {id: ${id}, subject: olm, property: ships, value: ${value}, at: ${at}, quote: Ships, among: ${yaml(MARKUP)}${more}}\n`;

export const HOSTILE = `-- concord.yaml --
properties:
  ships:
    label: {en: ${yaml('<b>ships</b>')}, zh: 船数}
    subject: [any]
    value: quantity
    time: state
    qualifiers: {among: text}
    separates: [among]
-- entities/e.yaml --
olm:
  type: place
  name: {en: ${yaml(MARKUP)}, zh: 奥尔姆}
  aliases: [Olm, ${yaml('</title><script>alert(2)</script>')}]
  description: ${yaml('<svg onload=alert(3)>')}
  same-as: ["javascript:alert(4)", "https://www.wikidata.org/wiki/Q1", "data:text/html,<script>1</script>"]
ada: {type: person, name: {en: ${yaml(RTL)}, he: ${yaml('\u202e<b>עדה</b>')}}}
ben: {type: person, name: ${yaml('Ben '.repeat(125))}, aliases: [Ben]}
mayor: {type: position, name: mayor, of: olm, holders: 1}
fair: {type: event, name: Fair}
lonely: {type: concept, name: Lonely}
undated: {type: place, name: Undated}
ancient: {type: place, name: Ancient}
${document(
  'documents/a.md',
  '2022-01-02',
  ships('s', 'more than 200', '2022-01-01') +
    ships('t', '183', '2022-01-01', ', by: ben') +
    ships('u', 'nearly 400', '2021/2023') +
    ships('v', 'about 4.6 million', '2019/..', ', stance: expects') +
    ships('w', '12', '2018~', `, note: ${yaml(MARKUP)}`) +
    `  - {subject: ada, property: position, value: mayor, at: 2018/2021-06, quote: mayor}\n` +
    `  - {subject: ben, property: position, value: mayor, at: 2021-01/.., quote: mayor}\n` +
    `  - {subject: ancient, property: ships, value: 3, at: "-0044", quote: Ships}\n` +
    `  - {subject: ancient, property: ships, value: 4, at: Y12345678, quote: Ships}\n` +
    `  - {subject: ancient, property: ships, value: 5, at: ../.., quote: Ships}\n` +
    `  - {subject: nobody.x, property: ships, value: 5, at: 2022, quote: ${yaml('<script>alert(1)</script>')}}\n`,
)}${document(
  'documents/b.md',
  '',
  `  - {subject: undated, property: ships, value: 3, quote: Ships}\n  - {subject: undated, property: ships, value: up to 9, quote: Ships}\n` +
    Array.from(
      { length: 200 },
      (_, i) => `  - {subject: fair, property: held-on, value: ${1800 + i}, quote: Olm}\n`,
    ).join(''),
)}`;
