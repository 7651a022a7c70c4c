/** Which files VS Code colours by the server's tokens: those that no grammar of ours reaches. Knows no token. */

import type { Middleware } from 'vscode-languageclient';

/** Their front matter and keys are coloured by grammars; a second opinion would only flicker over the first. */
const HAVE_GRAMMARS: ReadonlySet<string> = new Set(['markdown', 'yaml']);

export const tokens: Middleware = {
  provideDocumentSemanticTokens: (document, token, next) =>
    HAVE_GRAMMARS.has(document.languageId) ? null : next(document, token),
  provideDocumentSemanticTokensEdits: (document, previous, token, next) =>
    HAVE_GRAMMARS.has(document.languageId) ? null : next(document, previous, token),
  provideDocumentRangeSemanticTokens: (document, range, token, next) =>
    HAVE_GRAMMARS.has(document.languageId) ? null : next(document, range, token),
};
