/** Calendar fields of an instant in Europe/Riga, the zone of every date that a person sees. */
export interface RigaTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  /** 1 Monday … 7 Sunday. */
  weekday: Weekday;
  /** `2026-11-22`: compares and groups days. */
  date: string;
}
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export type Month = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;
/** ISO text or milliseconds since 1970. */
export type When = string | number;

const fields = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Riga',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Milliseconds since 1970 of an ISO instant (microseconds are cut). */
export const millis = (at: When): number => (typeof at === 'number' ? at : Date.parse(at));

/** The weekday of a calendar date, 1 Monday … 7 Sunday. */
export function weekdayOf(year: number, month: number, day: number): Weekday {
  const days = Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
  // 1 January 1970 was a Thursday.
  return (((((days + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Reads an instant in Europe/Riga. */
export function inRiga(at: When): RigaTime {
  const part: Record<string, number> = {};
  for (const { type, value } of fields.formatToParts(millis(at))) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return { year, month, day, hour, minute, weekday: weekdayOf(year, month, day), date };
}

/** Whole calendar days between two dates of Riga (`2026-11-20` to `2026-11-22` is 2). */
export function daysBetween(fromDate: string, toDate: string): number {
  return Math.round((Date.parse(`${toDate}T00:00:00Z`) - Date.parse(`${fromDate}T00:00:00Z`)) / 86_400_000);
}
