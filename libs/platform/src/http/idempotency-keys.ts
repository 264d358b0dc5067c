import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

/** A client that repeats a request later than this makes a new one. */
const KEPT_HOURS = 48;

/** The keys that were used; without an end they would grow for ever. */
@Injectable()
export class IdempotencyKeys {
  constructor(private readonly database: Database) {}

  /** Forgets the keys whose time is over. */
  async forgetOld(): Promise<void> {
    await this.database.query(`delete from platform.idempotency_key where created_at < now() - make_interval(hours => $1)`, [KEPT_HOURS]);
  }
}
