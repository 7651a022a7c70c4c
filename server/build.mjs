// Owns all that is built (npm run build): the bundles of the extension, its server, its views and the command line, and the
// texts beside them. The extension and its server run on Node and in browsers, so each is two files: one for browsers, which
// holds all that both hosts need and stands alone, and a small one for Node, which takes from that whatever it has.
import { existsSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What every bundle is made with. */
const always = {
  absWorkingDir: root,
  bundle: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  minify: true,
};
/** Smaller stand-ins for what a package would bring. */
const alias = {
  yaml: './node_modules/yaml/browser/index.js',
  'entities/decode': './server/src/interchange/import/html/noEntities.ts',
};
/** What Node and browsers resolve alike, so that a file of the one bundle can stand for that of the other. */
const common = {
  ...always,
  alias,
  format: 'cjs',
  mainFields: ['module', 'main'],
  platform: 'neutral',
  target: 'es2022',
};
const forBrowsers = { ...common, conditions: ['browser', 'module'], external: ['vscode'] };
const builtins = builtinModules.flatMap((name) => [name, `node:${name}`]);
/** `node`: what a bundle exports is then written so that an `import()` of the command line finds it by name. */
const forNode = { ...common, platform: 'node', conditions: ['node', 'module'], external: ['vscode', ...builtins] };

const pairs = [
  { browser: 'client/src/extension.web.ts', node: 'client/src/extension.ts' },
  { browser: 'server/src/browser.ts', node: 'server/src/node.ts', external: ['./html.js'] },
];

/** The command line starts without what few commands need: those parts are files of their own. */
const commandLine = {
  ...always,
  alias: {
    ...alias,
    // What the protocol's library would check messages with is never asked for.
    ...Object.fromEntries(
      ['ajv', 'ajv-formats', 'zod-to-json-schema', 'zod/v3'].map((name) => [
        name,
        './server/src/mcp/protocol/unused.ts',
      ]),
    ),
  },
  entryPoints: ['server/src/html.ts', 'server/src/mcp.ts', 'server/src/cli.ts'],
  external: ['./node.js', './html.js', './mcp.js'],
  format: 'cjs',
  outbase: root,
  platform: 'node',
  target: 'node20',
};

/**
 * Each of these writes bundles to `outdir`, under the paths of their sources, and answers what esbuild says is in them.
 * @typedef {{outdir?: string, sourcemap?: boolean}} Options
 * @typedef {Promise<import('esbuild').Metafile[]>} Contents
 */

/** @param {Options} [options] @returns {Contents} */
export async function bundleExtension({ outdir = join(root, 'dist'), sourcemap = true } = {}) {
  return (await Promise.all(pairs.map((pair) => bundlePair(pair, outdir, sourcemap)))).flat();
}

/** @param {Options} [options] @returns {Contents} */
export async function bundleCommandLine({ outdir = join(root, 'dist'), sourcemap = true } = {}) {
  return [(await build({ ...commandLine, outdir, sourcemap })).metafile];
}

/** Each view is a folder with a script, and perhaps a style sheet for what is saved of it. @param {Options} [options] @returns {Contents} */
export async function bundleViews({ outdir = join(root, 'dist'), sourcemap = true } = {}) {
  const folder = 'client/webviews';
  const entryPoints = readdirSync(join(root, folder)).flatMap((name) =>
    ['main.tsx', 'paper.css'].map((file) => `${folder}/${name}/${file}`).filter((path) => existsSync(join(root, path))),
  );
  const options = { ...always, entryPoints, format: 'iife', platform: 'browser', target: 'es2022' };
  return [(await build({ ...options, outbase: root, outdir, sourcemap })).metafile];
}

async function bundlePair({ browser, node, external = [] }, outdir, sourcemap) {
  const [files, all] = await Promise.all([
    graphOf(browser, { ...forBrowsers }),
    graphOf(node, { ...forNode, external: [...forNode.external, ...external] }),
  ]);
  // What only Node has may import what both have: the names under which that is handed over.
  const own = Object.keys(all).filter((file) => !(file in files));
  const wanted = own.flatMap((file) => all[file].imports).filter((one) => one.path in files);
  const shared = [...new Set(wanted.map(({ path }) => path))].sort();
  const nameOf = new Map(shared.map((path, i) => [path, `shared${i}`]));
  const outputOf = (entry) => join(outdir, entry.replace(/\.ts$/, '.js'));

  const built = await Promise.all([
    build({
      ...forBrowsers,
      outfile: outputOf(browser),
      sourcemap,
      stdin: {
        contents: [
          `export * from './${browser}';`,
          ...shared.map((path) => `export * as ${nameOf.get(path)} from './${path}';`),
        ].join('\n'),
        resolveDir: root,
        sourcefile: 'shared.js',
      },
      // A worker has no modules of this kind, and needs no exports.
      banner: { js: 'var module=typeof module==="object"?module:{};' },
    }),
    build({
      ...forNode,
      external: [...forNode.external, ...external],
      entryPoints: [node],
      outfile: outputOf(node),
      sourcemap,
      plugins: [takingFrom(`./${relative(dirname(node), browser).replace(/\.ts$/, '.js')}`, nameOf)],
    }),
  ]);
  return built.map(({ metafile }) => metafile);
}

/** The files that an entry needs, with what each imports. */
async function graphOf(entry, options) {
  const { metafile } = await build({ ...options, entryPoints: [entry], outdir: root, write: false, metafile: true });
  return metafile.inputs;
}

/** Takes from the other bundle what it has under a name. */
function takingFrom(bundle, nameOf) {
  return {
    name: 'taking-from',
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /./ }, async ({ path, pluginData, ...from }) => {
        if (pluginData === 'asked') return undefined;
        if (from.namespace === 'shared') return { path, external: true };
        const found = await resolve(path, { ...from, pluginData: 'asked' });
        const name = found.external ? undefined : nameOf.get(relative(root, found.path));
        return name ? { path: name, namespace: 'shared' } : found;
      });
      onLoad({ filter: /./, namespace: 'shared' }, ({ path }) => ({
        contents: `module.exports = require(${JSON.stringify(bundle)}).${path};`,
        resolveDir: root,
      }));
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  Promise.all([bundleExtension(), bundleCommandLine(), bundleViews()]).then(() =>
    Promise.all([import('./pages.mjs'), import('../client/example.mjs')]),
  );
}
