import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, Queue, type QueueOptions, runMigrations, setDefaultBackendFactory } from 'bullmq';
import { Redis } from 'ioredis';
import { Settings } from '../config/settings.js';
import { PROBE_AFTER_MS } from '../database/data-source.js';
import { PatientPool } from './patient-pool.js';

const SCHEMA = 'bullmq';
/** The queues' own statements are short, and their waiting ends after ten seconds: whoever has not answered by then never will. */
const ANSWER_WITHIN_MS = 60_000;

/** Where BullMQ keeps its queues: on Redis where REDIS_URL is set, else in a schema of the same PostgreSQL. */
@Injectable()
export class QueueConnection implements OnApplicationShutdown {
  private readonly log = new Logger(QueueConnection.name);
  private readonly queues = new Map<string, Queue>();
  private opened: Promise<QueueOptions['connection']> | undefined;
  private close: () => Promise<unknown> = async () => undefined;

  constructor(private readonly settings: Settings) {}

  get backend(): 'postgres' | 'redis' {
    return this.settings.redisUrl ? 'redis' : 'postgres';
  }

  /** The connection that queues and workers of this process share. */
  connection(): Promise<QueueOptions['connection']> {
    this.opened ??= this.settings.redisUrl ? this.openRedis(this.settings.redisUrl) : this.openPostgres();
    return this.opened;
  }

  async queue(name: string): Promise<Queue> {
    const known = this.queues.get(name);
    if (known) return known;
    const connection = await this.connection();
    const queue = this.queues.get(name) ?? new Queue(name, { connection, prefix: 'atbalsts' });
    queue.on('error', (error) => this.report(error));
    this.queues.set(name, queue);
    return queue;
  }

  report(error: Error): void {
    this.log.warn(`queue: ${error.message}`);
  }

  private async openPostgres(): Promise<QueueOptions['connection']> {
    const pool = new PatientPool({
      connectionString: this.settings.databaseUrl,
      max: 20,
      keepAlive: true,
      keepAliveInitialDelayMillis: PROBE_AFTER_MS,
      query_timeout: ANSWER_WITHIN_MS,
      options: `-c search_path=${SCHEMA},public`,
      application_name: 'atbalsts-queue',
    });
    pool.on('error', (error) => this.report(error));
    // The pool listens to its idle connections only. One that breaks in BullMQ's hands between two statements tells nobody, and an
    // 'error' that nobody hears ends the process; the next statement on it fails and is reported.
    pool.on('connect', (opened) => opened.on('error', () => undefined));
    const client = await pool.connect();
    try {
      await runMigrations(client);
    } finally {
      client.release();
    }
    setDefaultBackendFactory(createPostgresBackend as never);
    this.close = () => pool.end();
    return pool as unknown as QueueOptions['connection'];
  }

  private async openRedis(url: string): Promise<QueueOptions['connection']> {
    setDefaultBackendFactory();
    const redis = new Redis(url, { maxRetriesPerRequest: null, keepAlive: PROBE_AFTER_MS, socketTimeout: ANSWER_WITHIN_MS });
    redis.on('error', (error: Error) => this.report(error));
    this.close = () => redis.quit().catch(() => redis.disconnect());
    return redis as unknown as QueueOptions['connection'];
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close().catch(() => undefined)));
    if (this.opened) await this.close();
  }
}
