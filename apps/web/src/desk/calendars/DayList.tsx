import { Skeleton } from '@mantine/core';
import { IconLock, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { calendarQueries } from './calendar-queries';
import type { CalendarDetail, Day, View } from './calendar-types';
import { dayText, noon, weekdayOfDate } from './day-words';
import c from './panels.module.css';

interface Props {
  calendar: CalendarDetail;
  view: View;
  year: number;
  lockedBefore: string | null;
  editable: boolean;
  onDay: (day: Pick<Day, 'date'>) => void;
}

/** Special days of a year as a table: the picture's words, with the act that each rests on. */
export function DayList({ calendar, view, year, lockedBefore, editable, onDay }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const format = useFormat();
  const { data } = useQuery(calendarQueries.year(calendar.id, year, view));
  if (!data) return <Skeleton height={200} />;
  const days = data.days.filter(({ kind }) => kind !== 'working' && kind !== 'weekend');
  if (days.length === 0) return <p className={c.none}>{t('cal.noSpecialDays')}</p>;
  return (
    <table className={c.days}>
      <thead>
        <tr>
          <th scope="col">{t('cal.date')}</th>
          <th scope="col">{t('cal.what')}</th>
          {view === 'draft' && <td />}
        </tr>
      </thead>
      <tbody>
        {days.map((day) => {
          const when = `${format.dayMonth(noon(day.date))} ${t(`weekday.short.${weekdayOfDate(day.date)}`)}`;
          const locked = lockedBefore !== null && day.date < lockedBefore;
          return (
            <tr key={day.date}>
              <td className="num">{when}</td>
              <td>
                {dayText(day, texts, format)}
                {day.source && <small>{day.source}</small>}
              </td>
              {view === 'draft' && (
                <td>
                  {locked ? (
                    <IconLock size={14} role="img" aria-label={t('cal.locked')} />
                  ) : (
                    editable && (
                      <button type="button" aria-label={t('cal.changeDay', { day: when })} onClick={() => onDay(day)}>
                        <IconPencil size={14} aria-hidden />
                      </button>
                    )
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
