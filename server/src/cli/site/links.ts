/** Where the links of a report lead: the file of every document and entity, and the places in them. Knows no page. */

import type { View } from '../../checks/engine/check.ts';
import { claimNamed } from '../../features/claimsAt.ts';
import { lastBefore, type Places, placesOf } from '../../features/reading/places.ts';
import type { ClaimLink, Links, PlaceLink } from '../../pages/reader.ts';
import { noteId, paragraphId, placeId } from '../../pages/reading/Body.tsx';
import { addressesOf } from './addresses.ts';

export class Addresses {
  readonly documents: ReadonlyMap<string, string>;
  readonly entities: ReadonlyMap<string, string>;
  /** The page on which a translation stands beside what it was made of, by the translation's path. */
  readonly pairs: ReadonlyMap<string, string>;
  private readonly places = new Map<string, Places | undefined>();

  constructor(
    private readonly view: View,
    pairs: Iterable<string>,
  ) {
    const { corpus } = view;
    this.documents = addressesOf('documents', corpus.documents.keys());
    this.entities = addressesOf('entities', corpus.records.ids());
    this.pairs = addressesOf('translations', pairs);
  }

  /** The links of the page at `file`, as they are written in it. What would lead to the page that it is on leads nowhere. */
  linksFrom(file: string): Links {
    const root = file.includes('/') ? '../' : '';
    const at = (address: string | undefined) =>
      address === undefined || address === file ? undefined : root + address;
    return {
      place: (place) => at(this.place(place)),
      entity: (id) => at(this.entities.get(id)),
      document: (path) => at(this.documents.get(path)),
      claim: (link) => at(this.claim(link)),
    };
  }

  place({ path, start }: PlaceLink): string | undefined {
    const file = this.documents.get(path);
    if (file === undefined) return this.recordAt(path, start);
    const places = this.placesIn(path);
    if (!places) return file;
    if (start < places.bodyStart) {
      const written = lastBefore(places.written, start);
      return written && start <= written.end ? this.noteOf(path, written.key) : file;
    }
    if (places.targets.has(start)) return `${file}#${placeId(MAIN, start)}`;
    const paragraph = lastBefore(places.paragraphs, start);
    return paragraph ? `${file}#${paragraphId(MAIN, paragraph.start)}` : file;
  }

  /** The words of a claim, else the claim in the margin; the record of a fact. */
  claim({ path, claim }: ClaimLink): string | undefined {
    const file = this.documents.get(path);
    if (file === undefined) {
      const head = claimNamed(this.view, path, claim)?.head;
      return head && this.recordAt(path, head.start);
    }
    const start = this.placesIn(path)?.claims.get(claim)?.start;
    return start === undefined ? this.noteOf(path, claim) : this.place({ path, start, end: start });
  }

  private noteOf(path: string, key: string): string | undefined {
    const file = this.documents.get(path);
    const number = this.placesIn(path)?.claims.get(key)?.number;
    return file === undefined || number === undefined ? file : `${file}#${noteId(number)}`;
  }

  private recordAt(path: string, offset: number): string | undefined {
    const { records } = this.view.corpus;
    const record = records.files.get(path)?.records.find(({ span }) => span.start <= offset && offset <= span.end);
    return record && this.entities.get(record.id.value);
  }

  private placesIn(path: string): Places | undefined {
    if (!this.places.has(path)) this.places.set(path, placesOf(this.view, path));
    return this.places.get(path);
  }
}

/** A document on a page of its own. */
const MAIN = { prefix: '' };
