import { instant, type Instant } from '#kernel';

/** What `POST /api/v1/calendars/preview` is asked, as it stands in the request. */
export interface PreviewBody {
  readonly calendar: {
    readonly timezone: string;
    readonly weekly: Readonly<Record<string, readonly (readonly [string, string])[]>>;
    readonly exceptions?: readonly {
      readonly date: string;
      readonly windows: readonly (readonly [string, string])[];
      readonly name?: string;
    }[];
    readonly recurringHolidays?: readonly string[];
  };
  readonly operation: 'add' | 'elapsed' | 'next';
  readonly start: string;
  readonly seconds?: number;
  readonly end?: string;
  readonly pauses?: readonly (readonly [string, string])[];
}

/** What it must answer; instants and lengths in microseconds. */
export interface OracleAnswer {
  readonly result: Instant;
  readonly counted: number;
}

const MINUTE = 60_000_000;
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Where the walk gives up: nobody asked it for so long a time. */
export class OracleExhausted extends Error {}

/** A zone's wall clock, read from `Intl` every quarter of an hour; every zone's clock since 1972 changes on one. */
class WallClock {
  private readonly format: Intl.DateTimeFormat;
  private readonly quarters = new Map<number, readonly [date: string, minute: number]>();

  constructor(timezone: string) {
    this.format = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'medium' });
  }

  read(quarter: number): readonly [date: string, minute: number] {
    let wall = this.quarters.get(quarter);
    if (!wall) {
      const text = this.format.format(quarter * 900_000);
      wall = [text.slice(0, 10), Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))];
      this.quarters.set(quarter, wall);
    }
    return wall;
  }
}

const clocks = new Map<string, WallClock>();

/**
 * The preview the slow way, to hold the product against: walks from the start minute by minute, reads the wall clock of each, looks it
 * up in the request as it stands, and stops where the question is answered. It shares no code with the product but the type of an instant.
 */
export class PreviewOracle {
  private readonly wall: WallClock;
  private readonly exceptions: ReadonlyMap<string, readonly (readonly [string, string])[]>;
  private readonly dates = new Map<string, Uint8Array>();
  private readonly pauses: readonly (readonly [number, number])[];
  private quarter = Number.NaN;
  private firstMinute = 0;
  private minutes: Uint8Array = new Uint8Array();

  constructor(private readonly body: PreviewBody) {
    const { timezone, exceptions = [] } = body.calendar;
    const wall = clocks.get(timezone) ?? new WallClock(timezone);
    clocks.set(timezone, wall);
    this.wall = wall;
    this.exceptions = new Map(exceptions.map(({ date, windows }) => [date, windows]));
    this.pauses = (body.pauses ?? []).map(([from, to]) => [microsOf(from), microsOf(to)]);
  }

  /** Throws `OracleExhausted` where the answer lies further than `days` away. */
  answer(days = 800): OracleAnswer {
    const { operation, seconds, end } = this.body;
    const start = microsOf(this.body.start);
    const wanted = operation === 'add' ? Math.round(seconds! * 1_000_000) : Infinity;
    const stop = operation === 'elapsed' ? microsOf(end!) : Infinity;
    if (wanted === 0) return { result: instant(start), counted: 0 };
    let counted = 0;
    const first = Math.floor(start / MINUTE);
    for (let minute = first; minute * MINUTE < stop; minute += 1) {
      if (minute - first > days * 1440) throw new OracleExhausted();
      if (!this.isWorking(minute)) continue;
      for (const [from, to] of this.open(Math.max(start, minute * MINUTE), Math.min(stop, (minute + 1) * MINUTE))) {
        if (operation === 'next') return { result: instant(from), counted: 0 };
        if (counted + to - from >= wanted) return { result: instant(from + wanted - counted), counted: wanted };
        counted += to - from;
      }
    }
    return { result: instant(stop), counted };
  }

  /** Whether the wall clock reads a time inside a window; minutes are numbered from 1970 on. */
  isWorking(minute: number): boolean {
    const quarter = Math.floor(minute / 15);
    if (quarter !== this.quarter) this.read(quarter);
    return this.minutes[this.firstMinute + minute - quarter * 15] === 1;
  }

  isPaused(at: number): boolean {
    for (const [from, to] of this.pauses) if (from <= at && at < to) return true;
    return false;
  }

  /** A minute or a part of one without its pauses. */
  private open(from: number, to: number): (readonly [number, number])[] {
    const edges = new Set([from, to]);
    for (const pause of this.pauses) for (const edge of pause) if (from < edge && edge < to) edges.add(edge);
    const cuts = [...edges].sort((a, b) => a - b);
    return cuts.slice(1).flatMap((end, i) => (this.isPaused(cuts[i]!) ? [] : [[cuts[i]!, end] as const]));
  }

  /** Keeps what the quarter of an hour says, for the minutes of it that are asked for next. */
  private read(quarter: number): void {
    const [date, minute] = this.wall.read(quarter);
    this.quarter = quarter;
    this.firstMinute = minute;
    this.minutes = this.minutesOf(date);
  }

  private minutesOf(date: string): Uint8Array {
    let minutes = this.dates.get(date);
    if (!minutes) {
      minutes = new Uint8Array(1440);
      for (const [from, to] of this.windowsOn(date)) minutes.fill(1, minuteOf(from), minuteOf(to));
      this.dates.set(date, minutes);
    }
    return minutes;
  }

  private windowsOn(date: string): readonly (readonly [string, string])[] {
    const { weekly, recurringHolidays = [] } = this.body.calendar;
    const own = this.exceptions.get(date);
    if (own) return own;
    if (recurringHolidays.includes(date.slice(5))) return [];
    return weekly[DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]!] ?? [];
  }
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Microseconds of `2026-03-29T01:30:00.000001+03:00`; milliseconds by `Date`, the rest by its digits. */
export function microsOf(text: string): number {
  const fraction = /\.(\d+)/.exec(text)?.[1] ?? '';
  return Date.parse(text.replace(/\.\d+/, '')) * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}
