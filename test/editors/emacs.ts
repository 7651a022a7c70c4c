/** Drives an Emacs without windows, as a daemon, through its client. Knows Emacs, nothing of Concord. */

import { type ChildProcess, spawn } from 'node:child_process';
import { type Home, output, until } from './editor.ts';

const SERVER = 'concord';

export class Emacs {
  static async start(home: Home): Promise<Emacs> {
    const child = spawn('emacs', [`--fg-daemon=${SERVER}`], {
      cwd: home.folder,
      env: home.variables,
      stdio: 'ignore',
    });
    const editor = new Emacs(home, child);
    await until('Emacs', () => editor.lisp('t').catch(() => false), Boolean);
    return editor;
  }

  private constructor(
    private readonly home: Home,
    private readonly child: ChildProcess,
  ) {}

  /** What a form says, in the buffer that is shown. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever the form says.
  async lisp(form: string): Promise<any> {
    // What Emacs prints of a text is read by Lisp, and in an encoding of its own: letters and digits say it without doubt.
    const code = `(with-current-buffer (window-buffer)
      (base64-encode-string (encode-coding-string (json-encode (list ${form})) 'utf-8) t))`;
    const said = await output('emacsclient', ['-s', SERVER, '--eval', code], this.home.variables);
    return JSON.parse(Buffer.from(said.trim().replaceAll('"', ''), 'base64').toString('utf8'))[0];
  }

  /** Opens a file, and does what follows a command and what follows its being shown. */
  async open(file: string): Promise<void> {
    const path = JSON.stringify(this.home.path(file));
    await this.lisp(`(progn (switch-to-buffer (find-file-noselect ${path}))
      (run-hooks 'post-command-hook 'window-configuration-change-hook) t)`);
  }

  /** Puts the cursor on the beginning of the nth occurrence of a text, from 1. */
  async cursorOn(text: string, nth = 1): Promise<void> {
    const form = `(progn (goto-char (point-min))
      (when (search-forward ${JSON.stringify(text)} nil t ${nth}) (goto-char (match-beginning 0)) (set-window-point nil (point)) t))`;
    if (!(await this.lisp(form))) throw new Error(`${text} is not there`);
  }

  text(): Promise<string> {
    return this.lisp('(buffer-substring-no-properties (point-min) (point-max))');
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    await this.lisp('(run-at-time 0.01 nil (lambda () (let (kill-emacs-hook) (kill-emacs))))').catch(() => undefined);
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(timer);
  }
}
