/** A panel of the editor that shows a web view: its page and its security policy. Knows no subject. */

import * as vscode from 'vscode';

export { decodeRequest, type PanelRequest, SAVED_TYPES } from './request.ts';

/**
 * The page around a view: its own script and style sheet, and nothing else from anywhere. `view` is a folder of client/webviews.
 * Pictures may come from the page itself only, so that a document never makes anything be fetched.
 */
export function pageOf(webview: vscode.Webview, extensionUri: vscode.Uri, view: string, title: string): string {
  const at = (file: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'client', 'webviews', view, file)).toString();
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    'img-src data: blob:',
    `font-src ${webview.cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escaped(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escaped(at('main.css'))}">
<title>${escaped(title)}</title>
</head>
<body>
<div id="page"></div>
<script nonce="${nonce}" src="${escaped(at('main.js'))}"></script>
</body>
</html>`;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
