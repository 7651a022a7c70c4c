import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Document, parseDocument } from '../../server/src/core/document.ts';
import {
  addClaim,
  addForm,
  declare,
  type Edits,
  type FormKind,
  removeClaim,
  removeClaimKey,
  removeDeclaration,
  setClaimKey,
  setSourceKey,
} from '../../server/src/core/edit.ts';
import { format, formatted } from '../../server/src/core/format.ts';
import { claim, FORMS, IDS, KEYS, write, written } from './editDocuments.ts';
import { applied } from './editNotation.ts';

/** What a document says, kept apart from how it is written. */
interface Model {
  entities: { id: string; as: string[]; sic: string[]; not: string[] }[];
  claims: Record<string, string>[];
  digest: string | undefined;
}

const modelOf = (document: Document): Model => ({
  entities: document.annotations.entities.map(({ id, as, sic, not }) => ({
    id: id.value,
    as: as.map(({ value }) => value),
    sic: sic.map(({ value }) => value),
    not: not.map(({ value }) => value),
  })),
  claims: document
    .root!.entries.flatMap(({ key, value }) => (key.value === 'claims' && value.kind === 'seq' ? value.items : []))
    .map((item) =>
      Object.fromEntries(
        item.kind === 'map'
          ? item.entries.map(({ key, value }) => [key.value, value.kind === 'scalar' ? value.value : ''])
          : [],
      ),
    ),
  digest: document.annotations.source.digest?.value,
});

interface Step {
  edit(document: Document): Edits;
  /** The change of the model; false where there is nothing to change and the edit says so in its own way. */
  model(model: Model): boolean;
  removes?: boolean;
}

const at = <T>(list: readonly T[], i: number): T | undefined => list[i % Math.max(1, list.length)];

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom(...IDS).map(
    (id): Step => ({
      edit: (document) => declare(document, id),
      model({ entities }) {
        if (!entities.some((one) => one.id === id)) entities.push({ id, as: [], sic: [], not: [] });
        return true;
      },
    }),
  ),
  fc
    .tuple(
      fc.constantFrom(...IDS),
      fc.constantFrom<FormKind & ('as' | 'sic' | 'not')>('as', 'sic', 'not'),
      fc.constantFrom(...FORMS),
    )
    .map(
      ([id, kind, form]): Step => ({
        edit: (document) => addForm(document, id, kind, form),
        model({ entities }) {
          let one = entities.find((other) => other.id === id);
          if (!one) {
            one = { id, as: [], sic: [], not: [] };
            entities.push(one);
          }
          if (!one[kind].includes(form)) one[kind].push(form);
          return true;
        },
      }),
    ),
  fc.constantFrom(...IDS).map(
    (id): Step => ({
      removes: true,
      edit: (document) => removeDeclaration(document, id),
      model(model) {
        const some = model.entities.some((one) => one.id === id);
        model.entities = model.entities.filter((one) => one.id !== id);
        return some;
      },
    }),
  ),
  fc.tuple(fc.nat(9), fc.constantFrom(...KEYS), fc.constantFrom(...FORMS)).map(
    ([i, key, value]): Step => ({
      edit: (document) => setClaimKey(document, at(document.annotations.claims, i)!, key, value),
      model({ claims }) {
        const one = at(claims, i);
        if (one) one[key] = value;
        return one !== undefined;
      },
    }),
  ),
  fc.tuple(fc.nat(9), fc.constantFrom(...KEYS, 'quote')).map(
    ([i, key]): Step => ({
      removes: true,
      edit: (document) => removeClaimKey(document, at(document.annotations.claims, i)!, key),
      model({ claims }) {
        const one = at(claims, i);
        if (!one || Object.keys(one).length < 2) return false;
        delete one[key];
        return true;
      },
    }),
  ),
  fc.nat(9).map(
    (i): Step => ({
      removes: true,
      edit: (document) => removeClaim(document, at(document.annotations.claims, i)!),
      model({ claims }) {
        if (claims.length > 0) claims.splice(i % claims.length, 1);
        else return false;
        return true;
      },
    }),
  ),
  claim.map(
    (data): Step => ({
      edit: (document) => addClaim(document, { quote: 'r', ...data }),
      model({ claims }) {
        claims.push({ quote: 'r', ...data });
        return true;
      },
    }),
  ),
  fc.constantFrom('sha256:1', 'sha256:2').map(
    (digest): Step => ({
      edit: (document) => setSourceKey(document, 'digest', digest),
      model(model) {
        model.digest = digest;
        return true;
      },
    }),
  ),
);

