import { Temporal } from 'temporal-polyfill';

/** A version of a calendar as `GET /tickets/{id}/clock-audit` gives it. Nothing here comes from the product's code. */
export interface AuditCalendar {
  readonly id: string;
  readonly timezone: string;
  /** The first date that it holds for, and the calendar that holds for those before; null in a first version. */
  readonly validFrom: string | null;
  readonly beforeId: string | null;
  readonly weekly: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly exceptions: readonly {
    readonly date: string;
    readonly kind: string;
    readonly replaces?: string;
    readonly windows?: readonly (readonly string[])[];
  }[];
  readonly recurringHolidays: readonly string[];
  readonly shortenedByMinutes: number;
}

export type Gap = readonly [from: number, to: number];

/** An instant in microseconds of the epoch. */
export const micros = (iso: string): number => Number(Temporal.Instant.from(iso).epochNanoseconds / 1000n);
const MINUTE = 60_000_000;
/** Further than any promise reaches. */
const MOST_DAYS = 3000;

/** Counts working time by the rules that DOMAIN 4.2 and 4.3(5) give in words, window by window. */
export class AuditCalendars {
  constructor(private readonly calendars: readonly AuditCalendar[]) {}

  /**
   * When `seconds` from `from` on are used up outside the gaps. What is used up at the very instant at which a gap begins is due when the
   * gap ends, as a clock that is paused at its deadline is (DOMAIN 4.3(4)).
   */
  due(calendarId: string, from: number, seconds: number, gaps: readonly Gap[]): number {
    const united = unite(gaps);
    const end = this.usedUp(this.byId(calendarId), from, seconds, united);
    return united.find(([gone, back]) => gone <= end && end < back)?.[1] ?? end;
  }

  private usedUp(calendar: AuditCalendar, from: number, seconds: number, gaps: readonly Gap[]): number {
    let left = seconds * 1_000_000;
    let date = Temporal.Instant.fromEpochMilliseconds(Math.floor(from / 1000))
      .toZonedDateTimeISO(calendar.timezone)
      .toPlainDate();
    for (let day = 0; day < MOST_DAYS; day += 1, date = date.add({ days: 1 })) {
      for (const [opens, closes] of windowsOf(this.rulesOn(calendar, date), date)) {
        let start = Math.max(opens, from);
        for (const [gone, back] of [...gaps, [closes, closes] as const]) {
          const end = Math.min(closes, Math.max(start, gone));
          if (end - start >= left) return start + left;
          left -= Math.max(0, end - start);
          start = Math.max(start, Math.min(back, closes));
        }
      }
    }
    throw new Error('no end');
  }

  /** The version that holds for a date: an earlier one for the dates before the first date of this one. */
  private rulesOn(calendar: AuditCalendar, date: Temporal.PlainDate): AuditCalendar {
    const { validFrom, beforeId } = calendar;
    if (validFrom === null || beforeId === null || date.toString() >= validFrom) return calendar;
    return this.rulesOn(this.byId(beforeId), date);
  }

  private byId(id: string): AuditCalendar {
    const calendar = this.calendars.find((one) => one.id === id);
    if (!calendar) throw new Error(`the audit names a calendar that it does not give: ${id}`);
    return calendar;
  }
}

function unite(gaps: readonly Gap[]): Gap[] {
  return [...gaps]
    .filter(([from, to]) => from < to)
    .sort((a, b) => a[0] - b[0])
    .reduce<Gap[]>((all, [from, to]) => {
      const last = all.at(-1);
      if (last && from <= last[1]) return [...all.slice(0, -1), [last[0], Math.max(last[1], to)]];
      return [...all, [from, to]];
    }, []);
}

/** What is said of a date: an order to work on it first, then a holiday, then what else there is, then a holiday of every year. */
function said(calendar: AuditCalendar, day: Temporal.PlainDate): AuditCalendar['exceptions'][number] | undefined {
  const date = day.toString();
  const all = calendar.exceptions.filter((exception) => exception.date === date);
  const found = all.find(({ kind }) => kind === 'moved_working_day') ?? all.find(({ kind }) => kind === 'holiday') ?? all[0];
  return found ?? (calendar.recurringHolidays.includes(date.slice(5)) ? { date, kind: 'holiday' } : undefined);
}

/** The working windows of one date as instants; a lunch break is what lies between two of them. */
function windowsOf(calendar: AuditCalendar, date: Temporal.PlainDate): [number, number][] {
  const exception = said(calendar, date);
  if (exception?.kind === 'holiday' || exception?.kind === 'moved_day_off') return [];
  const replaced = exception?.kind === 'moved_working_day' && exception.replaces ? Temporal.PlainDate.from(exception.replaces) : undefined;
  const own = exception?.kind === 'one_off' ? (exception.windows ?? []) : undefined;
  const windows = own ?? calendar.weekly[String((replaced ?? date).dayOfWeek)] ?? [];
  const beforeHoliday = [date, ...(replaced ? [replaced] : [])].some((day) => said(calendar, day.add({ days: 1 }))?.kind === 'holiday');
  const shorter = exception?.kind !== 'one_off' && (exception?.kind === 'shortened' || beforeHoliday) ? calendar.shortenedByMinutes : 0;
  return shortened(
    windows.map(([from, to]): [number, number] => [at(calendar, date, from!), at(calendar, date, to!)]),
    shorter,
  );
}

/** Takes the minutes from the end of the day, also from the window before where the last one is too short. */
function shortened(windows: readonly [number, number][], minutes: number): [number, number][] {
  let left = minutes * MINUTE;
  return windows
    .toReversed()
    .map(([from, to]): [number, number] => {
      const cut = Math.min(left, to - from);
      left -= cut;
      return [from, to - cut];
    })
    .toReversed();
}

function at({ timezone }: AuditCalendar, date: Temporal.PlainDate, time: string): number {
  const [day, clock] = time === '24:00' ? [date.add({ days: 1 }), '00:00'] : [date, time];
  return micros(day.toZonedDateTime({ timeZone: timezone, plainTime: clock }).toInstant().toString());
}
