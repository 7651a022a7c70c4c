import assert from 'node:assert/strict';
import { check } from '../../server/src/checks/engine/run.ts';
import { propose } from '../../server/src/features/proposing/propose.ts';
import { asProposal, type ProposalRequest } from '../../server/src/features/proposing/request.ts';
import { finished } from '../../server/src/features/steps.ts';
import { libraryOf } from '../fixture.ts';
import { concord, type Machine } from './memory.ts';

const FILES = {
  'concord.yaml': 'version: 1\n',
  'entities/e.yaml': 'forum: {type: event, name: Delta Forum}\nada: {type: person, name: 艾达}\n',
  'documents/d.md': '---\r\ntitle: "D"   # kept\r\n---\r\nThe Delta Forum drew 300 delegates, 艾达 says.\r\n',
};
const AFTER =
  '---\r\ntitle: "D"   # kept\r\nentities: [ada, quay, forum]\r\nclaims:\r\n  - quote: 300 delegates\r\n    subject: forum\r\n    property: attendance\r\n    value: 300\r\n---\r\nThe Delta Forum drew 300 delegates, 艾达 says.\r\n';
const REQUEST: ProposalRequest = {
  document: 'documents/d.md',
  entities: [{ id: 'quay', type: 'person', name: '艾达 says' }],
  mentions: [{ entity: 'ada' }],
  claims: [{ quote: '300 delegates', subject: 'forum', property: 'attendance', value: 300 }],
};

function proposalFor(request: ProposalRequest, files: Readonly<Record<string, string>> = FILES): string {
  const library = libraryOf(new Map(Object.entries(files)));
  const made = finished(
    propose(
      library,
      request,
      ({ code }) => code,
      (path) => check(library, path),
    ),
  );
  assert.ok('files' in made, JSON.stringify(made));
  return JSON.stringify(asProposal(request, made.before, made.after));
}

const plain: ProposalRequest = { ...REQUEST, entities: [] };
const run = (proposal: string, args: readonly string[], machine: Machine = {}, files = FILES) =>
  concord(['apply', 'p.json', ...args], { ...machine, files: { ...files, 'p.json': proposal, ...machine.files } });

