/** Reads the arguments of the command line into a request. Knows the table of commands; does nothing about them. */

import { parseArgs } from 'node:util';
import { closest } from '../core/spelling.ts';
import { isBase } from '../interchange/linked/names.ts';
import {
  COMMAND_NAMES,
  COMMANDS,
  type CommandName,
  type ExplanationFormat,
  GLOBAL_OPTIONS,
  isCommand,
  type Option,
  type ReportStyle,
} from './commands.ts';
import type { DiffRequest } from './diff.ts';
import type { HookRequest } from './git/hook.ts';
import type { MergeDriverRequest } from './git/mergeFiles.ts';
import { type AgreeRequest, agreeRequest } from './requests/agree.ts';
import { type ApplyRequest, applyRequest, type McpRequest, mcpRequest } from './requests/assist.ts';
import { type CheckRequest, checkRequest } from './requests/check.ts';
import { type ListRequest, listRequest, type StatsRequest } from './requests/list.ts';
import { type ReportRequest, reportRequest } from './requests/report.ts';
import { quoted, see, UsageError } from './usage.ts';

export type { ApplyRequest, McpRequest };
export { UsageError };

export interface ExplainRequest {
  readonly command: 'explain';
  /** As given; at least one. */
  readonly targets: readonly string[];
  readonly format: ExplanationFormat;
  readonly noColor: boolean;
}

export interface FormatRequest {
  readonly command: 'format';
  /** As given; empty where there are none. */
  readonly paths: readonly string[];
  /** Whether files in disorder fail; nothing is written then. */
  readonly check: boolean;
  /** Whether what would change is shown; nothing is written then. */
  readonly diff: boolean;
  readonly noColor: boolean;
}

export interface ExportRequest {
  readonly command: 'export';
  /** As given; empty where there are none. */
  readonly paths: readonly string[];
  readonly to: string;
  /** The file or folder to write; undefined for standard output. */
  readonly output: string | undefined;
  readonly force: boolean;
  /** What addresses begin with; undefined for the format's own. */
  readonly base: string | undefined;
  readonly report: ReportStyle;
}

export interface ImportRequest {
  readonly command: 'import';
  /** As given; at least one, `-` for standard input. */
  readonly files: readonly string[];
  /** What was said of them. */
  readonly fields: Readonly<Partial<Record<ImportField, string>>>;
  readonly to: string | undefined;
  readonly strip: boolean;
  readonly yes: boolean;
  readonly dryRun: boolean;
  /** The format of another tool; undefined for raw texts. */
  readonly from: ForeignImport | undefined;
}

export interface ForeignImport {
  readonly format: string;
  /** What labels stand for; empty for what is not wanted. */
  readonly labels: ReadonlyMap<string, string>;
  readonly allOccurrences: boolean;
  readonly keepGoing: boolean;
  readonly report: ReportStyle;
}

const IMPORT_FIELDS = ['title', 'date', 'lang', 'publisher', 'author', 'url', 'retrieved'] as const;
type ImportField = (typeof IMPORT_FIELDS)[number];

export type Request =
  | AgreeRequest
  | ApplyRequest
  | CheckRequest
  | DiffRequest
  | ExplainRequest
  | ExportRequest
  | FormatRequest
  | HookRequest
  | ImportRequest
  | ListRequest
  | ReportRequest
  | McpRequest
  | StatsRequest
  | MergeDriverRequest
  | { readonly command: 'init'; readonly folder: string | undefined }
  | { readonly command: 'lsp' }
  | { readonly command: 'help'; readonly of: CommandName | undefined }
  | { readonly command: 'version' };

