/** The colours of the editor's theme as a renderer wants them: numbers, not names. Knows no network. */

export interface Colors {
  readonly text: string;
  readonly raised: string;
  readonly line: string;
  readonly focus: string;
  /** The same, hardly to be seen. */
  readonly faintNode: string;
  readonly edge: string;
  readonly strongEdge: string;
  readonly font: string;
  readonly fontSize: number;
  ofType(id: string): string;
}

/** Those that the style sheet has for `element`; types without one of their own share that of the muted text. */
export function colorsOf(element: Element): Colors {
  const style = getComputedStyle(element);
  const probe = document.createElement('canvas').getContext('2d')!;
  const read = (name: string, fallback: string): string =>
    plain(probe, style.getPropertyValue(name).trim() || fallback);
  const text = read('--text', '#888888');
  const muted = read('--muted', text);
  const surface = read('--surface', '#ffffff');
  return {
    text,
    raised: read('--raised', '#ffffff'),
    line: read('--line', muted),
    focus: read('--focus', text),
    faintNode: mixed(text, surface, 0.14),
    edge: mixed(text, surface, 0.16),
    strongEdge: mixed(text, surface, 0.6),
    font: style.fontFamily || 'sans-serif',
    fontSize: Math.max(11, Number.parseFloat(style.fontSize) || 13),
    ofType: (id) => read(`--${/^[a-z]+$/.test(id) ? id : 'muted'}`, muted),
  };
}

/** A canvas says every colour as `#rrggbb` or `rgba(…)`. */
function plain(probe: CanvasRenderingContext2D, color: string): string {
  probe.fillStyle = '#888888';
  probe.fillStyle = color;
  return String(probe.fillStyle);
}

/** So much of one colour on another. No alpha: the renderer adds up what lies on one another, and would end in white. */
function mixed(color: string, ground: string, share: number): string {
  const [above, below] = [partsOf(color), partsOf(ground)];
  return `rgb(${above.map((part, i) => Math.round(part * share + below[i]! * (1 - share))).join(', ')})`;
}

function partsOf(color: string): readonly number[] {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (hex) return hex.slice(1).map((part) => Number.parseInt(part, 16));
  const parts = [...color.matchAll(/[\d.]+/g)].map(([part]) => Number(part));
  return [0, 1, 2].map((i) => parts[i] ?? 128);
}
