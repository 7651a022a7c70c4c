/** Exported tables in DuckDB, which shares no code with what wrote them. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type JS } from '@duckdb/node-api';

export type QueriedRow = Readonly<Record<string, JS>>;

/** A database beside the files of an export. */
export class Database {
  private constructor(
    private readonly folder: string,
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  static async of(files: ReadonlyMap<string, Uint8Array>): Promise<Database> {
    const folder = mkdtempSync(join(tmpdir(), 'concord-duckdb-'));
    const instance = await DuckDBInstance.create(':memory:');
    const database = new Database(folder, instance, await instance.connect());
    // Small tables: threads would cost more than they save.
    await database.rows('SET threads = 1');
    await database.open(files);
    return database;
  }

  /** Other files in place of those before; elsewhere, for what was read of a file is remembered. */
  async open(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
    const folder = mkdtempSync(join(this.folder, 'export-'));
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    await this.rows(`SET file_search_path = '${folder}'`);
  }

  /** What the last statement of a script gives. */
  async rows(script: string): Promise<readonly QueriedRow[]> {
    const statements = await this.connection.extractStatements(script);
    let rows: readonly QueriedRow[] = [];
    for (let i = 0; i < statements.count; i++) {
      const prepared = await statements.prepare(i);
      rows = (await prepared.runAndReadAll()).getRowObjectsJS();
    }
    return rows;
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
