/** The tables of a corpus, as Concord wrote them or somebody by hand. Whatever refers to nothing is a problem. */

import type { Span } from '../../../core/text.ts';
import { bareDocument, spanIn } from '../../exchange/bare.ts';
import { Fields } from '../../exchange/fields.ts';
import type { ImportContext, Imported, ImportProblem, InFile } from '../../exchange/format.ts';
import type { Losses } from '../../exchange/losses.ts';
import type { ExchangeClaim, ExchangeDocument, ExchangeEntity, ExchangeMention, Worded } from '../../exchange/model.ts';
import { Offsets } from '../../exchange/offsets.ts';
import { claimFrom } from '../jsonl/read.ts';
import { type Row, rowsOf } from './cells.ts';
import { CLAIM_COLUMNS, CLAIM_READINGS } from './columns.ts';

const TABLES = ['documents', 'entities', 'mentions', 'claims'] as const;
type Table = (typeof TABLES)[number];

export function readCsv(files: readonly InFile[], _: ImportContext, losses: Losses): Imported {
  return new Reading(files, losses).read();
}

interface Filed extends Row {
  readonly file: string;
}

class Reading {
  private readonly problems: ImportProblem[] = [];
  private readonly tables = new Map<Table, Filed[]>();

  constructor(
    files: readonly InFile[],
    private readonly losses: Losses,
  ) {
    for (const file of files) {
      const name = /(?<![^/\\])([^/\\]+)\.csv$/i.exec(file.path)?.[1]?.toLowerCase();
      const table = TABLES.find((one) => one === name);
      if (!table) {
        this.problems.push({ file: file.path, message: `a table is called ${TABLES.join('.csv, ')}.csv` });
        continue;
      }
      const rows = rowsOf(file, this.problems).map((row) => ({ ...row, file: file.path }));
      this.tables.set(table, [...(this.tables.get(table) ?? []), ...rows]);
    }
  }

  read(): Imported & { readonly whole: true } {
    const bodies = new Map<string, { readonly row: Filed; readonly body: string; readonly offsets: Offsets }>();
    for (const row of this.rows('documents')) {
      const [path, body] = [row.cells.get('path'), row.cells.get('body')];
      if (path === undefined || body === undefined) this.problem(row, 'a document needs its path and its body');
      else if (bodies.has(path)) this.problem(row, `there are two documents ${path}`);
      else bodies.set(path, { row, body, offsets: new Offsets(body, 'code-point') });
    }
    const mentions = new Map<string, ExchangeMention[]>();
    for (const row of this.rows('mentions')) {
      const known = bodies.get(row.cells.get('document') ?? '');
      const mention = known ? this.mention(row, known.body, known.offsets) : this.stray(row);
      if (mention) grouped(mentions, row.cells.get('document')!, mention);
    }
    const claims = new Map<string, ExchangeClaim[]>();
    const facts = new Map<string, ExchangeClaim[]>();
    for (const row of this.rows('claims')) {
      const path = row.cells.get('document');
      const known = path === undefined ? undefined : bodies.get(path);
      if (path !== undefined && !known) {
        this.stray(row);
        continue;
      }
      const claim = this.claim(row, known?.offsets);
      if (!claim) continue;
      if (path !== undefined) grouped(claims, path, claim);
      else if (claim.subject === undefined)
        this.problem(row, 'a claim of no document is a fact of its subject, and needs one');
      else grouped(facts, claim.subject, claim);
    }
    const documents = [...bodies].map(([path, { row, body }]) =>
      this.document(row, path, body, mentions.get(path) ?? [], claims.get(path) ?? []),
    );
    const entities = this.rows('entities').flatMap((row) => this.entity(row, facts) ?? []);
    for (const [id, list] of facts) this.losses.add('facts of entities that have no row', id, list.length);
    return { documents, entities, problems: this.problems, whole: true };
  }

  private rows(table: Table): readonly Filed[] {
    return this.tables.get(table) ?? [];
  }

  private stray(row: Filed): undefined {
    this.problem(row, `there is no document ${row.cells.get('document') ?? ''}`);
    return undefined;
  }

  private document(
    row: Filed,
    path: string,
    body: string,
    mentions: readonly ExchangeMention[],
    claims: readonly ExchangeClaim[],
  ): ExchangeDocument {
    const { cells } = row;
    const keys = ['title', 'date', 'about', 'lang', 'publisher', 'author', 'url', 'retrieved'] as const;
    const texts = Object.fromEntries(keys.flatMap((key) => (cells.has(key) ? [[key, cells.get(key)!]] : [])));
    const fields = this.fields(row, { accept: json(cells.get('accept')) });
    const accept = fields.objects('accept').flatMap((one) => {
      const code = one.needed('code');
      const [other, saw, reason] = [one.text('with'), one.text('saw'), one.text('reason')];
      return code === undefined
        ? []
        : [
            {
              code,
              ...(other !== undefined && { with: other }),
              ...(saw !== undefined && { saw }),
              ...(reason !== undefined && { reason }),
            },
          ];
    });
    return bareDocument(path, body, mentions, {
      ...texts,
      ...(cells.has('digest') && { recordedDigest: cells.get('digest')! }),
      ...(cells.has('translation-of') && { translationOf: cells.get('translation-of')! }),
      ...(cells.get('annotated') === 'true' && mentions.length === 0 && { declarations: [] }),
      accept,
      claims,
    });
  }

