/** What the pages of a report say, gathered from the whole corpus. Draws nothing, writes nothing. */

import type { Finding } from '../../checks/engine/check.ts';
import { nameOf } from '../../checks/engine/entityName.ts';
import { check } from '../../checks/engine/run.ts';
import { analyse } from '../../core/analysis.ts';
import type { Severity } from '../../core/codes.ts';
import type { Library } from '../../core/library.ts';
import { pinyinReader } from '../../core/pinyin.ts';
import { SETTINGS_FILE } from '../../core/settings.ts';
import { type Appearances, appearancesOfAll } from '../../features/dossier/appearances.ts';
import { dossier } from '../../features/dossier/dossier.ts';
import { readerOf } from '../../features/hovers/reader.ts';
import { searchKeys } from '../../features/names.ts';
import { documentsByDate } from '../../features/overview/documents.ts';
import { entitiesOfType, entityTypes } from '../../features/overview/entities.ts';
import { TOPIC_ORDER, type Topic, topicOf } from '../../features/overview/topics.ts';
import { namesBeside } from '../../features/reading/cards.ts';
import { fileName, readingFinding } from '../../features/reading/claims.ts';
import type { Reading, ReadingFinding } from '../../features/reading/model.ts';
import { readingOf } from '../../features/reading/reading.ts';
import type { Appearance, EntityView } from '../../pages/report/EntityPage.tsx';
import type { FindingGroup, FindingItem } from '../../pages/report/FindingsPage.tsx';
import type { Overview } from '../../pages/report/OverviewPage.tsx';

/** Of each topic so many findings are listed; the rest stand on the pages of their documents. */
const MOST_FINDINGS = 1_000;

export class Contents {
  /** The documents in the order of the report: the latest first. */
  readonly documents: ReturnType<typeof documentsByDate>;
  private readonly findings = new Map<string, readonly Finding[]>();
  private readonly aboutEntities: ReadonlyMap<string, readonly ReadingFinding[]>;
  private readonly everywhere: (id: string) => Appearances;
  private readonly appearances: ReadonlyMap<string, readonly { readonly path: string; readonly mentions: number }[]>;
  private readonly titles: ReadonlyMap<string, Overview['years'][number]['documents'][number]>;

  constructor(
    readonly library: Library,
    readonly name: string,
    readonly locale: string,
  ) {
    const { corpus } = library;
    this.documents = documentsByDate(library, locale);
    const paths = [...corpus.documents.keys(), ...corpus.records.files.keys()].sort();
    for (const path of [SETTINGS_FILE, ...paths]) {
      const found = check(library, path);
      if (found.length > 0) this.findings.set(path, found);
    }
    this.titles = new Map(
      this.documents.map((row) => {
        const { path, title, date, annotated, mentions, claims } = row;
        const lang = corpus.documents.get(path)?.lang;
        return [path, { path, title, lang, date, annotated, mentions, claims }];
      }),
    );
    this.everywhere = appearancesOfAll(library);
    this.appearances = this.mentionsOfAll();
    this.aboutEntities = this.findingsOfRecords();
  }

  overview(): Overview {
    const { library, locale, name } = this;
    const { documents, records } = library.corpus;
    const years = new Map<number | undefined, (typeof this.documents)[number][]>();
    for (const row of this.documents) {
      const list = years.get(row.year);
      if (list) list.push(row);
      else years.set(row.year, [row]);
    }
    const sum = (count: (row: (typeof this.documents)[number]) => number) =>
      this.documents.reduce((all, row) => all + count(row), 0);
    return {
      name,
      counts: {
        documents: documents.size,
        entities: [...records.ids()].length,
        claims: sum(({ claims }) => claims),
        mentions: sum(({ mentions }) => mentions),
      },
      years: [...years].map(([year, rows]) => ({ year, documents: rows.map(({ path }) => this.titles.get(path)!) })),
      types: entityTypes(library, locale).map(({ type, label }) => ({
        label,
        entities: entitiesOfType(library, type, 'name', locale).map(({ id, name, use }) => {
          const record = records.get(id)!;
          const lang = record.names.find(({ text }) => text === name)?.lang;
          return { id, name, lang, others: namesBeside(record, name), mentions: use.mentions, claims: use.claims };
        }),
      })),
      topics: TOPIC_ORDER.flatMap((topic) => {
        const found = this.open().filter(({ code }) => topicOf(code) === topic);
        const of = (severity: Severity) => found.filter((one) => one.severity === severity).length;
        const counts = { error: of('error'), warning: of('warning'), information: of('information') };
        return found.length > 0 ? [{ topic, counts }] : [];
      }),
    };
  }

