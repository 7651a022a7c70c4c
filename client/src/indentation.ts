/** Where the cursor goes after a line break in front matter: plain text has no rules of YAML. Knows the keys, no document. */

import * as vscode from 'vscode';

/** From the first start of the server on, since the rules hold in all plain text. In Markdown those of YAML hold. */
export function indentAnnotations(): vscode.Disposable {
  const { IndentAction, languages } = vscode;
  const action = { indentAction: IndentAction.None, appendText: '  ' };
  return languages.setLanguageConfiguration('plaintext', {
    onEnterRules: [
      // The next key of a claim stands below this one.
      { beforeText: /^\s*- (?:id|quote|subject|property|value|at|by): .*$/, action },
      { beforeText: /^(?:entities|claims|source|accept):\s*$/, action },
    ],
  });
}
