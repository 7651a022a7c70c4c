/** What a check is, what it may look at and what it reports. Knows no single check. */

import type { Analysis } from '../../core/analysis.ts';
import type { Code, Severity } from '../../core/codes.ts';
import type { Corpus } from '../../core/corpus.ts';
import type { Document } from '../../core/document.ts';
import type { TextEdit } from '../../core/edit.ts';
import type { DocumentFacts } from '../../core/facts.ts';
import type { Group } from '../../core/groups.ts';
import type { Params } from '../../core/problem.ts';
import type { RecordFile } from '../../core/record.ts';
import type { Settings } from '../../core/settings.ts';
import type { Span } from '../../core/text.ts';
import type { Statement } from '../statements/statement.ts';

/** What a check or feature sees of the world: the snapshot, and the text of any document of it when it is needed. */
export interface View {
  readonly corpus: Corpus;
  /** The document at `path`, parsed; undefined where there is none. */
  document(path: string): Document | undefined;
  /** All that claims and facts say of a subject under a property. */
  group(subject: string, property: string): Group | undefined;
  /** What the document at `path` says, without its text. */
  facts(path: string): DocumentFacts | undefined;
  /** What `question` answers of the whole corpus. What has asked it is done anew when the answer is another. */
  ask<Answer>(question: (corpus: Corpus) => Answer): Answer;
  /** Whether all documents have been read; undefined counts as yes. Before, what is missing proves nothing. */
  readonly complete?: boolean;
  /** The settings of the corpus as a file, for edits of it. */
  readonly settings: Settings;
}

export interface Fix {
  /** The message that names it in a menu. */
  readonly title: string;
  readonly params: Params;
  /** A safe fix cannot change what was meant. */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

export interface Related {
  readonly path: string;
  /** Looked up when it is shown: the other file may have been edited without saying anything else. */
  readonly span: Span;
  readonly message: string;
  readonly params: Params;
  readonly claim?: string;
}

/** What a check says of one place. */
export interface Report {
  readonly span: Span;
  /** Which of the code's messages says it; the code's only one where there is none. */
  readonly variant?: string;
  readonly params?: Params;
  /** Where it differs from the check's own. */
  readonly severity?: Severity;
  readonly claim?: string;
  readonly entity?: string;
  readonly related?: readonly Related[];
  /** The two statements that a finding on a comparison is about. */
  readonly sides?: { readonly own: Statement; readonly other: Statement };
  /** Computed when somebody asks. */
  readonly fixes?: () => readonly Fix[];
}

export interface Finding extends Report {
  readonly code: Code;
  readonly path: string;
  readonly severity: Severity;
  readonly variant: string;
  readonly params: Params;
  readonly related: readonly Related[];
  readonly fixes: () => readonly Fix[];
  /** The reason with which it was accepted; it then counts for nothing. */
  readonly accepted?: string;
}

export interface DocumentContext {
  readonly view: View;
  readonly corpus: Corpus;
  readonly document: Document;
  readonly analysis: Analysis;
}

export interface RecordsContext {
  readonly view: View;
  readonly corpus: Corpus;
  readonly file: RecordFile;
}

export interface SettingsContext {
  readonly view: View;
  readonly corpus: Corpus;
  readonly settings: Settings;
}

/** A rule: one file, with its page beside it. */
export interface Check {
  readonly code: Code;
  /** What its findings are unless they or the settings say otherwise. */
  readonly severity: Severity;
  /** Off unless the settings turn it on. */
  readonly off?: boolean;
  /** It looks at more than the file it reports on. */
  readonly beyond?: boolean;
  readonly document?: (context: DocumentContext) => Iterable<Report>;
  readonly records?: (context: RecordsContext) => Iterable<Report>;
  readonly settings?: (context: SettingsContext) => Iterable<Report>;
}
