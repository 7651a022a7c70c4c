/**
 * How highlights look, and nothing else. The line under a mention says what kind of thing it names, a frame around it
 * that something about it is open, the ground behind a passage that a claim rests on it; no two differ by colour alone.
 */

import * as vscode from 'vscode';
import type { Highlight } from '../../server/src/lsp/protocol.ts';

type LineStyle = 'solid' | 'double' | 'dotted' | 'dashed';

/** Who: solid. A body: double. Where: dotted. When: dashed. What is written or thought: a thick line. */
const MENTION_LINES: Readonly<Record<string, { readonly style: LineStyle; readonly width: string }>> = {
  person: { style: 'solid', width: '1px' },
  position: { style: 'solid', width: '1px' },
  organization: { style: 'double', width: '1px' },
  program: { style: 'double', width: '1px' },
  place: { style: 'dotted', width: '2px' },
  event: { style: 'dashed', width: '1px' },
  document: { style: 'solid', width: '2px' },
  agreement: { style: 'solid', width: '2px' },
  concept: { style: 'solid', width: '2px' },
};

/** The ends of a quoted passage, by the worst finding on it. */
const CLAIM_EDGES = { none: 'solid', information: 'dotted', warning: 'dashed', error: 'double' } as const;

/** A style's name, unique among them. */
export type StyleName = string;

/** The range to draw in a style; all that a highlight asks for. */
export interface Stroke {
  readonly style: StyleName;
  readonly range: vscode.Range;
}

/** Decoration types, one for each style; they exist once, whatever the number of highlights. */
export function createStyles(): ReadonlyMap<StyleName, vscode.TextEditorDecorationType> {
  const styles = new Map<StyleName, vscode.TextEditorDecorationType>();
  const add = (name: StyleName, options: vscode.DecorationRenderOptions) =>
    styles.set(
      name,
      vscode.window.createTextEditorDecorationType({
        rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
        ...options,
      }),
    );

  for (const [state, style] of Object.entries(CLAIM_EDGES)) {
    const width = style === 'double' ? '3px' : '1px';
    const edge = color(`claim.${state}.edge`);
    add(`claim.${state}`, {
      backgroundColor: color(`claim.${state}.background`),
      overviewRulerColor: edge,
      overviewRulerLane: vscode.OverviewRulerLane.Left,
    });
    // Corner brackets around the first and the last character: a border of the passage itself would be repeated on
    // every line that it runs over.
    add(`claim.${state}.start`, { ...border(edge, style, `${width} 0 0 ${width}`), borderRadius: '2px 0 0 0' });
    add(`claim.${state}.end`, { ...border(edge, style, `0 ${width} ${width} 0`), borderRadius: '0 0 2px 0' });
  }
  for (const [type, { style, width }] of Object.entries(MENTION_LINES)) {
    add(`mention.${type}`, { textDecoration: line(style, width, `mention.${type}.line`) });
  }
  add('untagged', { textDecoration: line('dotted', '1px', 'untagged.line') });
  add('ambiguous', {
    ...border(color('ambiguous.border'), 'dashed', '1px'),
    borderRadius: '3px',
    overviewRulerColor: color('ambiguous.border'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  });
  add('sic', { ...border(color('sic.border'), 'dotted', '1px'), borderRadius: '3px' });
  return styles;
}

/** What highlights are drawn with. They come in order of the text, the longer of two that start together first. */
export function strokesOf(highlights: readonly Highlight[]): readonly Stroke[] {
  const strokes: Stroke[] = [];
  const lines = new Lines(strokes);
  for (const highlight of highlights) {
    const range = rangeOf(highlight);
    switch (highlight.kind) {
      case 'mention':
        lines.add(`mention.${lineTypeOf(highlight)}`, range);
        if (highlight.sic) strokes.push({ style: 'sic', range });
        break;
      case 'claim':
        strokes.push(...claimStrokes(`claim.${highlight.severity ?? 'none'}`, range));
        break;
      default:
        strokes.push({ style: highlight.kind, range });
    }
  }
  lines.end();
  return strokes;
}

const rangeOf = ({ range: { start, end } }: Highlight): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);

const lineTypeOf = ({ type }: Highlight): string =>
  type !== undefined && Object.hasOwn(MENTION_LINES, type) ? type : 'concept';

function claimStrokes(style: StyleName, range: vscode.Range): readonly Stroke[] {
  const { start, end } = range;
  const first = new vscode.Range(start, start.translate(0, 1));
  const last = new vscode.Range(end.translate(0, end.character > 0 ? -1 : 0), end);
  return [
    { style, range },
    { style: `${style}.start`, range: first },
    { style: `${style}.end`, range: last },
  ];
}

/** Text has one line under it: a mention inside another interrupts the other's. */
class Lines {
  private readonly open: { readonly style: StyleName; from: vscode.Position; readonly end: vscode.Position }[] = [];

  constructor(private readonly strokes: Stroke[]) {}

  add(style: StyleName, { start, end }: vscode.Range): void {
    this.closeUntil(start);
    const around = this.open.at(-1);
    if (around) this.draw(around.style, around.from, start);
    this.open.push({ style, from: start, end });
  }

  end(): void {
    this.closeUntil(undefined);
  }

  private closeUntil(place: vscode.Position | undefined): void {
    for (let last = this.open.at(-1); last && (!place || last.end.isBeforeOrEqual(place)); last = this.open.at(-1)) {
      this.open.pop();
      this.draw(last.style, last.from, last.end);
      const around = this.open.at(-1);
      if (around && last.end.isAfter(around.from)) around.from = last.end;
    }
  }

  private draw(style: StyleName, from: vscode.Position, to: vscode.Position): void {
    if (from.isBefore(to)) this.strokes.push({ style, range: new vscode.Range(from, to) });
  }
}

const color = (name: string): vscode.ThemeColor => new vscode.ThemeColor(`concord.${camelCase(name)}`);

/** A decoration's text line takes no ThemeColor; the workbench has each colour as a variable under this name. */
function line(style: LineStyle, width: string, name: string): string {
  const variable = `--vscode-concord-${camelCase(name)}`;
  return `underline ${style} ${width} var(${variable}); text-underline-offset: 0.22em; text-decoration-skip-ink: none`;
}

const border = (borderColor: vscode.ThemeColor, borderStyle: LineStyle, borderWidth: string) => ({
  borderColor,
  borderStyle,
  borderWidth,
});

/** `mention.person.line` is the colour `mentionPersonLine`; that of a claim without findings, `claimEdge`. */
const camelCase = (name: string): string =>
  name.replace('.none', '').replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
