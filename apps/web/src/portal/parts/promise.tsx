import { IconChevronDown } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { ClockExplanation } from '../../shared/api/api-types';
import { dayMonth, dayRange, timeOfDay } from '../../shared/format/dates';
import { duration } from '../../shared/format/numbers';
import { Card } from '../components/card';
import { useNow } from '../data/use-now';
import { usePhone } from '../data/use-phone';
import { type PortalTexts, useTexts } from '../texts';
import css from './promise.module.css';
import { countPromise, type PromiseCount, type PromiseDay, type Stretch, weekdayOfDate } from './promise-days';

const noon = (date: string): string => `${date}T10:00:00Z`;
const isAroundTheClock = (count: PromiseCount): boolean => count.axis[1] - count.axis[0] === 24;

/** A calendar's name inside a sentence: `Darbdienās …` begins small, an abbreviation such as `LV 8x5` stays. */
const inSentence = (name: string): string => (/^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLocaleLowerCase() + name.slice(1) : name);

const intro = (clock: ClockExplanation, t: PortalTexts['t']): string =>
  t('promise.intro', { time: duration(clock.targetSeconds), calendar: inSentence(clock.calendar.name) });

function Bar({ stretches, axis: [open, shut] }: { stretches: Stretch[]; axis: [number, number] }) {
  const place = (hour: number): string => `${((hour - open) / (shut - open)) * 100}%`;
  return (
    <span className={css.bar} aria-hidden>
      {stretches.map((stretch) => (
        <i
          key={stretch.from}
          className={stretch.kind === 'pause' ? css.pause : stretch.future ? css.future : css.counted}
          style={{ left: place(stretch.from), width: `calc(${place(stretch.to)} - ${place(stretch.from)})` }}
        />
      ))}
    </span>
  );
}

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);

function wordsOf(day: PromiseDay, end: string | null, t: PortalTexts['t']): string {
  const words = [
    day.pausedMinutes > 0 ? t('promise.paused', { time: duration(day.pausedMinutes * 60) }) : '',
    day.note ?? '',
    day.days > 1 && day.countedMinutes > 0
      ? t('promise.daysEach', { count: day.days, time: duration((day.countedMinutes / day.days) * 60) })
      : '',
    day.today ? t('promise.today') : '',
    end ?? '',
  ];
  return words.filter(Boolean).map(capital).join('. ');
}

function DayRow({ day, axis, end }: { day: PromiseDay; axis: [number, number]; end: string | null }) {
  const { t, locale } = useTexts();
  const first = t(`weekday.short.${weekdayOfDate(day.firstDate)}`);
  const last = t(`weekday.short.${weekdayOfDate(day.lastDate)}`);
  const words = wordsOf(day, end, t);
  const counts = day.countedMinutes > 0;
  return (
    <li className={counts ? undefined : css.quiet}>
      <span className={css.date}>
        {day.days > 1 ? `${first}–${last}` : first}
        <small>{day.days > 1 ? dayRange(noon(day.firstDate), noon(day.lastDate), locale) : dayMonth(noon(day.firstDate), locale)}</small>
      </span>
      <span>
        <Bar stretches={day.stretches} axis={axis} />
        {words && <span className={css.words}>{words}</span>}
      </span>
      <span className={css.quantity}>{counts ? duration(day.countedMinutes * 60) : t('promise.notCounted')}</span>
    </li>
  );
}

function endOf(clock: ClockExplanation, t: PortalTexts['t']): string | null {
  if (clock.stoppedAt) return t('promise.solvedAt', { time: timeOfDay(clock.stoppedAt) });
  return clock.state === 'running' && clock.dueAt ? t('promise.until', { time: timeOfDay(clock.dueAt) }) : null;
}

function Days({ clock, count, id }: { clock: ClockExplanation; count: PromiseCount; id: string }) {
  const { t } = useTexts();
  const target = Math.round(clock.targetSeconds / 60);
  const stopped = clock.stoppedAt !== null;
  const stretches = count.rows.flatMap((row) => row.stretches).filter((stretch) => stretch.kind === 'counted');
  return (
    <div id={id}>
      <ul className={css.days}>
        {count.rows.map((day, index) => (
          <DayRow key={day.firstDate} day={day} axis={count.axis} end={index === count.rows.length - 1 ? endOf(clock, t) : null} />
        ))}
      </ul>
      <p className={css.sum}>
        <span>{t(stopped || count.totalMinutes !== target ? 'promise.used' : 'promise.total')}</span>
        <span>
          {count.totalMinutes === target
            ? duration(target * 60)
            : t('promise.usedOf', { used: duration(count.totalMinutes * 60), total: duration(target * 60) })}
        </span>
      </p>
      {clock.state === 'paused' && clock.remainingSeconds > 0 && (
        <p className={css.left}>
          <span>{t('promise.left')}</span>
          <span>{duration(clock.remainingSeconds)}</span>
        </p>
      )}
      {clock.remainingSeconds < 0 && (
        <p className={css.over}>
          <span>▲ {t('promise.over')}</span>
          <span>{duration(clock.remainingSeconds)}</span>
        </p>
      )}
      <ul className={css.legend}>
        {stretches.some((stretch) => !stretch.future) && (
          <li>
            <i className={css.counted} /> {t('promise.legendCounted')}
          </li>
        )}
        {stretches.some((stretch) => stretch.future) && (
          <li>
            <i className={css.future} /> {t('promise.legendFuture')}
          </li>
        )}
        {count.pausedMinutes > 0 && (
          <li>
            <i className={css.pause} /> {t('promise.legendPause')}
          </li>
        )}
        {!isAroundTheClock(count) && (
          <li>
            <i className={css.off} /> {t('promise.legendOff')}
          </li>
        )}
      </ul>
    </div>
  );
}

function Reasons({ count }: { count: PromiseCount }) {
  const { t } = useTexts();
  const reasons = [...count.uncounted];
  if (count.pausedMinutes > 0) reasons.push(t('promise.paused', { time: duration(count.pausedMinutes * 60) }));
  if (reasons.length === 0) return null;
  return (
    <ul className={css.reasons}>
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

/** How the promised time is counted: day by day until it adds up; on a phone the reasons first, the days on demand. */
export function PromiseCard({ clock, className }: { clock: ClockExplanation; className?: string | undefined }) {
  const { t } = useTexts();
  const now = useNow();
  const phone = usePhone();
  const [open, setOpen] = useState(false);
  const id = useId();
  const count = countPromise(clock, now);
  const hasUncounted = count.uncounted.length > 0 || count.pausedMinutes > 0;
  return (
    <Card className={`${css.promise} ${className ?? ''}`} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t(phone ? 'promise.titlePhone' : 'promise.title')}</h2>
      <p className={css.intro}>
        {intro(clock, t)} {phone && hasUncounted && t('promise.notCountedList')}
      </p>
      {phone && <Reasons count={count} />}
      {phone && (
        <button type="button" className={css.toggle} aria-expanded={open} aria-controls={`${id}-days`} onClick={() => setOpen(!open)}>
          <IconChevronDown size={17} aria-hidden /> {t(open ? 'promise.hideDays' : 'promise.showDays')}
        </button>
      )}
      {(!phone || open) && <Days clock={clock} count={count} id={`${id}-days`} />}
    </Card>
  );
}
