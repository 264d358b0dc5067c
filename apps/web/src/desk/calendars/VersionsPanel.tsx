import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { browserNow } from '../../shared/format/browser-clock';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { calendarQueries } from './calendar-queries';
import type { CalendarDetail, CalendarVersion } from './calendar-types';
import { noon } from './day-words';
import c from './panels.module.css';

/** How long after a publication its replan may still be on its way. */
const SOON_MS = 60_000;

/** How far the clocks that were open have been moved to a version; the work goes on when the page is left. */
function Replan({ version }: { version: CalendarVersion }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const recent = browserNow() - Date.parse(version.publishedAt) < SOON_MS;
  const { data: run } = useQuery(calendarQueries.replan(version.id, recent));
  if (!run) return null;
  const total = run.total ?? 0;
  return (
    <div className={c.replan} role="status">
      <p>
        {run.state === 'done' && <IconCheck size={14} aria-hidden />}
        {run.state === 'done'
          ? t('cal.replanDone', { moved: number(run.result?.moved ?? 0), all: number(run.result?.replanned ?? 0) })
          : t(`cal.replan.${run.state}`, { done: number(run.done), total: number(total) })}
      </p>
      {run.state !== 'done' && <progress max={Math.max(1, total)} value={run.done} aria-label={t('cal.replanLabel')} />}
      {run.state !== 'done' && <small>{t('cal.mayLeave')}</small>}
    </div>
  );
}

/** The versions of a calendar, newest first: from when each holds, what it rests on, and the two people behind it. */
export function VersionsPanel({ calendar }: { calendar: CalendarDetail }) {
  const { t } = useTexts();
  const { date, dateTime } = useFormat();
  return (
    <section className={c.part}>
      <ol className={c.versions}>
        {calendar.versions.map((version, index) => (
          <li key={version.id}>
            <h3>
              {t('cal.version', { number: String(version.version) })}
              {index === 0 && <span>{t('cal.newest')}</span>}
            </h3>
            <p className="num">
              {version.validFrom ? t('cal.holdsFrom', { date: date(noon(version.validFrom)) }) : t('cal.always')} ·{' '}
              {t('cal.publishedAt', { at: dateTime(version.publishedAt) })}
            </p>
            {version.publishedBy && (
              <p>
                {t('cal.people', { drafted: version.draftedBy.map(({ name }) => name).join(', '), published: version.publishedBy.name })}
              </p>
            )}
            <p className={c.source}>{version.source}</p>
            {index === 0 && version.version > 1 && <Replan version={version} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
