import { Injectable } from '@nestjs/common';
import type { WorkingCalendar } from '#calendars';
import type { Locale } from '#identity';
import { type Instant, type Micros, MICROS_PER_SECOND, toDate } from '#kernel';
import { Texts } from '#platform';
import type { ClockDay, ClockInterval } from '../domain/explain-clock.js';
import { isStatutory } from '../domain/follow-law.js';
import type { TrackedClock } from '../domain/tracked-clock.js';

/** Clocks in words, for staff and for the person who waits. */
@Injectable()
export class ClockWords {
  constructor(private readonly texts: Texts) {}

  /** Why an interval counted or did not. */
  interval(interval: ClockInterval, locale: Locale): string {
    if (interval.reason === 'pause') return this.pause(interval.pause ?? '', locale);
    const reason = this.texts.say(locale, `sla.reason.${interval.reason}`);
    const name = nameOf(interval, locale);
    return name ? `${reason}: ${name}` : reason;
  }

  /** Why a clock stood still: the hold's reason. */
  pause(reason: string, locale: Locale): string {
    return this.heldFor(reason, locale) || this.texts.say(locale, 'sla.reason.pause');
  }

  /** In a sentence of its own where there is one; an administrator's reasons have a name only. */
  private heldFor(reason: string, locale: Locale): string {
    const name = this.texts.sayOr(locale, `incidents.hold-reason.${reason}`, {}, '');
    return this.texts.sayOr(locale, `sla.pause.${reason}`, {}, name && this.texts.say(locale, 'sla.paused-for', { name }));
  }

  /** What is special about a day; null where nothing is. */
  day(day: ClockDay, locale: Locale): string | null {
    if (day.kind === 'working') return null;
    const kind = this.texts.say(locale, `sla.day.${day.kind}`);
    const name = nameOf(day, locale);
    return name ? `${kind}: ${name}` : kind;
  }

  /** What was promised and what came of it, in a sentence or three. */
  sentence(clock: TrackedClock, now: Instant, calendar: WorkingCalendar, remaining: Micros, locale: Locale): string {
    const { state } = clock;
    const { timezone } = calendar.definition;
    const at = (instant: Instant | null): string => (instant === null ? '' : this.moment(instant, timezone, locale));
    const due = state.dueAt ?? (state.outcome === 'breached' ? state.outcomeAt : null);
    const parts = {
      due: at(due),
      dueWords: due === null ? '' : this.deadline(due, timezone, locale),
      start: at(state.startedAt),
      stop: at(state.stoppedAt),
      since: at(state.openGap?.from ?? null),
      why: state.openGap ? this.heldFor(state.openGap.reason, locale) : '',
      target: this.duration(state.target.seconds, locale),
      remaining: this.duration(Math.abs(remaining) / MICROS_PER_SECOND, locale),
      what: this.texts.say(locale, `sla.kind.${clock.kind}`),
      calendar: lowerFirst(locale === 'lv' ? calendar.definition.nameLv : calendar.definition.nameEn, locale),
    };
    const said = [
      this.texts.say(locale, `sla.sentence.${isStatutory(clock.kind) ? 'statutory' : clock.kind}.${situation(clock, now)}`, parts),
    ];
    const promise = state.promises.at(-1);
    const earlier = state.promises.find((p) => p.targetNo === promise?.remembers);
    if (earlier) said.push(this.texts.say(locale, 'sla.sentence.remembered', { given: at(earlier.at), due: at(earlier.deadline) }));
    else if (state.changes.length > 0) said.push(this.texts.say(locale, 'sla.sentence.changed', { at: at(state.changes.at(-1)!.at) }));
    if (state.gaps.some((gap) => gap.reason !== 'after_stop')) said.push(this.texts.say(locale, 'sla.sentence.pauses'));
    return said.join(' ');
  }

  /** Hours and minutes, `2 h 30 min` as whole words. */
  private duration(seconds: number, locale: Locale): string {
    // Cut, as the desk cuts it: nothing looks left that is used up.
    const minutes = Math.floor(seconds / 60);
    const hours = Math.floor(minutes / 60);
    const words: string[] = [];
    if (hours > 0) words.push(this.texts.say(locale, 'sla.hours', { count: hours }));
    if (minutes % 60 > 0 || hours === 0) words.push(this.texts.say(locale, 'sla.minutes', { count: minutes % 60 }));
    return words.join(' ');
  }

  /** `26.06.2026. plkst. 14:00`, `26 June 2026, 14:00`. */
  private moment(at: Instant, timeZone: string, locale: Locale): string {
    return this.texts.say(locale, 'sla.moment', {
      ...fields(at, timeZone),
      month: this.texts.say(locale, `sla.month.${fields(at, timeZone).monthNumber}`),
    });
  }

  /** A deadline with its weekday: `piektdienai, 26. jūnijam, plkst. 14:00`. */
  private deadline(at: Instant, timeZone: string, locale: Locale): string {
    const { weekdayNumber, monthNumber, ...rest } = fields(at, timeZone);
    const weekday = this.texts.say(locale, `sla.weekday.${weekdayNumber}`);
    return this.texts.say(locale, 'sla.deadline', { ...rest, weekday, month: this.texts.say(locale, `sla.month.${monthNumber}`) });
  }
}

/** A calendar's name within a sentence. */
function lowerFirst(name: string, locale: Locale): string {
  return name.slice(0, 1).toLocaleLowerCase(locale) + name.slice(1);
}

function situation({ state }: TrackedClock, now: Instant): string {
  if (state.state === 'cancelled') return 'cancelled';
  if (state.state === 'stopped') return state.outcome === 'met' ? (state.dueAt === null ? 'met-paused' : 'met') : 'late';
  if (state.outcome === 'breached' || (state.dueAt !== null && state.dueAt < now)) return 'overdue';
  return state.state;
}

function nameOf({ nameLv, nameEn }: { nameLv?: string; nameEn?: string }, locale: Locale): string | undefined {
  return locale === 'lv' ? nameLv : nameEn;
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function fields(
  at: Instant,
  timeZone: string,
): { day: string; dd: string; mm: string; year: string; time: string; weekdayNumber: number; monthNumber: number } {
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(toDate(at));
  const dd = format({ day: '2-digit' });
  const mm = format({ month: '2-digit' });
  const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return {
    day: String(Number(dd)),
    dd,
    mm,
    year: format({ year: 'numeric' }),
    time,
    weekdayNumber: DAYS.indexOf(format({ weekday: 'short' })) + 1,
    monthNumber: Number(mm),
  };
}
