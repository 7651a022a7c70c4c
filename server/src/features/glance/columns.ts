/** The columns of sources against claims: documents or publishers, with the records' own column and one for all that are left. */

import type { View } from '../../checks/engine/check.ts';
import { nameOfId } from '../../checks/engine/entityName.ts';
import { edtf } from '../../checks/statements/statement.ts';
import type { Head } from '../../core/groups.ts';
import { shortened } from '../markdown.ts';
import { documentLink } from './neighbours.ts';

export interface MatrixColumn {
  readonly kind: 'document' | 'publisher' | 'nobody' | 'records' | 'others';
  readonly label: string;
  /** Of a document. */
  readonly path?: string;
  /** In words. */
  readonly date?: string;
  /** Of a publisher that has a record. */
  readonly entity?: string;
  /** How many columns it stands for, where that is several. */
  readonly count?: number;
}

/** The columns of a page: those in which most of weight is said, in the order of their dates or names. */
export class Columns {
  private readonly columns = new Map<string, { readonly column: MatrixColumn; readonly day: number; weight: number }>();

  constructor(
    private readonly view: View,
    private readonly by: 'documents' | 'publishers',
    private readonly locale: string,
  ) {}

  /** Something is said there, of so much weight. */
  count(head: Head, weight: number): void {
    const key = this.keyOf(head);
    const known = this.columns.get(key);
    if (known) known.weight += weight;
    else this.columns.set(key, { ...this.columnOf(head), weight });
  }

  chosen(limit: number): { readonly shown: readonly MatrixColumn[]; readonly placeOf: (head: Head) => number } {
    const all = [...this.columns];
    // Of very many each has next to nothing in it: what each row has stands together then.
    if (all.length > MANY * limit) {
      return { shown: [{ kind: 'others', label: '', count: all.length }], placeOf: () => 0 };
    }
    const { compare } = new Intl.Collator(this.locale);
    const most = [...all].sort(([, a], [, b]) => b.weight - a.weight).slice(0, all.length > limit ? limit - 1 : limit);
    most.sort(
      ([left, a], [right, b]) =>
        RANKS.indexOf(a.column.kind) - RANKS.indexOf(b.column.kind) ||
        (a.day < b.day ? -1 : +(a.day > b.day)) ||
        compare(a.column.label, b.column.label) ||
        (left < right ? -1 : 1),
    );
    const places = new Map(most.map(([key], place) => [key, place]));
    const shown = most.map(([, { column }]) => column);
    const left = all.length - most.length;
    if (left > 0) shown.push({ kind: 'others', label: '', count: left });
    return { shown, placeOf: (head) => places.get(this.keyOf(head)) ?? most.length };
  }

  private keyOf({ kind, path, publisher }: Head): string {
    if (kind === 'record') return 'records';
    return this.by === 'documents' ? `document ${path}` : publisher ? `publisher ${publisher}` : 'nobody';
  }

  private columnOf(head: Head): { readonly column: MatrixColumn; readonly day: number } {
    const day = Number.POSITIVE_INFINITY;
    if (head.kind === 'record') return { column: { kind: 'records', label: '' }, day };
    if (this.by === 'documents') {
      const facts = this.view.corpus.documents.get(head.path);
      const { title, date } = facts ? documentLink(facts, this.locale) : { title: head.path, date: undefined };
      const column: MatrixColumn = {
        kind: 'document',
        label: shortened(title, 100),
        path: head.path,
        ...(date && { date }),
      };
      return { column, day: edtf(head.date)?.start.earliest ?? day };
    }
    if (!head.publisher) return { column: { kind: 'nobody', label: '' }, day };
    const entity = this.view.corpus.records.get(head.publisher) ? head.publisher : undefined;
    const label = shortened(nameOfId(this.view, head.publisher, this.locale), 100);
    return { column: { kind: 'publisher', label, ...(entity !== undefined && { entity }) }, day };
  }
}

/** So many times the columns that there is room for are too many to choose from. */
const MANY = 2;

const RANKS: readonly MatrixColumn['kind'][] = ['document', 'publisher', 'nobody', 'records', 'others'];
