import { Button } from '@mantine/core';
import { IconCalendarPlus, IconLock, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { type CalendarDetail, type Content, type Day, type View, WEEKDAYS, type Week } from './calendar-types';
import { DayList } from './DayList';
import { noon, weekdayNumber, windowsText } from './day-words';
import { FrameDialog } from './dialogs/FrameDialog';
import { HolidaysDialog } from './dialogs/HolidaysDialog';
import { WeekDialog } from './dialogs/WeekDialog';
import c from './panels.module.css';

interface Props {
  calendar: CalendarDetail;
  content: Content;
  view: View;
  year: number;
  /** Whether the draft may be changed here. */
  editable: boolean;
  onDay: (day: Pick<Day, 'date'>) => void;
}

type Open = 'week' | 'frame' | 'holidays' | null;

function WeekRows({ content }: { content: Content }) {
  const { t } = useTexts();
  const week = content.weekly as Week;
  return (
    <dl className={c.week}>
      {WEEKDAYS.map((day) => (
        <div key={day} data-free={week[day].length === 0 || undefined}>
          <dt>{t(`weekday.name.${weekdayNumber(day)}`)}</dt>
          <dd className="num">{windowsText(week[day])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Frame({ content, calendar }: { content: Content; calendar: CalendarDetail }) {
  const { t } = useTexts();
  const { date, dayMonth } = useFormat();
  const facts: [string, string][] = [
    [t('cal.validFrom'), content.validFrom ? date(noon(content.validFrom)) : t('cal.always')],
    [t('cal.zone'), calendar.timezone],
    [t('cal.shortenedBy'), content.shortenedByMinutes > 0 ? `${content.shortenedByMinutes} min` : t('cal.notShortened')],
    [t('cal.recurring'), content.recurringHolidays.map((day) => dayMonth(noon(`2024-${day}`))).join(', ') || '–'],
    [t('cal.source'), content.source || t('cal.noSource')],
  ];
  return (
    <dl className={c.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What a calendar says: its week, its frame and the special days of the year; in a draft each part with a way to change it. */
export function RulesPanel({ calendar, content, view, year, editable, onDay }: Props) {
  const { t } = useTexts();
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const edit = (what: Open, name: string) =>
    editable && (
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPencil size={14} aria-hidden />}
        onClick={() => setOpen(what)}
        aria-label={name}
      >
        {t('cal.edit')}
      </Button>
    );
  return (
    <>
      <section className={c.part}>
        <header>
          <h3>{t('cal.week')}</h3>
          {edit('week', t('cal.editWeek'))}
        </header>
        <WeekRows content={content} />
      </section>
      <section className={c.part}>
        <header>
          <h3>{t('cal.frame')}</h3>
          {edit('frame', t('cal.editFrame'))}
        </header>
        <Frame content={content} calendar={calendar} />
      </section>
      <section className={c.part}>
        <header>
          <h3>{t('cal.specialDays', { year: String(year) })}</h3>
          {editable && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconCalendarPlus size={14} aria-hidden />}
              onClick={() => setOpen('holidays')}
            >
              {t('cal.layIn')}
            </Button>
          )}
        </header>
        {view === 'draft' && content.validFrom && (
          <p className={c.hint}>
            <IconLock size={14} aria-hidden /> {t('cal.pastLocked')}
          </p>
        )}
        {editable && <p className={c.hint}>{t('cal.chooseDay')}</p>}
        <DayList calendar={calendar} view={view} year={year} lockedBefore={content.validFrom} editable={editable} onDay={onDay} />
      </section>
      {open === 'week' && <WeekDialog calendar={calendar} content={content} onClose={close} />}
      {open === 'frame' && <FrameDialog calendar={calendar} content={content} onClose={close} />}
      {open === 'holidays' && <HolidaysDialog calendar={calendar} year={year} onClose={close} />}
    </>
  );
}
