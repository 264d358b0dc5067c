import type { DomainEvent, Instant } from '#kernel';

/** Something that answers SQL: the pool, or one transaction of it. */
export interface Queryable {
  /**
   * Runs one statement; the rows with timestamps as Instants. `prepared` names a statement that runs with nearly every request, so that
   * PostgreSQL parses and plans it once for a connection: a name stands for one text, for good, in the whole program.
   */
  query<Row = Record<string, unknown>>(sql: string, params?: readonly unknown[], prepared?: string): Promise<Row[]>;
}

/** An open transaction. Every write asks for one, so that forgetting it does not compile. */
export interface Tx extends Queryable {
  /** The instant at which the transaction began, by the database's clock. */
  readonly now: Instant;
  /** The database's clock at this moment (`clock_timestamp()`): what decides about deadlines, read after the lock. */
  instant(): Promise<Instant>;
  /** Runs one statement and tells how many rows it touched. */
  execute(sql: string, params?: readonly unknown[], prepared?: string): Promise<number>;
  /**
   * Runs the reactions that belong within this transaction, and hands the events to the log, which gets all of them in one statement
   * when the work is done, in the order in which they were appended, together with the plan of what comes after. Until then the log does
   * not show them.
   */
  append(...events: DomainEvent[]): Promise<void>;
}
