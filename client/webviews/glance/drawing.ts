/**
 * A network on the screen: sigma draws it, graphology holds it, the layout goes on between two frames. Knows no words and no
 * controls. client/webviews/glance/README.md says why these libraries.
 */

import Graph from 'graphology';
import Sigma from 'sigma';
import { EdgeLineProgram, EdgeRectangleProgram } from 'sigma/rendering';
import type { NodeDisplayData } from 'sigma/types';
import type { NetworkModel } from '../../../server/src/lsp/protocol.ts';
import { shapeOf } from '../../../server/src/pages/glance/shapes.tsx';
import { type Colors, colorsOf } from './colors.ts';
import { type Layout, layoutOf, type Place } from './layout.ts';
import { ShapedNodeProgram } from './nodeProgram.ts';

/** Where the nodes of a drawing stood when it was left. */
export interface Places {
  readonly model: NetworkModel;
  readonly places: ReadonlyMap<string, Place>;
  readonly settled: boolean;
}

export interface DrawingOptions {
  /** The drawing before this one: what is in both stays where it is, as far as it can. */
  readonly before?: Places;
  readonly onChoose: (id: string | undefined) => void;
  readonly onOpen: (id: string) => void;
  readonly onProgress: (state: 'drawn' | 'settled') => void;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Milliseconds of layout in one frame, and between two pictures of it: a frame is never late for either. */
const SLICE = 12;
const SHOWN_EVERY = 200;
/** Beyond so many connections each is a line of one pixel. */
const MANY_EDGES = 3_000;

type Labelled = Pick<NodeDisplayData, 'x' | 'y' | 'size'> & { readonly label: string | null };

interface Attributes {
  readonly label: string;
  readonly id: string;
  readonly kind: number;
  readonly place: number;
}

export class Drawing {
  private readonly graph = new Graph({ type: 'undirected', multi: false });
  private readonly layout: Layout;
  private readonly sigma: Sigma;
  private readonly observers: { disconnect(): void }[] = [];
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  private colors: Colors;
  private chosen: string | undefined;
  private found: ReadonlySet<string> | undefined;
  private near: ReadonlySet<string> = new Set();
  private frame = 0;

  /** Throws where the window has no WebGL. */
  constructor(
    private readonly container: HTMLElement,
    private readonly model: NetworkModel,
    private readonly options: DrawingOptions,
  ) {
    this.colors = colorsOf(container);
    const { before } = options;
    this.layout = layoutOf(model.nodes.length, model.edges, {
      ...(before && { before: (node) => before.places.get(model.nodes[node]!.id) }),
      settled: before?.settled === true && before.model === model,
    });
    this.fill();
    const many = model.edges.length / 4 > MANY_EDGES;
    this.sigma = new Sigma(this.graph, container, {
      allowInvalidContainer: true,
      defaultNodeType: 'shaped',
      nodeProgramClasses: { shaped: ShapedNodeProgram },
      nodeHoverProgramClasses: { shaped: ShapedNodeProgram },
      defaultEdgeType: 'plain',
      edgeProgramClasses: { plain: many ? EdgeLineProgram : EdgeRectangleProgram },
      defaultDrawNodeLabel: (context, data) => this.drawLabel(context, data),
      defaultDrawNodeHover: (context, data) => this.drawHover(context, data),
      hideEdgesOnMove: many,
      labelDensity: 0.7,
      labelGridCellSize: 140,
      labelRenderedSizeThreshold: model.nodes.length > 1_000 ? 3 : 5,
      stagePadding: 40,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      zIndex: true,
      nodeReducer: (id, data) => this.nodeShown(id, data as Partial<NodeDisplayData>),
      edgeReducer: (edge, data) => this.edgeShown(edge, data),
      ...this.text(),
    });
    this.sigma.on('clickNode', ({ node }) => options.onChoose(node));
    this.sigma.on('doubleClickNode', (event) => {
      event.preventSigmaDefault();
      options.onOpen(event.node);
    });
    this.sigma.on('clickStage', () => options.onChoose(undefined));
    this.observe();
    this.settle(0);
  }

