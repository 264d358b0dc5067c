import { Button, Popover } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { http } from '../../shared/api/http';
import { queries } from '../data/queries';
import { useRight } from '../data/session';
import type { Notice } from '../data/types';
import { useFormat } from '../format';
import { useNow } from '../now';
import { useTexts } from '../texts';
import c from './shell.module.css';

function NoticeLine({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const { ago } = useFormat();
  const { t } = useTexts();
  const desk = useRight('ticket.desk');
  const now = useNow();
  const words = (
    <>
      <span>{notice.text}</span>
      <small className="num">
        {notice.ticket ? `${notice.ticket.number} · ` : ''}
        {ago(notice.at, now)}
        {notice.readAt === null && <em>{t('desk.notices.unread')}</em>}
      </small>
    </>
  );
  if (notice.page !== null)
    return (
      <li data-unread={notice.readAt === null || undefined}>
        <Link to={notice.page} onClick={onOpen}>
          {words}
        </Link>
      </li>
    );
  if (!notice.ticket) return <li data-unread={notice.readAt === null || undefined}>{words}</li>;
  const { number } = notice.ticket;
  const toDecide = notice.kind === 'approval-requested' || notice.kind === 'approval-reminder';
  return (
    <li data-unread={notice.readAt === null || undefined}>
      {toDecide ? (
        <Link to="/desk/approvals" onClick={onOpen}>
          {words}
        </Link>
      ) : desk ? (
        <Link to="/desk/tickets/$number" params={{ number }} onClick={onOpen}>
          {words}
        </Link>
      ) : (
        <a href={`/tickets/${number}`}>{words}</a>
      )}
    </li>
  );
}

/** Notices with a mark for unread ones. */
export function NoticeBell() {
  const { t } = useTexts();
  const [opened, setOpened] = useState(false);
  const title = useId();
  const client = useQueryClient();
  const { data } = useQuery(queries.notices());
  const readAll = useMutation({
    mutationFn: () => http.post<void>('/notices/read', { all: true }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notices'] }),
  });
  const unread = data?.unread ?? 0;
  const close = (): void => setOpened(false);
  // On a phone the rail lies at the foot, where nothing fits beside it.
  const atFoot = useMediaQuery('(max-width: 700px)');
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position={atFoot ? 'top-end' : 'right-end'}
      width="min(360px, calc(100vw - 16px))"
      trapFocus
      returnFocus
      shadow="md"
      withinPortal={false}
    >
      <Popover.Target>
        <button
          type="button"
          className={c.railButton}
          aria-label={t('desk.notices.bell', { count: unread })}
          onClick={() => setOpened((on) => !on)}
        >
          <IconBell size={21} stroke={1.7} aria-hidden />
          {unread > 0 && <i className={c.dot} />}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={c.notices} aria-labelledby={title}>
        <header>
          <h2 id={title}>{t('desk.notices.title')}</h2>
          {unread > 0 && (
            <Button size="compact-xs" variant="subtle" loading={readAll.isPending} onClick={() => readAll.mutate()}>
              {t('desk.notices.readAll')}
            </Button>
          )}
        </header>
        {data?.items.length === 0 && <p>{t('desk.notices.none')}</p>}
        <ul>
          {data?.items.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} onOpen={close} />
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
