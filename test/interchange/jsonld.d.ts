/** The part of jsonld.js that the tests use: it comes without types. */

declare module 'jsonld' {
  interface Options {
    documentLoader(url: string): Promise<{ contextUrl?: string; documentUrl: string; document: object }>;
    format?: string;
  }
  const jsonld: {
    expand(input: object, options: Options): Promise<readonly unknown[]>;
    toRDF(input: object, options: Options): Promise<unknown>;
  };
  export default jsonld;
}
