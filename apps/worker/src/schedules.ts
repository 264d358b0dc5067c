import type { INestApplicationContext } from '@nestjs/common';
import { IdempotencyKeys, JobRegistry, JobWorkers, Relay } from '#platform';
import { SweepWatchdog } from '#sla';

/** Starts this process's share of the work: the relay, the workers of all queues, and the recurring jobs that modules defined. */
export async function startWork(app: INestApplicationContext): Promise<void> {
  const registry = app.get(JobRegistry);
  app.get(Relay).define(registry);
  registry.define({
    name: 'platform.forget-idempotency-keys',
    queue: 'chores',
    cron: '17 * * * *',
    run: () => app.get(IdempotencyKeys).forgetOld(),
  });
  app.get(Relay).start();
  app.get(SweepWatchdog).start();
  await app.get(JobWorkers).start();
}
