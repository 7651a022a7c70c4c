/** The help pages, laid out from the table of commands for 80 columns. */

import { COMMAND_NAMES, COMMANDS, type CommandName, GLOBAL_OPTIONS, type Option, type Section } from './commands.ts';

const WIDTH = 80;
/** Where the second column begins, unless a term is longer. */
const INDENT = 24;

/** The page of a command, or of `concord` as a whole. Ends with a line break. */
export function helpPage(command: CommandName | undefined): string {
  return command === undefined ? overview() : pageOf(command);
}

function overview(): string {
  const commands: Section = { title: 'Commands', rows: COMMAND_NAMES.map((name) => [name, COMMANDS[name].summary]) };
  return page([
    ...paragraph(
      'Concord checks annotated source documents: who and what they mention, what they claim, and where they disagree.',
    ),
    '',
    'Usage: concord COMMAND [arguments]',
    ...section(commands),
    ...section(optionsOf(GLOBAL_OPTIONS)),
    '',
    ...paragraph('concord help COMMAND shows the page of a command.'),
  ]);
}

function pageOf(name: CommandName): string {
  const { summary, usage, description, options, sections } = COMMANDS[name];
  return page([
    ...paragraph(summary),
    '',
    `Usage: ${usage}`,
    ...description.flatMap((text) => ['', ...paragraph(text)]),
    ...section(optionsOf(options)),
    ...sections.flatMap(section),
  ]);
}

function optionsOf(options: Readonly<Record<string, Option>>): Section {
  const shown = Object.entries(options).filter(([, { hidden }]) => !hidden);
  return {
    title: 'Options',
    rows: shown.map(([name, { short, value, help }]) => [
      `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`,
      help,
    ]),
  };
}

function section({ title, rows }: Section): readonly string[] {
  return ['', `${title}:`, ...rows.flatMap(([term, text]) => row(term, text))];
}

function row(term: string, text: string): readonly string[] {
  const lines = wrap(text, WIDTH - INDENT).map((line) => ' '.repeat(INDENT) + line);
  const head = `  ${term}`;
  if (head.length + 2 > INDENT) return [head, ...lines];
  return [head.padEnd(INDENT) + lines[0]!.slice(INDENT), ...lines.slice(1)];
}

const paragraph = (text: string): readonly string[] => wrap(text, WIDTH);
const page = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

function wrap(text: string, width: number): readonly string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
