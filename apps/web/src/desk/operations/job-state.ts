import type { RecurringJob } from './operations-queries';

/** `failed`: its last run did; `late`: it should have run and has not; `unknown`: it has not run since this is written down. */
export type JobState = 'ok' | 'failed' | 'late' | 'unknown';

/** A job is late when its turn was so long ago. */
const LATE_MS = 120_000;

export function stateOf({ failedAt, finishedAt, nextAt }: RecurringJob, now: number): JobState {
  if (failedAt !== null && (finishedAt === null || failedAt > finishedAt)) return 'failed';
  if (nextAt !== null && Date.parse(nextAt) < now - LATE_MS) return 'late';
  return finishedAt === null ? 'unknown' : 'ok';
}

/** `20 3 * * *` as hour and minute; minute alone where it is every hour. */
export function timeOfCron(cron: string): { hour: number | null; minute: number } | null {
  const [, minute, hour] = /^(\d{1,2}) (\d{1,2}|\*) \* \* \*$/.exec(cron) ?? [];
  if (minute === undefined || hour === undefined) return null;
  return { hour: hour === '*' ? null : Number(hour), minute: Number(minute) };
}
