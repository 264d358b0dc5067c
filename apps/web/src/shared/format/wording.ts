import type shared from '../../locales/lv/shared.json';
import type { Texts } from '../i18n/create-i18n';
import { timeOfDay } from './dates';
import { daysBetween, inRiga, millis, type Month, type When } from './riga-time';

/** The keys that this file reads; every entry's texts include them. */
export type SharedTexts = Pick<Texts<keyof typeof shared>, 't' | 'locale'>;

type Parts = Record<'weekday' | 'month' | 'day' | 'year' | 'time', string>;

function parts(texts: SharedTexts, at: When, form: 'by' | 'on' | 'of'): Parts {
  const { day, month, year, weekday } = inRiga(at);
  return {
    weekday: texts.t(form === 'by' ? `weekday.by.${weekday}` : `weekday.on.${weekday}`),
    month: texts.t(`month.${form}.${month as Month}`),
    day: String(day),
    year: String(year),
    time: timeOfDay(at),
  };
}

const dayDistance = (at: When, now: number): number => daysBetween(inRiga(now).date, inRiga(at).date);
const sameYear = (at: When, now: number): boolean => inRiga(at).year === inRiga(now).year;

/** A deadline in words: "līdz piektdienai, 20. novembrim, plkst. 9:10", "šodien līdz plkst. 15:00". */
export function byWhen(texts: SharedTexts, at: When, now: number): string {
  const distance = dayDistance(at, now);
  if (distance === 0) return texts.t('when.byToday', { time: timeOfDay(at) });
  if (distance === 1) return texts.t('when.byTomorrow', { time: timeOfDay(at) });
  return texts.t(sameYear(at, now) ? 'when.by' : 'when.byYear', parts(texts, at, 'by'));
}

/** A past instant in words: "ceturtdien, 19. novembrī, plkst. 13:40", "šodien plkst. 13:40", "vakar plkst. 9:05". */
export function onWhen(texts: SharedTexts, at: When, now: number): string {
  const distance = dayDistance(at, now);
  if (distance === 0) return texts.t('when.onToday', { time: timeOfDay(at) });
  if (distance === -1) return texts.t('when.onYesterday', { time: timeOfDay(at) });
  return texts.t(sameYear(at, now) ? 'when.on' : 'when.onYear', parts(texts, at, 'on'));
}

/** The end of a day that an instant closes: a window until 27.11. 0:00 is "līdz 26. novembra beigām"; another hour is named. */
export function untilWhen(texts: SharedTexts, at: When, now: number): string {
  const midnight = inRiga(at).hour === 0 && inRiga(at).minute === 0;
  if (!midnight) return byWhen(texts, at, now);
  const last = millis(at) - 1;
  return texts.t(dayDistance(last, now) === 0 ? 'when.untilEndOfToday' : 'when.untilEndOf', parts(texts, last, 'of'));
}
