/**
 * The Model Context Protocol as a bundle of its own, with its library: it is loaded when an assistant starts the server,
 * and costs nothing before. What it asks, the command line's own bundle answers. An entry.
 */

export { serveMcp } from './mcp/protocol/serve.ts';
