/** What the trees of the side bar share: they ask the server anew when something has changed, and only while they are seen. */

import * as vscode from 'vscode';
import type { Server } from '../server.ts';

/** Pause before a tree is filled anew, in milliseconds: it is looked at, not worked with. */
const PAUSE = 400;

export abstract class Tree<Node> implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  protected readonly view: vscode.TreeView<Node>;
  protected readonly disposables: vscode.Disposable[] = [];
  private readonly changes = new vscode.EventEmitter<void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private outdated = false;

  readonly onDidChangeTreeData = this.changes.event;

  constructor(
    protected readonly server: Server,
    id: string,
  ) {
    this.view = vscode.window.createTreeView(id, { treeDataProvider: this, showCollapseAll: this.hasFolds });
    this.disposables.push(
      this.view,
      this.changes,
      server.onDidChangeState(() => this.refresh()),
      this.view.onDidChangeVisibility(() => {
        if (this.outdated) this.refresh();
      }),
    );
  }

  /** Whether its items have items. */
  protected get hasFolds(): boolean {
    return true;
  }

  abstract getTreeItem(node: Node): vscode.TreeItem;
  abstract getChildren(node?: Node): Promise<Node[]> | Node[];

  /** Soon, and once for all that happens until then. */
  protected readonly refreshSoon = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), PAUSE);
  };

  protected refresh(): void {
    clearTimeout(this.timer);
    this.outdated = !this.view.visible;
    if (this.view.visible) this.changes.fire();
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const disposable of this.disposables) disposable.dispose();
  }
}
