import { byWhen, onWhen } from '../../shared/format/wording';
import { inRiga } from '../../shared/format/riga-time';
import { timeOfDay } from '../../shared/format/dates';
import type { DeskHours } from '../data/hours-calls';
import type { PortalTexts } from '../texts';

/** "Open now until 17:00", "Closed today (Christmas Day); we are back on Monday ...": whether somebody is there, and when next. */
export function hoursWords(texts: PortalTexts, { always, open, until, opensAt, days }: DeskHours, now: number): string {
  const { t, locale } = texts;
  if (always) return t('hours.always');
  const today = inRiga(now).date;
  if (open && until === null) return t('hours.always');
  if (open && until !== null)
    return inRiga(until).date === today
      ? t('hours.open', { time: timeOfDay(until) })
      : t('hours.openLong', { when: byWhen(texts, until, now) });
  if (opensAt === null) return t('hours.closed');
  if (inRiga(opensAt).date === today) return t('hours.opensToday', { time: timeOfDay(opensAt) });
  const when = onWhen(texts, opensAt, now);
  const [first] = days;
  if (!first || first.windows.length > 0) return t('hours.closedNow', { when });
  return first.name ? t('hours.closedTodayNamed', { name: first.name[locale], when }) : t('hours.closedToday', { when });
}

/** `08:30` as people write it: `8:30`. */
const short = (time: string): string => time.replace(/^0/, '');

/** What a day says: its windows, or that it is closed and why. */
export function dayWords({ t, locale }: PortalTexts, { windows, name }: DeskHours['days'][number]): string {
  const [first] = windows;
  if (first?.from === '00:00' && first.to === '24:00') return t('hours.allDay');
  const hours = windows.length > 0 ? windows.map(({ from, to }) => `${short(from)}–${short(to)}`).join(', ') : t('hours.dayClosed');
  return name ? `${hours} (${name[locale]})` : hours;
}
