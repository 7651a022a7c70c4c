/** Concord in Emacs with Eglot, set up as its page says: what a person sees there, not what goes over the wire. */

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { Home, passOver, until, versionOf } from './editor.ts';
import { Emacs } from './emacs.ts';

const version = versionOf('emacs');

describe(`Concord in Emacs${version === undefined ? ' (skipped: emacs is not installed)' : ` (${version})`}`, function () {
  this.timeout(60_000);
  let home: Home;
  let editor: Emacs;

  const findings = async () =>
    (
      (await editor.lisp(`(vconcat (mapcar (lambda (one)
        (concat (flymake-diagnostic-text one) "\\t"
                (buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one))))
        (flymake-diagnostics)))`)) as string[]
    )
      .map((one) => one.replace(/^concord \[([^\]]+)\][\s\S]*\t/, '$1 '))
      .sort();
  const found = (...expected: readonly string[]) =>
    until('the findings', findings, (all) => JSON.stringify(all) === JSON.stringify(expected));
  const FIRST = ['quote-altered 31 guests', 'unresolved-entity fiar', 'untagged-name Bo Reed'];
  /** Does what a command does that asks a person to choose, who takes what begins so, and says yes to everything. */
  const choosing = (start: string, form: string) =>
    editor.lisp(`(cl-letf (((symbol-function 'completing-read)
                  (lambda (_ items &rest _) (car (seq-find (lambda (item) (string-prefix-p "${start}" (car item))) items))))
                 ((symbol-function 'y-or-n-p) (lambda (&rest _) t))
                 (last-nonmenu-event ?x))
         ${form} t)`);
  const act = (start: string) => choosing(start, '(eglot-code-actions (point) (point) nil t)');

  before(async function () {
    if (version === undefined) passOver(this, 'emacs');
    home = await Home.make();
    home.setUp('emacs.md', 'emacs', '.emacs.d/init.el');
    editor = await Emacs.start(home);
    if (await editor.lisp("(not (fboundp 'eglot-ensure))")) {
      console.log('    Eglot is not installed: skipped');
      passOver(this, 'Eglot');
    }
    // A test leaves buffers behind that nobody wants to save.
    await editor.lisp('(setq make-backup-files nil create-lockfiles nil auto-save-default nil)');
  });
  beforeEach(async () => {
    await editor.lisp(`(progn (dolist (buffer (buffer-list))
      (when (buffer-file-name buffer) (with-current-buffer buffer (set-buffer-modified-p nil)) (kill-buffer buffer))) t)`);
    home.restore();
    await editor.open('documents/first.md');
    await found(...FIRST);
  });
  after(async () => {
    await editor?.stop();
    home?.remove();
  });

  it('has one server for all files of a corpus', async () => {
    await editor.open('entities/people.yaml');
    await editor.open('documents/second.md');
    const folders = await until(
      'the server',
      () =>
        editor.lisp(`(vconcat (mapcar (lambda (server) (project-root (eglot--project server)))
          (apply #'append (hash-table-values eglot--servers-by-project))))`),
      (all) => all.length > 0,
    );
    assert.equal(folders.length, 1);
    assert.match(folders[0], /\/corpus\/$/);
    await until('its care', () => editor.lisp('(and (eglot-managed-p) t)'), Boolean);
  });

  it('shows the findings where they are, with the other side in words', async () => {
    const [text] = (await editor.lisp(
      '(vconcat (mapcar #\'flymake-diagnostic-text (seq-filter (lambda (one) (string-search "altered" (flymake-diagnostic-text one))) (flymake-diagnostics))))',
    )) as string[];
    assert.match(text!, /“31” here, “30” in the text/);
    assert.match(text!, /\nfirst\.md:12: The nearest passage/);
  });

  it('follows what is typed', async () => {
    await editor.cursorOn('31 guests');
    await editor.lisp('(progn (delete-char 2) (insert "30") t)');
    await found('quote-value-mismatch 31', 'unresolved-entity fiar', 'untagged-name Bo Reed');
  });

  it('says on hover who that is', async () => {
    await editor.cursorOn('Ada Quill opened');
    await editor.lisp(
      '(progn (eglot-hover-eldoc-function (lambda (text &rest _) (setq the-hover (substring-no-properties text)))) t)',
    );
    const ask = (): Promise<string> => editor.lisp('(bound-and-true-p the-hover)');
    const shown = await until('the hover', ask, Boolean);
    assert.match(shown, /Ada Quill/);
    assert.match(shown, /Person/);
  });

  it('completes ids, without the marks of snippets', async () => {
    await editor.cursorOn('fair:');
    const completed = (typed: string) =>
      editor.lisp(`(progn (end-of-line) (insert "\\n  ${typed}") (completion-at-point)
        (buffer-substring-no-properties (line-beginning-position) (line-end-position 2)))`);
    assert.equal(await completed('b'), '  bo:\nclaims:');
    // Eglot 1.9 would eat into the next line if it were offered what begins otherwise than what was typed.
    const [, second] = (await completed('reed')).split('\n');
    assert.equal(second, 'claims:');
    await editor.cursorOn('---', 2);
    const keys: string[] = await editor.lisp(`(progn (insert "  - \\n") (backward-char)
      (let* ((capf (eglot-completion-at-point)) (table (nth 2 capf)))
        (vconcat (mapcar #'substring-no-properties (all-completions "" table)))))`);
    assert.ok(keys.includes('quote'), `${keys}`);
    assert.deepEqual(
      keys.filter((one) => /[$\\]/.test(one)),
      [],
    );
  });

  it('goes to the record of a name', async () => {
    await editor.cursorOn('Ada Quill opened');
    await editor.lisp("(progn (call-interactively #'xref-find-definitions) t)");
    const at = await editor.lisp('(format "%s:%s:%s" (buffer-name) (line-number-at-pos) (current-column))');
    assert.equal(at, 'people.yaml:1:0');
  });

  it('renames an id in all files', async () => {
    await editor.cursorOn('ada:');
    await choosing('', '(eglot-rename "ada-quill")');
    await editor.lisp('(progn (save-some-buffers t) t)');
    assert.ok(home.read('entities/people.yaml').startsWith('ada-quill: {type: person'));
    assert.ok(home.read('documents/second.md').includes('entities: [ada-quill, fair]'));
    assert.ok(home.read('documents/first.md').includes('\n  ada-quill:\n'));
    assert.ok(home.read('documents/first.md').includes('Ada Quill opened'));
  });

  it('mends what a quick fix mends', async () => {
    await editor.cursorOn('fiar');
    await act('Change to fair');
    assert.ok((await editor.text()).includes('"𝒳𝒳 again", subject: fair,'));
    await found('conflicting-quantity 30', 'missing-scope 30', 'quote-altered 31 guests', 'untagged-name Bo Reed');
  });

  it('creates a record in a file that is not there yet', async () => {
    const [people] = home.read('entities/people.yaml').split('fair:');
    writeFileSync(home.path('entities/people.yaml'), people!);
    await until('the news', findings, (all) => all.includes('unresolved-entity fair'));
    await editor.cursorOn('fiar');
    await act('Create a record');
    await editor.lisp('(progn (save-some-buffers t) t)');
    assert.match(home.read('entities/events.yaml'), /^fiar:\n/);
    await until('the record', findings, (all) => !all.includes('unresolved-entity fiar'));
  });

  it('tags a name', async () => {
    await editor.cursorOn('Bo Reed');
    await act('Tag Bo Reed');
    assert.match(await editor.text(), /\n {2}bo:\n/);
    await found('quote-altered 31 guests', 'unresolved-entity fiar');
  });

  it('makes a claim of a selection', async () => {
    await editor.cursorOn('30 guests came');
    await choosing('Claim: the Fair · attendance', '(eglot-code-actions (point) (+ (point) 14) nil t)');
    assert.match(await editor.text(), /quote: 30 guests came[\s\S]*subject: fair[\s\S]*value: 30/);
  });

  it('notices what another program writes', async () => {
    writeFileSync(home.path('entities/people.yaml'), home.read('entities/people.yaml').replace('fair:', 'fiar:'));
    await until('the news', findings, (all) => all.includes('unresolved-entity fair'));
  });
});
