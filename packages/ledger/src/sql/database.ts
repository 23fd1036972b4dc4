import type { Statement } from './statement.ts';

/** What runs one statement. Rows are as the statement's file says; nobody else writes these tables. */
export interface Queryable {
  readonly query: <Row>(
    statement: Statement,
    values: readonly unknown[],
  ) => Promise<readonly Row[]>;
}

/** Statements run in the order they are handed over, whether or not the one before was waited for. */
export interface Transaction extends Queryable {
  /** Runs a statement without waiting for it; the transaction does, and fails with it. */
  readonly send: (statement: Statement, values: readonly unknown[]) => void;
  /** Runs several statements that have no values. */
  readonly script: (text: string) => Promise<void>;
}

/** A database: PostgreSQL behind a pool, or PGlite in this process. */
export interface Database extends Queryable {
  /** Runs work all or none. It may run more than once: it is tried again when the database says it met another. */
  readonly transaction: <Result>(work: (tx: Transaction) => Promise<Result>) => Promise<Result>;
  /**
   * Does some long work while nobody else does any of that name on this database; undefined, and nothing is done, while
   * somebody does. It takes a connection, and ends with it.
   */
  readonly alone: <Result>(
    name: string,
    work: () => Promise<Result>,
  ) => Promise<Result | undefined>;
  readonly close: () => Promise<void>;
}
