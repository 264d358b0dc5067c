import { IconSnowflake } from '@tabler/icons-react';
import { inRiga, type Weekday } from '../../shared/format/riga-time';
import { timeOfDay } from '../../shared/format/dates';
import { Link } from '@tanstack/react-router';
import { useNow } from '../now';
import { useTexts } from '../texts';
import { datesOf, mondayOf } from './calendar-days';
import type { CalendarChange, ChangeCalendar } from './calendar-queries';
import { clashing, type Clash } from './conflict-pairs';
import c from './month.module.css';
import { lookOf, shortNumber, useCalendarWords } from './use-calendar-words';

interface Props {
  calendar: ChangeCalendar;
  dates: string[];
  /** `2026-11` */
  month: string;
  clashes: Clash[];
}

const weekdays: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
/** More than these, and the day's week says it all. */
const MOST = 4;

const touches = (window: { from: string; to: string }, date: string): boolean => {
  const { first, last } = datesOf(window);
  return first <= date && date <= last;
};

function Entry({ change, clash }: { change: CalendarChange; clash: string | undefined }) {
  const { t } = useTexts();
  const look = lookOf(change);
  return (
    <li>
      <Link
        to="/desk/changes/$number"
        params={{ number: change.number }}
        className={c.entry}
        data-look={look}
        data-clash={clash}
        title={change.title}
      >
        <span className="vh">{t(`chcal.look.${look}`)}: </span>
        {clash && <span className="vh">{t(clash === 'blocks' ? 'change.conflict.blocks' : 'change.conflict.warns')}: </span>}
        {clash && <span aria-hidden>▲</span>}
        <span className="num">{timeOfDay(change.from)}</span> <b className="num">{shortNumber(change.number)}</b> {change.title}
      </Link>
    </li>
  );
}

function Day({
  date,
  off,
  props: { calendar, month, clashes },
}: {
  date: string;
  off: ChangeCalendar['daysOff'][number] | undefined;
  props: Props;
}) {
  const { t } = useTexts();
  const words = useCalendarWords();
  const today = inRiga(useNow()).date;
  const changes = calendar.changes.filter((change) => touches(change, date));
  const clash = clashing(clashes);
  const freezes = calendar.freezes.filter(({ from, to }) => inRiga(from).date <= date && date <= inRiga(Date.parse(to) - 1).date);
  return (
    <td data-off={off?.kind} data-other={date.slice(0, 7) !== month || undefined}>
      <span className={c.date}>
        <b className="num" data-today={date === today || undefined}>
          {Number(date.slice(8))}
        </b>
        {off?.name && <small>{off.name}</small>}
      </span>
      <ul>
        {freezes.map((freeze) => (
          <li key={freeze.id} className={c.freeze} title={words.freeze(freeze)}>
            <IconSnowflake size={12} aria-hidden /> {t('chcal.freezeShort', { reason: freeze.reason })}
          </li>
        ))}
        {changes.slice(0, MOST).map((change) => (
          <Entry key={change.id} change={change} clash={clash.get(change.id)} />
        ))}
        {changes.length > MOST && (
          <li>
            <Link to="/desk/calendar" search={{ show: 'week', day: mondayOf(date) }} className={c.more}>
              {t('chcal.more', { count: changes.length - MOST })}
            </Link>
          </li>
        )}
      </ul>
    </td>
  );
}

/** A month of changes, day by day. */
export function MonthGrid(props: Props) {
  const { t } = useTexts();
  const { calendar, dates } = props;
  const off = new Map(calendar.daysOff.map((day) => [day.date, day]));
  const weeks = dates.filter((_, at) => at % 7 === 0).map((_, at) => dates.slice(at * 7, at * 7 + 7));
  return (
    <section className={c.frame} aria-label={t('chcal.title')}>
      <table className={c.month}>
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
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <Day key={date} date={date} off={off.get(date)} props={props} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
