/** Which symbol of the protocol stands for what. Knows icons, no content. */

import { SymbolKind } from 'vscode-languageserver';

/** The protocol has kinds for code; these are the ones whose icons say most about what people annotate. */
export function symbolKindOf(kind: string, type: string | undefined): SymbolKind {
  if (kind === 'section') return SymbolKind.Namespace;
  if (kind === 'claim' || kind === 'fact') return SymbolKind.Event;
  if (kind === 'definition') return SymbolKind.Property;
  switch (type) {
    case 'person':
      return SymbolKind.Class;
    case 'organization':
      return SymbolKind.Module;
    case 'place':
      return SymbolKind.Field;
    case 'event':
      return SymbolKind.Event;
    case 'document':
    case 'agreement':
      return SymbolKind.File;
    default:
      return SymbolKind.Object;
  }
}
