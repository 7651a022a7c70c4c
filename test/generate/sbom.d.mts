export function sbom(): Promise<{
  readonly components: readonly { readonly name: string; readonly group?: string; readonly version: string }[];
}>;
