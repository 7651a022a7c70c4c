/** Draws the nodes of a network with WebGL: each kind its own shape, for who sees no colours. Knows no graph. */

import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { type NodeShape, SHAPES } from '../../../server/src/pages/glance/shapes.tsx';

export interface ShapedNode extends NodeDisplayData {
  readonly shape: NodeShape;
}

const VERTEX = `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
varying vec4 v_color;
varying float v_shape;
varying float v_soft;
void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy, 0, 1);
  float points = max(2.0, a_size / u_sizeRatio * u_pixelRatio * 2.3);
  gl_PointSize = points;
  v_soft = 2.0 / points;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

/** How far within each shape a place of the square from -1 to 1 lies; below 0 it lies outside. In the order of `SHAPES`. */
const FRAGMENT = `
precision mediump float;
varying vec4 v_color;
varying float v_shape;
varying float v_soft;
float inside(vec2 p) {
  vec2 q = abs(p);
  if (v_shape < 0.5) return 0.86 - length(p);
  if (v_shape < 1.5) return 0.74 - max(q.x, q.y);
  if (v_shape < 2.5) return (0.95 - q.x - q.y) * 0.7;
  if (v_shape < 3.5) return min(0.72 - p.y, (0.9 + p.y) * 0.5 - q.x * 0.95);
  if (v_shape < 4.5) return max(min(0.34 - q.x, 0.86 - q.y), min(0.86 - q.x, 0.34 - q.y));
  if (v_shape < 5.5) return min(0.86 - length(p), length(p) - 0.42);
  if (v_shape < 6.5) return min(0.9 - q.x, 0.4 - q.y);
  if (v_shape < 7.5) return min(0.72 + p.y, (0.9 - p.y) * 0.5 - q.x * 0.95);
  if (v_shape < 8.5) return min(0.26 - abs(q.x - q.y) * 0.707, 0.8 - max(q.x, q.y));
  if (v_shape < 9.5) return min(0.78 - max(q.x, q.y), max(q.x, q.y) - 0.36);
  if (v_shape < 10.5) return min(0.95 - q.x - q.y, q.x + q.y - 0.42) * 0.7;
  return min(0.36 - q.x, 0.92 - q.y);
}
void main() {
  float d = inside((gl_PointCoord - vec2(0.5)) * 2.0);
  #ifdef PICKING_MODE
  gl_FragColor = d > 0.0 ? v_color : vec4(0.0);
  #else
  gl_FragColor = mix(vec4(0.0), v_color, clamp(d / v_soft, 0.0, 1.0));
  #endif
}`;

const UNIFORMS = ['u_sizeRatio', 'u_pixelRatio', 'u_matrix'] as const;

export class ShapedNodeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, POINTS } = WebGLRenderingContext;
    return {
      VERTICES: 1,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: POINTS,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
    };
  }

  override processVisibleItem(node: number, offset: number, data: NodeDisplayData): void {
    const { x, y, size, color, shape } = data as ShapedNode;
    this.array.set([x, y, size, SHAPES.indexOf(shape), floatColor(color), node], offset);
  }

  override setUniforms({ sizeRatio, pixelRatio, matrix }: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniform1f(uniformLocations.u_pixelRatio!, pixelRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio!, sizeRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix!, false, matrix);
  }
}
