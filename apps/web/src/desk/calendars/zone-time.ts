import { millis, weekdayOf, type Weekday, type When } from '../../shared/format/riga-time';

/** An instant on the wall clock of some zone: a calendar is tried in its own time, wherever the reader is. */
export interface ZoneTime {
  /** `2026-06-25` */
  date: string;
  /** `15:00` */
  time: string;
  weekday: Weekday;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  return format;
}

/** Reads an instant on the wall clock of a zone. */
export function inZone(at: When, zone: string): ZoneTime {
  const part: Record<string, string> = {};
  for (const { type, value } of formatOf(zone).formatToParts(millis(at))) part[type] = value;
  const { year = '', month = '', day = '', hour = '', minute = '' } = part;
  return { date: `${year}-${month}-${day}`, time: `${hour}:${minute}`, weekday: weekdayOf(Number(year), Number(month), Number(day)) };
}

/** The instant at which the wall clock of a zone reads `2026-06-25T15:00`, as ISO text; the earlier one where it does so twice. */
export function fromZone(local: string, zone: string): string {
  const wanted = Date.parse(`${local}:00Z`);
  const readAt = (at: number): number => {
    const { date, time } = inZone(at, zone);
    return Date.parse(`${date}T${time}:00Z`);
  };
  const first = wanted - (readAt(wanted) - wanted);
  return new Date(first - (readAt(first) - wanted)).toISOString();
}
