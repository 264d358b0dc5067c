import { useMemo } from 'react';
import { ago, date, dateTime, dayMonth, dayTime, timeOfDay } from '../shared/format/dates';
import { duration, fileSize, number, percentage } from '../shared/format/numbers';
import type { When } from '../shared/format/riga-time';
import { inRiga } from '../shared/format/riga-time';
import type { Locale } from '../shared/i18n/messages';
import { useTexts, type DeskTexts } from './texts';

const MINUS = '\u2212';
const two = (value: number): string => String(value).padStart(2, '0');

/** `−31 min`: a duration with its sign. */
export function signedDuration(seconds: number): string {
  return seconds < 0 ? `${MINUS}${duration(seconds)}` : duration(seconds);
}

const LONG_SECONDS = 10 * 3600;

/** The same for narrow places: from ten hours on, minutes are left out. */
export function briefDuration(seconds: number): string {
  return signedDuration(Math.abs(seconds) >= LONG_SECONDS ? Math.trunc(seconds / 3600) * 3600 : seconds);
}

/** `15:30` hours and minutes, for columns that add up; seconds are shown only where there are any. */
export function hoursMinutes(seconds: number): string {
  const whole = Math.abs(Math.round(seconds));
  const rest = whole % 60;
  const text = `${Math.floor(whole / 3600)}:${two(Math.floor((whole % 3600) / 60))}`;
  return rest === 0 ? text : `${text}:${two(rest)}`;
}

/** `9:14` today, `22.11. 9:14` this year, else the whole date. */
export function shortWhen(at: When, now: number, locale: Locale): string {
  const [then, today] = [inRiga(at), inRiga(now)];
  if (then.date === today.date) return timeOfDay(at);
  return then.year === today.year ? dayTime(at, locale) : dateTime(at, locale);
}

/** `C 19.11. 18:00`: weekday, day and time, as the clock pages write instants. */
export function weekdayTime(at: When, texts: Pick<DeskTexts, 't' | 'locale'>): string {
  return `${texts.t(`weekday.short.${inRiga(at).weekday}`)} ${dayTime(at, texts.locale)}`;
}

function formatsOf(texts: DeskTexts) {
  const { locale } = texts;
  return {
    duration: signedDuration,
    brief: briefDuration,
    hoursMinutes,
    timeOfDay,
    ago: (at: When, now: number) => ago(at, now, locale),
    date: (at: When) => date(at, locale),
    dayMonth: (at: When) => dayMonth(at, locale),
    dateTime: (at: When) => dateTime(at, locale),
    short: (at: When, now: number) => shortWhen(at, now, locale),
    weekdayTime: (at: When) => weekdayTime(at, texts),
    percent: (value: number, digits?: number) => percentage(value, locale, digits),
    number: (value: number, digits?: number) => number(value, locale, digits),
    fileSize: (bytes: number) => fileSize(bytes, locale),
  };
}
export type Format = ReturnType<typeof formatsOf>;

/** The shared formats, bound to the language of the page; the same object until the language changes. */
export function useFormat(): Format {
  const texts = useTexts();
  return useMemo(() => formatsOf(texts), [texts]);
}
