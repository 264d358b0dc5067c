import { Injectable } from '@nestjs/common';
import type { DomainEvent, Instant, TimedEvent } from '#kernel';
import type pg from 'pg';
import { EventAnnouncer } from '../events/event-announcer.js';
import { appendEvents } from '../events/event-log.js';
import { ReactionRegistry } from '../events/reaction-registry.js';
import { claimIdempotencyKey, keepIdempotentResult, pendingIdempotencyKey } from '../http/idempotency.js';
import { Database, statement } from './database.js';
import type { Tx } from './transaction.js';

class OpenTransaction implements Tx {
  private readonly unwritten: TimedEvent[] = [];

  constructor(
    private readonly client: pg.PoolClient,
    private readonly reactions: ReactionRegistry,
    readonly now: Instant,
  ) {}

  async query<Row = Record<string, unknown>>(sql: string, params: readonly unknown[] = [], prepared?: string): Promise<Row[]> {
    return (await this.client.query(statement(sql, params, prepared))).rows as Row[];
  }

  async execute(sql: string, params: readonly unknown[] = [], prepared?: string): Promise<number> {
    return (await this.client.query(statement(sql, params, prepared))).rowCount ?? 0;
  }

  async instant(): Promise<Instant> {
    const [row] = await this.query<{ at: Instant }>('select clock_timestamp() as at');
    return row!.at;
  }

  async append(...events: DomainEvent[]): Promise<void> {
    const timed = events.map((event) => ({ ...event, at: event.at ?? this.now }));
    this.unwritten.push(...timed);
    for (const event of timed) {
      for (const reaction of this.reactions.withinFor(event.type)) await reaction.handle(this, event);
    }
  }

  /** Writes all events of the transaction in one statement, in the order in which they were appended. Answers their ids. */
  writeEvents(): Promise<number[]> {
    return appendEvents(this, this.unwritten.splice(0), this.reactions, { imported: false });
  }
}

/** Opens transactions. The one place that begins, commits and rolls back. */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly database: Database,
    private readonly reactions: ReactionRegistry,
    private readonly announcer: EventAnnouncer,
  ) {}

  /**
   * Runs `work` in one transaction (READ COMMITTED) and commits it, or rolls it back and throws what `work` threw.
   * In a request that carries an Idempotency-Key the first transaction records the key with the work's (JSON) result, and a
   * repetition gets that result without running the work again.
   */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await this.database.pool.connect();
    // A connection that breaks also tells the query under way; without a listener the news would end the process.
    const broken = (): void => undefined;
    client.on('error', broken);
    let lost = false;
    try {
      const tx = new OpenTransaction(client, this.reactions, await begin(client));
      const result = await this.once(tx, work);
      const written = await tx.writeEvents();
      await client.query('commit');
      if (written.length > 0) this.announcer.announce(written);
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => (lost = true));
      throw error;
    } finally {
      client.off('error', broken);
      client.release(lost);
    }
  }

  private async once<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
    const key = pendingIdempotencyKey();
    if (!key) return work(tx);
    const earlier = await claimIdempotencyKey(tx, key);
    if (earlier) return earlier.result as T;
    const result = await work(tx);
    await keepIdempotentResult(tx, key, result);
    return result;
  }
}

/** Begins a transaction and asks for its instant, in one message to the server. */
async function begin(client: pg.PoolClient): Promise<Instant> {
  const answers = (await client.query('begin; select now()')) as unknown as readonly pg.QueryResult<{ now: Instant }>[];
  return answers[1]!.rows[0]!.now;
}
