/** A table as an Apache Parquet file, group of rows by group of rows. Knows no corpus. */

import type { SchemaElement } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';

/** `texts` is a list of texts; `json` an object or list as a text; `day` is `YYYY-MM-DD`. */
export type ColumnType = 'text' | 'texts' | 'json' | 'integer' | 'number' | 'truth' | 'day';

export type Columns = Readonly<Record<string, ColumnType>>;

/** A value for each column; what is undefined, or missing, is null. */
export type Row<C extends Columns> = { readonly [name in keyof C]?: unknown };

/** So many rows are in memory at a time, and so much text, in UTF-16 units. */
const GROUP_ROWS = 20_000;
const GROUP_TEXT = 16 * 1024 * 1024;

/** The bytes of the file. */
export function* parquet<C extends Columns>(columns: C, rows: Iterable<Row<C>>, about: string): Iterable<Uint8Array> {
  const output = new ByteWriter();
  const writer = new ParquetWriter({
    writer: output,
    schema: schemaOf(columns),
    createdBy: 'concord',
    kvMetadata: [{ key: 'concord', value: about }],
  });
  const take = (): Uint8Array => {
    const bytes = output.getBytes().slice();
    output.index = 0;
    return bytes;
  };
  let group: Row<C>[] = [];
  let text = 0;
  const flush = (): Uint8Array => {
    const columnData = Object.entries(columns).map(([name, type]) => ({
      name,
      data: group.map((row) => valueIn(type, row[name])),
    }));
    writer.write({ columnData, rowGroupSize: group.length });
    group = [];
    text = 0;
    return take();
  };
  for (const row of rows) {
    group.push(row);
    for (const value of Object.values(row)) if (typeof value === 'string') text += value.length;
    if (group.length >= GROUP_ROWS || text >= GROUP_TEXT) yield flush();
  }
  if (group.length > 0) yield flush();
  writer.finish();
  const end = take();
  yield writer.row_groups.length === 0 ? withGroupsOfStructs(end) : end;
}

/** `num_rows: 0`, `row_groups: []` in Thrift's compact protocol, as hyparquet-writer has them. */
const NO_GROUPS = [0x16, 0x00, 0x19, 0x00];
/** The type of the elements of a list of row groups. */
const STRUCT = 0x0c;

/** hyparquet-writer gives an empty list no type; strict readers (arrow-rs) then refuse a table without rows. */
function withGroupsOfStructs(footer: Uint8Array): Uint8Array {
  for (let at = footer.length - NO_GROUPS.length; at >= 0; at--) {
    if (NO_GROUPS.every((byte, i) => footer[at + i] === byte)) {
      footer[at + NO_GROUPS.length - 1] = STRUCT;
      break;
    }
  }
  return footer;
}

function schemaOf(columns: Columns): SchemaElement[] {
  const all = Object.entries(columns);
  return [{ name: 'root', num_children: all.length }, ...all.flatMap(([name, type]) => elementsFor(name, type))];
}

function elementsFor(name: string, type: ColumnType): SchemaElement[] {
  const repetition_type = 'OPTIONAL';
  switch (type) {
    case 'text':
    case 'json':
      return [{ name, repetition_type, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } }];
    case 'integer':
      return [{ name, repetition_type, type: 'INT32' }];
    case 'number':
      return [{ name, repetition_type, type: 'DOUBLE' }];
    case 'truth':
      return [{ name, repetition_type, type: 'BOOLEAN' }];
    case 'day':
      return [{ name, repetition_type, type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } }];
    case 'texts':
      return [
        { name, repetition_type, num_children: 1, converted_type: 'LIST', logical_type: { type: 'LIST' } },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { ...elementsFor('element', 'text')[0]! },
      ];
  }
}

function valueIn(type: ColumnType, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (type === 'json') return JSON.stringify(value);
  if (type !== 'day') return value;
  const day = new Date(`${String(value)}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? null : day;
}
