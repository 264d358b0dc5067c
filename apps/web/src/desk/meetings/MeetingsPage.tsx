import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ChangeTabs } from '../changes/ChangeTabs';
import { useRight } from '../data/session';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { CallDialog } from './CallDialog';
import { type MeetingSummary, meetingsQuery } from './meeting-queries';
import c from './meetings.module.css';

function Row({ meeting }: { meeting: MeetingSummary }) {
  const { t } = useTexts();
  const { weekdayTime } = useFormat();
  const { id, title, startsAt, place, state, members, present, changes, calledBy } = meeting;
  return (
    <li className={c.row} data-state={state}>
      <span className={`${c.when} num`}>{weekdayTime(startsAt)}</span>
      <div>
        <Link to="/desk/meetings/$id" params={{ id }}>
          {title}
        </Link>
        <small>{[place, t('meetings.calledBy', { name: calledBy.name })].filter(Boolean).join(' · ')}</small>
      </div>
      <span className="num">
        {t('meetings.column.changes')}: {changes}
      </span>
      <span className="num">
        {t('meetings.column.people')}: {t('meetings.presentOf', { present: String(present), members: String(members) })}
      </span>
      <span className={c.state} data-state={state}>
        {t(`meetings.state.${state}`)}
      </span>
    </li>
  );
}

/** The meetings of the CAB, the latest first. */
export function MeetingsPage() {
  const { t } = useTexts();
  const query = useInfiniteQuery(meetingsQuery);
  const runs = useRight('meeting.run');
  const [calling, setCalling] = useState(false);
  if (query.error && !query.data) return <FailedPage error={query.error} reset={() => void query.refetch()} />;
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <main className={reportsCss.page}>
      <ChangeTabs />
      <header className={reportsCss.head}>
        <div>
          <h1>{t('meetings.title')}</h1>
          <p>{t('meetings.why')}</p>
        </div>
        {runs && (
          <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setCalling(true)}>
            {t('meetings.call')}
          </Button>
        )}
      </header>
      {query.isPending && <Skeleton height={220} radius={10} />}
      {!query.isPending && items.length === 0 && <p className={reportsCss.nothing}>{t('meetings.none')}</p>}
      {items.length > 0 && (
        <ul className={c.list}>
          {items.map((meeting) => (
            <Row key={meeting.id} meeting={meeting} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('approvals.showMore')}
        </Button>
      )}
      {calling && <CallDialog onClose={() => setCalling(false)} />}
    </main>
  );
}
