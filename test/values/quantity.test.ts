/** Whole values as quantities: every row of the table of section 6, in both languages. */

import assert from 'node:assert/strict';
import { parseQuantity } from '../../server/src/values/quantity.ts';
import { defineUnits } from '../../server/src/values/units.ts';
import { writeValue } from './notation.ts';

const units = defineUnits();

/** Each row: what is written, then H, S if it differs, and the unit. */
const ROWS: Readonly<Record<string, readonly (readonly [source: string, expected: string])[]>> = {
  'n in plain digits or words': [
    ['181', '[181, 181]'],
    ['835,500', '[835500, 835500]'],
    ['８３５，５００', '[835500, 835500]'],
    ['835\u202f500', '[835500, 835500]'],
    ['1,00,000', '[100000, 100000]'],
    ['two hundred and thirty', '[230, 230]'],
    ['one hundred and five thousand and two', '[105002, 105002]'],
    ['sixty-seven', '[67, 67]'],
    ['a dozen', '[12, 12]'],
    ['两百三十', '[230, 230]'],
    ['二〇二〇', '[2020, 2020]'],
    ['一百零五', '[105, 105]'],
    ['二百五', '[250, 250]'],
    ['廿一', '[21, 21]'],
    ['壹佰', '[100, 100]'],
    ['0123', '[123, 123]'],
    ['1.10', '[1.1, 1.1]'],
    ['-5', '[-5, -5]'],
    ['−12.5 %', '[-12.5, -12.5] %'],
    ['0', '[0, 0]'],
    ['181 countries', '[181, 181] country'],
    ['200 person', '[200, 200] person'],
    ['一个半小时', '[1.5, 1.5] hour'],
    ['两年半', '[2.5, 2.5] year'],
    ['3 day', '[3, 3] day'],
    ['12 %', '[12, 12] %'],
    ['９０％', '[90, 90] %'],
    ['sixty percent', '[60, 60] %'],
    ['百分之十二', '[12, 12] %'],
    ['12个百分点', '[12, 12] percentage-point'],
    ['12 percentage points', '[12, 12] percentage-point'],
    ['RMB 200', '[200, 200] CNY'],
    ['200 CNY', '[200, 200] CNY'],
    ['３元', '[3, 3] CNY'],
    ['a total of 181 countries', '[181, 181] country'],
    ['共181个國家', '[181, 181] country'],
  ],
  'n rounded by a multiplier, fewer than three significant digits': [
    ['4.6 million', '[4550000, 4650000)'],
    ['8.5万', '[84500, 85500)'],
    ['8.5萬', '[84500, 85500)'],
    ['两百万', '[1500000, 2500000)'],
    ['two million', '[1500000, 2500000)'],
    ['half a million', '[450000, 550000)'],
    ['two and a half million', '[2450000, 2550000)'],
    ['三万五千', '[34500, 35500)'],
    ['3万5千', '[34500, 35500)'],
    ['五千', '[4500, 5500)'],
    ['1.4万亿', '[1350000000000, 1450000000000)'],
    ['US$4.6bn', '[4550000000, 4650000000) USD'],
    ['$200 million', '[150000000, 250000000) USD'],
    // Three digits, a decimal zero among them, are meant exactly; 百 is no multiplier.
    ['4.63 million', '[4630000, 4630000]'],
    ['4.60 million', '[4600000, 4600000]'],
    ['1亿2300万', '[123000000, 123000000]'],
    ['五百', '[500, 500]'],
    ['five hundred', '[500, 500]'],
    ['3万5001', '[35001, 35001]'],
  ],
  'more than': [
    ['more than 200 representatives', '(200, ∞) (200, 300] person'],
    ['over 70 countries', '(70, ∞) (70, 80] country'],
    ['above 5', '(5, ∞) (5, 6]'],
    ['exceeding 835,500', '(835500, ∞) (835500, 835600]'],
    ['>200', '(200, ∞) (200, 300]'],
    ['200+', '(200, ∞) (200, 300]'],
    ['200 ＋', '(200, ∞) (200, 300]'],
    ['超过200', '(200, ∞) (200, 300]'],
    ['超過200個', '(200, ∞) (200, 300]'],
    ['逾百家', '(100, ∞) (100, 200]'],
    ['超8.5万人', '(85000, ∞) (85000, 86000] person'],
  ],
  'at least': [
    ['at least 200', '[200, ∞) [200, 300]'],
    ['no fewer than 30', '[30, ∞) [30, 40]'],
    ['200 or more', '[200, ∞) [200, 300]'],
    ['>=200', '[200, ∞) [200, 300]'],
    ['≥ 200', '[200, ∞) [200, 300]'],
    ['至少200', '[200, ∞) [200, 300]'],
    ['200以上', '[200, ∞) [200, 300]'],
    ['200人以上', '[200, ∞) [200, 300] person'],
    ['不少于30国', '[30, ∞) [30, 40] country'],
  ],
  'n多, n余': [
    ['330多', '(330, 340)'],
    ['330多个政党', '(330, 340) party'],
    ['330 多个政党', '(330, 340) party'],
    ['200余名', '(200, 300) person'],
    ['10多万人', '(100000, 200000) person'],
    ['1余亿', '(100000000, 200000000)'],
    ['1万余', '(10000, 20000)'],
    ['二十多', '(20, 30)'],
    ['百余', '(100, 200)'],
    ['三年多', '(3, 4) year'],
    ['5个多月', '(5, 6) month'],
    ['330-odd', '(330, 340)'],
  ],
  nearly: [
    ['近140个国家', '[0, 140) [130, 140) country'],
    ['近 140 个国家', '[0, 140) [130, 140) country'],
    ['将近200', '[0, 200) [180, 200)'],
    ['接近一百', '[0, 100) [90, 100)'],
    ['nearly 140', '[0, 140) [130, 140)'],
    ['almost two hundred', '[0, 200) [180, 200)'],
    ['close to 20 people', '[0, 20) [18, 20) person'],
  ],
  'fewer than': [
    ['fewer than 30', '[0, 30) [20, 30)'],
    ['less than 5 %', '[0, 5) [4, 5) %'],
    ['under 200', '[0, 200) [100, 200)'],
    ['<200', '[0, 200) [100, 200)'],
    ['不到30', '[0, 30) [20, 30)'],
    ['不足百人', '[0, 100) person'],
  ],
  'at most': [
    ['at most 200', '[0, 200] [100, 200]'],
    ['no more than 30 days', '[0, 30] [20, 30] day'],
    ['至多200', '[0, 200] [100, 200]'],
    ['不超过30', '[0, 30] [20, 30]'],
    ['30人以下', '[0, 30] [20, 30] person'],
    ['<= 30', '[0, 30] [20, 30]'],
  ],
  'up to': [
    ['up to 500 delegates', '[0, ∞) [0, 500] person'],
    ['多达500人', '[0, ∞) [0, 500] person'],
  ],
  about: [
    ['about 4.6 million', '[0, ∞) [4140000, 5060000]'],
    ['around 200', '[0, ∞) [180, 220]'],
    ['some 200 people', '[0, ∞) [180, 220] person'],
    ['roughly 200', '[0, ∞) [180, 220]'],
    ['~200', '[0, ∞) [180, 220]'],
    ['200 or so people', '[0, ∞) [180, 220] person'],
    ['约1.4亿', '[0, ∞) [126000000, 154000000]'],
    ['大约200', '[0, ∞) [180, 220]'],
    ['200左右', '[0, ∞) [180, 220]'],
    ['200人上下', '[0, ∞) [180, 220] person'],
    ['二十来个', '[0, ∞) [18, 22]'],
  ],
  ranges: [
    ['40 to 50', '[40, 50]'],
    ['40–50', '[40, 50]'],
    ['between 40 and 50 people', '[40, 50] person'],
    ['40至50人', '[40, 50] person'],
    ['三到五年', '[3, 5] year'],
    ['3年至5年', '[3, 5] year'],
    ['40%-50%', '[40, 50] %'],
    ['3-5 million', '[3000000, 5000000]'],
    ['40至50万', '[400000, 500000]'],
    ['five to six hundred', '[500, 600]'],
    ['about 40 to 50', '[0, ∞) [36, 55]'],
  ],
  'vague powers of ten': [
    ['dozens of people', '[20, ∞) [20, 100) person'],
    ['tens of thousands', '[20000, ∞) [20000, 100000)'],
    ['hundreds of', '[200, ∞) [200, 1000)'],
    ['hundreds of thousands', '[200000, ∞) [200000, 1000000)'],
    ['a few hundred', '[200, ∞) [200, 1000)'],
    ['millions of citizens', '[2000000, ∞) [2000000, 10000000) person'],
    ['几十', '[20, ∞) [20, 100)'],
    ['数十家', '[20, ∞) [20, 100)'],
    ['数百', '[200, ∞) [200, 1000)'],
    ['数千人', '[2000, ∞) [2000, 10000) person'],
    ['几百万', '[2000000, ∞) [2000000, 10000000)'],
    ['上百', '[100, ∞) [100, 200)'],
    ['上千名', '[1000, ∞) [1000, 2000) person'],
    ['上万', '[10000, ∞) [10000, 20000)'],
    ['上百万', '[1000000, ∞) [1000000, 2000000)'],
  ],
  'small vague numbers': [
    ['十几', '[11, 19]'],
    ['二十几岁', '[21, 29] year'],
    ['十几万', '[110000, 200000)'],
    ['several', '[3, 9]'],
    ['a few days', '[3, 9] day'],
    ['几个', '[3, 9]'],
    ['数名', '[3, 9] person'],
    ['好几', '[3, 9]'],
    ['both', '[2, 2]'],
    ['a couple of days', '[2, 3] day'],
    ['两三', '[2, 3]'],
    ['两三百人', '[200, 300] person'],
    ['三四十', '[30, 40]'],
    ['十七八个', '[17, 18]'],
  ],
  shares: [
    ['half', '[50, 50] %'],
    ['半数', '[50, 50] %'],
    ['一半', '[50, 50] %'],
    ['more than half', '(50, 100] %'],
    ['半数以上', '(50, 100] %'],
    ['过半', '(50, 100] %'],
    ['八成', '[80, 80] %'],
    ['八成以上', '[80, 100] [80, 90] %'],
    ['近八成', '[0, 80) [72, 80) %'],
    ['two thirds', '[66.1666666666667, 67.1666666666667) %'],
    ['三分之二', '[66.1666666666667, 67.1666666666667) %'],
    ['四分之三', '[75, 75] %'],
  ],
  changes: [
    ['172 -> 181', '[172, 172] -> [181, 181]'],
    ['172→181 countries', '[172, 172] country -> [181, 181] country'],
    ['from 172 to 181', '[172, 172] -> [181, 181]'],
    ['从172个增加到181个国家', '[172, 172] country -> [181, 181] country'],
  ],
  ordinals: [
    ['fourth', '[4, 4] ordinal'],
    ['4th', '[4, 4] ordinal'],
    ['twenty-first', '[21, 21] ordinal'],
    ['第四', '[4, 4] ordinal'],
    ['首次', '[1, 1] ordinal'],
    ['首届', '[1, 1] ordinal'],
    ['the inaugural', '[1, 1] ordinal'],
    ['首席', 'not-a-quantity'],
    ['第二十届', '[20, 20] ordinal'],
  ],
  problems: [
    ['', 'empty'],
    ['  ', 'empty'],
    ['no', 'not-a-quantity'],
    ['many people', 'not-a-quantity'],
    ['Infinity', 'not-a-quantity'],
    ['NaN', 'not-a-quantity'],
    ['increased to 181', 'not-a-quantity'],
    ['1e400', 'exponent'],
    ['5e3 people', 'exponent'],
    ['1'.repeat(31), 'too-many-digits'],
    ['九'.repeat(31), 'too-many-digits'],
    ['1,5', 'several-values'],
    ['181 countries and 32 parties', 'several-values'],
    ['172 ->', 'not-a-quantity'],
    ['181 = x', 'not-a-quantity'],
  ],
};

describe('a value as a quantity', () => {
  for (const [row, cases] of Object.entries(ROWS)) {
    it(row, () => {
      for (const [source, expected] of cases) assert.equal(writeValue(parseQuantity(source, units)), expected, source);
    });
  }

  it('takes expected widths from the corpus', () => {
    const value = parseQuantity('about 200', units, { about: 0.25, nearly: 0.1 });
    assert.equal(writeValue(value), '[0, ∞) [150, 250]');
  });

  it('keeps the nominal number and the class of the hedge', () => {
    const value = parseQuantity('约1.4亿', units);
    assert.ok(!('problem' in value) && value.kind === 'quantity');
    assert.deepEqual(value.nominal, [140_000_000]);
    assert.equal(value.hedge, 'about');
    assert.equal(value.rounded, true);
  });

  it('keeps a noun that names no unit as it is written', () => {
    const value = parseQuantity('nearly 20 emergency evacuations', units);
    assert.ok(!('problem' in value) && value.kind === 'quantity');
    assert.equal(value.unit, undefined);
    assert.equal(value.unitText, 'evacuations');
  });
});
