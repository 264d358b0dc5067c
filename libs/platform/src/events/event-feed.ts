import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Settings } from '../config/settings.js';
import { PROBE_AFTER_MS } from '../database/data-source.js';
import { EVENT_CHANNEL } from './event-announcer.js';
import { SIGNAL_CHANNEL } from './signals.js';

/** Who listens: to the ids of committed events, and to the news that some may have been missed. */
export interface FeedListener {
  events(ids: readonly number[]): void;
  /** The connection was lost and is back: what was committed meanwhile was not announced. */
  gap(): void;
  /** What `Signals` sends. */
  signal?(topic: string, id: string): void;
}

const RETRY_MS = 1_000;

/** Listens to the announcements of all processes over one connection of its own. Starts with its first listener. */
@Injectable()
export class EventFeed implements OnApplicationShutdown {
  private readonly log = new Logger(EventFeed.name);
  private readonly listeners = new Set<FeedListener>();
  private client: pg.Client | undefined;
  private running = false;
  private closed = false;

  constructor(private readonly settings: Settings) {}

  /** Adds a listener; the answer takes it away again. */
  listen(listener: FeedListener): () => void {
    this.listeners.add(listener);
    if (!this.running) {
      this.running = true;
      void this.connect(false);
    }
    return () => this.listeners.delete(listener);
  }

  private async connect(again: boolean): Promise<void> {
    if (this.closed) return;
    const client = new pg.Client({
      connectionString: this.settings.databaseUrl,
      keepAlive: true,
      keepAliveInitialDelayMillis: PROBE_AFTER_MS,
      application_name: 'atbalsts-feed',
    });
    let ended = false;
    const retry = (): void => {
      if (ended) return;
      ended = true;
      client.end().catch(() => undefined);
      if (!this.closed) setTimeout(() => void this.connect(true), RETRY_MS).unref();
    };
    client.on('error', retry);
    client.on('end', retry);
    client.on('notification', ({ channel, payload = '' }) => this.hear(channel, payload));
    try {
      await client.connect();
      await client.query(`listen ${EVENT_CHANNEL}; listen ${SIGNAL_CHANNEL}`);
      this.client = client;
      if (again) for (const listener of this.listeners) listener.gap();
    } catch (error) {
      this.log.warn(`cannot listen for events: ${String(error)}`);
      retry();
    }
  }

  private hear(channel: string, payload: string): void {
    if (channel === SIGNAL_CHANNEL) {
      const [topic = '', id = ''] = payload.split(':');
      for (const listener of this.listeners) listener.signal?.(topic, id);
      return;
    }
    const ids = payload.split(',').filter(Boolean).map(Number);
    for (const listener of this.listeners) listener.events(ids);
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    await this.client?.end().catch(() => undefined);
  }
}
