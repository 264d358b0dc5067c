import { inRiga } from '../../shared/format/riga-time';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The instant at which a date (`2026-11-24`) begins in Riga, as ISO text. The clocks change later in the night than that. */
export function rigaMidnight(date: string): string {
  const utc = Date.parse(`${date}T00:00:00Z`);
  return new Date(utc - inRiga(utc).hour * HOUR_MS).toISOString();
}

/** The date so many days later. */
export function daysLater(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
