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
    let card = await workbench.hoverText('Ferro');
    // While the window still settles, the mouse may come to rest on something else.
    for (let tries = 0; tries < 4 && !card.includes('Ada Ferro'); tries++) {
      await workbench.leave();
      card = await workbench.hoverText('Ferro');
    }
    assert.match(card, /Ada Ferro/);
  });
});
