/** The words before a position that say it is over, and those that only look so. */

import assert from 'node:assert/strict';
import { about } from '../../server/src/checks/statements/about.ts';
import { libraryOf } from '../fixture.ts';

function isOver(quote: string, title: string): boolean {
  const text = `---\nentities: [ada]\nclaims:\n  - {quote: ${JSON.stringify(quote)}, subject: ada, property: position, value: ${JSON.stringify(title)}, of: house}\n---\n${quote}\n`;
  const records = 'ada: {type: person, name: Ada Lane}\nhouse: {type: organization, name: House}\n';
  const library = libraryOf(
    new Map([
      ['entities/all.yaml', records],
      ['a.md', text],
    ]),
  );
  const [statement] = about(library, 'ada', 'position')?.all ?? [];
  assert.ok(statement);
  return statement.ended;
}

describe('a position is over', () => {
  const over: readonly (readonly [quote: string, title: string])[] = [
    ['former director Ada Lane', 'director'],
    ['Former Deputy Director of the House', 'Deputy Director'],
    ['the former Norland foreign minister', 'foreign minister'],
    ['ex-director Ada Lane', 'director'],
    ['the late President Lane', 'President'],
    ['then-Mayor Lane', 'Mayor'],
    ['then Foreign Minister Lane', 'Foreign Minister'],
    ['委员会前主席林晚舟', '主席'],
    ['前外交部副部长', '副部长'],
    ['原主席林晚舟', '主席'],
    ['时任市长林晚舟', '市长'],
    ['前卫生部部长林晚舟', '部长'],
    ['原住建部部长林晚舟', '部长'],
    ['原油田管理局局长林晚舟', '局长'],
    ['Ada Lane of the House', 'former director'],
    ['Ada Lane of the House', 'ex-director'],
    ['林晚舟', '前主席'],
    ['已故馆长林晚舟', '馆长'],
  ];
  for (const [quote, title] of over) it(quote, () => assert.equal(isOver(quote, title), true));
});

describe('a position is not over', () => {
  const held: readonly (readonly [quote: string, title: string])[] = [
    ['director Ada Lane', 'director'],
    ['director Ada Lane, a former teacher', 'director'],
    ['a former teacher, director Ada Lane', 'director'],
    ['former mayor and now minister', 'minister'],
    ['director of the Former Palace', 'director'],
    ['arrived late, the director said', 'director'],
    ['and then the director rose', 'director'],
    ['目前主席林晚舟', '主席'],
    ['会议之前主席林晚舟', '主席'],
    ['三年前主席林晚舟上任', '主席'],
    ['太原市市长林晚舟', '市长'],
    ['中原银行行长林晚舟', '行长'],
    ['前来出席的主席林晚舟', '主席'],
    ['前部长、现任主席林晚舟', '主席'],
    ['前台主管林晚舟', '前台主管'],
    ['前锋队长林晚舟', '队长'],
    ['原告代表林晚舟', '代表'],
    ['Ada Lane, an ex-officio member', 'ex-officio member'],
  ];
  for (const [quote, title] of held) it(quote, () => assert.equal(isOver(quote, title), false));
});
