import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from '../../../server/src/core/document.ts';
import type { TextEdit } from '../../../server/src/core/edit.ts';
import { claimFactsOf } from '../../../server/src/core/facts.ts';
import { ARRANGEMENTS, type Arrangement, arranged, hostsFor } from '../../../server/src/features/claiming/arrange.ts';
import { edits, properties, proposal } from '../../../server/src/features/claiming/proposal.ts';
import { write, written } from '../../core/editDocuments.ts';
import { libraryOf, parseFixture } from '../../fixture.ts';
import { applied } from '../notation.ts';
import { RECORDS } from './corpus.ts';

const BODY = '\n“The Delta Forum drew 212 delegates from 41 countries,” Ada Lane said.\n河洲论坛吸引了200余名代表。q\n';
const commentsIn = (text: string): readonly string[] => [...text.matchAll(/# c\d+/g)].map(([one]) => one).sort();

function after(text: string, made: readonly TextEdit[]): string {
  return applied(new Map([['d.md', text]]), made).get('d.md')!;
}

/** A document in a style of somebody's, with a body that has something to claim, in a corpus. */
function opened(model: Parameters<typeof write>[0]) {
  const text = write({ ...model, body: model.crlf ? BODY.replace(/\n/g, '\r\n') : BODY });
  const files = new Map(parseFixture(RECORDS).files).set('d.md', text);
  const view = libraryOf(files);
  const document = view.document('d.md')!;
  assert.ok(document.annotated);
  return { text, view, document };
}

const factsOf = (text: string): readonly string[] =>
  parseDocument('d.md', text).annotations.claims.map((claim) => {
    const { key: _, ...facts } = claimFactsOf(claim);
    return JSON.stringify(facts);
  });

describe('claims in front matter of any style', () => {
  it('are added: bodies, comments and what other claims say stay as they are', () => {
    let count = 0;
    fc.assert(
      fc.property(written, fc.nat(90), fc.nat(90), fc.nat(3), (model, a, b, which) => {
        const { text, view, document } = opened(model);
        const { start, end } = document.body;
        const span = { start: Math.min(end, start + Math.min(a, b)), end: Math.min(end, start + Math.max(a, b)) };
        const asked = proposal(view, 'd.md', span);
        if (typeof asked === 'string') return;
        const subject = asked.subjects[which % asked.subjects.length]!.id;
        const claims = asked.figures.flatMap(({ key }) => {
          const [choice] = properties(view, 'd.md', span, subject, key);
          return choice ? [{ subject, property: choice.property.id, figure: key, qualifiers: choice.qualifiers }] : [];
        });
        const said = { subject, property: 'said', value: 'so: "be" it # no' };
        const made = edits(view, 'd.md', span, { claims: claims.length > 0 ? claims : [said] });
        if (typeof made === 'string') return;
        count++;
        const result = after(text, made);
        assert.ok(result.endsWith(text.slice(start)), 'the body');
        assert.deepEqual(commentsIn(result), commentsIn(text));
        assert.deepEqual(
          factsOf(result).filter((one) => factsOf(text).includes(one)),
          factsOf(text),
        );
        assert.ok(factsOf(result).length > factsOf(text).length);
        if (model.crlf) assert.ok(!/[^\r]\n/.test(result), 'line ends');
      }),
      { numRuns: 300 },
    );
    assert.ok(count > 100, `${count} written`);
  });

  it('are arranged: bodies, comments and what every claim says stay as they are', () => {
    let count = 0;
    const arrangement = fc.constantFrom<Arrangement>(...ARRANGEMENTS);
    fc.assert(
      fc.property(written, fc.nat(9), fc.array(arrangement, { maxLength: 4 }), (model, which, steps) => {
        let { text } = opened(model);
        for (const step of steps) {
          const files = new Map(parseFixture(RECORDS).files).set('d.md', text);
          const view = libraryOf(files);
          const document = view.document('d.md')!;
          const { claims } = document.annotations;
          const claim = claims[which % Math.max(1, claims.length)];
          if (!claim) return;
          const [host] = hostsFor(document, claim);
          const made = arranged(view, 'd.md', claim.key, step, host?.key);
          if (typeof made === 'string') continue;
          count++;
          const result = after(text, made);
          assert.ok(result.endsWith(text.slice(document.body.start)), 'the body');
          if (step !== 'delete') {
            assert.deepEqual(commentsIn(result), commentsIn(text), step);
            const lost = factsOf(text).filter((one) => !factsOf(result).includes(one));
            if (step !== 'split') assert.deepEqual(lost, [], step);
          }
          text = result;
        }
      }),
      { numRuns: 300 },
    );
    assert.ok(count > 100, `${count} arranged`);
  });
});
