/** What is compared of two versions of a corpus, with which outcome, and what is left to decide. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bodyOf, tokensOf } from '../../../server/src/features/agreement/bodies.ts';
import type { Disagreement } from '../../../server/src/features/agreement/disagreement.ts';
import type { Version } from '../../../server/src/features/agreement/versions.ts';
import { agreementOf } from '../../../server/src/features/agreement.ts';
import { libraryOf } from '../../fixture.ts';

const RECORDS = `ada: {type: person, name: Ada Quill, aliases: [Dr Quill]}
bo: {type: person, name: Bo Reed}
archive: {type: organization, name: Reed Archive}
week: {type: event, name: Reading Week}
`;
const BODY = `Reading Week opened this morning. Ada Quill, head of the Reed Archive,
counted nearly 300 readers before noon. Bo Reed waited. Ada Quill did not.
`;

/** Of one document unless there are more; records are the same for all. */
function version(files: Readonly<Record<string, string>> | string, records = RECORDS): Version {
  const all = typeof files === 'string' ? { 'a.md': files } : files;
  const library = libraryOf(
    new Map([['concord.yaml', 'version: 1\n'], ['entities/e.yaml', records], ...Object.entries(all)]),
  );
  return { library, documents: new Map(Object.keys(all).map((path) => [path, path])) };
}
const doc = (entities: string, claims = '', body = BODY) =>
  `---\ndate: 2024-05-06\nlang: en\nentities: ${entities}\n${claims === '' ? '' : `claims:\n${claims}`}---\n${body}`;
const compare = (a: Parameters<typeof version>[0], b: Parameters<typeof version>[0]) =>
  agreementOf(version(a), version(b));
const swap = ({ a, b, ...rest }: Disagreement): Disagreement => ({ ...rest, ...(b && { a: b }), ...(a && { b: a }) });
const brief = (all: readonly Disagreement[]) =>
  all.map(({ about, difference, passage, times, a, b }) =>
    [about, difference, passage, times, a?.says ?? '–', b?.says ?? '–'].join(' | '),
  );

