import type { INestApplicationContext } from '@nestjs/common';
import { SmtpListener } from '#inbound';
import { IdempotencyKeys, JobRegistry, JobWorkers, Relay, type Schedule } from '#platform';
import { SweepWatchdog } from '#sla';

/** Every recurring job of the installation. Each runs once in it, however many workers there are. */
export const SCHEDULES: Readonly<Record<string, Schedule>> = {
  'platform.relay': { everyMs: 1_000 },
  'sla.sweep': { everyMs: 1_000 },
  'notifications.send-mail': { everyMs: 2_000 },
  'sla.resume-runs': { everyMs: 5_000 },
  'kpis.resume-runs': { everyMs: 5_000 },
  'notifications.gather-digests': { everyMs: 15_000 },
  'notifications.ask-for-ratings': { everyMs: 15_000 },
  'assets.resume-imports': { everyMs: 10_000 },
  'identity.resume-imports': { everyMs: 10_000 },
  'processes.resume-runs': { everyMs: 10_000 },
  'search.resume-runs': { everyMs: 10_000 },
  'routing.resume-trials': { everyMs: 10_000 },
  'inbound.take-mail': { everyMs: 15_000 },
  'incidents.do-what-is-due': { everyMs: 30_000 },
  'tickets.remind-of-aside': { everyMs: 30_000 },
  'approvals.do-what-is-due': { everyMs: 30_000 },
  'changes.do-what-is-due': { everyMs: 60_000 },
  'surveys.advance-campaigns': { everyMs: 60_000 },
  'ratings.remind-of-follow-ups': { everyMs: 60_000 },
  'sla.replan-stragglers': { everyMs: 60_000 },
  'surveys.empty-drop-box': { everyMs: 60_000 },
  'processes.follow-conditions': { everyMs: 60_000 },
  'reports.produce-due': { everyMs: 60_000 },
  'identity.begin-absences': { everyMs: 300_000 },
  'identity.end-accounts': { everyMs: 300_000 },
  'sla.plan-wake-ups': { everyMs: 300_000 },
  'kpis.freeze-months': { everyMs: 3_600_000 },
  'kpis.recount-random-days': { everyMs: 3_600_000 },
  'processes.count-months': { everyMs: 3_600_000 },
  'processes.remind-of-registers': { everyMs: 3_600_000 },
  'processes.call-reviews': { everyMs: 3_600_000 },
  'identity.forget-sessions': { cron: '7 * * * *' },
  'platform.forget-idempotency-keys': { cron: '17 * * * *' },
  'identity.synchronise-directories': { cron: '10 2 * * *' },
  'tickets.sweep-files': { cron: '40 2 * * *' },
  'kpis.recount-all': { cron: '20 3 * * *' },
  'processes.recount-traces': { cron: '50 3 * * *' },
};

/** Starts this process's share of the work: the relay, the watchdog of the sweep, and the workers of all queues. */
export async function startWork(app: INestApplicationContext): Promise<void> {
  const registry = app.get(JobRegistry);
  app.get(Relay).define(registry);
  registry.define({ name: 'platform.forget-idempotency-keys', queue: 'chores', run: () => app.get(IdempotencyKeys).forgetOld() });
  app.get(Relay).start();
  app.get(SweepWatchdog).start();
  await app.get(JobWorkers).start(SCHEDULES);
  await app.get(SmtpListener, { strict: false }).start();
}
