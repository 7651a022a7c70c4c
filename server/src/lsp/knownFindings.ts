/** The findings of a corpus' files, computed again only where something that they depend on has changed. Knows no files. */

import type { Finding, View } from '../checks/engine/check.ts';
import { type Known, Reading } from '../checks/engine/reading.ts';
import { check, unreadable } from '../checks/engine/run.ts';
import type { Library } from '../core/library.ts';

/** What a corpus in an editor tells of its files. */
export interface Versions extends View {
  readonly library: Library;
  readonly complete: boolean;
  /** Another number each time that the file is taken in. */
  versionOf(path: string): number;
}

export class KnownFindings {
  private readonly known = new Map<string, Known>();

  constructor(private readonly project: Versions) {}

  of(path: string): readonly Finding[] {
    const { project } = this;
    const { settings, complete, library } = project;
    const { records } = project.corpus;
    const version = project.versionOf(path);
    const known = this.known.get(path);
    const same = known && known.version === version && known.settings === settings && known.complete === complete;
    if (same && known.records === records && known.holds()) return known.findings;
    const reading = new Reading(project);
    const reason = library.reasonUnreadable(path);
    const problem = reason === undefined ? undefined : unreadable(project, path, reason);
    const findings = problem ? [problem] : check(reading, path);
    this.known.set(path, { findings, version, settings, records, complete, holds: reading.holds });
    return findings;
  }
}
