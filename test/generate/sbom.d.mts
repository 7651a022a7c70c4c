export function sbom(): {
  readonly components: readonly { readonly name: string; readonly group?: string; readonly version: string }[];
};
