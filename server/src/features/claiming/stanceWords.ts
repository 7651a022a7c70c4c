/** Words by which a passage says that it expects, denies, asks or supposes. Data only; what is open to doubt is not here. */

import type { Stance } from '../../core/claim.ts';

export const STANCE_WORDS: readonly { readonly stance: Exclude<Stance, 'asserts'>; readonly words: RegExp }[] = [
  {
    stance: 'expects',
    words:
      /\b(?:(?:is|are|was|were) (?:expected|due|scheduled|set|projected|forecast|planned|slated) (?:to|for|on|in)|(?:is|are) to be|will (?:be|have|reach|rise|grow|open|take place|number|total)|(?:plans?|hopes?|expects?|intends?|aims?) to|is likely to)\b|预计|預計|有望|将于|將於|将会|將會|将达|將達|将在|將在|将有|將有|即将|即將|力争|力爭|期待|预期|預期/i,
  },
  {
    stance: 'denies',
    words: /\b(?:den(?:y|ies|ied) (?:that|having|any)|refut(?:es|ed)|it is not true that)\b|否认|否認|不属实|不屬實/i,
  },
  { stance: 'questions', words: /\b(?:question(?:s|ed) whether|doubt(?:s|ed)? (?:that|whether))\b|质疑|質疑/i },
  { stance: 'hypothetical', words: /\b(?:would have been|were to have|suppose (?:that|there))\b|假如|倘若|假设|假設/i },
];
