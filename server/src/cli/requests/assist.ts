/** What `concord mcp` and `concord apply` are asked for. Looks nothing up. */

import { quoted, see, UsageError } from '../usage.ts';

export interface McpRequest {
  readonly command: 'mcp';
  /** Undefined for the working directory. */
  readonly folder: string | undefined;
  /** Whether a person may be asked through the assistant's program. */
  readonly confirm: boolean;
}

export interface ApplyRequest {
  readonly command: 'apply';
  /** A file, or `-` for standard input. */
  readonly proposal: string;
  readonly folder: string | undefined;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly noColor: boolean;
}

/** Throws `UsageError`. */
export function mcpRequest([folder, more]: readonly string[], switches: ReadonlySet<string>): McpRequest {
  if (more !== undefined) throw new UsageError(`mcp takes one folder, not ${quoted(more)} too; ${see('mcp')}`);
  return { command: 'mcp', folder, confirm: switches.has('confirm') };
}

/** Throws `UsageError`. */
export function applyRequest([proposal, folder, more]: readonly string[], switches: ReadonlySet<string>): ApplyRequest {
  if (proposal === undefined) throw new UsageError(`apply needs a proposal, or - for standard input; ${see('apply')}`);
  if (more !== undefined) throw new UsageError(`apply takes one proposal and one folder; ${see('apply')}`);
  const [yes, dryRun] = [switches.has('yes'), switches.has('dry-run')];
  if (yes && dryRun) throw new UsageError('--yes and --dry-run contradict each other');
  return { command: 'apply', proposal, folder, yes, dryRun, noColor: switches.has('no-color') };
}
