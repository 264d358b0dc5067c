import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../database/database.js';

/** The channel on which processes tell each other which events were committed. */
export const EVENT_CHANNEL = 'atbalsts_events';

const FLUSH_AFTER_MS = 10;
const IDS_IN_ONE_PAYLOAD = 500;

/**
 * Tells the other processes of committed events, soon and many at once. It is only a wake-up: NOTIFY inside the transaction would
 * make all commits queue behind one lock, and what is lost with a killed process is found by the relay's sweep.
 */
@Injectable()
export class EventAnnouncer implements OnApplicationShutdown {
  private waiting: number[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  announce(ids: readonly number[]): void {
    this.waiting.push(...ids);
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_AFTER_MS);
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const ids = this.waiting;
    this.waiting = [];
    try {
      for (let at = 0; at < ids.length; at += IDS_IN_ONE_PAYLOAD) {
        await this.database.query('select pg_notify($1, $2)', [EVENT_CHANNEL, ids.slice(at, at + IDS_IN_ONE_PAYLOAD).join(',')]);
      }
    } catch {
      // The sweep of the relay finds them.
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flush();
  }
}