/** What `argv`, without program and script, asks for; undefined for no arguments. Throws `UsageError`. */
export function parseArguments(argv: readonly string[]): Request | undefined {
  const [first, ...rest] = argv;
  if (first === undefined) return undefined;
  if (first.startsWith('-')) {
    const { switches, positionals } = read([first], GLOBAL_OPTIONS, '');
    if (switches.has('version')) return { command: 'version' };
    if (switches.has('help'))
      return { command: 'help', of: rest[0] !== undefined && isCommand(rest[0]) ? rest[0] : undefined };
    throw new UsageError(`a command comes first, not ${quoted(positionals[0] ?? first)}; see concord --help`);
  }
  if (first === 'help') return { command: 'help', of: rest[0] === undefined ? undefined : commandOf(rest[0]) };
  const command = commandOf(first);
  const { options, ...given } = read(rest, COMMANDS[command].options, command);
  if (given.switches.has('help')) return { command: 'help', of: command };
  switch (command) {
    case 'agree':
      return agreeRequest(given.positionals, options, given.switches);
    case 'apply':
      return applyRequest(given.positionals, given.switches);
    case 'mcp':
      return mcpRequest(given.positionals, given.switches);
    case 'check':
      return checkRequest(given.positionals, options, given.switches);
    case 'diff':
      if (given.positionals.length === 0 || given.positionals.length > 2)
        throw new UsageError(`diff needs two revisions, one, or two folders; ${see(command)}`);
      return {
        command,
        sides: given.positionals,
        format: (options.get('format') as DiffRequest['format'] | undefined) ?? 'pretty',
        noColor: given.switches.has('no-color'),
      };
    case 'explain':
      if (given.positionals.length === 0) throw new UsageError(`explain needs something to explain; ${see(command)}`);
      return {
        command,
        targets: given.positionals,
        format: (options.get('format') as ExplanationFormat | undefined) ?? 'pretty',
        noColor: given.switches.has('no-color'),
      };
    case 'list':
      return listRequest(given.positionals, options, given.switches);
    case 'report':
      return reportRequest(given.positionals, options);
    case 'stats':
      return {
        command,
        paths: given.positionals,
        format: (options.get('format') as StatsRequest['format'] | undefined) ?? 'table',
        noColor: given.switches.has('no-color'),
      };
    case 'export': {
      const to = options.get('to');
      if (to === undefined) throw new UsageError(`export needs a format, such as --to jsonl; ${see(command)}`);
      return {
        command,
        paths: given.positionals,
        to,
        output: options.get('output'),
        force: given.switches.has('force'),
        base: baseIn(options.get('base')),
        report: (options.get('report') as ReportStyle | undefined) ?? 'words',
      };
    }
    case 'import':
      return importOf(given.positionals, options, given.switches);
    case 'format':
      return {
        command,
        paths: given.positionals,
        check: given.switches.has('check'),
        diff: given.switches.has('diff'),
        noColor: given.switches.has('no-color'),
      };
    case 'hook':
      return hookOf(given.positionals, given.switches);
    case 'init':
      if (given.positionals.length > 1) throw new UsageError(`init takes one folder; ${see(command)}`);
      return { command, folder: given.positionals[0] };
    case 'merge-driver':
      return mergeDriverOf(given.positionals, options);
    case 'lsp':
      if (given.positionals[0] !== undefined)
        throw new UsageError(`lsp takes no ${quoted(given.positionals[0])}; ${see(command)}`);
      if (!given.switches.has('stdio')) throw new UsageError('lsp needs --stdio, the only way to connect to it');
      return { command };
  }
}

function mergeDriverOf(given: readonly string[], options: ReadonlyMap<string, string>): MergeDriverRequest {
  const [base, ours, theirs, path, more] = given;
  if (base === undefined || ours === undefined || theirs === undefined || path === undefined || more !== undefined)
    throw new UsageError(`merge-driver takes four paths, which git names; ${see('merge-driver')}`);
  const size = options.get('marker-size') ?? '7';
  if (!/^[1-9][0-9]{0,2}$/.test(size)) throw new UsageError(`--marker-size takes a number, not ${quoted(size)}`);
  return { command: 'merge-driver', versions: [base, ours, theirs], path, markerSize: Number(size) };
}

function hookOf([action, ...more]: readonly string[], switches: ReadonlySet<string>): HookRequest {
  if (action === undefined) throw new UsageError(`hook needs install or uninstall; ${see('hook')}`);
  if (action !== 'install' && action !== 'uninstall') {
    const [nearest] = closest(action, ['install', 'uninstall']);
    throw new UsageError(`hook has no ${quoted(action)}${nearest ? `; did you mean ${nearest}?` : `; ${see('hook')}`}`);
  }
  if (more[0] !== undefined) throw new UsageError(`hook ${action} takes no ${quoted(more[0])}; ${see('hook')}`);
  return {
    command: 'hook',
    action: switches.has('uninstall') ? 'uninstall' : action,
    force: switches.has('force'),
    mergeDriver: switches.has('merge-driver'),
  };
}

