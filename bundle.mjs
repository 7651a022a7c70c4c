// Owns the bundles of the extension and its server (npm run build:extension). Both run on Node and in browsers, so each is
// two files: one for browsers, which holds all that both hosts need and stands alone, and a small one for Node, which takes
// from that whatever it has. Must not know what is bundled.
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));

/** What Node and browsers resolve alike, so that a file of the one bundle can stand for that of the other. */
const common = {
  absWorkingDir: root,
  alias: {
    yaml: './node_modules/yaml/browser/index.js',
    'entities/decode': './server/src/interchange/import/html/noEntities.ts',
  },
  bundle: true,
  charset: 'utf8',
  format: 'cjs',
  legalComments: 'none',
  logLevel: 'warning',
  mainFields: ['module', 'main'],
  minify: true,
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

/**
 * Writes the bundles to `outdir`, under the paths of their sources.
 * @param {{outdir?: string, sourcemap?: boolean}} [options]
 */
export async function bundleExtension({ outdir = join(root, 'dist'), sourcemap = true } = {}) {
  await Promise.all(pairs.map((pair) => bundlePair(pair, outdir, sourcemap)));
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

  await Promise.all([
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

if (process.argv[1] === fileURLToPath(import.meta.url)) bundleExtension();
