import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { accepting, activated, at, closed, eventually, folderWith, selected } from './extension.ts';

const BODY = 'Shen Beili met Ma Zhaoxu. Shen Beily left the Delta Forum.\n\nIt drew 212 delegates from 41 countries.\n';
const head = (entities: string, claims = '') => `---\ndate: 2020-05-04\nlang: en\n${entities}${claims}---\n${BODY}`;
const DOCUMENT = head('entities: [shen-beili, ma-zhaoxu, forum]\n');
const TWO = `claims:
  - quote: drew 212 delegates from 41 countries
    subject: forum
    property: attendance
    value: 212
  - quote: drew 212 delegates from 41 countries
    subject: forum
    property: represented-countries
    value: 41
`;
const CORPUS = {
  'concord.yaml': 'version: 1\n',
  'entities/e.yaml':
    'shen-beili: {type: person, name: Shen Beili}\nma-zhaoxu: {type: person, name: Ma Zhaoxu}\nforum: {type: event, name: Delta Forum}\n',
  'a.md': DOCUMENT,
  'claims.md': head('entities: [shen-beili, ma-zhaoxu, forum]\n', TWO),
};

describe('annotating', () => {
  let root: vscode.Uri;

  before(activated);
  beforeEach(async () => {
    root = await folderWith(CORPUS);
  });
  afterEach(closed);

  /** Runs a command on a text, and takes back what it wrote: the entities, and nothing else. */
  async function writes(command: string, text: string, entities: string, given?: object): Promise<void> {
    const { document } = await selected(at(root, 'a.md'), text);
    assert.equal(await accepting(command, given), true);
    assert.equal(document.getText(), head(`entities: ${entities}\n`));
    await vscode.commands.executeCommand('undo');
    await eventually('The text as it was', () => document.getText() === DOCUMENT);
    assert.equal(document.isDirty, false);
  }

  it('takes a tag back', () => writes('concord.untag', 'Ma Zhaoxu', '[shen-beili, forum]'));

  it('keeps an error of the source', () =>
    writes('concord.sic', 'Shen Beily', '[{shen-beili: {sic: [Shen Beily]}}, ma-zhaoxu, forum]'));

  it('says that a name is no mention', () =>
    writes('concord.notMention', 'Delta Forum', '[shen-beili, ma-zhaoxu, {forum: {not: [Delta Forum]}}]'));

  it('tags with another what was tagged', () =>
    writes('concord.tag', 'Ma Zhaoxu', '[{shen-beili: {here: [Ma Zhaoxu]}}, forum]', {
      id: 'shen-beili',
      way: 'here',
    }));

  it('nests a claim in the other of its passage', async () => {
    const uri = at(root, 'claims.md');
    const { document } = await selected(uri, 'property: represented-countries');
    const before = document.getText();
    assert.equal(await accepting('concord.nestClaim'), true);
    assert.match(
      document.getText(),
      / {4}value: 212\n {4}claims:\n {6}- (?:\{property: represented-countries, value: 41\}|property: represented-countries\n {8}value: 41)\n---\n/,
    );
    await vscode.commands.executeCommand('undo');
    await eventually('The text as it was', () => document.getText() === before);
  });

  it('leaves stops for what is written by hand', async () => {
    const { document } = await selected(at(root, 'a.md'), 'drew 212 delegates');
    const making = vscode.commands.executeCommand('concord.makeClaim');
    await new Promise((done) => setTimeout(done, 1_500)); // until it has asked
    // The line that leads there is the last one.
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectPrevious');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    assert.equal(await making, true);
    for (const text of ['forum', 'attendance']) {
      await vscode.commands.executeCommand('type', { text });
      await vscode.commands.executeCommand('hideSuggestWidget');
      await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    }
    await vscode.commands.executeCommand('leaveSnippet');
    assert.match(
      document.getText(),
      /claims:\n {2}- quote: drew 212 delegates\n {4}subject: forum\n {4}property: attendance\n {4}value: 212/,
    );
    assert.ok(document.getText().endsWith(`---\n${BODY}`));
  });
});
