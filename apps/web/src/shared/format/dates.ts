import type { Locale } from '../i18n/messages';
import { inRiga, millis, type When } from './riga-time';

const EN_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number): string => String(value).padStart(2, '0');

/** `9:14`, the same in both languages. */
export function timeOfDay(at: When): string {
  const { hour, minute } = inRiga(at);
  return `${hour}:${two(minute)}`;
}

/** `22.11.2026.` in Latvian, `22 Nov 2026` in English. */
export function date(at: When, locale: Locale): string {
  const { day, month, year } = inRiga(at);
  return locale === 'lv' ? `${two(day)}.${two(month)}.${year}.` : `${day} ${EN_MONTHS[month - 1]} ${year}`;
}

/** `22.11.` in Latvian, `22 Nov` in English. */
export function dayMonth(at: When, locale: Locale): string {
  const { day, month } = inRiga(at);
  return locale === 'lv' ? `${two(day)}.${two(month)}.` : `${day} ${EN_MONTHS[month - 1]}`;
}

/** `19.–20.11.` in Latvian, `19–20 Nov` in English; over a month's end both dates whole. */
export function dayRange(first: When, last: When, locale: Locale): string {
  if (inRiga(first).month !== inRiga(last).month) return `${dayMonth(first, locale)}–${dayMonth(last, locale)}`;
  const { day } = inRiga(first);
  return locale === 'lv' ? `${two(day)}.–${dayMonth(last, locale)}` : `${day}–${dayMonth(last, locale)}`;
}

/** `22.11.2026. 9:14` in Latvian, `22 Nov 2026, 9:14` in English. */
export function dateTime(at: When, locale: Locale): string {
  return `${date(at, locale)}${locale === 'lv' ? ' ' : ', '}${timeOfDay(at)}`;
}

/** `22.11. 9:14` in Latvian, `22 Nov, 9:14` in English: inside the current year. */
export function dayTime(at: When, locale: Locale): string {
  return `${dayMonth(at, locale)}${locale === 'lv' ? ' ' : ', '}${timeOfDay(at)}`;
}

const relatives: Record<Locale, Intl.RelativeTimeFormat> = {
  lv: new Intl.RelativeTimeFormat('lv', { numeric: 'auto', style: 'narrow' }),
  en: new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto', style: 'short' }),
};

/** `pirms 11 min`, `vakar` …, and the plain date when it is more than six days away. */
export function ago(at: When, now: number, locale: Locale): string {
  const seconds = Math.round((millis(at) - now) / 1000);
  const size = Math.abs(seconds);
  const format = relatives[locale];
  if (size < 3570) return format.format(Math.min(-1, Math.round(seconds / 60)), 'minute');
  if (size < 79_200) return format.format(Math.round(seconds / 3600), 'hour');
  if (size < 518_400) return format.format(Math.round(seconds / 86_400), 'day');
  return date(at, locale);
}
