/** Where the cursor goes after a line break in front matter: texts have no rules of YAML. Knows the keys, no document. */

import * as vscode from 'vscode';
import { PROSE } from './corpusFolder.ts';

/** From the first start of the server on, since the rules hold in all documents of these languages. */
export function indentAnnotations(): vscode.Disposable {
  const { IndentAction } = vscode;
  const onEnterRules: vscode.OnEnterRule[] = [
    {
      // The next key of a claim stands below this one.
      beforeText: /^\s*- (?:id|quote|subject|property|value|at|by): .*$/,
      action: { indentAction: IndentAction.None, appendText: '  ' },
    },
    {
      beforeText: /^(?:entities|claims|source|accept):\s*$/,
      action: { indentAction: IndentAction.None, appendText: '  ' },
    },
  ];
  return vscode.Disposable.from(
    ...PROSE.map((language) => vscode.languages.setLanguageConfiguration(language, { onEnterRules })),
  );
}
