/** A corpus as it would be if some of its files were others. Nothing of the corpus at hand is changed. */

import type { View } from '../checks/engine/check.ts';
import { analyse } from '../core/analysis.ts';
import { type Document, parseDocument } from '../core/document.ts';
import { factsOf } from '../core/facts.ts';
import { layoutOf } from '../core/layout.ts';
import { parseRecords } from '../core/record.ts';
import { parseSettings, SETTINGS_FILE } from '../core/settings.ts';

/** `files` are texts by their paths; undefined for a file that is not there. What is in them is not analysed elsewhere. */
export function overlaid(view: View, files: ReadonlyMap<string, string | undefined>): View {
  let { corpus } = view;
  const settingsText = files.get(SETTINGS_FILE);
  if (settingsText !== undefined) corpus = corpus.withSettings(parseSettings(settingsText));
  const { settings } = corpus;
  const layout = layoutOf(settings);
  const documents = new Map<string, Document | undefined>();
  for (const [path, text] of files) {
    if (layout.kindOf(path) !== 'records') continue;
    corpus = text === undefined ? corpus.withoutRecords(path) : corpus.withRecords([parseRecords(path, text)]);
  }
  for (const [path, text] of files) {
    if (layout.kindOf(path) !== 'document') continue;
    const document = text === undefined ? undefined : parseDocument(path, text);
    documents.set(path, document);
    if (!document) corpus = corpus.withoutDocument(path);
    else corpus = corpus.withDocument(factsOf(document, analyse(document, corpus.records)));
  }
  return {
    corpus,
    settings,
    ...(view.complete !== undefined && { complete: view.complete }),
    document: (path) => (documents.has(path) ? documents.get(path) : view.document(path)),
    facts: (path) => corpus.documents.get(path),
    group: (subject, property) => corpus.group(subject, property),
    ask: (question) => question(corpus),
  };
}
