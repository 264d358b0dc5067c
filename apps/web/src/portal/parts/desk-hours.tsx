import { IconChevronDown, IconClock, IconClockOff, IconPhone } from '@tabler/icons-react';
import type { Weekday } from '../../shared/format/riga-time';
import { Notice } from '../components/notice';
import type { DeskHours } from '../data/hours-calls';
import { useDeskHours } from '../data/use-desk-hours';
import { useTexts } from '../texts';
import css from './desk-hours.module.css';
import { dayWords, hoursWords } from './hours-words';
import { weekdayOfDate } from './promise-days';

/** What a telephone dials. */
const dialled = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`;

function Week({ days }: { days: DeskHours['days'] }) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <dl>
      {days.map((day, at) => (
        <div key={day.date} data-closed={day.windows.length === 0 || undefined}>
          <dt>{at === 0 ? t('hours.today') : t(`weekday.name.${weekdayOfDate(day.date) as Weekday}`)}</dt>
          <dd>{dayWords(texts, day)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** On the start page: is somebody there now, when else, and whom to ring when work has stopped. Nothing where it cannot be learnt. */
export function DeskHoursLine() {
  const texts = useTexts();
  const { t, locale } = texts;
  const { hours, now } = useDeskHours();
  if (!hours) return <div className={css.line} aria-hidden />;
  const { open, days, number } = hours;
  const note = number && (locale === 'lv' ? number.noteLv : number.noteEn);
  const Sign = open ? IconClock : IconClockOff;
  return (
    <section className={css.line} aria-label={t('hours.title')}>
      <details>
        <summary>
          <Sign size={18} aria-hidden />
          <span>{hoursWords(texts, hours, now)}</span>
          <IconChevronDown className={css.turn} size={16} aria-hidden />
        </summary>
        <div className={css.more}>
          <Week days={days} />
          {note && <p>{note}</p>}
        </div>
      </details>
      {number && (
        <a href={dialled(number.phone)}>
          <IconPhone size={18} aria-hidden />
          <span>
            {t('hours.stopped')} <b className="num">{number.phone}</b>
          </span>
        </a>
      )}
    </section>
  );
}

/** For who cannot sign in: a line with the number and whether somebody is there. Nothing where no number is given. */
export function HelpNumber() {
  const texts = useTexts();
  const { hours, now } = useDeskHours();
  if (!hours?.number) return null;
  const { phone } = hours.number;
  return (
    <li>
      {texts.rich('hours.helpCall', { phone }, { a: (text) => <a href={dialled(phone)}>{text}</a> })} {hoursWords(texts, hours, now)}.
    </li>
  );
}

/**
 * Beside what somebody reports: the number where his work has stopped, and when we are back where nobody is there. The announced region
 * stays, so that a screen reader is told when the sentence comes. `afterwards`: it is reported already.
 */
export function HelpNow({ stopped, afterwards = false }: { stopped: boolean; afterwards?: boolean }) {
  const texts = useTexts();
  const { t, rich, locale } = texts;
  const { hours, now } = useDeskHours();
  const number = stopped ? (hours?.number ?? null) : null;
  const closed = hours !== null && !hours.open;
  const note = number && (locale === 'lv' ? number.noteLv : number.noteEn);
  return (
    <div aria-live="polite">
      {hours && (number || closed) && (
        <Notice kind={number ? 'warning' : 'info'}>
          {number && (
            <span>
              {rich('hours.askedStopped', { phone: number.phone }, { a: (text) => <a href={dialled(number.phone)}>{text}</a> })} {note}
            </span>
          )}
          {closed && (
            <span>
              {hoursWords(texts, hours, now)}.{!afterwards && ` ${t('hours.fileAnyway')}`}
            </span>
          )}
        </Notice>
      )}
    </div>
  );
}
