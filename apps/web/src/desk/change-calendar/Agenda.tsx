import { IconSnowflake } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { inRiga } from '../../shared/format/riga-time';
import { useFormat } from '../format';
import { StatePill } from '../marks/StatePill';
import { useTexts } from '../texts';
import c from './agenda.module.css';
import { datesOf, weekdayOfDate } from './calendar-days';
import type { CalendarChange, ChangeCalendar } from './calendar-queries';
import { useCalendarWords } from './use-calendar-words';

interface Props {
  calendar: ChangeCalendar;
  dates: string[];
  onMove: (change: CalendarChange) => void;
}

function Entry({ change, onMove }: { change: CalendarChange; onMove: Props['onMove'] }) {
  const { t } = useTexts();
  const { range, times } = useCalendarWords();
  const { number, title, services, outageMinutes, movable, state } = change;
  const short = datesOf(change).first === datesOf(change).last;
  return (
    <li className={c.entry}>
      <span className={`${c.time} num`}>{short ? times(change) : range(change)}</span>
      <div>
        <Link to="/desk/changes/$number" params={{ number }}>
          <span className="num">{number}</span> {title}
        </Link>
        <p>
          {services.map(({ name }) => name).join(', ') || t('chcal.noService')}
          {' · '}
          {outageMinutes > 0 ? t('chcal.outageOf', { minutes: String(outageMinutes) }) : t('chcal.noOutage')}
        </p>
        <span className={c.state}>
          <StatePill state={state} />
          {movable && (
            <button type="button" className={c.move} onClick={() => onMove(change)}>
              {t('chcal.move')}
            </button>
          )}
        </span>
      </div>
    </li>
  );
}

/** The days with something on them, one after the other: for a phone, and on paper as the plan for institutions. */
export function Agenda({ calendar, dates, onMove }: Props) {
  const { t } = useTexts();
  const { date: written } = useFormat();
  const words = useCalendarWords();
  const off = new Map(calendar.daysOff.map((day) => [day.date, day]));
  const days = dates.map((date) => ({
    date,
    changes: calendar.changes.filter((change) => datesOf(change).first === date),
    freezes: calendar.freezes.filter(({ from }) => inRiga(from).date === date || (date === dates[0] && inRiga(from).date < date)),
  }));
  const busy = days.filter(({ changes, freezes }) => changes.length + freezes.length > 0);
  return (
    <section className={c.agenda} aria-label={t('chcal.byDay')}>
      {busy.length === 0 && <p className={c.none}>{t('chcal.none')}</p>}
      {busy.map(({ date, changes, freezes }) => (
        <section key={date}>
          <h2>
            {t(`weekday.name.${weekdayOfDate(date)}`)}, {written(`${date}T12:00:00Z`)}
            {off.get(date)?.name && <small>{off.get(date)?.name}</small>}
          </h2>
          <ul>
            {freezes.map((freeze) => (
              <li key={freeze.id} className={c.freeze}>
                <IconSnowflake size={15} aria-hidden /> {words.freeze(freeze)}
              </li>
            ))}
            {changes.map((change) => (
              <Entry key={change.id} change={change} onMove={onMove} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
