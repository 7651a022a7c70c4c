import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../screenshots.mjs';

describe('the packaged extension', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({ folder: 'test/vscode/corpus' });
  });
  after(() => workbench?.close());

  it('says who a mention is, when the mouse rests on it', async () => {
    await workbench.openFile('documents/harbour.md');
    assert.match(await workbench.hoverText('Ferro'), /Ada Ferro/);
  });
});