function importOf(
  files: readonly string[],
  options: ReadonlyMap<string, string>,
  switches: ReadonlySet<string>,
): ImportRequest {
  if (files.length === 0) throw new UsageError(`import needs a FILE, or - for standard input; ${see('import')}`);
  if (files.filter((file) => file === '-').length > 1) throw new UsageError('standard input can be read only once');
  for (const one of ['title', 'url']) {
    if (files.length > 1 && options.has(one))
      throw new UsageError(`--${one} is for one FILE; there are ${files.length}`);
  }
  const from = foreignOf(options, switches);
  if (switches.has('yes') && switches.has('dry-run')) throw new UsageError('--yes and --dry-run contradict each other');
  return {
    command: 'import',
    files,
    fields: Object.fromEntries(
      IMPORT_FIELDS.flatMap((name) => (options.has(name) ? [[name, options.get(name)!]] : [])),
    ),
    to: options.get('to'),
    strip: switches.has('strip-boilerplate'),
    yes: switches.has('yes'),
    dryRun: switches.has('dry-run'),
    from,
  };
}

function foreignOf(options: ReadonlyMap<string, string>, switches: ReadonlySet<string>): ForeignImport | undefined {
  const format = options.get('from');
  const given = (names: readonly string[]) => names.find((name) => options.has(name) || switches.has(name));
  if (format === undefined) {
    const foreign = given(['label', 'report', 'all-occurrences', 'keep-going']);
    if (foreign !== undefined) throw new UsageError(`--${foreign} is for annotated files; --from says of which format`);
    return undefined;
  }
  const raw = given([...IMPORT_FIELDS, 'strip-boilerplate']);
  if (raw !== undefined) throw new UsageError(`--${raw} is for raw texts, not for files --from another tool`);
  return {
    format,
    labels: new Map((options.get('label')?.split(',') ?? []).map(labelOf)),
    allOccurrences: switches.has('all-occurrences'),
    keepGoing: switches.has('keep-going'),
    report: (options.get('report') as ReportStyle | undefined) ?? 'words',
  };
}

function labelOf(text: string): readonly [string, string] {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new UsageError(`--label takes LABEL=TYPE, or LABEL= to leave it out, not ${quoted(text)}`);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function commandOf(word: string): CommandName {
  if (isCommand(word)) return word;
  const [nearest] = closest(word, [...COMMAND_NAMES, 'help']);
  throw new UsageError(
    `there is no command ${quoted(word)}${nearest ? `; did you mean ${nearest}?` : '; see concord --help'}`,
  );
}

interface Given {
  readonly options: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
  readonly positionals: readonly string[];
}

/** Node reads the arguments; what is wrong with them it says in several lines, so that is left to us. */
function read(args: readonly string[], known: Readonly<Record<string, Option>>, command: string): Given {
  const config = Object.fromEntries(
    Object.entries(known).map(([name, { short, value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const), ...(short !== undefined && { short }) },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options: config,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const options = new Map<string, string>();
  const switches = new Set<string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (!option) throw unknownOption(token.rawName, args[token.index] ?? '', known, command);
    const shown = `--${token.name}`;
    if (option.value === undefined) {
      if (token.inlineValue) throw new UsageError(`${shown} takes no value`);
      switches.add(token.name);
      continue;
    }
    // Without an equals sign the next option would be taken for the value.
    if (token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('-'))) {
      throw new UsageError(`${shown} needs a value: ${option.choices?.join(', ') ?? option.value}`);
    }
    if (option.choices && !option.choices.includes(token.value)) {
      const [nearest] = closest(token.value, option.choices);
      const hint = nearest ? `; did you mean ${nearest}?` : ` (there are ${option.choices.join(', ')})`;
      throw new UsageError(`${shown} has no ${quoted(token.value)}${hint}`);
    }
    const before = option.many ? options.get(token.name) : undefined;
    options.set(token.name, before === undefined ? token.value : `${before},${token.value}`);
  }
  return { options, switches, positionals };
}

function unknownOption(
  raw: string,
  argument: string,
  known: Readonly<Record<string, Option>>,
  command: string,
): UsageError {
  // `-format` reads as a heap of short options; the whole word tells better what was meant.
  const word = argument.replace(/^-+/, '').split('=', 1)[0]!;
  const names = Object.keys(known).filter((name) => !known[name]!.hidden);
  const nearest = names.includes(word) ? word : closest(word, names)[0];
  const shown = quoted(argument.startsWith('--') ? raw : argument);
  return new UsageError(`there is no option ${shown}${nearest ? `; did you mean --${nearest}?` : `; ${see(command)}`}`);
}

function baseIn(text: string | undefined): string | undefined {
  if (text === undefined || isBase(text)) return text;
  throw new UsageError(`--base has to be an address that ends in / or :, such as https://example.org/corpus/`);
}
