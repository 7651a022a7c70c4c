/** What a check has looked at, so that its findings stand for as long as all of it is the same. Knows no files. */

import type { Corpus } from '../../core/corpus.ts';
import type { Document } from '../../core/document.ts';
import type { DocumentFacts } from '../../core/facts.ts';
import type { Group } from '../../core/groups.ts';
import type { Settings } from '../../core/settings.ts';
import type { Finding, View } from './check.ts';

/** What a file's findings were concluded from; while all of it is the same, so are they. */
export interface Known {
  readonly findings: readonly Finding[];
  readonly version: number;
  readonly settings: Settings;
  readonly records: Corpus['records'];
  readonly complete: boolean;
  readonly holds: () => boolean;
}

/** The corpus as one check run sees it, which remembers what it was asked about other files. */
export class Reading implements View {
  private readonly groups = new Map<string, Map<string, Group | undefined>>();
  private readonly asked = new Map<string, DocumentFacts | undefined>();
  private readonly answers = new Map<(corpus: Corpus) => unknown, unknown>();

  constructor(private readonly project: View) {}

  get corpus(): Corpus {
    return this.project.corpus;
  }

  get settings(): Settings {
    return this.project.settings;
  }

  get complete(): boolean {
    return this.project.complete !== false;
  }

  document(path: string): Document | undefined {
    return this.project.document(path);
  }

  group(subject: string, property: string): Group | undefined {
    let ofSubject = this.groups.get(subject);
    if (!ofSubject) {
      ofSubject = new Map();
      this.groups.set(subject, ofSubject);
    }
    const seen = this.corpus.group(subject, property);
    ofSubject.set(property, seen);
    return seen;
  }

  facts(path: string): DocumentFacts | undefined {
    const seen = this.corpus.documents.get(path);
    this.asked.set(path, seen);
    return seen;
  }

  ask<Answer>(question: (corpus: Corpus) => Answer): Answer {
    const answer = question(this.corpus);
    this.answers.set(question, answer);
    return answer;
  }

  /** Whether all that was asked would be answered the same now. */
  readonly holds = (): boolean => {
    const { corpus } = this;
    for (const [question, answer] of this.answers) if (question(corpus) !== answer) return false;
    for (const [subject, groups] of this.groups)
      for (const [property, seen] of groups) if (corpus.group(subject, property) !== seen) return false;
    for (const [path, seen] of this.asked) if (corpus.documents.get(path) !== seen) return false;
    return true;
  };
}