describe('concord apply', () => {
  it('shows what it would write and what that does, asks, and writes it', async () => {
    const { code, stdout, stderr, files } = await run(proposalFor(plain), [], { answer: true });
    assert.equal(
      stdout,
      `- mention of ada, by its names
- claim forum · attendance: 300 – “300 delegates”

It raises no finding.

--- a/documents/d.md
+++ b/documents/d.md
@@ -1,4 +1,10 @@
 ---
 title: "D"   # kept
+entities: [ada, forum]
+claims:
+  - quote: 300 delegates
+    subject: forum
+    property: attendance
+    value: 300
 ---
 The Delta Forum drew 300 delegates, 艾达 says.
`,
    );
    assert.equal(stderr, 'Write this into documents/d.md? [y/N] concord: written: documents/d.md\n');
    assert.deepEqual([code, files.get('/desk/documents/d.md')], [0, AFTER.replace('quay, ', '')]);
  });

  it('writes records with it, all files or none', async () => {
    const proposal = proposalFor({ ...REQUEST, entities: [{ id: 'quay', type: 'person', name: 'Quay' }] });
    const { code, files } = await run(proposal, ['--yes']);
    assert.equal(code, 0);
    assert.match(files.get('/desk/entities/e.yaml')!, /\nquay: \{type: person, name: Quay\}\n$/);
    const failed = await run(proposal, ['-y'], { changing: true });
    assert.equal(failed.code, 1);
    assert.match(failed.stderr, /has changed meanwhile: nothing was written/);
    assert.equal(failed.files.get('/desk/documents/d.md'), FILES['documents/d.md']);
  });

  it('writes nothing on --dry-run, on a no, and where there is nobody to ask', async () => {
    const proposal = proposalFor(plain);
    const untouched = async (args: readonly string[], machine: Machine, code: number) => {
      const outcome = await run(proposal, args, machine);
      assert.deepEqual([outcome.code, outcome.files.get('/desk/documents/d.md')], [code, FILES['documents/d.md']]);
      return outcome;
    };
    assert.match((await untouched(['-n'], {}, 0)).stdout, /^\+claims:$/m);
    assert.match((await untouched([], { answer: false }, 1)).stderr, /as you wished/);
    assert.match((await untouched([], {}, 2)).stderr, /nobody to ask/);
    const piped = await concord(['apply', '-', '--yes'], { files: FILES, input: proposal, answer: true });
    assert.equal(piped.code, 0);
    assert.match(
      (await concord(['apply', '-'], { files: FILES, input: proposal, answer: true })).stderr,
      /nobody to ask/,
    );
  });

  it('refuses what was proposed for other texts, or would become something else', async () => {
    const proposal = proposalFor(plain);
    const changed = { ...FILES, 'documents/d.md': FILES['documents/d.md'].replace('300', '400') };
    const refused = async (text: string, files: typeof FILES, pattern: RegExp) => {
      const outcome = await run(text, ['--yes'], {}, files);
      assert.equal(outcome.code, 1, outcome.stderr);
      assert.match(outcome.stderr, pattern);
      assert.match(outcome.stderr, /nothing was written/);
      assert.equal(outcome.files.get('/desk/documents/d.md'), files['documents/d.md']);
    };
    await refused(proposal, changed, /documents\/d\.md has changed since this was proposed/);
    const renamed = { ...FILES, 'entities/e.yaml': FILES['entities/e.yaml'].replace('ada:', 'bo:') };
    await refused(proposal, renamed, /mentions\[0\]: There is no record with the id "ada"/);
    const data = JSON.parse(proposal);
    const edited = { ...data, claims: [{ ...data.claims[0], value: '300 delegates' }] };
    await refused(JSON.stringify(edited), FILES, /not what was proposed/);
    const wrong = { ...data, claims: [{ ...data.claims[0], value: 301 }] };
    await refused(JSON.stringify(wrong), FILES, /claims\[0\]: .*301/);
    const outside = { ...data, document: '../d.md' };
    await refused(JSON.stringify(outside), FILES, /no document of the corpus/);
    const elsewhere = { ...data, before: { ...data.before, '../../etc/passwd': 'sha256:0' } };
    await refused(JSON.stringify(elsewhere), FILES, /etc\/passwd has changed since/);
    await refused(proposal, { ...FILES, 'concord.yaml': 'documents: nothing/*.md\n' }, /documents\/d\.md has changed/);
  });

  it('has nothing to write twice', async () => {
    const { files } = await run(proposalFor(plain), ['-y']);
    const again = Object.fromEntries([...files].map(([path, text]) => [path.replace('/desk/', ''), text]));
    const only = { ...plain, claims: [] };
    const done = await run(proposalFor(only, again), ['-y'], {}, again as typeof FILES);
    assert.deepEqual([done.code, done.stdout], [0, '']);
    assert.match(done.stderr, /says all of it already/);
  });

  it('refuses what is no proposal, and a wrong request', async () => {
    for (const text of ['', '{}', '[1]', '{"concord":"proposal"}']) {
      const { code, stderr } = await run(text, ['--yes']);
      assert.deepEqual([code, stderr.split('\n').length], [2, 2], stderr);
    }
    const code = async (...args: string[]) => (await concord(['apply', ...args], { files: FILES })).code;
    assert.equal(await code(), 2);
    assert.equal(await code('nowhere.json', '--yes'), 2);
    assert.equal(await code('p.json', 'a', 'b'), 2);
    assert.equal(await code('p.json', '--yes', '--dry-run'), 2);
    const lost = await concord(['apply', '/p.json', '-y'], { files: { '/p.json': proposalFor(plain) }, cwd: '/desk' });
    assert.match(lost.stderr, /^concord: no corpus in \./);
  });

  it('shows control characters, and drives no terminal', async () => {
    const claims = [{ ...plain.claims[0]!, note: '\u001b[2J\u202e' }];
    const { stdout, code } = await run(proposalFor({ ...plain, claims }), ['-n']);
    assert.equal(code, 0);
    assert.ok(!/[\u001b\u202e]/.test(stdout));
  });
});
