import { inRiga } from '../../shared/format/riga-time';

const HOUR_MS = 3_600_000;
/** When the working day begins (DOMAIN 4.2). */
const MORNING = { hour: 8, minute: 30 };

/** The instant at which the working day of a date (`2026-11-24`) begins in Riga, as ISO text. */
export function rigaMorning(date: string): string {
  const utc = Date.parse(`${date}T00:00:00Z`) + MORNING.hour * HOUR_MS + MORNING.minute * 60_000;
  const offset = inRiga(utc).hour - MORNING.hour;
  return new Date(utc - offset * HOUR_MS).toISOString();
}