  /** The entity that is looked at, and those that a search has found: the others step back. */
  mark(chosen: string | undefined, found: readonly string[] | undefined): void {
    const moved = chosen !== this.chosen;
    this.chosen = chosen !== undefined && this.graph.hasNode(chosen) ? chosen : undefined;
    this.found = found && new Set(found);
    this.near = new Set(this.chosen === undefined ? [] : this.graph.neighbors(this.chosen));
    this.sigma.refresh({ skipIndexation: true });
    if (moved && this.chosen !== undefined) this.bringIntoView(this.chosen);
  }

  zoom(how: 'in' | 'out' | 'all'): void {
    const camera = this.sigma.getCamera();
    const options = { duration: this.still ? 0 : 150 };
    if (how === 'in') void camera.animatedZoom(options);
    else if (how === 'out') void camera.animatedUnzoom(options);
    else void camera.animatedReset(options);
  }

  /** The nearest node in that direction from the chosen one; the first where none is chosen. */
  next(direction: Direction): string | undefined {
    const from = this.chosen === undefined ? undefined : this.sigma.getNodeDisplayData(this.chosen);
    if (!from) return this.model.nodes[0]?.id;
    const here = this.sigma.framedGraphToViewport(from);
    let best: string | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const { id } of this.model.nodes) {
      const data = id === this.chosen ? undefined : this.sigma.getNodeDisplayData(id);
      if (!data) continue;
      const at = this.sigma.framedGraphToViewport(data);
      const [dx, dy] = [at.x - here.x, at.y - here.y];
      const [along, across] =
        direction === 'left' ? [-dx, dy] : direction === 'right' ? [dx, dy] : direction === 'up' ? [-dy, dx] : [dy, dx];
      if (along <= 0 || Math.abs(across) > along * 1.5) continue;
      const distance = along + 2 * Math.abs(across);
      if (distance < least) [best, least] = [id, distance];
    }
    return best;
  }

  get places(): Places {
    const { model, layout } = this;
    const places = model.nodes.map(({ id }, place) => [id, { x: layout.x(place), y: layout.y(place) }] as const);
    return { model, places: new Map(places), settled: layout.done };
  }

  end(): void {
    cancelAnimationFrame(this.frame);
    for (const observer of this.observers) observer.disconnect();
    this.sigma.kill();
  }

  private fill(): void {
    const { nodes, edges, types } = this.model;
    const most = Math.sqrt(Math.max(1, ...nodes.slice(0, 1).map(({ mentions, claims }) => mentions + claims)));
    const [smallest, largest] = nodes.length > 1_000 ? [1.5, 6] : nodes.length > 300 ? [2.5, 10] : [3, 15];
    for (const [place, { id, name, type, mentions, claims }] of nodes.entries()) {
      const size = smallest + (largest - smallest) * (Math.sqrt(mentions + claims) / most);
      const color = this.colors.ofType(types[type]?.id ?? '');
      const at = { x: this.layout.x(place), y: this.layout.y(place) };
      this.graph.addNode(id, { id, label: name, kind: type, place, size, color, shape: shapeOf(type), ...at });
    }
    for (let i = 0; i < edges.length; i += 4) {
      const strength = edges[i + 2]! + edges[i + 3]!;
      const size = Math.min(5, 0.6 + 0.7 * Math.log2(strength + 1));
      this.graph.addEdge(nodes[edges[i]!]!.id, nodes[edges[i + 1]!]!.id, { size, color: this.colors.edge });
    }
  }

  private settle(shown: number): void {
    const started = performance.now();
    this.layout.advance(SLICE);
    const ready = this.layout.done;
    // Who minds movement sees it when it has come to rest.
    const first = shown === 0 && !this.still;
    if (ready || first || (!this.still && started - shown > SHOWN_EVERY)) {
      this.place();
      this.options.onProgress(ready ? 'settled' : 'drawn');
      shown = performance.now();
    }
    if (!ready) this.frame = requestAnimationFrame(() => this.settle(shown));
  }

  private place(): void {
    this.graph.updateEachNodeAttributes(
      (_, attributes) => {
        const { place } = attributes as Attributes;
        return Object.assign(attributes, { x: this.layout.x(place), y: this.layout.y(place) });
      },
      { attributes: ['x', 'y'] },
    );
  }

