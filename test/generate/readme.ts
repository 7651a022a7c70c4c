/** The parts of the README that follow from the project: what it lists, and what is said of its example. Writes nothing. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS } from '../../server/src/checks/index.ts';
import { wordsIn } from '../../server/src/checks/messages/messages.ts';
import { CODES } from '../../server/src/core/codes.ts';
import { LineIndex } from '../../server/src/core/text.ts';
import { EXCHANGE_FORMATS } from '../../server/src/interchange/formats/index.ts';
import { pageName } from '../../server/src/lsp/pages.ts';
import { readPages } from '../checks/pages.ts';
import { findingsOf, libraryOf } from '../fixture.ts';

export const ROOT = join(__dirname, '../..');
export const README = join(ROOT, 'README.md');

const PARTS: Readonly<Record<string, (readme: string) => readonly string[]>> = {
  finding,
  checks,
  'checks-to-come': toCome,
  commands,
  settings,
  colours,
  formats,
};

/** `<!-- generated: name -->` and `<!-- end -->`, each on a line of its own. */
const PART = /^<!-- generated: ([a-z-]+) -->\n[\s\S]*?^<!-- end -->$/gm;

/** The README with its generated parts as they ought to be. Throws where a part is missing or has no generator. */
export function withGeneratedParts(readme: string): string {
  const open = new Set(Object.keys(PARTS));
  const text = readme.replace(PART, (_, name: string) => {
    if (!open.delete(name))
      throw new Error(`The README has a generated part '${name}' that nothing generates, or twice.`);
    return [`<!-- generated: ${name} -->`, ...PARTS[name]!(readme), '<!-- end -->'].join('\n');
  });
  if (open.size > 0) throw new Error(`The README lacks the generated parts: ${[...open].join(', ')}`);
  return text;
}

/** The files of the example corpus: the fences that have a path after their language. */
export function exampleFiles(readme: string): ReadonlyMap<string, string> {
  return new Map([...readme.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].map(([, path, text]) => [path!, text!]));
}

/** A finding on a line of its own, as `concord check --format concise` prints it. */
export function findingLines(files: ReadonlyMap<string, string>): readonly string[] {
  const words = wordsIn('en');
  return findingsOf(libraryOf(files), files).map((finding) => {
    const { line, character } = new LineIndex(files.get(finding.path)!).positionAt(finding.span.start);
    const place = `${finding.path}:${line + 1}:${character + 1}`;
    return `${place}: ${finding.severity}[${finding.code}] ${words.finding(finding)}`;
  });
}

/** What is said of the example corpus. */
function finding(readme: string): readonly string[] {
  return ['```text', ...findingLines(exampleFiles(readme)), '```'];
}

/** A row for each check: what its page says first, and of it. */
function checks(): readonly string[] {
  const pages = new Map(readPages().map((page) => [page.name, page]));
  const rows = CHECKS.map(({ code, severity, off, beyond }) => {
    const page = pages.get(pageName(code));
    const name = page ? `[\`${code}\`](server/src/checks/${page.name})` : `\`${code}\``;
    const label = `${severity}${off ? ', off by default' : ''}${beyond ? ' ⇄' : ''}`;
    return [name, page?.summary ?? '(its page is being written)', label, page?.fix ?? ''];
  });
  return table(['check', 'what it detects', 'severity', 'fix'], rows);
}

/** A row for each format that documents can be exchanged in. */
function formats(): readonly string[] {
  const rows = EXCHANGE_FORMATS.map(({ id, title, exports, imports, holds, lacks }) => {
    const ways = [...(exports ? ['out'] : []), ...(imports ? ['in'] : [])].join(', ');
    return [`\`${id}\``, title, ways, holds, lacks];
  });
  return table(['format', '', '', 'what it holds', 'what it does not'], rows);
}

/** The codes of the format that no check has yet. */
function toCome(): readonly string[] {
  const exist = new Set<string>(CHECKS.map(({ code }) => code));
  const missing = CODES.filter((code) => !exist.has(code)).map((code) => `\`${code}\``);
  if (missing.length === 0) return [];
  return [`The format reserves these codes, whose checks do not exist yet: ${missing.join(', ')}.`];
}

interface Package {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string; readonly title: string }[];
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly default: unknown; readonly markdownDescription: string }>
      >;
    };
    readonly colors: readonly { readonly id: string; readonly description: string }[];
  };
}

const { contributes } = json('package.json') as unknown as Package;
const texts = json('package.nls.json') as Readonly<Record<string, string>>;

function commands(): readonly string[] {
  return contributes.commands.map(
    ({ command, category, title }) => `- **${category}: ${worded(title)}** (\`${command}\`)`,
  );
}

function settings(): readonly string[] {
  const rows = Object.entries(contributes.configuration.properties).map(([name, setting]) => [
    `\`${name}\``,
    `\`${JSON.stringify(setting.default)}\``,
    // `#name#` is a link where VS Code shows its settings.
    worded(setting.markdownDescription).replaceAll(/`#(.*?)#`/g, '`$1`'),
  ]);
  return table(['setting', 'default', 'what it does'], rows);
}

function colours(): readonly string[] {
  return table(
    ['colour', 'what it is'],
    contributes.colors.map(({ id, description }) => [`\`${id}\``, worded(description)]),
  );
}

function worded(text: string): string {
  const key = /^%(.*)%$/.exec(text)?.[1];
  return key === undefined ? text : texts[key]!;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function json(name: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, name), 'utf8'));
}