  private mention(row: Filed, body: string, offsets: Offsets): ExchangeMention | undefined {
    const { cells } = row;
    const pairs = cells.has('spans')
      ? cells
          .get('spans')!
          .split(' ')
          .map((pair) => pair.split('-').map(whole))
      : [[whole(cells.get('start')), whole(cells.get('end'))]];
    const spans: Span[] = [];
    for (const [from, to] of pairs) {
      const span = spanIn(offsets, from, to);
      if (typeof span === 'string' || span.start < (spans.at(-1)?.end ?? 0)) {
        this.problem(row, typeof span === 'string' ? span : 'the spans are not in order');
        return undefined;
      }
      spans.push(span);
    }
    const text = spans.map(({ start, end }) => body.slice(start, end)).join(' ');
    const said = cells.get('text');
    if (said !== undefined && bare(said) !== bare(text)) {
      this.problem(
        row,
        `it says ${JSON.stringify(said.slice(0, 60))}, and the text has ${JSON.stringify(text.slice(0, 60))} there`,
      );
      return undefined;
    }
    const kind = cells.get('kind');
    const [entity, type] = [cells.get('entity'), cells.get('type')];
    return {
      spans,
      text,
      ...(entity !== undefined && { entity }),
      ...(type !== undefined && { type }),
      kind: kind === 'as' || kind === 'sic' || kind === 'here' ? kind : 'name',
    };
  }

  private claim(row: Filed, offsets: Offsets | undefined): ExchangeClaim | undefined {
    const flags = ['group', 'parts', 'ended', 'items-partial'];
    const entries = CLAIM_COLUMNS.slice(1).flatMap((column): readonly [string, unknown][] => {
      const cell = row.cells.get(column);
      if (cell === undefined) return [];
      if (flags.includes(column)) return [[column, /^(?:true|1|yes)$/i.test(cell)]];
      if (column === 'item') return [[column, whole(cell)]];
      return [[column, json(cell)]];
    });
    for (const column of row.cells.keys()) {
      if (!CLAIM_COLUMNS.includes(column) && !CLAIM_READINGS.includes(column))
        this.losses.add('columns that mean nothing here', `${row.file}: ${column}`);
    }
    const given = Object.fromEntries(entries);
    // By hand nobody writes keys, nor quotes as JSON.
    const quote = typeof given.quote === 'string' ? { text: [given.quote] } : given.quote;
    return claimFrom(
      this.fields(row, { key: `row-${row.number}`, ...given, ...(quote !== undefined && { quote }) }),
      offsets,
    );
  }

  private entity(row: Filed, facts: Map<string, ExchangeClaim[]>): ExchangeEntity | undefined {
    const { cells } = row;
    const id = cells.get('id');
    if (id === undefined) {
      this.problem(row, 'an entity needs an id');
      return undefined;
    }
    const texts = (column: string): readonly Worded[] =>
      [...cells].flatMap(([name, cell]) => {
        const [own, lang] = name.split('@', 2);
        if (own !== column) return [];
        return parted(cell).map((text): Worded => ({ text, ...(lang !== undefined && { lang }) }));
      });
    const [type, of, holders] = [cells.get('type'), cells.get('of'), whole(cells.get('holders'))];
    const own = facts.get(id) ?? [];
    facts.delete(id);
    return {
      id,
      ...(type !== undefined && { type }),
      names: texts('name'),
      aliases: texts('aliases'),
      description: texts('description'),
      sameAs: parted(cells.get('same-as') ?? ''),
      distinctFrom: parted(cells.get('distinct-from') ?? ''),
      ...(of !== undefined && { of }),
      ...(holders !== undefined && { holders }),
      facts: own,
    };
  }

  private fields(row: Filed, value: object): Fields {
    return Fields.ofLine(value, row.file, row.number, this.problems);
  }

  private problem({ file, number }: Filed, message: string): void {
    this.problems.push({ file, line: number, message });
  }
}

const whole = (cell: string | undefined): number | undefined =>
  cell !== undefined && /^\d{1,15}$/.test(cell.trim()) ? Number(cell) : undefined;

const bare = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A cell that holds JSON as what it holds; any other as the text that it is. */
function json(cell: string | undefined): unknown {
  if (cell === undefined || !/^\s*[[{"]/.test(cell)) return cell;
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}

/** The texts of a cell that holds several. */
function parted(cell: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < cell.length; at++) {
    if (cell[at] === '\\' && at + 1 < cell.length) part += cell[++at];
    else if (cell[at] === '|') {
      parts.push(part);
      part = '';
    } else part += cell[at];
  }
  return [...parts, part].map((one) => one.trim()).filter((one) => one !== '');
}

function grouped<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const group = groups.get(key);
  if (group) group.push(one);
  else groups.set(key, [one]);
}
