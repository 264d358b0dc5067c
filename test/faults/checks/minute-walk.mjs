const MINUTE = 60_000_000;
const QUARTER = 15 * MINUTE;

/**
 * Working time counted the slow way, minute after minute on the wall clock. It shares no code with the program's calendars. Instants and
 * lengths are microseconds. Only weekly windows: the calendars of a run have no exceptions.
 */
export class MinuteWalk {
  /** @param {{ timezone: string, weekly: Record<string, [string, string][]> }} definition */
  constructor({ timezone, weekly }) {
    const options = { timeZone: timezone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
    this.format = new Intl.DateTimeFormat('en-GB', options);
    this.windows = Object.fromEntries(Object.entries(weekly).map(([day, windows]) => [day, new Set(windows.flatMap(minutesOf))]));
    this.walls = new Map();
  }

  /** Does the minute that begins at this instant count? */
  counts(minute) {
    const quarter = Math.floor(minute / QUARTER) * QUARTER;
    let wall = this.walls.get(quarter);
    if (!wall) {
      const parts = Object.fromEntries(this.format.formatToParts(new Date(quarter / 1000)).map(({ type, value }) => [type, value]));
      const day = 1 + ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts.weekday);
      this.walls.set(quarter, (wall = { day: String(day), minute: Number(parts.hour) * 60 + Number(parts.minute) }));
    }
    return this.windows[wall.day]?.has(wall.minute + (minute - quarter) / MINUTE) ?? false;
  }

  /** The pieces between two instants that count, one for each minute, without the gaps. */
  *pieces(from, gaps) {
    for (let minute = Math.floor(from / MINUTE) * MINUTE; ; minute += MINUTE) {
      if (!this.counts(minute)) {
        yield [minute + MINUTE, minute + MINUTE];
        continue;
      }
      let at = Math.max(from, minute);
      for (const gap of gaps) {
        if (gap.to <= at || gap.from >= minute + MINUTE) continue;
        if (gap.from > at) yield [at, gap.from];
        at = Math.max(at, gap.to);
      }
      yield at < minute + MINUTE ? [at, minute + MINUTE] : [minute + MINUTE, minute + MINUTE];
    }
  }

  /** The earliest instant at which so much has been counted. */
  add(from, length, gaps = []) {
    if (length <= 0) return from;
    let left = length;
    const sorted = [...gaps].sort((a, b) => a.from - b.from);
    for (const [begin, end] of this.pieces(from, sorted)) {
      if (end - begin >= left) return begin + left;
      left -= end - begin;
    }
  }

  elapsed(from, to) {
    let sum = 0;
    if (to <= from) return 0;
    for (const [begin, end] of this.pieces(from, [])) {
      if (begin >= to) return sum;
      sum += Math.min(end, to) - begin;
    }
  }
}

function minutesOf([from, to]) {
  const at = (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  return Array.from({ length: at(to) - at(from) }, (_none, n) => at(from) + n);
}