describe('agreement', () => {
  it('is perfect for two equal versions, with nothing to decide', () => {
    const same = doc(
      '[ada, archive, week]',
      '  - {id: n, quote: nearly 300 readers, subject: week, property: attendance, value: nearly 300}\n',
    );
    const { documents, excluded, mentions, claims, disagreements } = compare(same, same);
    assert.deepEqual([documents, excluded, disagreements], [['a.md'], [], []]);
    for (const one of [mentions.found, claims.passages]) {
      assert.deepEqual([one.f1, one.overlapF1, one.kappa, one.alpha], [1, 1, 1, 1]);
    }
    assert.deepEqual([mentions.sameEntity.kappa, mentions.sameEntity.alpha], [1, 1]);
    assert.deepEqual([claims.found.f1, claims.found.sameF1, claims.found.value.kappa], [1, 1, 'no-choice']);
  });

  it('counts mentions by type, and says what only one has', () => {
    const { mentions, disagreements } = compare(doc('[ada, archive, week]'), doc('[ada, bo, archive]'));
    const { a, b, exact, f1 } = mentions.found;
    assert.deepEqual({ a, b, exact, f1 }, { a: 4, b: 4, exact: 3, f1: 0.75 });
    const person = mentions.types.get('person')!;
    assert.deepEqual([person.a, person.b, person.exact], [2, 3, 2]);
    assert.equal(mentions.types.get('event')!.f1, 0);
    assert.deepEqual(brief(disagreements), [
      'mention | found | Reading Week | 1 | week (event) | –',
      'mention | found | Bo Reed | 1 | – | bo (person)',
    ]);
  });

  it('takes kappa of tokens', () => {
    const body = 'Ada Quill met Bo Reed.\n';
    const { mentions } = compare(doc('[ada, bo]', '', body), doc('[ada]', '', body));
    // Six tokens: Ada, Quill, met, Bo, Reed and the full stop. Four of them agree; by chance (4·2 + 2·4) / 36 would.
    assert.ok(Math.abs((mentions.found.kappa as number) - (4 / 6 - 16 / 36) / (1 - 16 / 36)) < 1e-12);
  });

  it('tells another entity, another type and other words apart', () => {
    const a = doc('{ada: , archive: {as: [head of the Reed]}}');
    const records = RECORDS.replace('ada: {type: person', 'ada: {type: organization').replaceAll('Bo Reed', 'Nobody');
    const b = doc('{ada: , bo: {here: [Reed Archive]}}');
    const { disagreements, mentions } = agreementOf(version(a), version(b, records));
    assert.deepEqual(brief(disagreements), [
      'mention | type | Ada Quill | 2 | ada (person) | ada (organization)',
      'mention | entity | head of the Reed Archive | 1 | archive (organization): head of the Reed | bo (person): Reed Archive',
    ]);
    assert.deepEqual([mentions.sameType.agreed, mentions.sameType.compared], [0, 2]);
    assert.deepEqual([mentions.sameEntity.agreed, mentions.sameEntity.kappa], [2, 'no-choice']);
  });

  it('matches claims by subject, property and an overlapping quote, and their values by what they mean', () => {
    const a = doc(
      '[ada, archive, week]',
      `  - {quote: nearly 300 readers, subject: week, property: attendance, value: nearly 300}
  - {quote: "head of the Reed Archive", subject: ada, property: position, value: head, of: archive, at: 2024-05-06}
  - {quote: Bo Reed waited, subject: bo, property: said, value: nothing}
`,
    );
    const b = doc(
      '[ada, archive, week]',
      `  - {id: h, quote: "Ada Quill, head of the Reed Archive", subject: ada, property: position, value: Head, of: archive}
  - {id: n, quote: "counted nearly 300 readers before noon", subject: week, property: attendance, value: 300, by: ada}
`,
    );
    const { claims, disagreements } = compare(a, b);
    const { a: left, b: right, both, same } = claims.found;
    assert.deepEqual({ left, right, both, same }, { left: 3, right: 2, both: 2, same: 1 });
    assert.equal(claims.found.f1, 0.8);
    assert.equal(claims.found.sameF1, 0.4);
    assert.deepEqual(claims.aspects.time.agreed, 2);
    assert.deepEqual(claims.properties.get('attendance')!.value.share, 0);
    assert.deepEqual(
      brief(disagreements).filter((one) => one.startsWith('claim')),
      [
        'claim | value | nearly 300 readers | 1 | nearly 300 | 300',
        'claim | speaker | nearly 300 readers | 1 |  | ada',
        'claim | found | Bo Reed waited | 1 | bo · said · nothing | –',
      ],
    );
  });

  it('sees one value in two units, spellings and languages', () => {
    const claim = (value: string, at: string) =>
      doc(
        '[week]',
        `  - {quote: Reading Week opened, subject: week, property: duration, value: ${value}, at: ${at}}\n`,
      );
    const { claims } = compare(claim('2 weeks', '2024-05'), claim('14 days', '2024-05-01/2024-05-31'));
    assert.deepEqual([claims.aspects.value.agreed, claims.aspects.time.agreed], [1, 0]);
    const spelt = compare(claim('two weeks', '2024-05'), claim('两周', '2024-05'));
    assert.deepEqual([spelt.claims.found.same, spelt.disagreements], [1, []]);
    const people = (value: string) =>
      doc('[week]', `  - {quote: Reading Week opened, subject: week, property: attendance, value: ${value}}\n`);
    assert.equal(compare(people('8.5万'), people('85 thousand')).claims.aspects.value.agreed, 1);
    assert.equal(compare(people('8.5万'), people('85000')).claims.aspects.value.agreed, 0);
  });

  it('says that the subject or the property differs, where the passage is the same', () => {
    const claim = (subject: string, property: string) =>
      doc('[week]', `  - {quote: Bo Reed waited, subject: ${subject}, property: ${property}, value: x}\n`);
    const said = (a: string, b: string) => brief(compare(a, b).disagreements);
    assert.deepEqual(said(claim('bo', 'said'), claim('ada', 'said')), [
      'claim | subject | Bo Reed waited | 1 | bo · said · x | ada · said · x',
    ]);
    assert.deepEqual(said(claim('bo', 'said'), claim('bo', 'position')), [
      'claim | property | Bo Reed waited | 1 | bo · said · x | bo · position · x',
    ]);
  });

  it('says what stance, certainty and qualifiers differ in', () => {
    const claim = (more: string) =>
      doc(
        '[ada]',
        `  - {id: c, quote: head of the Reed Archive, subject: ada, property: position, value: head${more}}\n`,
      );
    const { disagreements } = compare(
      claim(', of: archive, stance: denies'),
      claim(', certainty: possible, ended: true'),
    );
    assert.deepEqual(brief(disagreements), [
      'claim | stance | head of the Reed Archive | 1 | denies | asserts, ended',
      'claim | certainty | head of the Reed Archive | 1 | certain | possible',
      'claim | qualifiers | head of the Reed Archive | 1 | of: archive | ',
    ]);
    assert.deepEqual(disagreements[0]!.a, { says: 'denies', line: 6, claim: 'c' });
  });

  it('matches a claim whose quote is not in the text by its words', () => {
    const claim = (quote: string) => doc('[ada]', `  - {quote: ${quote}, subject: ada, property: said, value: x}\n`);
    assert.equal(compare(claim('gone with the wind'), claim('Gone with the wind')).claims.found.both, 1);
    assert.equal(compare(claim('gone with the wind'), claim('another')).claims.found.both, 0);
    assert.equal(compare(claim('gone with the wind'), claim('Bo Reed')).claims.found.both, 0);
  });

  it('reads a quote in pieces and documents with other line ends', () => {
    const claim = doc(
      '[week]',
      '  - {quote: [nearly 300, before noon], subject: week, property: attendance, value: nearly 300}\n',
    );
    const { documents, claims, mentions, disagreements } = compare(claim, claim.replaceAll('\n', '\r\n'));
    assert.deepEqual([documents, disagreements, claims.found.same, claims.passages.exact], [['a.md'], [], 1, 2]);
    assert.equal(mentions.found.kappa, 1);
  });

  it('names the documents that cannot be compared, and why', () => {
    const here = doc('[ada]');
    const { documents, excluded } = compare(
      {
        'same.md': here,
        'gone.md': here,
        'plain.md': here,
        'other.md': here,
        'broken.md': here,
        'none.md': 'Plain.\n',
      },
      {
        'same.md': `${here}\n`,
        'new.md': here,
        'plain.md': BODY,
        'other.md': here.replace('waited', 'left'),
        'broken.md': here.replace('entities: [ada]', 'entities: [ada'),
        'none.md': 'Plain.\n',
      },
    );
    assert.deepEqual(documents, ['same.md']);
    assert.deepEqual(excluded, [
      { document: 'broken.md', reason: 'unreadable', in: 'b' },
      { document: 'gone.md', reason: 'missing', in: 'b' },
      { document: 'new.md', reason: 'missing', in: 'a' },
      { document: 'other.md', reason: 'bodies' },
      { document: 'plain.md', reason: 'unannotated', in: 'b' },
    ]);
  });

  it('has a reason instead of a number where nobody marked anything, and 0 where one did not', () => {
    const none = compare(doc('[]'), doc('[]'));
    assert.deepEqual(none.documents, ['a.md']);
    const { f1, kappa, alpha } = none.mentions.found;
    assert.deepEqual([f1, kappa, alpha], ['nothing', 'no-choice', 'nothing']);
    assert.deepEqual([none.claims.found.f1, none.claims.aspects.value.kappa], ['nothing', 'nothing']);
    const one = compare(doc('[ada]'), doc('[]')).mentions;
    assert.deepEqual([one.found.f1, one.found.kappa, one.sameEntity.kappa], [0, 0, 'nothing']);
    assert.ok((one.found.alpha as number) < 0.5);
    assert.deepEqual(compare({}, {}).documents, []);
  });

  it('takes thousands of claims on one passage in no long time', () => {
    const claims = (from: number) =>
      doc(
        '[week]',
        `  - {quote: nearly 300 readers, subject: week, property: count, of: readers, value: [${Array.from({ length: 1500 }, (_, i) => from + i).join(', ')}]}\n`,
      );
    const [a, b] = [version(claims(1)), version(claims(5000))];
    const start = performance.now();
    const { claims: found } = agreementOf(a, b);
    assert.ok(performance.now() - start < 5000);
    assert.deepEqual([found.found.both, found.found.same], [1500, 0]);
  });

  it('is the same whoever comes first', () => {
    const values = fc.constantFrom('1', '2', 'nearly 300', 'two');
    const claim = fc
      .tuple(
        fc.constantFrom('nearly 300 readers', '300 readers before noon', 'Bo Reed waited', 'Ada Quill', 'nowhere'),
        fc.constantFrom('ada', 'bo', 'week'),
        fc.constantFrom('attendance', 'count', 'nonsense'),
        values,
        fc.constantFrom('', ', by: ada', ', stance: denies', ', at: 2020', ', among: readers'),
      )
      .map(
        ([quote, subject, property, value, more]) =>
          `  - {quote: ${quote}, subject: ${subject}, property: ${property}, value: ${value}${more}}\n`,
      );
    const document = fc
      .tuple(
        fc.subarray(['ada', 'bo', 'archive', 'week', '{ada: Quill}', '{bo: [readers]}']),
        fc.array(claim, { maxLength: 6 }),
      )
      .map(([entities, claims]) => doc(`[${entities.join(', ')}]`, claims.join('')));
    fc.assert(
      fc.property(document, document, (a, b) => {
        const [one, other] = [compare(a, b), compare(b, a)];
        assert.deepEqual(one.mentions.sameEntity, other.mentions.sameEntity);
        assert.deepEqual(
          [one.claims.found.both, one.claims.found.same],
          [other.claims.found.both, other.claims.found.same],
        );
        const figures = ({ mentions: { found } }: typeof one) => [
          found.exact,
          found.f1,
          found.overlapF1,
          found.kappa,
          found.alpha,
        ];
        for (const [i, value] of figures(one).entries()) {
          const back = figures(other)[i]!;
          assert.ok(value === back || Math.abs((value as number) - (back as number)) < 1e-9);
        }
        const sorted = (all: readonly Disagreement[]) =>
          all.map((d) => JSON.stringify([d.difference, d.times, d.a?.says, d.b?.says])).sort();
        assert.deepEqual(sorted(one.disagreements), sorted(other.disagreements.map(swap)));
        assert.deepEqual(compare(a, a).disagreements, []);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the text that two annotators have in common', () => {
  it('has places of its own, whatever the line ends', () => {
    const text = '---\r\nx: 1\r\n---\r\nab\r\ncd\r\n\r\n';
    const start = text.indexOf('ab');
    const body = bodyOf({ text, body: { start, end: text.length } });
    assert.equal(body.text, 'ab\ncd');
    assert.deepEqual(body.within({ start: text.indexOf('cd'), end: text.indexOf('cd') + 2 }), { start: 3, end: 5 });
  });

  it('falls into words, Han characters and marks', () => {
    const words = (text: string) => tokensOf(text).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(words('Dr O’Neil, 2nd:\n沈蓓莉𠮷を'), [
      'Dr',
      'O',
      '’',
      'Neil',
      ',',
      '2nd',
      ':',
      '沈',
      '蓓',
      '莉',
      '𠮷',
      'を',
    ]);
    assert.deepEqual(words(' \n'), []);
  });
});
