import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../format';
import { useTexts, type DeskTexts } from '../texts';
import type { Format } from '../format';
import { calendarQueries } from './calendar-queries';
import type { CalendarDetail, Difference } from './calendar-types';
import { exceptionText, noon, weekdayNumber, weekdayOfDate, windowsText } from './day-words';
import c from './panels.module.css';

interface Line {
  what: string;
  before: string;
  after: string;
}

function lineOf(difference: Difference, texts: DeskTexts, format: Format): Line {
  const { t } = texts;
  const { what, weekday, date = '', day = '' } = difference;
  if (what === 'week' && weekday) {
    const name = t(`weekday.name.${weekdayNumber(weekday)}`);
    return { what: name, before: windowsText(difference.windowsBefore ?? []), after: windowsText(difference.windowsAfter ?? []) };
  }
  if (what === 'shortened')
    return { what: t('cal.shortenedBy'), before: `${difference.minutesBefore ?? 0} min`, after: `${difference.minutesAfter ?? 0} min` };
  if (what === 'recurring') {
    const [no, yes] = [t('cal.byWeek'), t('cal.everyYear')];
    return { what: format.dayMonth(noon(`2024-${day}`)), before: difference.added ? no : yes, after: difference.added ? yes : no };
  }
  const when = `${format.date(noon(date))} ${t(`weekday.short.${weekdayOfDate(date)}`)}`;
  return { what: when, before: exceptionText(difference.before, texts, format), after: exceptionText(difference.after, texts, format) };
}

/** What the draft says otherwise than the version in force, and what that makes of the year ahead. */
export function Differences({ calendar }: { calendar: CalendarDetail }) {
  const texts = useTexts();
  const { t } = texts;
  const format = useFormat();
  const { data } = useQuery(calendarQueries.comparison(calendar.id));
  if (!data) return <Skeleton height={120} />;
  const change = (data.minutesAfter - data.minutesBefore) * 60;
  const sign = change > 0 ? '+' : '';
  return (
    <>
      {data.differences.length === 0 ? (
        <p className={c.none}>{t('cal.noDifferences')}</p>
      ) : (
        <table className={c.differences}>
          <thead>
            <tr>
              <th scope="col">{t('cal.what')}</th>
              <th scope="col">{t('cal.nowInForce')}</th>
              <th scope="col">{t('cal.inDraft')}</th>
            </tr>
          </thead>
          <tbody>
            {data.differences.map((difference) => {
              const line = lineOf(difference, texts, format);
              return (
                <tr key={`${difference.what}${difference.weekday ?? difference.date ?? difference.day ?? ''}`}>
                  <th scope="row" className="num">
                    {line.what}
                  </th>
                  <td>{line.before}</td>
                  <td>{line.after}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {data.days > 0 && <p className={c.hint}>{t('cal.yearAhead', { count: data.days, hours: `${sign}${format.duration(change)}` })}</p>}
    </>
  );
}
