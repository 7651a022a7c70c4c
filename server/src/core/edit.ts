/**
 * Edits of annotations: what a fix or a command wants changed, as the smallest edits of the file's text.
 * An edit leaves comments, order, styles and line ends as they are, never touches a body, and is proved by reading its
 * result back; where it cannot be made safely the answer is undefined. Knows files one by one, not the corpus.
 */

export { accept, type NewAcceptance, removeAcceptance } from './edit/acceptances.ts';
export {
  addClaim,
  addFact,
  type ClaimData,
  type ClaimFile,
  removeClaim,
  removeClaimKey,
  setChoice,
  setClaimKey,
} from './edit/claims.ts';
export { block, type Data, quotedText, text, yaml } from './edit/data.ts';
export {
  addForm,
  declare,
  type FormKind,
  type HereQuote,
  removeDeclaration,
  replaceDeclarationId,
} from './edit/entities.ts';
export {
  addFrontMatter,
  type Definition,
  defineProperty,
  defineType,
  defineUnit,
  quoteScalar,
  renameKey,
  replaceScalar,
  setCheck,
  setDocumentKey,
  setSourceKey,
} from './edit/metadata.ts';
export {
  addAlias,
  addRecord,
  addToRecordList,
  type NewRecord,
  renameRecord,
  setRecordKey,
} from './edit/records.ts';
export { quoted, restyled, type ScalarContext, type ScalarUse, scalar } from './edit/scalar.ts';
export type { Edits, ParsedFile, TextEdit } from './edit/source.ts';