const keysOf = (model: Model): unknown => ({ ...model, claims: model.claims.map((one) => Object.entries(one).sort()) });
const commentsOf = (text: string): readonly string[] => [...text.matchAll(/ ?# c\d+/g)].map(([found]) => found.trim());

describe('edit: random sequences', () => {
  it('mean exactly what was intended and leave all else as it was', () => {
    fc.assert(
      fc.property(written, fc.array(step, { minLength: 1, maxLength: 8 }), (start, steps) => {
        let document = parseDocument('d.md', write(start));
        assert.deepEqual(
          document.problems.filter(({ code }) => code === 'invalid-yaml'),
          [],
          document.text,
        );
        const model = modelOf(document);
        const body = document.text.slice(document.body.start);
        for (const { edit, model: change, removes } of steps) {
          const before = structuredClone(model);
          if (!change(model)) {
            Object.assign(model, before);
            continue;
          }
          const edits = edit(document);
          const after = applied(document.text, edits);
          assert.ok(after !== undefined && edits, `refused:\n${document.text}\n${JSON.stringify(model)}`);
          const next = parseDocument('d.md', after);
          const story = `${document.text}\n->\n${after}`;
          assert.deepEqual(keysOf(modelOf(next)), keysOf(model), story);
          assert.equal(after.slice(next.body.start), body, story);
          if (!removes) {
            const lost = commentsOf(document.text).filter((one) => !commentsOf(after).includes(one));
            assert.deepEqual(lost, [], story);
          }
          const eol = start.crlf ? /(?<!\r)\n/ : /\r\n/;
          assert.doesNotMatch(after.slice(0, next.body.start), eol, story);
          assert.doesNotMatch(after.slice(0, next.body.start), /[ \t](?=\r?\n)/, story);
          document = next;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('leave a file that is in canonical style in it', () => {
    fc.assert(
      fc.property(
        written,
        fc.array(step, { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 4 }),
        (start, steps, blanks) => {
          const lines = write(start).split('\n');
          const last = lines.findIndex((line, i) => i > 0 && /^---\r?$/.test(line));
          for (const place of blanks) lines.splice(1 + (place % last), 0, start.crlf ? '\r' : '');
          const loose = parseDocument('d.md', lines.join('\n'));
          const first = format(loose);
          assert.ok('edits' in first, loose.text);
          let document = parseDocument('d.md', formatted(loose, first.edits));
          for (const { edit, model } of steps) {
            if (!model(modelOf(document))) continue;
            const after = applied(document.text, edit(document));
            assert.ok(after !== undefined, `refused:\n${document.text}`);
            const next = parseDocument('d.md', after);
            assert.deepEqual(format(next), { edits: [] }, `${document.text}\n->\n${after}`);
            document = next;
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('refuse, but never throw, where the file is broken', () => {
    const damage = fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(6),
        fc.constantFrom('', '"', "'", '[', '}', ': ', '\n', '- ', '&a ', '*a', '\t', '|', '#', '---\n', '{'),
      ),
      { minLength: 1, maxLength: 4 },
    );
    let made = 0;
    fc.assert(
      fc.property(written, damage, fc.array(step, { minLength: 1, maxLength: 3 }), (start, cuts, steps) => {
        let text = write(start);
        for (const [place, length, put] of cuts) {
          const from = place % text.length;
          text = text.slice(0, from) + put + text.slice(from + length);
        }
        const document = parseDocument('d.md', text);
        const body = text.slice(document.body.start);
        for (const { edit } of steps) {
          if (document.annotations.claims.length === 0) continue;
          const after = applied(text, edit(document));
          if (after === undefined) continue;
          made++;
          const next = parseDocument('d.md', after);
          assert.equal(after.slice(next.body.start), body);
          assert.ok(
            next.problems.filter(isFault).length <= document.problems.filter(isFault).length,
            `${text}\n->\n${after}`,
          );
        }
      }),
      { numRuns: 600 },
    );
    assert.ok(made > 100, `${made} edits made`);
  });
});

const isFault = ({ code }: { code: string }): boolean => code === 'invalid-yaml';
