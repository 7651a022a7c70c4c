/** Drives a headless Neovim through its remote socket. Knows Neovim, nothing of Concord. */

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Home, output, until } from './editor.ts';

export class Neovim {
  static async start(home: Home): Promise<Neovim> {
    const socket = join(home.folder, 'neovim.sock');
    const child = spawn('nvim', ['--headless', '--listen', socket], {
      cwd: home.folder,
      env: home.variables,
      stdio: 'ignore',
    });
    const editor = new Neovim(home, socket, child);
    await until('Neovim', () => editor.lua('return true').catch(() => false), Boolean);
    return editor;
  }

  private constructor(
    private readonly home: Home,
    private readonly socket: string,
    private readonly child: ChildProcess,
  ) {}

  /** What the body of a function in Lua returns. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever the function says.
  async lua(body: string): Promise<any> {
    const code = `vim.json.encode({ (function() ${body} end)() })`.replaceAll(/\s*\n\s*/g, ' ').replaceAll("'", "''");
    const said = await output(
      'nvim',
      ['--server', this.socket, '--remote-expr', `luaeval('${code}')`],
      this.home.variables,
    );
    return JSON.parse(said)[0];
  }

  /** Types keys, with `<C-x>` and the like. */
  async type(keys: string): Promise<void> {
    await output('nvim', ['--server', this.socket, '--remote-send', keys], this.home.variables);
  }

  async open(file: string): Promise<void> {
    await this.lua(`vim.cmd('edit! ' .. vim.fn.fnameescape(${JSON.stringify(this.home.path(file))}))`);
  }

  /** Puts the cursor on the beginning of the nth occurrence of a text, from 1. */
  async cursorOn(text: string, nth = 1): Promise<void> {
    const found = await this.lua(`
      vim.api.nvim_win_set_cursor(0, {1, 0})
      local at
      for i = 1, ${nth} do at = vim.fn.search('\\\\V' .. ${JSON.stringify(text)}, i == 1 and 'cW' or 'W') end
      return at`);
    if (!found) throw new Error(`${text} is not there`);
  }

  text(): Promise<string> {
    return this.lua("return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\\n') .. '\\n'");
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    await this.lua("vim.defer_fn(function() vim.cmd('qall!') end, 10)").catch(() => undefined);
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(timer);
  }
}
