/** The formats that documents can be exchanged in. The only registration: commands, help and documentation derive from it. */

import type { ExchangeFormat } from '../exchange/format.ts';

export interface FormatEntry {
  readonly id: string;
  readonly title: string;
  readonly exports: boolean;
  readonly imports: boolean;
  /** What it holds of a corpus, and what it does not: for the help page and the documentation. */
  readonly holds: string;
  readonly lacks: string;
  /** A format is loaded when it is asked for, with whatever library it needs. */
  load(): Promise<ExchangeFormat>;
}

export const EXCHANGE_FORMATS: readonly FormatEntry[] = [
  {
    id: 'jsonl',
    title: 'JSON Lines',
    exports: true,
    imports: true,
    holds: 'Everything that Concord means by a corpus; one object on each line, published as a JSON Schema.',
    lacks: 'Comments, layout and the keys of other tools in front matter; broken claims.',
    load: async () => (await import('./jsonl/jsonl.ts')).jsonl,
  },
];

export const exchangeFormat = (id: string): FormatEntry | undefined => EXCHANGE_FORMATS.find((one) => one.id === id);
