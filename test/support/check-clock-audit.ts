import { Temporal } from 'temporal-polyfill';

/** What `GET /tickets/{id}/clock-audit` gives, as far as the check needs it. Nothing here comes from the product's code. */
export interface ClockAudit {
  readonly calendars: readonly AuditCalendar[];
  readonly clocks: readonly AuditClock[];
}

interface AuditCalendar {
  readonly id: string;
  readonly timezone: string;
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

interface AuditClock {
  readonly kind: string;
  readonly steps: readonly {
    readonly type: string;
    readonly at: string;
    readonly calendarId: string | null;
    readonly seconds: number | null;
    readonly deadlineAfter: string | null;
    readonly details: Readonly<Record<string, string | number | null>> | null;
  }[];
}

const micros = (iso: string): number => Number(Temporal.Instant.from(iso).epochNanoseconds / 1000n);
const MINUTE = 60_000_000;
/** Further than any promise reaches. */
const MOST_DAYS = 3000;

/** The working windows of one date as instants, by the rules that DOMAIN 4.2 gives in words. */
function windowsOf(calendar: AuditCalendar, date: Temporal.PlainDate): [number, number][] {
  const said = (day: Temporal.PlainDate) =>
    calendar.exceptions.find((exception) => exception.date === day.toString()) ??
    (calendar.recurringHolidays.includes(day.toString().slice(5)) ? { date: day.toString(), kind: 'holiday' } : undefined);
  const exception = said(date);
  if (exception?.kind === 'holiday' || exception?.kind === 'moved_day_off') return [];
  const replaced = exception && 'replaces' in exception && exception.replaces ? Temporal.PlainDate.from(exception.replaces) : undefined;
  const own = exception?.kind === 'one_off' && 'windows' in exception ? exception.windows : undefined;
  const windows = own ?? calendar.weekly[String((replaced ?? date).dayOfWeek)] ?? [];
  const beforeHoliday = [date, ...(replaced ? [replaced] : [])].some((day) => said(day.add({ days: 1 }))?.kind === 'holiday');
  const shorter = exception?.kind !== 'one_off' && (exception?.kind === 'shortened' || beforeHoliday) ? calendar.shortenedByMinutes : 0;
  const instants = windows.map(([from, to]): [number, number] => [at(calendar, date, from!), at(calendar, date, to!)]);
  const last = instants.at(-1);
  if (last) last[1] -= shorter * MINUTE;
  return instants;
}

function at({ timezone }: AuditCalendar, date: Temporal.PlainDate, time: string): number {
  const [day, clock] = time === '24:00' ? [date.add({ days: 1 }), '00:00'] : [date, time];
  return micros(day.toZonedDateTime({ timeZone: timezone, plainTime: clock }).toInstant().toString());
}

/** Walks window by window from `from` until `seconds` have been counted outside the gaps. */
function due(calendar: AuditCalendar, from: number, seconds: number, gaps: readonly (readonly [number, number])[]): number {
  let left = seconds * 1_000_000;
  let date = Temporal.Instant.fromEpochMilliseconds(Math.floor(from / 1000))
    .toZonedDateTimeISO(calendar.timezone)
    .toPlainDate();
  for (let day = 0; day < MOST_DAYS; day += 1, date = date.add({ days: 1 })) {
    for (const [opens, closes] of windowsOf(calendar, date)) {
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

/**
 * Works out again, from the data alone, the deadlines of clocks whose target never changed: started, paused, resumed, corrected, voided,
 * stopped and reopened. Answers what differs from what the ledger says; clocks with another change are not among them.
 */
export function differencesIn({ calendars, clocks }: ClockAudit): string[] {
  return clocks.flatMap((clock) => {
    const found: string[] = [];
    let gaps: [number, number][] = [];
    let plan = { calendarId: '', seconds: 0, from: 0 };
    let since: number | null = null;
    for (const [index, step] of clock.steps.entries()) {
      const now = micros(step.at);
      if (step.type === 'retargeted') return [];
      if (step.type === 'started') plan = { calendarId: step.calendarId!, seconds: step.seconds!, from: now };
      if (step.type === 'breach_voided') plan = { ...plan, calendarId: step.calendarId!, seconds: step.seconds! };
      if (step.type === 'paused' || step.type === 'stopped') since = now;
      if ((step.type === 'resumed' || step.type === 'reopened') && since !== null) {
        gaps.push([since, now]);
        since = null;
      }
      if (step.type === 'pause_corrected') {
        const { replaces, from, to } = step.details ?? {};
        gaps = gaps.filter(([begin]) => typeof replaces !== 'string' || begin !== micros(replaces));
        if (typeof to === 'string') gaps.push([micros(String(from)), micros(to)]);
        else since = micros(String(from));
        gaps.sort((a, b) => a[0] - b[0]);
      }
      if (step.deadlineAfter === null || step.type === 'paused') continue;
      const calendar = calendars.find(({ id }) => id === plan.calendarId)!;
      const expected = due(calendar, plan.from, plan.seconds, gaps);
      if (expected !== micros(step.deadlineAfter))
        found.push(`${clock.kind} step ${index + 1}: ${step.deadlineAfter}, expected ${expected}`);
    }
    return found;
  });
}
