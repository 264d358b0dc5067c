import { ActionIcon, SegmentedControl, Skeleton } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Month } from '../../shared/format/riga-time';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { calendarQueries } from './calendar-queries';
import type { CalendarDetail, Day, View } from './calendar-types';
import { Legend } from './Legend';
import { MonthTable } from './MonthTable';
import { useDayFocus } from './use-day-focus';
import c from './year.module.css';

interface Props {
  calendar: CalendarDetail;
  year: number;
  view: View;
  onYear: (year: number) => void;
  onView: (view: View) => void;
  onDay: (day: Day) => void;
}

const months: Month[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const rulesOf = ({ kind, windows, name }: Day): string => JSON.stringify([kind, windows, name]);

/** Dates that the draft makes other than they are in force. */
function changedDays(draft: readonly Day[] | undefined, inForce: readonly Day[] | undefined): Set<string> {
  if (!draft || !inForce || draft[0]?.date !== inForce[0]?.date) return new Set();
  const known = new Map(inForce.map((day) => [day.date, rulesOf(day)]));
  return new Set(draft.filter((day) => known.get(day.date) !== rulesOf(day)).map(({ date }) => date));
}

/** A year at a glance: twelve months, each day by its kind, told apart by shape as well as colour. */
export function YearCard({ calendar, year, view, onYear, onView, onDay }: Props) {
  const { t } = useTexts();
  const { duration, number } = useFormat();
  const { data } = useQuery(calendarQueries.year(calendar.id, year, view));
  const both = view === 'draft' && calendar.inForce !== null;
  const inForce = useQuery({ ...calendarQueries.year(calendar.id, year, 'in-force'), enabled: both, placeholderData: keepPreviousData });
  const changed = useMemo(() => (both ? changedDays(data?.days, inForce.data?.days) : new Set<string>()), [both, data, inForce.data]);
  const focus = useDayFocus(year, calendar.today);
  return (
    <section className={c.card} aria-label={t('cal.year')}>
      <header className={c.head}>
        <div className={c.stepper} role="group" aria-label={t('cal.year')}>
          <ActionIcon size={32} variant="default" aria-label={t('cal.previousYear')} onClick={() => onYear(year - 1)}>
            <IconChevronLeft size={16} aria-hidden />
          </ActionIcon>
          <h2 className="num" aria-live="polite">
            {year}
          </h2>
          <ActionIcon size={32} variant="default" aria-label={t('cal.nextYear')} onClick={() => onYear(year + 1)}>
            <IconChevronRight size={16} aria-hidden />
          </ActionIcon>
        </div>
        {data && <p className="num">{t('cal.yearSums', { days: number(data.workingDays), hours: duration(data.minutes * 60) })}</p>}
        {calendar.draft && calendar.inForce && (
          <SegmentedControl
            className={c.views}
            aria-label={t('cal.view')}
            value={view}
            onChange={(value) => onView(value as View)}
            data={[
              { value: 'in-force', label: t('cal.view.in-force') },
              { value: 'draft', label: t('cal.view.draft') },
            ]}
          />
        )}
      </header>
      {data ? (
        <div className={c.months} onKeyDown={focus.onKeyDown}>
          {months.map((month) => (
            <MonthTable
              key={month}
              year={year}
              month={month}
              days={data.days.filter(({ date }) => Number(date.slice(5, 7)) === month)}
              today={calendar.today}
              changed={changed}
              focused={focus.date}
              onDay={(day) => {
                focus.set(day.date);
                onDay(day);
              }}
            />
          ))}
        </div>
      ) : (
        <Skeleton height={560} m={20} />
      )}
      {data && <Legend days={data.days} changed={changed.size} />}
    </section>
  );
}
