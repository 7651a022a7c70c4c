/** The entities of the corpora that are open, by type. A click opens the record; the menu, where it is spoken of. */

import * as vscode from 'vscode';
import type { Location } from 'vscode-languageclient';
import {
  CORPORA,
  type CorpusItem,
  ENTITIES_OF_TYPE,
  ENTITY_PLACE,
  type EntityListItem,
  LENS_PLACES,
} from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { Tree } from './tree.ts';

interface CorpusNode {
  readonly kind: 'corpus';
  readonly corpus: CorpusItem;
}

interface TypeNode {
  readonly kind: 'type';
  readonly corpus: CorpusItem;
  readonly type: CorpusItem['types'][number];
}

/** An entity of the view, as its commands are given it. */
export interface EntityNode {
  readonly kind: 'entity';
  readonly corpus: CorpusItem;
  readonly icon: string;
  readonly entity: EntityListItem;
}

interface MoreNode {
  readonly kind: 'more';
  readonly count: number;
}

type Node = CorpusNode | TypeNode | EntityNode | MoreNode;
type Order = 'name' | 'use';

/** More lines than this nobody looks through: the search finds the rest. */
const MOST = 2_000;
const ORDER = 'concord.entityOrder';

export class EntitiesView extends Tree<Node> {
  private order: Order;

  constructor(
    server: Server,
    private readonly memento: vscode.Memento,
  ) {
    super(server, 'concord.entities');
    this.order = memento.get(ORDER) === 'name' ? 'name' : 'use';
    this.disposables.push(
      server.onDidChange(this.refreshSoon),
      vscode.commands.registerCommand('concord.sortEntitiesByName', () => this.sort('name')),
      vscode.commands.registerCommand('concord.sortEntitiesByUse', () => this.sort('use')),
      vscode.commands.registerCommand('concord.openRecord', (node?: EntityNode) => openRecord(server, node)),
      vscode.commands.registerCommand('concord.showMentions', (node?: EntityNode) =>
        showUses(server, 'mentions', node),
      ),
      vscode.commands.registerCommand('concord.showClaims', (node?: EntityNode) => showUses(server, 'claims', node)),
    );
    this.tellMenus();
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'corpus':
        return { label: node.corpus.name, collapsibleState: Expanded, iconPath: new vscode.ThemeIcon('library') };
      case 'type': {
        const { type, label, icon, count } = node.type;
        return {
          id: `${node.corpus.uri} ${type}`,
          label: label || vscode.l10n.t('without a type'),
          description: String(count),
          collapsibleState: vscode.TreeItemCollapsibleState.Collapsed,
          iconPath: new vscode.ThemeIcon(icon),
          accessibilityInformation: { label: `${label}, ${count}` },
        };
      }
      case 'entity':
        return entityItem(node);
      case 'more':
        return {
          label: vscode.l10n.t('{0} more: search for them by name', node.count),
          command: { command: 'workbench.action.showAllSymbols', title: '' },
        };
    }
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) {
      const corpora = (await this.server.request<CorpusItem[]>(CORPORA, {})) ?? [];
      return corpora.length === 1 ? typesOf(corpora[0]!) : corpora.map((corpus) => ({ kind: 'corpus', corpus }));
    }
    if (node.kind === 'corpus') return typesOf(node.corpus);
    if (node.kind !== 'type') return [];
    const { corpus, type } = node;
    const params = { corpus: corpus.uri, type: type.type, order: this.order };
    const entities = (await this.server.request<EntityListItem[]>(ENTITIES_OF_TYPE, params)) ?? [];
    const shown = entities.slice(0, MOST).map((entity): Node => ({ kind: 'entity', corpus, icon: type.icon, entity }));
    return entities.length > MOST ? [...shown, { kind: 'more', count: entities.length - MOST }] : shown;
  }

  private sort(order: Order): void {
    this.order = order;
    void this.memento.update(ORDER, order);
    this.tellMenus();
    this.refresh();
  }

  private tellMenus(): void {
    void vscode.commands.executeCommand('setContext', ORDER, this.order);
  }
}

const { Expanded } = vscode.TreeItemCollapsibleState;

const typesOf = (corpus: CorpusItem): Node[] => corpus.types.map((type) => ({ kind: 'type', corpus, type }));

function entityItem(node: EntityNode): vscode.TreeItem {
  const { id, name, otherNames, documents, mentions, claims } = node.entity;
  const uses = [
    vscode.l10n.t('mentions: {0}', mentions),
    vscode.l10n.t('claims: {0}', claims),
    vscode.l10n.t('documents: {0}', documents),
  ].join(' · ');
  return {
    label: name,
    description: [...(mentions + claims > 0 ? [String(mentions + claims)] : []), ...otherNames].join(' · '),
    tooltip: [`${name} (${id})`, ...otherNames, uses].join('\n'),
    iconPath: new vscode.ThemeIcon(node.icon),
    contextValue: 'entity',
    command: { command: 'concord.openRecord', title: vscode.l10n.t('Open record'), arguments: [node] },
    accessibilityInformation: { label: [name, ...otherNames, uses].join(', ') },
  };
}

async function openRecord(server: Server, node: EntityNode | undefined): Promise<vscode.TextEditor | undefined> {
  if (!node) return undefined;
  const place = await server.request<Location | null>(ENTITY_PLACE, { corpus: node.corpus.uri, id: node.entity.id });
  if (!place) return undefined;
  const { start, end } = place.range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  return vscode.window.showTextDocument(vscode.Uri.parse(place.uri), { selection });
}

/** Beside the record, as a code lens shows them. */
async function showUses(server: Server, kind: 'mentions' | 'claims', node: EntityNode | undefined): Promise<void> {
  const editor = await openRecord(server, node);
  if (!node || !editor) return;
  const { id: entity, uri } = node.entity;
  const found = (await server.request<Location[]>(LENS_PLACES, { uri, about: { kind, entity } })) ?? [];
  if (found.length === 0) {
    void vscode.window.showInformationMessage(
      kind === 'mentions'
        ? vscode.l10n.t('No document mentions {0}.', node.entity.name)
        : vscode.l10n.t('No claim names {0}.', node.entity.name),
    );
    return;
  }
  const places = found.map(({ uri: path, range: { start, end } }) => {
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    return new vscode.Location(vscode.Uri.parse(path), range);
  });
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    editor.document.uri,
    editor.selection.start,
    places,
  );
}