  findingGroups(): { readonly groups: readonly FindingGroup[]; readonly accepted: readonly FindingItem[] } {
    const open = this.open();
    const item = (finding: Finding) => this.item(finding);
    const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2 };
    return {
      groups: TOPIC_ORDER.flatMap((topic: Topic) => {
        const found = open
          .filter(({ code }) => topicOf(code) === topic)
          .map((finding, i) => ({ finding, i }))
          .sort((a, b) => rank[a.finding.severity] - rank[b.finding.severity] || a.i - b.i)
          .map(({ finding }) => finding);
        const shown = found.slice(0, MOST_FINDINGS);
        return found.length > 0 ? [{ topic, findings: shown.map(item), more: found.length - shown.length }] : [];
      }),
      accepted: this.all()
        .filter(({ accepted }) => accepted !== undefined)
        .slice(0, MOST_FINDINGS)
        .map(item),
    };
  }

  reading(path: string): Reading | undefined {
    return readingOf(this.library, path, this.locale, (one) => this.findings.get(one) ?? []);
  }

  entity(id: string): EntityView | undefined {
    const found = dossier(this.library, id, { locale: this.locale, appearances: this.everywhere(id) });
    return (
      found && {
        dossier: found,
        findings: this.aboutEntities.get(id) ?? [],
        appearances: (this.appearances.get(id) ?? []).map(({ path, mentions }) => this.appearance(id, path, mentions)),
      }
    );
  }

  /** What a reader may type for an entity beyond the name that is shown. */
  keysOf(id: string): readonly string[] {
    const record = this.library.corpus.records.get(id);
    if (!record) return [];
    const pinyin = pinyinReader();
    const names = [...record.names, ...record.aliases].map(({ text }) => text);
    return [...new Set([...names, id].flatMap((name) => searchKeys(name, pinyin)))];
  }

  nameOf(id: string): string {
    const record = this.library.corpus.records.get(id);
    return record ? nameOf(record, this.locale) : id;
  }

  private all(): readonly Finding[] {
    return [...this.findings.values()].flat();
  }

  private open(): readonly Finding[] {
    return this.all().filter(({ accepted }) => accepted === undefined);
  }

  private item(finding: Finding): FindingItem {
    const document = this.titles.get(finding.path);
    return {
      finding: readingFinding(readerOf(this.library, { locale: this.locale }), finding),
      where: document?.title ?? fileName(finding.path),
      lang: document?.lang,
    };
  }

  private mentionsOfAll() {
    const found = new Map<string, { path: string; mentions: number }[]>();
    for (const { path } of this.documents) {
      for (const [id, mentions] of Object.entries(this.library.corpus.documents.get(path)?.mentions ?? {})) {
        const list = found.get(id);
        if (list) list.push({ path, mentions });
        else found.set(id, [{ path, mentions }]);
      }
    }
    return found;
  }

  private appearance(id: string, path: string, mentions: number): Appearance {
    const { title, lang, date } = this.titles.get(path)!;
    return { path, title, lang, date, mentions, first: this.firstMentions(path).get(id) };
  }

  private readonly firsts = new Map<string, ReadonlyMap<string, Appearance['first']>>();

  /** Kept: the pages of many entities ask for the same documents. */
  private firstMentions(path: string): ReadonlyMap<string, Appearance['first']> {
    let known = this.firsts.get(path);
    if (!known) {
      const made = new Map<string, Appearance['first']>();
      const document = this.library.document(path);
      for (const { id, span } of document ? analyse(document, this.library.corpus.records).mentions : []) {
        if (!made.has(id)) made.set(id, { start: span.start, end: span.end });
      }
      known = made;
      this.firsts.set(path, known);
    }
    return known;
  }

  private findingsOfRecords(): ReadonlyMap<string, readonly ReadingFinding[]> {
    const found = new Map<string, ReadingFinding[]>();
    const reader = readerOf(this.library, { locale: this.locale });
    for (const [path, findings] of this.findings) {
      const file = this.library.corpus.records.files.get(path);
      if (!file) continue;
      for (const finding of findings) {
        const id =
          finding.entity ??
          file.records.find(({ span }) => span.start <= finding.span.start && finding.span.end <= span.end)?.id.value;
        if (id === undefined || finding.accepted !== undefined) continue;
        const list = found.get(id);
        if (list) list.push(readingFinding(reader, finding));
        else found.set(id, [readingFinding(reader, finding)]);
      }
    }
    return found;
  }
}
