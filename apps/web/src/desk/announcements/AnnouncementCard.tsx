import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCalendarEvent, IconCircleCheck, type Icon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormat } from '../format';
import marks from '../marks/marks.module.css';
import { useTexts } from '../texts';
import { AnnounceDialog } from './AnnounceDialog';
import type { Announcement } from './announcement-queries';
import c from './announcements.module.css';
import { NewsDialog } from './NewsDialog';

const phases: Record<Announcement['phase'], { icon: Icon; tone: 'new' | 'pending' | 'grey' }> = {
  before: { icon: IconCalendarEvent, tone: 'new' },
  during: { icon: IconAlertTriangle, tone: 'pending' },
  after: { icon: IconCircleCheck, tone: 'grey' },
};

export function PhasePill({ phase }: Pick<Announcement, 'phase'>) {
  const { t } = useTexts();
  const { icon: Sign, tone } = phases[phase];
  return (
    <span className={marks.pill} data-tone={tone}>
      <Sign size={13} stroke={2.2} aria-hidden />
      <span>{t(`announce.phase.${phase}`)}</span>
    </span>
  );
}

function Affected({ announcement: { affected, people, kind } }: { announcement: Announcement }) {
  const { t } = useTexts();
  if (kind !== 'disruption') return null;
  return (
    <div className={c.affected}>
      <h3>{t('announce.affected')}</h3>
      {people === 0 ? (
        <p>{t('announce.nobody')}</p>
      ) : (
        <ul>
          {affected.map(({ institution, people: count }) => (
            <li key={institution.id}>
              <span>{institution.name}</span>
              <b className="num">{count}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Said({ announcement }: { announcement: Announcement }) {
  const { t, locale } = useTexts();
  const { dateTime } = useFormat();
  const { textLv, textEn, updates, afterLv, afterEn } = announcement;
  const after = locale === 'lv' ? afterLv : afterEn;
  return (
    <div className={c.said}>
      <p>{locale === 'lv' ? textLv : textEn}</p>
      {after && (
        <p>
          <b>{t('announce.after')}</b> {after}
        </p>
      )}
      {updates.map(({ id, at, by, ...news }) => (
        <p key={id} className={c.update}>
          <small className="num">
            {dateTime(at)}, {by.name}
          </small>
          {locale === 'lv' ? news.textLv : news.textEn}
        </p>
      ))}
    </div>
  );
}

/** Where, when and of what. */
function Head({ announcement }: { announcement: Announcement }) {
  const { t, locale } = useTexts();
  const { dateTime } = useFormat();
  const { titleLv, titleEn, services, institutions, startsAt, expectedEndAt, endedAt, incident, change } = announcement;
  const until = endedAt ?? expectedEndAt;
  const audience = institutions.length > 0 ? institutions.map(({ name }) => name).join(', ') : t('announce.subscribers');
  return (
    <div>
      <h2>{locale === 'lv' ? titleLv : titleEn}</h2>
      <p className="num">
        {dateTime(startsAt)}
        {until && ` – ${dateTime(until)}`}
        {incident && (
          <>
            {' · '}
            <Link to="/desk/tickets/$number" params={{ number: incident.number }}>
              {incident.number}
            </Link>
          </>
        )}
        {change && (
          <>
            {' · '}
            <Link to="/desk/changes/$number" params={{ number: change.number }}>
              {change.number}
            </Link>
          </>
        )}
      </p>
      <p>{[services.map(({ name }) => name).join(', '), audience].filter(Boolean).join(' · ')}</p>
    </div>
  );
}

/** One announcement: what was said, who has the trouble too, and what can be told next. */
export function AnnouncementCard({ announcement }: { announcement: Announcement }) {
  const { t } = useTexts();
  const [open, setOpen] = useState<'change' | 'update' | 'end' | null>(null);
  const close = (): void => setOpen(null);
  const over = announcement.incident && ['resolved', 'closed', 'cancelled'].includes(announcement.incident.state);
  return (
    <article className={c.card} data-phase={announcement.phase}>
      <header>
        <Head announcement={announcement} />
        <PhasePill phase={announcement.phase} />
      </header>
      {over && announcement.mayWrite && <p className={c.remind}>{t('announce.incidentOver')}</p>}
      <div className={c.body}>
        <Said announcement={announcement} />
        <Affected announcement={announcement} />
      </div>
      {announcement.mayWrite && (
        <div className={c.acts}>
          <Button onClick={() => setOpen('update')}>{t('announce.update')}</Button>
          <Button variant="default" onClick={() => setOpen('end')}>
            {t('announce.end')}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => setOpen('change')}>
            {t('announce.change')}
          </Button>
        </div>
      )}
      {open === 'change' && <AnnounceDialog announcement={announcement} onClose={close} />}
      {(open === 'update' || open === 'end') && <NewsDialog announcement={announcement} step={open} onClose={close} />}
    </article>
  );
}
