import { inRiga } from '../../shared/format/riga-time';

const two = (value: number): string => String(value).padStart(2, '0');

/** An instant (milliseconds or ISO text) as a field of date and time has it, on the wall clock of Riga: `2026-11-24T09:30`. */
export function rigaWall(at: number | string): string {
  const { date, hour, minute } = inRiga(at);
  return `${date}T${two(hour)}:${two(minute)}`;
}

/** The instant of such a field, as ISO text; undefined for one that is not filled in. */
export function rigaInstant(wall: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall)) return undefined;
  const utc = Date.parse(`${wall}:00Z`);
  const guess = inRiga(utc);
  const offset = Date.UTC(guess.year, guess.month - 1, guess.day, guess.hour, guess.minute) - utc;
  const shown = inRiga(utc - offset);
  const missed = Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute) - utc;
  return new Date(utc - offset - missed).toISOString();
}
