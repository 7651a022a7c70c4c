/** What the person at the editor has set, as far as the server must know it. Asked of clients that can be asked. */

import { type ClientCapabilities, type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';

export interface ClientSettings {
  readonly codeLens: { readonly records: boolean; readonly conflicts: boolean };
  readonly inlayHints: { readonly names: boolean; readonly dates: boolean };
}

/** The defaults of package.json, for clients that say nothing. */
const DEFAULTS: ClientSettings = {
  codeLens: { records: true, conflicts: false },
  inlayHints: { names: false, dates: false },
};

export class Settings {
  current = DEFAULTS;
  private canAsk = false;

  constructor(
    private readonly connection: Connection,
    private readonly changed: () => void,
  ) {
    connection.onDidChangeConfiguration((params) => {
      if (this.canAsk) void this.ask();
      else this.take((params?.settings as { concord?: unknown } | null | undefined)?.concord);
    });
  }

  /** `options` are the initialization options, whose `settings` count for a client that cannot be asked. */
  begin({ workspace }: ClientCapabilities, options: unknown): void {
    this.canAsk = workspace?.configuration === true;
    this.take((options as { settings?: unknown } | null | undefined)?.settings);
    if (workspace?.didChangeConfiguration?.dynamicRegistration) {
      const section = 'concord';
      this.connection.client.register(DidChangeConfigurationNotification.type, { section }).catch(() => undefined);
    }
    if (this.canAsk) void this.ask();
  }

  private async ask(): Promise<void> {
    // A client that says it can be asked and then does not answer has the defaults.
    this.take(await this.connection.workspace.getConfiguration('concord').catch(() => undefined));
  }

  private take(written: unknown): void {
    const before = JSON.stringify(this.current);
    const flag = (section: keyof ClientSettings, name: string, fallback: boolean): boolean => {
      const group = (written as Record<string, unknown> | null | undefined)?.[section];
      const value = (group as Record<string, unknown> | null | undefined)?.[name];
      return typeof value === 'boolean' ? value : fallback;
    };
    const { codeLens, inlayHints } = DEFAULTS;
    this.current = {
      codeLens: {
        records: flag('codeLens', 'records', codeLens.records),
        conflicts: flag('codeLens', 'conflicts', codeLens.conflicts),
      },
      inlayHints: {
        names: flag('inlayHints', 'names', inlayHints.names),
        dates: flag('inlayHints', 'dates', inlayHints.dates),
      },
    };
    if (JSON.stringify(this.current) !== before) this.changed();
  }
}
