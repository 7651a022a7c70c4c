import assert from 'node:assert/strict';
import { type Arrangement, arranged } from '../../../server/src/features/claiming/arrange.ts';
import { libraryOf, parseFixture } from '../../fixture.ts';
import { applied } from '../notation.ts';
import { crlf, RECORDS } from './corpus.ts';

const BODY = 'The Delta Forum drew 212 delegates from 41 countries, and forty ships came.\n';

/** The claims after an arrangement, with both line ends; a refusal as its name. */
function after(claims: string, key: string, arrangement: Arrangement, target?: string, more = ''): string {
  const head = `---\nentities: [forum, league, ada, bo]\nclaims:${claims}${more}---\n`;
  const [one, other] = [(text: string) => text, crlf].map((convert) => {
    const files = new Map(parseFixture(RECORDS).files).set('d.md', convert(head + BODY));
    const made = arranged(libraryOf(files), 'd.md', key, arrangement, target);
    if (typeof made === 'string') return made;
    const text = applied(files, made).get('d.md')!;
    assert.ok(text.endsWith(convert(`---\n${BODY}`)));
    if (convert === crlf) assert.ok(!/[^\r]\n/.test(text));
    return text
      .replace(/\r\n/g, '\n')
      .slice('---\nentities: [forum, league, ada, bo]\nclaims:'.length, -`---\n${BODY}`.length);
  });
  assert.equal(other, one);
  return one!;
}

const A = '  - {id: a, quote: 212 delegates, subject: forum, property: attendance, value: 212}';
const B =
  '  - id: b # of ships\n    quote: forty ships\n    subject: forum\n    property: count\n    value: forty\n    of: ships';

describe('arranging claims', () => {
  it('moves a claim past its neighbour, with the comments of both', () => {
    const claims = `\n  # the crowd\n${A}\n\n  # the ships\n${B}\n`;
    const moved = `\n  # the ships\n${B}\n\n  # the crowd\n${A}\n`;
    assert.equal(after(claims, 'a', 'move-down'), moved);
    assert.equal(after(claims, 'b', 'move-up'), moved);
    assert.equal(after(claims, 'a', 'move-up'), 'first');
    assert.equal(after(claims, 'b', 'move-down'), 'last');
    assert.equal(after(claims, 'c', 'move-down'), 'changed');
  });

  it('moves a claim in a list on one line, and where an alias would come before its anchor it does not', () => {
    const [a, b] = ['{id: a, quote: drew, subject: forum}', '{id: b, quote: from, subject: forum}'];
    assert.equal(after(` [${a}, ${b}]\n`, 'b', 'move-up'), ` [${b}, ${a}]\n`);
    const anchored = ['{id: a, quote: &q drew, subject: forum}', '{id: b, quote: *q , subject: forum}'];
    assert.equal(after(` [${anchored.join(', ')}]\n`, 'b', 'move-up'), 'unsafe');
  });

  it('duplicates a claim under a fresh id, in its style, without what was accepted on it', () => {
    assert.equal(after(`\n${A}\n${B}\n`, 'a', 'duplicate'), `\n${A}\n${A.replace('id: a', 'id: a-2')}\n${B}\n`);
    assert.equal(after(`\n${B}\n`, 'b', 'duplicate'), `\n${B}\n${B.replace('id: b # of ships', 'id: b-2')}\n`);
    const accepting = A.replace('}', ', accept: {tension: so be it}}');
    assert.equal(after(`\n${accepting}\n`, 'a', 'duplicate'), `\n${accepting}\n${A.replace('id: a', 'id: a-2')}\n`);
  });

  it('splits a list of values into claims of their own', () => {
    const list =
      '  - id: who\n    quote: The Delta Forum drew\n    subject: forum\n    property: participant\n    value: [ada, bo]';
    const single = (id: string, value: string) =>
      list.replace('id: who', `id: ${id}`).replace('value: [ada, bo]', `value: ${value}`);
    assert.equal(after(`\n${list}\n`, 'who.1', 'split'), `\n${single('who', 'ada')}\n${single('who-2', 'bo')}\n`);
    assert.equal(after(`\n${A}\n`, 'a', 'split'), 'nothing-to-split');
    assert.equal(after(`\n${list.replace('value', 'value')}\n    # why\n    note: so\n`, 'who.1', 'split'), 'unsafe');
    const referring =
      '  - {id: x, quote: forty, subject: forum, property: count, value: forty, of: ships, see: "#who.2"}';
    assert.equal(after(`\n${list}\n${referring}\n`, 'who.1', 'split'), 'referred');
  });

  it('splits nested claims off, with what they had from the one around them', () => {
    const outer =
      '  - quote: drew 212 delegates from 41 countries\n    subject: forum\n    property: attendance\n    value: 212\n    at: 2020';
    const nested = '\n    claims:\n      - {id: c, property: represented-countries, value: "41"}';
    assert.equal(
      after(`\n${outer}${nested}\n`, 'claims[0]', 'split'),
      `\n${outer}\n  - id: c\n    quote: drew 212 delegates from 41 countries\n    subject: forum\n    property: represented-countries\n    value: "41"\n    at: 2020\n`,
    );
    assert.equal(after(`\n${outer}\n    parts: true${nested}\n`, 'claims[0]', 'split'), 'parts');
  });

  it('nests a claim in another of the same passage, and only where it goes on saying the same', () => {
    const other = '  - {id: c, quote: 212 delegates, subject: forum, property: count, value: 212, of: heads}';
    assert.equal(
      after(`\n${A}\n${B}\n${other}\n`, 'c', 'nest', 'a'),
      `\n${A.replace('}', ', claims: [{id: c, property: count, value: 212, of: heads}]}')}\n${B}\n`,
    );
    const spoken = A.replace('}', ', by: ada}');
    assert.equal(after(`\n${spoken}\n${other}\n`, 'c', 'nest', 'a'), 'other-meaning');
    assert.equal(after(`\n${A}\n${B}\n`, 'b', 'nest', 'a'), 'other-meaning');
    assert.equal(after(`\n${A}\n${other} # kept\n`, 'c', 'nest', 'a'), 'unsafe');
  });

  it('deletes a claim; with the last nested one goes their list', () => {
    assert.equal(after(`\n${A}\n${B}\n`, 'a', 'delete'), `\n${B}\n`);
    const nested = `\n${A}\n  - quote: forty ships\n    subject: forum\n    property: count\n    value: forty\n    of: ships\n`;
    assert.equal(after(`${nested}    claims:\n      - {id: c, property: amount, value: 3}\n`, 'c', 'delete'), nested);
  });

  it('leaves front matter alone that cannot be read', () => {
    assert.equal(after(`\n${A}\n`, 'a', 'delete', undefined, 'date: [\n'), 'broken');
  });
});
