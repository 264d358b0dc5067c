import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instant, type Instant, parseInstant } from '#kernel';
import { Temporal } from 'temporal-polyfill';
import type { CalendarDefinition } from '../calendar-version.js';
import { WorkingCalendar } from '../working-calendar.js';

function seeded(name: string): CalendarDefinition {
  return JSON.parse(readFileSync(join(process.cwd(), 'migrations/seeds/reference', `calendar-${name}.json`), 'utf8')) as CalendarDefinition;
}

/** The two calendars that every installation has. */
export const lv8x5 = new WorkingCalendar(seeded('lv-8x5'));
export const roundTheClock = new WorkingCalendar(seeded('24x7'));

/** `2026-06-25 15:00` on the wall clock of Riga (the earlier one where it reads so twice). */
export function riga(text: string): Instant {
  return instant(Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime('Europe/Riga').epochMilliseconds * 1000);
}

/** An instant as Riga's wall clock reads it, for comparing in words. */
export function inRiga(at: Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(at / 1000))
    .toZonedDateTimeISO('Europe/Riga')
    .toPlainDateTime()
    .toString()
    .slice(0, 16)
    .replace('T', ' ');
}

export const hours = (n: number): number => n * 3_600_000_000;
export const utc = parseInstant;
