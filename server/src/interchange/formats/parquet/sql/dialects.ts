/** What differs between the engines that run the query: how the files beside it are opened as tables. Nothing else does. */

import { COMPARISON_TABLES, type ComparisonTable } from '../comparison.ts';
import type { Columns, ColumnType } from '../table.ts';
import { findingsQuery } from './findings.ts';

export const DIALECTS = ['duckdb', 'spark', 'trino'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** A script that opens the tables and lists the findings. */
export function findingsScript(dialect: Dialect): string {
  const { about, open } = ENGINES[dialect];
  const tables = Object.entries(COMPARISON_TABLES) as [ComparisonTable, Columns][];
  return [
    ...about.map((line) => `-- ${line}`),
    ...tables.map(([name, columns]) => `${open(name, columns)};`),
    `${findingsQuery()};\n`,
  ].join('\n\n');
}

interface Engine {
  readonly about: readonly string[];
  open(table: string, columns: Columns): string;
}

const SAME = 'The findings between claims, from the tables of concord export --to parquet.';

const ENGINES: Readonly<Record<Dialect, Engine>> = {
  duckdb: {
    about: [SAME, 'In the folder of the tables: duckdb < findings.duckdb.sql'],
    open: (table) => `CREATE OR REPLACE TEMPORARY VIEW ${table} AS SELECT * FROM read_parquet('${table}.parquet')`,
  },
  spark: {
    about: [
      SAME,
      'The tables lie under /concord, each as a file or as a folder of such files: put your path in its place.',
      'Then: spark-sql -f findings.spark.sql',
    ],
    open: (table) =>
      `CREATE OR REPLACE TEMPORARY VIEW ${table} USING parquet OPTIONS (path '/concord/${table}.parquet')`,
  },
  trino: {
    about: [
      SAME,
      'With the Hive connector, where a table is a folder of files: s3://concord/statements/…, and so on. Put your place there.',
      'Then, with your catalog and schema: trino --catalog hive --schema concord --file findings.trino.sql',
    ],
    open: (table, columns) => {
      const lines = Object.entries(columns).map(([name, type]) => `  ${name} ${TRINO[type]}`);
      return `CREATE TABLE IF NOT EXISTS ${table} (\n${lines.join(',\n')}\n) WITH (external_location = 's3://concord/${table}/', format = 'PARQUET')`;
    },
  },
};

const TRINO: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  json: 'VARCHAR',
  texts: 'ARRAY(VARCHAR)',
  integer: 'INTEGER',
  number: 'DOUBLE',
  truth: 'BOOLEAN',
  day: 'DATE',
};
