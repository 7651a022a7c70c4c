/** Quantities in running text, and what only looks like one. The sentences are made up. */

import assert from 'node:assert/strict';
import { scanQuantities } from '../../server/src/values/quantity.ts';
import { defineUnits } from '../../server/src/values/units.ts';
import { writeFound } from './notation.ts';

const units = defineUnits({ delegation: {}, workshop: { is: 'event' } });

type Case = readonly [text: string, expected: string];

function check(cases: readonly Case[]): void {
  for (const [text, expected] of cases) assert.equal(writeFound(text, scanQuantities(text, units)), expected, text);
}

describe('quantities in running text', () => {
  it('takes the hedge and the noun that is counted', () =>
    check([
      ['It drew more than 200 party representatives.', 'more than 200 party representatives:person'],
      ['over 4.6 million overseas citizens', 'over 4.6 million overseas citizens:person'],
      ['some 30 civil society leaders came', 'some 30 civil society leaders:person'],
      ['with 26 countries and regions', '26 countries:country'],
      ['nearly 20 rescue missions abroad', 'nearly 20 rescue missions'],
      ['a three-day visit, a 19-nation summit', 'three-day:day | 19-nation:country'],
      ['Spring hosted 3 workshops and five delegations', '3 workshops:event | five delegations:delegation'],
      ['**181** countries', '181** countries:country'],
      ['about 40 kg of tea over 3.5 km', 'about 40 kg:kg | over 3.5 km:km'],
      ['US$4.6bn, €5, RMB 200 and 300 yuan', 'US$4.6bn:USD | €5:EUR | RMB 200:CNY | 300 yuan:CNY'],
    ]));

  it('reads Chinese figures with measure words and nouns', () =>
    check([
      ['共有近140个国家、330多个政党和政治组织参加', '近140个国家:country | 330多个政党:party'],
      ['650多个政党高级领导人出席', '650多个政党高级领导人:person'],
      ['60多家社会组织开展了100多个项目', '60多家社会组织:organization | 100多个'],
      ['约400位政党代表,200人左右', '约400位:person | 200人左右:person'],
      ['來自16個國家的代表', '16個國家:country'],
      ['提高了5.8个百分点,达到12.3%', '5.8个百分点:percentage-point/by | 12.3%:%'],
      ['近 140 个国家', '近 140 个国家:country'],
      ['九千多万党员,一个半小时', '九千多万党员:person | 一个半小时:hour'],
      ['人民币200元,8.5万人,三年多', '人民币200元:CNY | 8.5万人:person | 三年多:year'],
    ]));

  it('counts a Han numeral of one character only before a measure word, a unit or a per cent sign', () =>
    check([
      ['济济一堂,四川省,三星堆,一带一路,九江', ''],
      ['两国两党,六种语言,一个国家,三人', '两国:country | 两党:party | 六种 | 一个国家:country | 三人:person'],
      ['统一、万一、同一个世界、每一位、进一步、丝路一家亲', ''],
      ['数据、人数、多数、几乎、几内亚,数名专家', '数名:person'],
      ['近百名学生,超百万,成千上万,千方百计', '近百名:person | 超百万'],
      ['八成企业,三成立新公司', '八成:%'],
    ]));

  it('counts "one", "both" and "half" only before what is counted', () =>
    check([
      ['one of the best, no one, one by one, the one-China principle', ''],
      ['one country and more than one delegation', 'one country:country | more than one delegation:delegation'],
      ['both countries, both online and offline, both teachers and students', 'both countries:country'],
      ['the first half, half-hearted, half of them, more than half', '#first | half:% | more than half:%'],
      ['two sides in ten roles', 'two sides | ten roles'],
    ]));

  it('sets ordinals apart', () =>
    check([
      ['the 20th Congress held its fourth meeting', '#20th | #fourth'],
      ['第三次会议,第20届,十九届五中全会,党的二十大', '#第三 | #第20 | #十九 | #二十'],
      ['sixty-seventh and 68th sessions', '#sixty-seventh | #68th'],
    ]));

  it('leaves dates, years and times of day alone', () =>
    check([
      ['in 2022, since 2012, by 2030, October 20, 2022 at 10:30', ''],
      ['2020年6月22日至24日,二〇二〇年,上午9时30分,2012-2022年', ''],
      ['2022 delegates, over 2000 people', '2022 delegates:person | over 2000 people:person'],
      ['the 2008 Olympics', ''],
      ['12年、五千年、近10年来', '12年:year | 五千年:year | 10年:year'],
      ['over the past ten years', 'ten years:year'],
      ['the 1990s, the 19th century', ''],
    ]));

  it('leaves identifiers, labels, headings and telephone numbers alone', () =>
    check([
      ['G20, COVID-19, H1N1, 5G, 86376.net, 1.2.3, 192.168.0.1', ''],
      ['No. 3, Article 9, Resolution 2758, Fortune 500, #7', ''],
      ['call 010-65123456, +86 10 6512 3456 or 138-0013-8000', ''],
      ['https://www.example.net/a/24090.html and www.example.org/2020', ''],
      ['5号楼,2022年4期,世界500强,90后,七国集团', ''],
      ['1. First point\n2.第二点\n(3) third\n四、总则', '#First | #第二 | #third'],
      ['<  1  2  3  4  5  >', ''],
      ['0123 and 007', ''],
    ]));

  it('tells the ends and the size of a change from a range', () =>
    check([
      ['rose from 172 to 181', '172/from | 181/to'],
      ['从172增至181,由41个增加到113个', '172/from | 181/to | 41个/from | 113个/to'],
      ['up by 10, 增长5%', '10/by | 5%:%/by'],
      ['rose to 181, an increase of 9', '181/to | 9/by'],
      ['an increase of about 9 members', 'about 9 members/by'],
      ['grew to 181, up 9 from 172', '181/to | 9/by | 172'],
      ['an increase of interest in 9 towns', '9 towns'],
      ['set up 9 offices', '9 offices'],
      ['grew, up to 9 a year', 'up to 9'],
      ['9 more than 172', '9/by | 172'],
      ['9 members fewer than before', '9 members/by'],
      ['met 9 ministers more than once', '9 ministers'],
      ['there were 9, more than 172 of them old', '9 | more than 172'],
      ['more than 172', 'more than 172'],
      ['增加了9个,增至181个', '9个/by | 181个/to'],
      ['多了9个,净增近10个', '9个/by | 近10个/by'],
      ['比172个多9个,比170少9个', '172个 | 9个/by | 170 | 9个/by'],
      ['三年多9次来访,170多个', '三年多:year | 9次 | 170多个'],
      ['至少9个,最多10个', '至少9个 | 最多10个'],
      ['首届论坛,第二届', '#首届 | #第二'],
      ['首次对话会', '#首次'],
      ['元首次日抵达首都,首席代表首先发言', ''],
      ['增加值9亿元', '9亿元:CNY'],
      ['40 to 50 people, between 3 and 5 days', '40 to 50 people:person | between 3 and 5 days:day'],
    ]));

  it('does not take a hedge out of another word', () => {
    for (const text of ['附近140家', '最近140家', '条约140项', '通过300项']) {
      assert.equal(scanQuantities(text, units)[0]?.hedge, undefined, text);
    }
    assert.equal(scanQuantities('近十年来', units)[0]?.hedge, undefined);
  });

  it('says what a weak numeral leant on', () => {
    const leant = (text: string) => scanQuantities(text, units)[0]?.leansOn;
    assert.equal(leant('三个'), 'counter');
    assert.equal(leant('三国'), 'unit');
    assert.equal(leant('超百万'), 'hedge');
    assert.equal(leant('三百'), undefined);
  });
});
