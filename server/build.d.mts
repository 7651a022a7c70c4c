import type { Metafile } from 'esbuild';

export interface BundleOptions {
  readonly outdir?: string;
  readonly sourcemap?: boolean;
}

/** Each of these writes bundles to `outdir`, by default `dist/`, and answers what esbuild says is in them. */
export function bundleExtension(options?: BundleOptions): Promise<readonly Metafile[]>;
export function bundleCommandLine(options?: BundleOptions): Promise<readonly Metafile[]>;
export function bundleViews(options?: BundleOptions): Promise<readonly Metafile[]>;
