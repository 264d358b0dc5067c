import { join } from 'node:path';
import { CALENDAR } from './questions.mjs';

const HOUR = 3_600_000;
const dist = (path) => import(join(import.meta.dirname, '../../../dist', path));

/** The product's own calendar: kept and asked again, as it is in a running process, or made anew for each question. */
async function atbalsts({ anew }) {
  const { WorkingCalendar } = await dist('libs/calendars/src/index.js');
  const definition = {
    code: 'bench',
    nameLv: '',
    nameEn: '',
    timezone: CALENDAR.timezone,
    weekly: Object.fromEntries(CALENDAR.weekdays.map((day) => [String(day), CALENDAR.windows])),
    exceptions: CALENDAR.holidays.map((date) => ({ date, kind: 'holiday' })),
    shortenedByMinutes: 0,
  };
  const kept = new WorkingCalendar(definition);
  const calendar = () => (anew ? new WorkingCalendar(definition) : kept);
  return {
    add: (start, amount) => calendar().add(start * 1000, amount * 1000) / 1000,
    elapsed: (start, end) => calendar().elapsed(start * 1000, end * 1000) / 1000,
  };
}

/** The windows of a local date in milliseconds, by Luxon. */
function luxonWindows(day) {
  if (!CALENDAR.weekdays.includes(day.weekday) || CALENDAR.holidays.includes(day.toISODate())) return [];
  const at = (time) => day.set({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)) }).toMillis();
  return CALENDAR.windows.map(([from, to]) => [at(from), at(to)]);
}

/** What one writes with Luxon in an afternoon: from window to window, a day at a time. */
async function luxonByDays() {
  const { DateTime } = await import('luxon');
  const dayOf = (at) => DateTime.fromMillis(at, { zone: CALENDAR.timezone }).startOf('day');
  return {
    add(start, amount) {
      let left = amount;
      for (let day = dayOf(start); ; day = day.plus({ days: 1 })) {
        for (const [from, to] of luxonWindows(day)) {
          const begin = Math.max(from, start);
          if (begin >= to) continue;
          if (left <= to - begin) return begin + left;
          left -= to - begin;
        }
      }
    },
    elapsed(start, end) {
      let sum = 0;
      for (let day = dayOf(start); day.toMillis() < end; day = day.plus({ days: 1 }))
        for (const [from, to] of luxonWindows(day)) sum += Math.max(0, Math.min(to, end) - Math.max(from, start));
      return sum;
    },
  };
}

/** The simplest thing that is right: a minute at a time, asking Luxon what the clock reads. */
async function luxonByMinutes() {
  const { DateTime } = await import('luxon');
  const MINUTE = 60_000;
  const counts = (at) => {
    const local = DateTime.fromMillis(at, { zone: CALENDAR.timezone });
    if (!CALENDAR.weekdays.includes(local.weekday) || CALENDAR.holidays.includes(local.toISODate())) return false;
    const time = local.toFormat('HH:mm');
    return CALENDAR.windows.some(([from, to]) => from <= time && time < to);
  };
  return {
    add(start, amount) {
      let left = amount;
      let at = start;
      for (; left > 0; at += MINUTE) if (counts(at)) left -= MINUTE;
      return at;
    },
    elapsed(start, end) {
      let sum = 0;
      for (let at = start; at < end; at += MINUTE) if (counts(at)) sum += MINUTE;
      return sum;
    },
  };
}

/** The business-time library that most people install. It knows the zone of its process only. */
async function dayjsBusinessTime() {
  const { default: dayjs } = await import('dayjs');
  const { default: plugin } = await import('dayjs-business-time');
  dayjs.extend(plugin);
  const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
  const segments = CALENDAR.windows.map(([start, end]) => ({ start: `${start}:00`, end: `${end}:00` }));
  dayjs.setBusinessTime(Object.fromEntries(names.map((name, day) => [name, CALENDAR.weekdays.includes(day) ? segments : null])));
  dayjs.setHolidays(CALENDAR.holidays);
  return {
    add: (start, amount) =>
      dayjs(start)
        .addBusinessTime(amount / HOUR, 'hours')
        .valueOf(),
    elapsed: (start, end) => dayjs(start).businessTimeDiff(dayjs(end), 'minutes') * 60_000,
  };
}

/** Everybody, the product first. One that takes seconds for an answer gets fewer questions. */
export const CONTENDERS = {
  Atbalsts: { make: () => atbalsts({ anew: false }), questions: 300 },
  'Atbalsts, a new calendar for each question': { make: () => atbalsts({ anew: true }), questions: 300 },
  'Luxon, from window to window': { make: luxonByDays, questions: 300 },
  'Luxon, a minute at a time': { make: luxonByMinutes, questions: 24 },
  'dayjs-business-time': { make: dayjsBusinessTime, questions: 300 },
};