  private observe(): void {
    const resized = new ResizeObserver(() => {
      this.sigma.resize();
      this.sigma.scheduleRefresh();
    });
    resized.observe(this.container);
    const themed = new MutationObserver(() => this.recolor());
    themed.observe(document.body, { attributeFilter: ['class'] });
    themed.observe(document.documentElement, { attributeFilter: ['style'] });
    this.observers.push(resized, themed);
  }

  private recolor(): void {
    this.colors = colorsOf(this.container);
    const { types } = this.model;
    this.graph.updateEachNodeAttributes((_, attributes) =>
      Object.assign(attributes, { color: this.colors.ofType(types[(attributes as Attributes).kind]?.id ?? '') }),
    );
    this.graph.updateEachEdgeAttributes((_, attributes) => Object.assign(attributes, { color: this.colors.edge }));
    this.sigma.setSettings(this.text());
  }

  private text() {
    const { text, font, fontSize } = this.colors;
    return { labelColor: { color: text }, labelFont: font, labelSize: fontSize, labelWeight: 'normal' };
  }

  private nodeShown(id: string, data: Partial<NodeDisplayData>): Partial<NodeDisplayData> {
    if (id === this.chosen) return { ...data, highlighted: true, forceLabel: true, zIndex: 2 };
    const isMeant = this.found ? this.found.has(id) : this.chosen === undefined || this.near.has(id);
    if (!isMeant) return { ...data, color: this.colors.faintNode, label: null, zIndex: 0 };
    return this.found || this.near.has(id) ? { ...data, forceLabel: this.near.size < 40, zIndex: 1 } : data;
  }

  private edgeShown(edge: string, data: object): object {
    if (this.chosen === undefined) return this.found ? { ...data, hidden: true } : data;
    const [source, target] = this.graph.extremities(edge);
    const isOwn = source === this.chosen || target === this.chosen;
    return isOwn ? { ...data, color: this.colors.strongEdge, zIndex: 1 } : { ...data, hidden: true };
  }

  private bringIntoView(id: string): void {
    const data = this.sigma.getNodeDisplayData(id);
    if (!data) return;
    const at = this.sigma.framedGraphToViewport(data);
    const { width, height } = this.sigma.getDimensions();
    if (at.x > 30 && at.y > 20 && at.x < width - 90 && at.y < height - 20) return;
    void this.sigma.getCamera().animate({ x: data.x, y: data.y }, { duration: this.still ? 0 : 200 });
  }

  /** On the other side where it would run out of the picture. */
  private drawLabel(context: CanvasRenderingContext2D, { x, y, size, label }: Labelled): void {
    if (!label) return;
    const { text, font, fontSize } = this.colors;
    context.font = `${fontSize}px ${font}`;
    context.fillStyle = text;
    const [right, width] = [x + size + 4, context.measureText(label).width];
    const isBeyond = right + width > this.container.clientWidth && x - size - 4 > width;
    context.fillText(label, isBeyond ? x - size - 4 - width : right, y + fontSize * 0.35);
  }

  /** The name on a ground of its own, in the colours of the theme. */
  private drawHover(context: CanvasRenderingContext2D, data: Labelled): void {
    const { raised, text, focus, font, fontSize } = this.colors;
    context.strokeStyle = focus;
    context.lineWidth = 2;
    context.beginPath();
    context.arc(data.x, data.y, data.size + 4, 0, 2 * Math.PI);
    context.stroke();
    if (!data.label) return;
    context.font = `${fontSize}px ${font}`;
    const width = context.measureText(data.label).width + 10;
    const [right, top, height] = [data.x + data.size + 6, data.y - fontSize * 0.85, fontSize * 1.7];
    const isBeyond = right + width > this.container.clientWidth && data.x > width + data.size + 6;
    const left = isBeyond ? data.x - data.size - 6 - width : right;
    context.fillStyle = raised;
    context.fillRect(left, top, width, height);
    context.lineWidth = 1;
    context.strokeRect(left, top, width, height);
    context.fillStyle = text;
    context.fillText(data.label, left + 5, data.y + fontSize * 0.35);
  }
}
