import assert from 'node:assert/strict';
import { concord } from './memory.ts';

const files = {
  'c/concord.yaml': 'version: 1\n',
  'c/entities/e.yaml': 'ada: {type: person, name: Ada}\n',
  'c/a.md': '---\nentities: [ada, who]\n---\nAda said so.\n',
};

describe('concord check --profile', () => {
  it('tells on standard error what took how long, and finds the same', async () => {
    const plain = await concord(['check', '--format', 'json'], { files });
    const { code, stdout, stderr } = await concord(['check', '--format', 'json', '--profile'], { files });
    assert.deepEqual([code, stdout], [plain.code, plain.stdout]);
    assert.match(stderr, /^profile: +\d+\.\d ms in all, \d+ MB of memory$/m);
    for (const part of ['looking for files', 'reading', 'checking', 'reporting', 'c/a.md', 'unresolved-entity'])
      assert.match(stderr, new RegExp(`^ +\\d+\\.\\d ms  ${part.replaceAll('.', '\\.')}$`, 'm'));
  });

  it('goes with nothing that is checked otherwise', async () => {
    const { code, stderr } = await concord(['check', '--profile', '--staged'], { files });
    assert.equal(code, 2);
    assert.match(stderr, /--profile and --staged contradict each other/);
  });
});
