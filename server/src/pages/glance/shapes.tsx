/** The shapes by which the types of the network are told apart, beside their colours. Knows no types. */

import type { JSX } from 'preact';

/** The marks of the types, by their place in the list: who sees no colours tells them apart by these. */
export const SHAPES = [
  'circle',
  'square',
  'diamond',
  'triangle',
  'cross',
  'ring',
  'bar',
  'wedge',
  'saltire',
  'frame',
  'kite',
  'column',
] as const;
export type NodeShape = (typeof SHAPES)[number];
export const shapeOf = (place: number): NodeShape => SHAPES[place % SHAPES.length]!;

const PATHS: Readonly<Record<NodeShape, string>> = {
  circle: 'M6 1A5 5 0 1 1 5.99 1Z',
  square: 'M2 2H10V10H2Z',
  diamond: 'M6 0.5L11.5 6L6 11.5L0.5 6Z',
  triangle: 'M6 1L11 10.5H1Z',
  cross: 'M4 1H8V4H11V8H8V11H4V8H1V4H4Z',
  ring: 'M6 1A5 5 0 1 1 5.99 1ZM6 3.6A2.4 2.4 0 1 0 6.01 3.6Z',
  bar: 'M1 4H11V8H1Z',
  wedge: 'M1 1.5H11L6 11Z',
  saltire: 'M2.8 0.8L6 4L9.2 0.8L11.2 2.8L8 6L11.2 9.2L9.2 11.2L6 8L2.8 11.2L0.8 9.2L4 6L0.8 2.8Z',
  frame: 'M1.5 1.5H10.5V10.5H1.5ZM4 4V8H8V4Z',
  kite: 'M6 0.5L11.5 6L6 11.5L0.5 6ZM6 3.5L3.5 6L6 8.5L8.5 6Z',
  column: 'M4 0.5H8V11.5H4Z',
};

/** `type` chooses the colour, where the style sheet knows it. */
export const Shape = ({ shape, type }: { readonly shape: NodeShape; readonly type: string }): JSX.Element => (
  <svg class="shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" data-type={type}>
    <path d={PATHS[shape]} fill-rule="evenodd" />
  </svg>
);
