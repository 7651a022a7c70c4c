/** Concord in Neovim, set up as its page says: what a person sees there, not what goes over the wire. */

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { Home, passOver, until, versionOf } from './editor.ts';
import { Neovim } from './neovim.ts';

const version = versionOf('nvim');
const isNew = /^NVIM v(?:[1-9]|0\.(?:1[1-9]|[2-9]\d))/.test(version ?? '');

describe(`Concord in Neovim${version === undefined ? ' (skipped: nvim is not installed)' : ` (${version})`}`, function () {
  this.timeout(60_000);
  let home: Home;
  let editor: Neovim;

  const findings = () =>
    editor.lua(`
      local found = vim.tbl_map(function(one)
        local line = vim.api.nvim_buf_get_lines(0, one.lnum, one.lnum + 1, true)[1]
        return one.code .. ' ' .. line:sub(one.col + 1, one.end_col)
      end, vim.diagnostic.get(0))
      table.sort(found)
      return found`) as Promise<string[]>;
  const found = (...expected: readonly string[]) =>
    until('the findings', findings, (all) => JSON.stringify(all) === JSON.stringify(expected));
  const FIRST = ['quote-altered 31 guests', 'unresolved-entity fiar', 'untagged-name Bo Reed'];

  before(async function () {
    if (version === undefined) passOver(this, 'nvim');
    home = await Home.make();
    home.setUp('neovim.md', isNew ? 'neovim-0.11' : 'neovim-0.7', '.config/nvim/init.lua');
    editor = await Neovim.start(home);
    // A person is asked in a menu; the test chooses by name.
    await editor.lua(`
      _G.offered, _G.choice = {}, nil
      vim.ui.select = function(items, options, done)
        _G.offered = vim.tbl_map(options.format_item, items)
        for i, title in ipairs(_G.offered) do
          if _G.choice and title:find(_G.choice, 1, true) then return done(items[i], i) end
        end
        done(nil)
      end`);
  });
  beforeEach(async () => {
    await editor.lua("vim.cmd('silent! %bwipeout!')");
    home.restore();
    await editor.open('documents/first.md');
    await found(...FIRST);
  });
  after(async () => {
    await editor?.stop();
    home?.remove();
  });

  it('shows the findings where they are, also behind characters of two units', async () => {
    const [altered] = await editor.lua('return vim.diagnostic.get(0, { lnum = 8 })');
    assert.equal(altered.source, 'concord');
    assert.match(altered.message, /“31” here, “30” in the text/);
  });

  it('follows what is typed', async () => {
    await editor.cursorOn('31 guests');
    await editor.type('cw30<Esc>');
    // The value is wrong now, and the quote is right.
    await found('quote-value-mismatch 31', 'unresolved-entity fiar', 'untagged-name Bo Reed');
    await editor.cursorOn('fiar');
    await editor.type('cwfair<Esc>');
    await until('fewer findings', findings, (all) => !all.some((one) => one.includes('fiar')));
  });

  it('says on hover who that is', async () => {
    await editor.cursorOn('Ada Quill opened');
    await editor.lua('vim.lsp.buf.hover()');
    const shown = await until(
      'the hover',
      () =>
        editor.lua(`
          for _, window in ipairs(vim.api.nvim_list_wins()) do
            if vim.api.nvim_win_get_config(window).relative ~= '' then
              return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), '\\n')
            end
          end
          return vim.NIL`),
      (text) => text !== null,
    );
    assert.match(shown, /Ada Quill/);
    assert.match(shown, /person/i);
  });

  it('completes ids, without the marks of snippets', async () => {
    await editor.cursorOn('fair:');
    await editor.type('o<Esc>0C  b<C-x><C-o>');
    const items = await until(
      'the completion',
      () =>
        editor.lua("return vim.tbl_map(function(item) return item.word end, vim.fn.complete_info({'items'}).items)"),
      (all) => all.length > 0,
    );
    assert.deepEqual(items, ['bo:']);
    await editor.type('<Esc>u');
    await editor.cursorOn('claims:');
    await editor.type('o<Esc>0C  - <C-x><C-o>');
    const keys = await until(
      'the keys',
      () =>
        editor.lua("return vim.tbl_map(function(item) return item.word end, vim.fn.complete_info({'items'}).items)"),
      (all) => all.length > 0,
    );
    assert.ok(
      keys.some((one: string) => one.startsWith('quote')),
      `${keys}`,
    );
    assert.deepEqual(
      keys.filter((one: string) => /[$\\]/.test(one)),
      [],
    );
  });

  it('goes to the record of a name', async () => {
    await editor.cursorOn('Ada Quill opened');
    await editor.lua('vim.lsp.buf.definition()');
    const at = await until(
      'the definition',
      () => editor.lua("return vim.fn.expand('%:t') .. ':' .. vim.fn.line('.') .. ':' .. vim.fn.col('.')"),
      (place) => !place.startsWith('first.md'),
    );
    assert.equal(at, 'people.yaml:1:1');
  });

  it('lists the references', async () => {
    await editor.cursorOn('fair:');
    await editor.lua('vim.lsp.buf.references()');
    const places = await until(
      'the references',
      () => editor.lua('return #vim.fn.getqflist()'),
      (n) => n > 5,
    );
    assert.ok(places >= 6, `${places}`);
  });

  it('renames an id in all files', async () => {
    await editor.cursorOn('ada:');
    await editor.lua("vim.lsp.buf.rename('ada-quill')");
    await until(
      'the new name',
      () => editor.text(),
      (text) => text.includes('\n  ada-quill:\n'),
    );
    await editor.lua("vim.cmd('silent wall')");
    assert.ok(home.read('entities/people.yaml').startsWith('ada-quill: {type: person'));
    assert.ok(home.read('documents/second.md').includes('entities: [ada-quill, fair]'));
    assert.ok(home.read('documents/first.md').includes('Ada Quill opened'));
  });

  it('mends what a quick fix mends', async () => {
    await editor.cursorOn('fiar');
    await editor.lua("_G.choice = 'Change to fair' vim.lsp.buf.code_action()");
    await until(
      'the fix',
      () => editor.text(),
      (text) => text.includes('"𝒳𝒳 again", subject: fair,'),
    );
    await found('conflicting-quantity 30', 'missing-scope 30', 'quote-altered 31 guests', 'untagged-name Bo Reed');
  });

  it('creates a record, also in a file that is not there yet', async () => {
    const [people] = home.read('entities/people.yaml').split('fair:');
    writeFileSync(home.path('entities/people.yaml'), people!);
    await until('the news', findings, (all) => all.includes('unresolved-entity fair'));
    await editor.cursorOn('fiar');
    await editor.lua("_G.choice = 'Create a record' vim.lsp.buf.code_action()");
    await until('the record', findings, (all) => !all.includes('unresolved-entity fiar'));
    await editor.lua("vim.cmd('silent wall')");
    assert.match(home.read('entities/events.yaml'), /^fiar:\n/);
  });

  it('tags a name', async () => {
    await editor.cursorOn('Bo Reed');
    await editor.lua("_G.choice = 'Tag Bo Reed' vim.lsp.buf.code_action()");
    await until(
      'the tag',
      () => editor.text(),
      (text) => /\n {2}bo:\n/.test(text),
    );
    await found('quote-altered 31 guests', 'unresolved-entity fiar');
  });

  it('makes a claim of a selection', async () => {
    await editor.lua(`
      _G.choice = 'attendance'
      local line = vim.api.nvim_buf_get_lines(0, 11, 12, true)[1]
      local from = line:find('30 guests came', 1, true) - 1
      local range = { start = { 12, from }, ['end'] = { 12, from + 14 } }
      if vim.lsp.buf.range_code_action then vim.lsp.buf.range_code_action(nil, range.start, range['end'])
      else vim.lsp.buf.code_action({ range = range }) end`);
    const text = await until(
      'the claim',
      () => editor.text(),
      (all) => all.includes('quote: 30 guests'),
    ).catch(async (reason) => {
      throw new Error(`${reason.message}; offered: ${JSON.stringify(await editor.lua('return _G.offered'))}`);
    });
    assert.match(text, /quote: 30 guests came[\s\S]*subject: fair[\s\S]*value: 30/);
  });

  it('notices what another program writes', async () => {
    writeFileSync(home.path('entities/people.yaml'), home.read('entities/people.yaml').replace('fair:', 'fiar:'));
    await until('the news', findings, (all) => all.some((one) => one === 'unresolved-entity fair'));
  });

  it('offers nothing that Neovim cannot do', async () => {
    await editor.cursorOn('31 guests');
    await editor.lua('_G.choice = nil vim.lsp.buf.code_action()');
    const offered = await until(
      'the menu',
      () => editor.lua('return _G.offered'),
      (all) => all.length > 0,
    );
    const unknown = await editor.lua(`
      local said = vim.api.nvim_exec('messages', true)
      return said`);
    assert.doesNotMatch(unknown, /error|not supported/i);
    assert.ok(offered.length > 0);
  });
});
