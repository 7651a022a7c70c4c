/** The findings of the whole workspace, grouped by what they are about rather than by file. Finds nothing itself. */

import * as vscode from 'vscode';
import { TOPIC_ORDER, type Topic, topicOf } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { Tree } from './tree.ts';

interface TopicNode {
  readonly kind: 'topic';
  readonly topic: Topic;
  readonly findings: readonly FindingNode[];
}

interface FindingNode {
  readonly kind: 'finding';
  readonly uri: vscode.Uri;
  readonly diagnostic: vscode.Diagnostic;
}

type Node = TopicNode | FindingNode;

const ICONS: Readonly<Record<Topic, string>> = {
  figures: 'symbol-numeric',
  dates: 'calendar',
  offices: 'person',
  relations: 'references',
  quotes: 'quote',
  names: 'tag',
  translations: 'globe',
  annotations: 'symbol-key',
};

export class FindingsView extends Tree<Node> {
  constructor(server: Server) {
    super(server, 'concord.findings');
    this.disposables.push(
      vscode.languages.onDidChangeDiagnostics(() => {
        this.count();
        this.refreshSoon();
      }),
    );
    this.count();
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === 'topic') {
      const label = labelOf(node.topic);
      return {
        id: node.topic,
        label,
        description: String(node.findings.length),
        collapsibleState: vscode.TreeItemCollapsibleState.Expanded,
        iconPath: new vscode.ThemeIcon(ICONS[node.topic]),
        accessibilityInformation: { label: `${label}, ${node.findings.length}` },
      };
    }
    const { uri, diagnostic } = node;
    const { message, range, severity } = diagnostic;
    const place = `${uri.path.slice(uri.path.lastIndexOf('/') + 1)}:${range.start.line + 1}`;
    return {
      label: message,
      description: place,
      tooltip: `${message}\n${codeOf(diagnostic)} · ${vscode.workspace.asRelativePath(uri)}:${range.start.line + 1}`,
      iconPath: iconOf(severity),
      command: {
        command: 'vscode.open',
        title: vscode.l10n.t('Go to the place'),
        arguments: [uri, { selection: range } satisfies vscode.TextDocumentShowOptions],
      },
      accessibilityInformation: { label: `${message} ${place}` },
    };
  }

  getChildren(node?: Node): Node[] {
    if (node) return node.kind === 'topic' ? [...node.findings] : [];
    const byTopic = new Map<Topic, FindingNode[]>();
    for (const finding of allFindings()) {
      const topic = topicOf(codeOf(finding.diagnostic));
      const own = byTopic.get(topic);
      if (own) own.push(finding);
      else byTopic.set(topic, [finding]);
    }
    return TOPIC_ORDER.flatMap((topic): Node[] => {
      const findings = byTopic.get(topic);
      return findings ? [{ kind: 'topic', topic, findings: findings.sort(worstFirst) }] : [];
    });
  }

  private count(): void {
    const serious = allFindings().filter(({ diagnostic }) => diagnostic.severity <= vscode.DiagnosticSeverity.Warning);
    const { length: value } = serious;
    this.view.badge = value > 0 ? { value, tooltip: vscode.l10n.t('Errors and warnings: {0}', value) } : undefined;
  }
}

/** A mirror of a finding, on its other side, is no finding of its own; neither is an offer. */
function allFindings(): readonly FindingNode[] {
  return vscode.languages
    .getDiagnostics()
    .flatMap(([uri, diagnostics]) =>
      diagnostics
        .filter(({ source, severity }) => source === 'concord' && severity !== vscode.DiagnosticSeverity.Hint)
        .map((diagnostic): FindingNode => ({ kind: 'finding', uri, diagnostic })),
    );
}

const codeOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);

const worstFirst = (a: FindingNode, b: FindingNode): number =>
  a.diagnostic.severity - b.diagnostic.severity ||
  (a.uri.path < b.uri.path ? -1 : Number(a.uri.path > b.uri.path)) ||
  a.diagnostic.range.start.compareTo(b.diagnostic.range.start);

function iconOf(severity: vscode.DiagnosticSeverity): vscode.ThemeIcon {
  switch (severity) {
    case vscode.DiagnosticSeverity.Error:
      return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
    case vscode.DiagnosticSeverity.Warning:
      return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    default:
      return new vscode.ThemeIcon('info');
  }
}

function labelOf(topic: Topic): string {
  switch (topic) {
    case 'figures':
      return vscode.l10n.t('Figures');
    case 'dates':
      return vscode.l10n.t('Dates');
    case 'offices':
      return vscode.l10n.t('Offices');
    case 'relations':
      return vscode.l10n.t('Relations and values');
    case 'quotes':
      return vscode.l10n.t('Quotes');
    case 'names':
      return vscode.l10n.t('Names');
    case 'translations':
      return vscode.l10n.t('Translations');
    case 'annotations':
      return vscode.l10n.t('Annotations');
  }
}
