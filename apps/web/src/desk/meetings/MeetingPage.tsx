import { Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { Agenda } from './Agenda';
import { AddChange, Attendance, Minutes, Steps } from './Beside';
import { type Meeting, meetingQuery } from './meeting-queries';
import c from './meetings.module.css';

const route = getRouteApi('/desk/meetings/$id');

function Head({ meeting }: { meeting: Meeting }) {
  const { t } = useTexts();
  const { weekdayTime } = useFormat();
  const { title, state, startsAt, place, calledBy } = meeting;
  return (
    <header className={reportsCss.head}>
      <div>
        <Link to="/desk/meetings" className={reportsCss.backLink}>
          <IconArrowLeft size={15} aria-hidden /> {t('meetings.title')}
        </Link>
        <h1>{title}</h1>
        <p className="num">
          <span className={c.state} data-state={state}>
            {t(`meetings.state.${state}`)}
          </span>{' '}
          {[weekdayTime(startsAt), place, t('meetings.calledBy', { name: calledBy.name })].filter(Boolean).join(' · ')}
        </p>
      </div>
      <Steps meeting={meeting} />
    </header>
  );
}

/** One screen to run a meeting of the CAB from: agenda with decisions as they are given, attendance with the quorum, minutes. */
export function MeetingPage() {
  const { id } = route.useParams();
  const query = useQuery(meetingQuery(id));
  if (query.error && !query.data) return <FailedPage error={query.error} reset={() => void query.refetch()} />;
  const meeting = query.data;
  return (
    <main className={reportsCss.page}>
      {!meeting && <Skeleton height={400} radius={10} />}
      {meeting && (
        <>
          <Head meeting={meeting} />
          <div className={c.columns}>
            <Agenda key={meeting.id} meeting={meeting} />
            <aside className={c.beside}>
              <Attendance meeting={meeting} />
              <Minutes key={meeting.id} meeting={meeting} />
              {meeting.abilities.edit && <AddChange meeting={meeting} />}
            </aside>
          </div>
        </>
      )}
    </main>
  );
}
