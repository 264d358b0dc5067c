import type { INestApplicationContext } from '@nestjs/common';
import { Database, JobRegistry, JobWorkers, Relay } from '#platform';
import { SweepWatchdog } from '#sla';

/** What idempotency keys are kept for: a client that repeats a request later than this is a new request. */
const KEY_HOURS = 48;

/** Starts this process's share of the work: the relay, the workers of all queues, and the recurring jobs that modules defined. */
export async function startWork(app: INestApplicationContext): Promise<void> {
  const registry = app.get(JobRegistry);
  const database = app.get(Database);
  app.get(Relay).define(registry);
  registry.define({
    name: 'platform.forget-idempotency-keys',
    queue: 'chores',
    cron: '17 * * * *',
    run: () => database.query(`delete from platform.idempotency_key where created_at < now() - make_interval(hours => $1)`, [KEY_HOURS]),
  });
  app.get(Relay).start();
  app.get(SweepWatchdog).start();
  await app.get(JobWorkers).start();
}
