import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

/** The channel of what is of interest now and worth nothing later. */
export const SIGNAL_CHANNEL = 'atbalsts_signals';

/**
 * Tells all processes of something that no log keeps: who misses it loses nothing, since the truth stands in a table with an end of its own.
 * What must not be lost is an event.
 */
@Injectable()
export class Signals {
  constructor(private readonly database: Database) {}

  /** Tells that something about `id` is to be looked at; listeners of `EventFeed` get topic and id. */
  async send(topic: string, id: string): Promise<void> {
    await this.database.query('select pg_notify($1, $2)', [SIGNAL_CHANNEL, `${topic}:${id}`]);
  }
}
