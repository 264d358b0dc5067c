import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type pg from 'pg';
import type { Queryable } from './transaction.js';

/** Reads outside a transaction. */
@Injectable()
export class Database implements Queryable {
  constructor(readonly source: DataSource) {}

  /** The pool of TypeORM's driver, so that the process has one set of connections. */
  get pool(): pg.Pool {
    return (this.source.driver as unknown as { master: pg.Pool }).master;
  }

  async query<Row = Record<string, unknown>>(sql: string, params: readonly unknown[] = [], prepared?: string): Promise<Row[]> {
    const result = await this.pool.query(statement(sql, params, prepared));
    return result.rows as Row[];
  }
}

/** A statement as the driver takes it. */
export function statement(text: string, params: readonly unknown[], name: string | undefined): pg.QueryConfig {
  return { text, values: params as unknown[], ...(name === undefined ? {} : { name }) };
}
