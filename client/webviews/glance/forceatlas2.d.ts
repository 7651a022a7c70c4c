/** The part of graphology-layout-forceatlas2 that works on matrices, which it does not declare. */

declare module 'graphology-layout-forceatlas2/iterate' {
  /** One round, in place. Nodes have ten columns, edges three. */
  export default function iterate(settings: object, nodes: Float32Array, edges: Float32Array): object;
}
