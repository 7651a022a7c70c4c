/**
 * Edits of annotations: what a fix or a command wants changed, as the smallest edits of the file's text.
 * An edit leaves comments, order, styles and line ends as they are, never touches a body, and is proved by reading its
 * result back; where it cannot be made safely the answer is undefined. Knows files one by one, not the corpus.
 */

export { accept, type NewAcceptance, removeAcceptance } from './edit/acceptances.ts';
export { applied } from './edit/apply.ts';
export {
  addClaimAfter,
  dataOfClaim,
  moveClaim,
  nestClaim,
  nestedData,
  replaceClaim,
} from './edit/claimOrder.ts';
export {
  addClaim,
  addFact,
  type ClaimData,
  type ClaimFile,
  ordered,
  removeClaim,
  removeClaimKey,
  setChoice,
  setClaimKey,
} from './edit/claims.ts';
export { block, copied, copiedFields, type Data, flow, meaningOf, quotedText, text, yaml } from './edit/data.ts';
export {
  addForm,
  declare,
  declareAll,
  type FormKind,
  type HereQuote,
  removeDeclaration,
  removeForm,
  replaceDeclarationId,
} from './edit/entities.ts';
export {
  addFrontMatter,
  type Definition,
  defineProperty,
  defineType,
  defineUnit,
  quoteScalar,
  removeScalar,
  renameKey,
  replaceAll,
  replaceScalar,
  setCheck,
  setDocumentKey,
  setSourceKey,
} from './edit/metadata.ts';
export { type Requote, requote } from './edit/quotes.ts';
export {
  addAlias,
  addName,
  addRecord,
  addRecords,
  addToRecordList,
  type NewRecord,
  type RecordFields,
  removeRecord,
  renameRecord,
  setRecordKey,
} from './edit/records.ts';
export { quoted, restyled, type ScalarContext, type ScalarUse, scalar } from './edit/scalar.ts';
export { type Replacement, replaceScalars } from './edit/scalars.ts';
export { inSequence, type Step } from './edit/sequence.ts';
export type { Edits, ParsedFile, TextEdit } from './edit/source.ts';
