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
    await database.rows(`SET file_search_path = '${folder}'`);
    database.write(files);
    return database;
  }

  write(files: ReadonlyMap<string, Uint8Array>): void {
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), bytes);
    }
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
