/** The files of a report, one after the other: the same corpus gives the same bytes. Writes none of them. */

import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Library } from '../../core/library.ts';
import type { Reading } from '../../features/reading/model.ts';
import { ReaderProvider } from '../../pages/reader.ts';
import { noteId } from '../../pages/reading/Body.tsx';
import { ReadingPage } from '../../pages/reading/ReadingPage.tsx';
import { EntityPage } from '../../pages/report/EntityPage.tsx';
import { FindingsPage } from '../../pages/report/FindingsPage.tsx';
import { FILES, Frame, type FrameProps } from '../../pages/report/Frame.tsx';
import { OverviewPage } from '../../pages/report/OverviewPage.tsx';
import { SearchPage } from '../../pages/report/SearchPage.tsx';
import type { SearchIndex } from '../../pages/report/search.ts';
import { reportWordsIn } from '../../pages/report/words.ts';
import { Contents } from './contents.ts';
import { Addresses } from './links.ts';

export interface SiteFile {
  /** From the report's own folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The style sheet and the script that the pages share. */
export interface SiteAssets {
  readonly style: string;
  readonly script: string;
}

export interface SiteOptions {
  /** The name of the corpus. */
  readonly name: string;
  readonly locale: string;
}

export function* siteFiles(library: Library, assets: SiteAssets, options: SiteOptions): Iterable<SiteFile> {
  yield { path: FILES.style, text: assets.style };
  yield { path: FILES.script, text: assets.script };
  yield* new Site(library, options).files();
}

class Site {
  private readonly contents: Contents;
  private readonly addresses: Addresses;
  private readonly words;
  private readonly index = { files: [] as string[], documents: [], entities: [], claims: [] } as {
    readonly files: string[];
    readonly documents: SearchIndex['documents'][number][];
    readonly entities: SearchIndex['entities'][number][];
    readonly claims: SearchIndex['claims'][number][];
  };

  constructor(
    library: Library,
    private readonly options: SiteOptions,
  ) {
    this.words = reportWordsIn(options.locale);
    this.contents = new Contents(library, options.name, options.locale);
    const isTranslation = (path: string) => library.corpus.documents.get(path)?.translationOf !== undefined;
    this.addresses = new Addresses(library, [...library.corpus.documents.keys()].filter(isTranslation));
  }

  *files(): Iterable<SiteFile> {
    const { contents, addresses, words } = this;
    for (const { path } of contents.documents) yield* this.documentFiles(path);
    for (const [id, path] of addresses.entities) {
      const entity = contents.entity(id);
      if (!entity) continue;
      yield this.page(path, { title: entity.dossier.name }, <EntityPage entity={entity} />);
      this.index.entities.push([
        entity.dossier.name,
        entity.dossier.type?.label ?? '',
        this.fileNumber(path),
        contents.keysOf(id).join('\n'),
      ]);
    }
    const overview = contents.overview();
    yield this.page(
      FILES.overview,
      { title: overview.name, current: 'overview' },
      <OverviewPage overview={overview} />,
    );
    const found = contents.findingGroups();
    yield this.page(FILES.findings, { title: words.findings, current: 'findings' }, <FindingsPage {...found} />);
    yield this.page(FILES.search, { title: words.search, current: 'search' }, <SearchPage />);
    yield { path: FILES.index, text: `globalThis.concordIndex=${JSON.stringify(this.index)};\n` };
  }

  private *documentFiles(path: string): Iterable<SiteFile> {
    const file = this.addresses.documents.get(path)!;
    const reading = this.contents.reading(path);
    if (!reading) return;
    const choices = this.choicesOf(reading);
    yield this.page(file, { title: reading.title }, <ReadingPage reading={reading} choices={choices} />);
    this.addToIndex(file, reading);
    const pair = this.addresses.pairs.get(path);
    const original = reading.translations.find((other) => other.original);
    const left = pair === undefined || !original ? undefined : this.contents.reading(original.path);
    if (pair === undefined || !left) return;
    const title = `${left.title} · ${reading.title}`;
    const back = this.linkList([left, reading].map((one) => [this.addresses.documents.get(one.path)!, one.title]));
    yield this.page(pair, { title }, <ReadingPage reading={left} beside={reading} choices={back} />);
  }

  /** To the pages on which the document stands beside a translation of it, or what it was translated from. */
  private choicesOf({ path, translations }: Reading): ComponentChildren {
    const links = translations.flatMap((other): readonly (readonly [string, string])[] => {
      const pair = this.addresses.pairs.get(other.original ? path : other.path);
      return pair === undefined ? [] : [[pair, `${this.words.besides} (${other.title})`]];
    });
    return links.length === 0 ? undefined : this.linkList(links);
  }

  private linkList(links: readonly (readonly [file: string, text: string])[]): ComponentChildren {
    return (
      <p class="choices">
        {links.map(([file, text]) => (
          <a key={file} href={`../${file}`}>
            {text}
          </a>
        ))}
      </p>
    );
  }

  private page(path: string, frame: Pick<FrameProps, 'title' | 'current'>, content: ComponentChildren): SiteFile {
    const { name, locale } = this.options;
    const root = path.includes('/') ? '../' : '';
    const html = renderToString(
      <ReaderProvider value={{ locale, links: this.addresses.linksFrom(path) }}>
        <Frame {...frame} root={root} corpus={name}>
          {content}
        </Frame>
      </ReaderProvider>,
    );
    return { path, text: `<!DOCTYPE html>\n${html}\n` };
  }

  private addToIndex(file: string, reading: Reading): void {
    const number = this.fileNumber(file);
    this.index.documents.push([reading.title, reading.date ?? '', number]);
    for (const [i, { subject, property, statement, quote }] of reading.claims.entries()) {
      this.index.claims.push([`${subject} · ${property} · ${statement}`, cut(quote), number, noteId(i + 1)]);
    }
  }

  private fileNumber(file: string): number {
    return this.index.files.push(file) - 1;
  }
}

/** A quote is sought by its words, and mostly by its first. */
const cut = (text: string): string => (text.length <= 160 ? text : [...text].slice(0, 160).join(''));
