import { Tooltip } from '@mantine/core';
import { memo } from 'react';
import type { Month } from '../../shared/format/riga-time';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import type { Day } from './calendar-types';
import { dayText, noon, weekdayOfDate } from './day-words';
import c from './year.module.css';

interface Props {
  year: number;
  month: Month;
  days: readonly Day[];
  today: string;
  changed: ReadonlySet<string>;
  focused: string;
  onDay: (day: Day) => void;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The days of a month in weeks from Monday, with gaps before the first. */
function weeksOf(days: readonly Day[]): (Day | null)[][] {
  const first = days[0] ? weekdayOfDate(days[0].date) : 1;
  const cells: (Day | null)[] = [...Array.from({ length: first - 1 }, () => null), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, index) => cells[week * 7 + index] ?? null),
  );
}

function DayButton({
  day,
  today,
  changed,
  focused,
  onDay,
}: {
  day: Day;
  today: boolean;
  changed: boolean;
  focused: boolean;
  onDay: (day: Day) => void;
}) {
  const texts = useTexts();
  const format = useFormat();
  const special = (day.kind !== 'working' && day.kind !== 'weekend') || changed;
  const words = dayText(day, texts, format);
  const full = `${format.date(noon(day.date))} ${texts.t(`weekday.name.${weekdayOfDate(day.date)}`)}: ${words}${changed ? `. ${texts.t('cal.changed')}` : ''}`;
  const button = (
    <button
      type="button"
      className={c.day}
      data-kind={day.kind}
      data-short={day.shortened || undefined}
      data-today={today || undefined}
      data-changed={changed || undefined}
      data-date={day.date}
      tabIndex={focused ? 0 : -1}
      aria-label={full}
      aria-current={today ? 'date' : undefined}
      onClick={() => onDay(day)}
    >
      {Number(day.date.slice(8))}
    </button>
  );
  return special ? (
    <Tooltip label={full} openDelay={120} multiline maw={300} withArrow>
      {button}
    </Tooltip>
  ) : (
    button
  );
}

/** One month as a table: weeks down, weekdays across. */
export const MonthTable = memo(function MonthTable({ year, month, days, today, changed, focused, onDay }: Props) {
  const { t } = useTexts();
  const name = t(`month.name.${month}`);
  const working = days.filter(({ minutes }) => minutes > 0).length;
  return (
    <table className={c.month}>
      <caption>
        <b>{name}</b>
        <span className="num">{t('cal.workingDays', { count: working })}</span>
      </caption>
      <thead>
        <tr>
          {weekdays.map((day) => (
            <th key={day} scope="col" abbr={t(`weekday.name.${day}`)}>
              {t(`weekday.short.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week, index) => (
          <tr key={`${year}-${month}-${index}`}>
            {week.map((day, at) =>
              day ? (
                <td key={day.date}>
                  <DayButton
                    day={day}
                    today={day.date === today}
                    changed={changed.has(day.date)}
                    focused={day.date === focused}
                    onDay={onDay}
                  />
                </td>
              ) : (
                <td key={at} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
});
