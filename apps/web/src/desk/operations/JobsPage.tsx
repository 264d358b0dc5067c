import { Button, Skeleton } from '@mantine/core';
import { IconAlertTriangleFilled, IconCheck, IconClockExclamation, IconExternalLink, IconHelpCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import css from '../assets/assets.module.css';
import table from '../changes/changes.module.css';
import { useFormat } from '../format';
import { useNow } from '../now';
import { RecountPanel } from '../recount/RecountPanel';
import { FailedPage } from '../shell/Failed';
import { type TextKey, useTexts } from '../texts';
import { type JobState, stateOf, timeOfCron } from './job-state';
import c from './operations.module.css';
import { type Jobs, operationsQueries, type RecurringJob } from './operations-queries';

const signs = { ok: IconCheck, failed: IconAlertTriangleFilled, late: IconClockExclamation, unknown: IconHelpCircle } as const;

function State({ state }: { state: JobState }) {
  const { t } = useTexts();
  const Sign = signs[state];
  return (
    <span className={c.state} data-state={state}>
      <Sign size={15} aria-hidden /> {t(`jobs.state.${state}`)}
    </span>
  );
}

/** How often, in words; a schedule that no words fit as it stands. */
function useRhythm(): (job: RecurringJob) => string {
  const { t } = useTexts();
  const { duration } = useFormat();
  const two = (value: number): string => String(value).padStart(2, '0');
  return ({ everySeconds, cron }) => {
    if (everySeconds !== null) return t('jobs.every', { time: duration(everySeconds) });
    const time = cron === null ? null : timeOfCron(cron);
    if (!time) return cron ?? '–';
    return time.hour === null
      ? t('jobs.hourly', { minute: two(time.minute) })
      : t('jobs.daily', { time: `${time.hour}:${two(time.minute)}` });
  };
}

function Row({ job }: { job: RecurringJob }) {
  const { t, has } = useTexts();
  const { short, number } = useFormat();
  const now = useNow();
  const rhythm = useRhythm();
  const key = `job.${job.name}`;
  const state = stateOf(job, now);
  return (
    <tr>
      <th scope="row">
        {has(key) ? t(key as TextKey) : job.name}
        <small className={c.code}>{job.name}</small>
      </th>
      <td data-label={t('jobs.column.rhythm')}>{rhythm(job)}</td>
      <td data-label={t('jobs.column.last')} className="num">
        <div>
          {job.finishedAt ? short(job.finishedAt, now) : '–'}
          {job.tookMs !== null && <small>{t('jobs.took', { ms: number(job.tookMs) })}</small>}
        </div>
      </td>
      <td data-label={t('jobs.column.next')} className="num">
        {job.nextAt ? short(job.nextAt, now) : '–'}
      </td>
      <td data-label={t('jobs.column.state')}>
        <State state={state} />
        {job.failedAt && (
          <small>
            {t('jobs.failures', { count: job.failures, at: short(job.failedAt, now) })}
            {state === 'failed' && job.failure && <span className={c.failure}>{job.failure}</span>}
          </small>
        )}
      </td>
    </tr>
  );
}

function Queues({ queues }: { queues: Jobs['queues'] }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const figures = ['waiting', 'active', 'delayed', 'failed'] as const;
  return (
    <ul className={c.queues}>
      {queues.map((queue) => (
        <li key={queue.name}>
          <h3>{t(`jobs.queue.${queue.name}` as TextKey)}</h3>
          <dl>
            {figures.map((figure) => (
              <div key={figure} data-bad={(figure === 'failed' && queue.failed > 0) || undefined}>
                <dt>{t(`jobs.figure.${figure}`)}</dt>
                <dd className="num">{number(queue[figure])}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** What the desk does by itself: how often, when last, when next, and what went wrong. */
export function JobsPage() {
  const { t } = useTexts();
  const now = useNow();
  const jobs = useQuery(operationsQueries.jobs);
  if (jobs.error && !jobs.data) return <FailedPage error={jobs.error} reset={() => void jobs.refetch()} />;
  const bad = jobs.data?.items.filter((job) => ['failed', 'late'].includes(stateOf(job, now))).length ?? 0;
  const order: readonly JobState[] = ['failed', 'late', 'ok', 'unknown'];
  const place = (job: RecurringJob): number => order.indexOf(stateOf(job, now));
  return (
    <main className={css.page}>
      <header className={css.head}>
        <div>
          <h1>{t('jobs.title')}</h1>
          <p>{jobs.data ? t(bad === 0 ? 'jobs.allWell' : 'jobs.someBad', { count: bad }) : t('jobs.lead')}</p>
        </div>
        <Button
          component="a"
          href="/api/board"
          target="_blank"
          rel="noopener"
          variant="default"
          rightSection={<IconExternalLink size={16} aria-hidden />}
        >
          {t('jobs.board')}
        </Button>
      </header>
      {jobs.isPending && <Skeleton height={420} radius={10} role="status" aria-label={t('desk.loading')} />}
      {jobs.data && (
        <>
          <section className={css.card} aria-labelledby="jobs-queues">
            <h2 id="jobs-queues">{t('jobs.queues')}</h2>
            <Queues queues={jobs.data.queues} />
          </section>
          <RecountPanel />
          <section className={css.card} aria-labelledby="jobs-recurring">
            <h2 id="jobs-recurring">{t('jobs.recurring')}</h2>
            <table className={table.table}>
              <thead>
                <tr>
                  {(['name', 'rhythm', 'last', 'next', 'state'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`jobs.column.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {[...jobs.data.items]
                  .sort((one, other) => place(one) - place(other))
                  .map((job) => (
                    <Row key={job.name} job={job} />
                  ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </main>
  );
}
