import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { exportHref } from '../data/export-href';
import type { FollowUp } from '../data/types';
import { useFormat } from '../format';
import { Face } from '../marks/Face';
import { SaveMenu } from '../reports/SaveMenu';
import { TicketCell } from '../reports/TicketCell';
import reportsCss from '../reports/reports.module.css';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { CompleteDialog } from './CompleteDialog';
import c from './ratings.module.css';
import { followUpsQuery } from './ratings-queries';

function Due({ task }: { task: FollowUp }) {
  const { t } = useTexts();
  const { weekdayTime, dateTime } = useFormat();
  if (task.state === 'done')
    return (
      <p className={c.due} data-state="done">
        <IconCheck size={17} aria-hidden />
        <span className="num">
          {t(task.contacted ? 'ratings.doneSpoken' : 'ratings.doneUnspoken', {
            name: task.closedBy?.name ?? '',
            at: dateTime(task.closedAt ?? ''),
          })}
        </span>
      </p>
    );
  const Sign = task.overdue ? IconAlertTriangle : IconClock;
  return (
    <>
      <p className={c.due} data-state={task.overdue ? 'overdue' : 'open'}>
        <Sign size={17} aria-hidden />
        <span className="num">{t(task.overdue ? 'ratings.overdueSince' : 'ratings.dueBy', { at: weekdayTime(task.dueAt) })}</span>
      </p>
      {task.reminders > 1 && <p className={c.dim}>{t('ratings.managersTold')}</p>}
    </>
  );
}

function Task({ task, onComplete }: { task: FollowUp; onComplete: () => void }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  return (
    <li className={c.task} data-overdue={task.overdue || undefined}>
      <div className={c.taskMain}>
        <p className={c.ticket}>
          <TicketCell ticket={task.ticket} />
        </p>
        <p className={c.line}>
          <Face value={task.rating.value} />
          <span className={`${c.dim} num`}>
            {[task.rater?.name, dateTime(task.rating.at), task.group.name].filter(Boolean).join(' · ')}
          </span>
        </p>
        {task.rating.comment ? (
          <blockquote className={c.quote}>{task.rating.comment}</blockquote>
        ) : (
          <p className={c.dim}>{t('satisfaction.noComment')}</p>
        )}
        {task.note && (
          <p className={c.note}>
            <b>{t('ratings.whatWasDone')}</b> {task.note}
          </p>
        )}
      </div>
      <div className={c.taskSide}>
        <Due task={task} />
        {task.abilities.complete && (
          <Button size="sm" variant={task.overdue ? 'filled' : 'default'} onClick={onComplete}>
            {t('ratings.complete')}
          </Button>
        )}
      </div>
    </li>
  );
}

interface Props {
  done: boolean;
  groupId: string | undefined;
  onDone: (done: boolean) => void;
}

/** What leads of groups have to find out about bad ratings, with what is due first on top; or what was found out. */
export function Tasks({ done, groupId, onDone }: Props) {
  const { t } = useTexts();
  const query = useInfiniteQuery(followUpsQuery(done ? 'done' : 'open', groupId));
  const [open, setOpen] = useState<FollowUp | null>(null);
  if (query.error) return <FailedPage error={query.error} reset={() => void query.refetch()} />;
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={reportsCss.card} aria-label={t('ratings.tasks')}>
      <header className={c.cardHead}>
        <p>{t('ratings.tasksWhy')}</p>
        <SegmentedControl
          size="sm"
          aria-label={t('ratings.tasks')}
          value={done ? 'done' : 'open'}
          onChange={(value) => onDone(value === 'done')}
          data={[
            { value: 'open', label: t('ratings.open') },
            { value: 'done', label: t('ratings.done') },
          ]}
        />
        {items.length > 0 && (
          <SaveMenu href={(format) => exportHref('rating-follow-ups', { state: done ? 'done' : 'open', groupId }, format)} />
        )}
      </header>
      {query.isPending && <Skeleton height={220} radius={8} />}
      {!query.isPending && items.length === 0 && <p className={reportsCss.nothing}>{t(done ? 'ratings.noneDone' : 'ratings.noneOpen')}</p>}
      <ul className={c.tasks}>
        {items.map((task) => (
          <Task key={task.id} task={task} onComplete={() => setOpen(task)} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button variant="subtle" mt={8} loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('rows.more')}
        </Button>
      )}
      {open && <CompleteDialog task={open} onClose={() => setOpen(null)} />}
    </section>
  );
}
