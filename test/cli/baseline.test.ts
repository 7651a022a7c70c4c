import assert from 'node:assert/strict';
import fc from 'fast-check';
import { concord, parsed } from './memory.ts';

const claim = (quote: string) => `  - {quote: ${quote}, subject: nobody, property: said, value: x}\n`;
const FILES = {
  'concord.yaml': 'version: 1\n',
  'entities/p.yaml': 'ada: {type: person, name: Ada}\n',
  'documents/a.md': `---\nentities: [ada, adda]\nclaims:\n${claim('Ada')}---\nAda.\n`,
  'documents/b.md': '---\nentities: [ada, ghost]\n---\nAda.\n',
};
const BASELINE = ['check', '--baseline', 'known.json'];

async function written(files: Readonly<Record<string, string>> = FILES, ...args: string[]) {
  const outcome = await concord([...BASELINE, '--write-baseline', ...args], { files });
  const now = Object.fromEntries([...outcome.files].map(([path, text]) => [path.replace('/desk/', ''), text]));
  return { ...outcome, now };
}

describe('concord check --baseline', () => {
  it('leaves out what was written down, and reports what is new', async () => {
    const { code, stdout, stderr, now } = await written();
    assert.deepEqual([code, stderr], [0, 'concord: 3 findings listed in known.json\n']);
    assert.match(stdout, /^No findings/);
    assert.match(
      now['known.json']!,
      /^\{\n {2}"version": 1,\n {2}"findings": \[\n(?: {4}\{"file":"documents\/[^\n]*\}(?:,|)\n){3} {2}\]\n\}\n$/,
    );
    const known = await concord([...BASELINE, '--max-warnings', '0'], { files: now });
    assert.deepEqual([known.code, known.stderr], [0, 'concord: 3 findings left out, as known.json says\n']);
    const files = { ...now, 'documents/c.md': FILES['documents/b.md'] };
    const fresh = await concord([...BASELINE, '--format', 'concise'], { files });
    assert.equal(fresh.code, 1);
    assert.match(fresh.stdout, /^documents\/c\.md:2:17: error\[unresolved-entity\][^\n]*\n$/);
  });

  it('knows a finding again after lines have moved, not after it says something else', async () => {
    const { now } = await written();
    const moved = now['documents/a.md']!.replace('claims:', '# why\n\nclaims:').replace('Ada.\n', 'First.\n\nAda.\n');
    const same = await concord(BASELINE, { files: { ...now, 'documents/a.md': moved } });
    assert.equal(same.code, 0);
    const other = moved.replace('adda', 'addie');
    const { code, stdout, stderr } = await concord([...BASELINE, '--format', 'concise'], {
      files: { ...now, 'documents/a.md': other },
    });
    assert.equal(code, 1);
    assert.match(stdout, /addie/);
    assert.match(stderr, /known\.json is out of date: gone is unresolved-entity in documents\/a\.md: /);
  });

  it('names what is gone, counts it as a warning, and --prune takes it out', async () => {
    const { now } = await written();
    const files = { ...now, 'documents/b.md': '---\nentities: [ada]\n---\nAda.\n' };
    const lax = await concord(BASELINE, { files });
    assert.equal(lax.code, 0);
    assert.match(lax.stderr, /gone is unresolved-entity in documents\/b\.md/);
    assert.match(lax.stderr, /--prune takes out what is gone\n$/);
    assert.equal((await concord([...BASELINE, '--max-warnings', '0'], { files })).code, 1);
    const pruned = await concord([...BASELINE, '--prune'], { files });
    assert.deepEqual([pruned.code, pruned.stderr], [0, 'concord: 1 entry taken out of known.json\n']);
    const left = JSON.parse(pruned.files.get('/desk/known.json')!);
    assert.deepEqual(
      left.findings.map((one: { file: string }) => one.file),
      ['documents/a.md', 'documents/a.md'],
    );
  });

  it('says nothing of files that are not looked at, or cannot be read', async () => {
    const { now } = await written();
    const part = await concord([...BASELINE, '--max-warnings', '0', 'documents/b.md'], { files: now });
    assert.deepEqual([part.code, part.stderr], [0, 'concord: 1 finding left out, as known.json says\n']);
    const broken = { ...now, 'documents/a.md': now['documents/a.md']!.replace('claims:', 'claims: [') };
    const pruned = await concord([...BASELINE, '--prune'], { files: broken });
    assert.equal(pruned.files.get('/desk/known.json'), now['known.json']);
    const settings = { ...now, 'concord.yaml': 'version: [\n' };
    const all = await concord([...BASELINE, '--prune'], { files: settings });
    assert.equal(all.files.get('/desk/known.json'), now['known.json']);
    const { 'documents/b.md': _, ...without } = now;
    assert.match((await concord(BASELINE, { files: without })).stderr, /gone is unresolved-entity in documents\/b\.md/);
  });

  it('renews the entries of the paths alone', async () => {
    const { now } = await written();
    const files = { ...now, 'documents/a.md': FILES['documents/b.md'], 'documents/b.md': 'no annotations\n' };
    const renewed = (await written(files, 'documents/b.md')).now['known.json']!;
    assert.deepEqual(
      JSON.parse(renewed).findings.map((one: { file: string }) => one.file),
      ['documents/a.md', 'documents/a.md'],
    );
  });

  it('names files from where it lies, whoever asks from where', async () => {
    const files = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`corpus/${path}`, text]));
    const made = await concord(['check', '--baseline', 'corpus/known.json', '--write-baseline'], { files });
    const now = Object.fromEntries(made.files);
    assert.match(now['/desk/corpus/known.json']!, /"file":"documents\/a\.md"/);
    const inside = await concord(['check', '--baseline', '../known.json'], {
      files: now,
      cwd: '/desk/corpus/documents',
    });
    assert.deepEqual([inside.code, inside.stderr], [0, 'concord: 3 findings left out, as ../known.json says\n']);
  });

  it('serves every format, and leaves accepted findings alone', async () => {
    const accepted = FILES['documents/a.md'].replace(
      'value: x',
      'value: x, accept: {unresolved-entity: she is nobody}',
    );
    const { now } = await written({ ...FILES, 'documents/a.md': accepted });
    const { findings } = parsed(await concord([...BASELINE, '--format', 'json', '--show-accepted'], { files: now }));
    assert.deepEqual(
      findings.map((one: { accepted: unknown }) => one.accepted),
      [{ reason: 'she is nobody' }],
    );
    assert.equal(JSON.parse(now['known.json']!).findings.length, 2);
  });

  it('says why it cannot be used, and writes over nothing that has changed', async () => {
    const refused = async (text: string | undefined, message: RegExp, ...args: string[]) => {
      const files = { ...FILES, ...(text !== undefined && { 'known.json': text }) };
      const { code, stdout, stderr } = await concord([...BASELINE, ...args], { files });
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, message);
    };
    await refused(undefined, /^concord: the baseline known\.json does not exist; --write-baseline creates it\n$/);
    await refused('{', /it is no JSON/);
    await refused('{\n<<<<<<< ours\n', /it has merge conflicts/);
    await refused('[]', /it is no baseline of version 1/);
    await refused('{"version": 1, "findings": [{"file": 1}]}', /an entry lacks its file or fingerprint/);
    await refused('{}', /it is no baseline/, '--write-baseline');
    const { code, stderr } = await concord([...BASELINE, '--write-baseline'], { files: FILES, changing: true });
    assert.equal(code, 2);
    assert.match(stderr, /known\.json has changed meanwhile, and stays as it is/);
  });

  it('is read by nothing that throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (text) => {
        const { code } = await concord(BASELINE, { files: { ...FILES, 'known.json': text } });
        assert.ok(code === 2 || code === 1);
      }),
      { numRuns: 50 },
    );
  });
});
