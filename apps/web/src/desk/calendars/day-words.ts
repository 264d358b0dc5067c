import { weekdayOf } from '../../shared/format/riga-time';
import type { Format } from '../format';
import type { DeskTexts } from '../texts';
import type { Day, Exception, Window, WeekdayName } from './calendar-types';
import { WEEKDAYS } from './calendar-types';

/** Noon of a date in Riga, for the formats that take instants. */
export const noon = (date: string): string => `${date}T10:00:00Z`;

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

export const plainTime = (time: string): string => time.replace(/^0(?=\d:)/, '');

/** `8:30–12:30, 13:00–17:00`; a dash where nobody works. */
export function windowsText(windows: readonly Window[]): string {
  return windows.length === 0 ? '–' : windows.map(([from = '', to = '']) => `${plainTime(from)}–${plainTime(to)}`).join(', ');
}

export function weekdayOfDate(date: string) {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return weekdayOf(year, month, day);
}

export const weekdayNumber = (name: WeekdayName) => (WEEKDAYS.indexOf(name) + 1) as ReturnType<typeof weekdayOfDate>;

/** What a day is, in words: `svētku diena · Jāņu diena`, `saīsināta diena · 8:30–16:00`. */
export function dayText(day: Day, { t }: DeskTexts, { dayMonth }: Format): string {
  const parts = [
    t(`cal.kind.${day.kind}`),
    day.name,
    day.replaces ? t('cal.replaces', { date: dayMonth(noon(day.replaces)) }) : undefined,
    day.windows.length > 0 ? windowsText(day.windows) : undefined,
    day.shortened && day.kind !== 'shortened' ? t('cal.alsoShortened') : undefined,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** An exception of a version in words, for lists of changes. */
export function exceptionText(exception: Exception | undefined, { t, locale }: DeskTexts, { dayMonth }: Format): string {
  if (!exception) return t('cal.byWeek');
  const name = locale === 'lv' ? exception.nameLv : exception.nameEn;
  const parts = [
    t(`cal.kind.${exception.kind}`),
    name,
    exception.replaces ? t('cal.replaces', { date: dayMonth(noon(exception.replaces)) }) : undefined,
    exception.windows ? windowsText(exception.windows) : undefined,
  ];
  return parts.filter(Boolean).join(' · ');
}
