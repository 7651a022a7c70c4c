/** The documents of the corpora that are open, by year, with how far each is annotated. */

import * as vscode from 'vscode';
import {
  CORPORA,
  type CorpusItem,
  DOCUMENT_STATE,
  DOCUMENTS_BY_DATE,
  type DocumentListItem,
  type DocumentState,
} from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { Tree } from './tree.ts';

interface CorpusNode {
  readonly kind: 'corpus';
  readonly corpus: CorpusItem;
}

interface YearNode {
  readonly kind: 'year';
  readonly id: string;
  readonly year: number | null;
  readonly documents: readonly DocumentListItem[];
  readonly isFirst: boolean;
}

interface DocumentNode {
  readonly kind: 'document';
  readonly document: DocumentListItem;
}

type Node = CorpusNode | YearNode | DocumentNode;

const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

export class DocumentsView extends Tree<Node> {
  constructor(server: Server) {
    super(server, 'concord.documents');
    this.disposables.push(server.onDidChange(this.refreshSoon));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === 'corpus') {
      return { label: node.corpus.name, collapsibleState: Expanded, iconPath: new vscode.ThemeIcon('library') };
    }
    if (node.kind === 'document') return documentItem(node.document);
    const done = node.documents.filter(({ annotated }) => annotated).length;
    const all = node.documents.length;
    return {
      id: node.id,
      label: node.year === null ? vscode.l10n.t('without a date') : String(node.year),
      description: vscode.l10n.t('{0} of {1} annotated', done, all),
      collapsibleState: node.isFirst ? Expanded : Collapsed,
    };
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) {
      const corpora = (await this.server.request<CorpusItem[]>(CORPORA, {})) ?? [];
      if (corpora.length === 1) return this.years(corpora[0]!);
      return corpora.map((corpus) => ({ kind: 'corpus', corpus }));
    }
    if (node.kind === 'corpus') return this.years(node.corpus);
    return node.kind === 'year' ? node.documents.map((document) => ({ kind: 'document', document })) : [];
  }

  /** What is left to do is found out for the document that is pointed at. */
  async resolveTreeItem(item: vscode.TreeItem, node: Node): Promise<vscode.TreeItem> {
    if (node.kind !== 'document') return item;
    const { title, path, annotated, uri } = node.document;
    const state = annotated ? await this.server.request<DocumentState | null>(DOCUMENT_STATE, { uri }) : undefined;
    item.tooltip = [title, path, ...(state ? wordsFor(state) : []), ...(annotated ? [] : [notAnnotated()])].join('\n');
    return item;
  }

  private async years(corpus: CorpusItem): Promise<Node[]> {
    const documents = await this.server.request<DocumentListItem[]>(DOCUMENTS_BY_DATE, { corpus: corpus.uri });
    const years = new Map<number | null, DocumentListItem[]>();
    for (const document of documents ?? []) {
      const own = years.get(document.year);
      if (own) own.push(document);
      else years.set(document.year, [document]);
    }
    return [...years].map(([year, own], i) => ({
      kind: 'year',
      id: `${corpus.uri} ${year}`,
      year,
      documents: own,
      isFirst: i === 0,
    }));
  }
}

const notAnnotated = (): string => vscode.l10n.t('not annotated');

function documentItem({ uri, title, date, annotated, mentions, claims }: DocumentListItem): vscode.TreeItem {
  const counts = annotated
    ? [vscode.l10n.t('mentions: {0}', mentions), vscode.l10n.t('claims: {0}', claims)]
    : [notAnnotated()];
  return {
    label: title,
    description: [...(date === null ? [] : [date]), ...counts].join(' · '),
    iconPath: new vscode.ThemeIcon(annotated ? 'file-text' : 'file'),
    command: { command: 'vscode.open', title: '', arguments: [vscode.Uri.parse(uri)] },
    accessibilityInformation: { label: [title, ...(date === null ? [] : [date]), ...counts].join(', ') },
  };
}

function wordsFor({ unclaimedFigures, errors, warnings }: DocumentState): readonly string[] {
  return [
    vscode.l10n.t('errors: {0} · warnings: {1}', errors, warnings),
    unclaimedFigures === 0
      ? vscode.l10n.t('Every figure and date is quoted by a claim.')
      : vscode.l10n.t('Figures and dates that no claim quotes: {0}', unclaimedFigures),
  ];
}
