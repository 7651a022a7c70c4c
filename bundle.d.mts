/** Writes the bundles of the extension and its server to `outdir`, by default `dist/`, under the paths of their sources. */
export function bundleExtension(options?: { readonly outdir?: string; readonly sourcemap?: boolean }): Promise<void>;
