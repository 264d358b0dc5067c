/** What came on one day, and whether its calendar counts it as a working day. */
export interface ArrivalDay {
  readonly date: string;
  /** From 1, Monday, to 7. */
  readonly weekday: number;
  readonly working: boolean;
  readonly arrived: number;
}

/** A day to come. */
export type DayAhead = Omit<ArrivalDay, 'arrived'>;

export interface ExpectedDay extends DayAhead {
  readonly expected: number;
  /** Four of five days of its kind came so near in the weeks that were tried; null where too few were tried. */
  readonly low: number | null;
  readonly high: number | null;
  /** The days whose mean it is. */
  readonly from: number;
}

/** A week that was foretold from what was known as long before it as next week is now, and held against what came. */
export interface TriedWeek {
  /** Its Monday. */
  readonly from: string;
  readonly expected: number;
  readonly arrived: number;
}

export interface ForecastError {
  /** The days that were tried. */
  readonly days: number;
  /** What the days were off by, together, in percent of what came; null where nothing came. */
  readonly percent: number | null;
  /** The same of saying "as in the last week that was known": what the method is to be better than. */
  readonly naivePercent: number | null;
  /** Foretold less arrived, in percent of what came: too much where positive. */
  readonly bias: number | null;
  /** What a day was off by in the mean. */
  readonly perDay: number;
}

export interface Forecast {
  readonly days: readonly ExpectedDay[];
  readonly tried: readonly TriedWeek[];
  readonly error: ForecastError | null;
}

const WEEK = 7;
/** Days that are looked back on: eight weeks. */
export const SAMPLE_DAYS = 56;
/** Weeks that the method is tried on. */
export const TRIED_WEEKS = 8;
/** A mean of fewer days says little: then all days of the same kind stand in. */
const FEW = 3;
/** Less history than this foretells nothing. */
const HISTORY_MIN = 14;
/** Fewer tried days than this give no bounds. */
const TRIED_MIN = 5;
const WITHIN = 0.8;

interface Tried {
  readonly day: ArrivalDay;
  readonly expected: number;
  readonly naive: number | null;
}

/**
 * Seasonal means: a day is the mean of the same weekdays of eight weeks that were of its kind (working or free by the calendar). Where there
 * were fewer than three, as with a holiday on a Tuesday or a Saturday that is worked, it is the mean of all days of its kind.
 *
 * `history` has every day once, oldest first, and ends with the last full day before now; `ahead` are the days of one week from Monday.
 * Null where there are less than two weeks of history.
 */
export function forecast(history: readonly ArrivalDay[], ahead: readonly DayAhead[]): Forecast | null {
  const known = history.slice(
    Math.max(
      0,
      history.findIndex(({ arrived }) => arrived > 0),
    ),
  );
  if (known.length < HISTORY_MIN || known.every(({ arrived }) => arrived === 0)) return null;
  const lead = daysFrom(known.at(-1)!.date, ahead[0]!.date);
  const weeks = weeksOf(known).slice(-TRIED_WEEKS);
  const tried = weeks.flatMap((week) => tryWeek(known, week, lead));
  return {
    days: ahead.map((day) => boundsOf(expect(known.slice(-SAMPLE_DAYS), day), tried)),
    tried: weeks.flatMap(([monday]) => triedWeek(monday!.date, tried)),
    error: errorOf(tried),
  };
}

function expect<Day extends DayAhead>(sample: readonly ArrivalDay[], day: Day): Day & { expected: number; from: number } {
  const alike = sample.filter(({ working }) => working === day.working);
  const same = alike.filter(({ weekday }) => weekday === day.weekday);
  const chosen = same.length >= FEW || alike.length === 0 ? same : alike;
  return { ...day, from: chosen.length, expected: mean(chosen.map(({ arrived }) => arrived)) };
}

/** Full weeks from Monday to Sunday. */
function weeksOf(days: readonly ArrivalDay[]): ArrivalDay[][] {
  const mondays = days.flatMap(({ weekday }, at) => (weekday === 1 ? [at] : []));
  return mondays.map((at) => days.slice(at, at + WEEK)).filter((week) => week.length === WEEK);
}

/** Foretells a week of the past from what was known so many days before it; nothing where that was too little. */
function tryWeek(history: readonly ArrivalDay[], week: readonly ArrivalDay[], lead: number): Tried[] {
  const at = history.indexOf(week[0]!) - lead + 1;
  const sample = history.slice(Math.max(0, at - SAMPLE_DAYS), Math.max(0, at));
  if (sample.length < HISTORY_MIN) return [];
  const lastWeek = sample.slice(-WEEK);
  return week.map((day) => ({
    day,
    expected: expect(sample, day).expected,
    naive: lastWeek.find(({ weekday }) => weekday === day.weekday)?.arrived ?? null,
  }));
}

function triedWeek(monday: string, tried: readonly Tried[]): TriedWeek[] {
  const days = tried.filter(({ day }) => daysFrom(monday, day.date) >= 0 && daysFrom(monday, day.date) < WEEK);
  if (days.length === 0) return [];
  return [{ from: monday, expected: sum(days.map(({ expected }) => expected)), arrived: sum(days.map(({ day }) => day.arrived)) }];
}

function errorOf(tried: readonly Tried[]): ForecastError | null {
  if (tried.length === 0) return null;
  const arrived = sum(tried.map(({ day }) => day.arrived));
  const percent = (amount: number): number | null => (arrived === 0 ? null : (100 * amount) / arrived);
  const off = sum(tried.map(({ day, expected }) => Math.abs(expected - day.arrived)));
  return {
    days: tried.length,
    percent: percent(off),
    naivePercent: percent(sum(tried.map(({ day, naive }) => Math.abs((naive ?? 0) - day.arrived)))),
    bias: percent(sum(tried.map(({ day, expected }) => expected - day.arrived))),
    perDay: off / tried.length,
  };
}

function boundsOf(day: DayAhead & { expected: number; from: number }, tried: readonly Tried[]): ExpectedDay {
  const alike = tried.filter((one) => one.day.working === day.working);
  const off = (alike.length >= TRIED_MIN ? alike : tried).map((one) => Math.abs(one.expected - one.day.arrived)).sort((a, b) => a - b);
  if (off.length < TRIED_MIN) return { ...day, low: null, high: null };
  const width = off[Math.ceil(WITHIN * off.length) - 1]!;
  return { ...day, low: Math.max(0, day.expected - width), high: day.expected + width };
}

function daysFrom(date: string, later: string): number {
  return Math.round((Date.parse(`${later}T00:00Z`) - Date.parse(`${date}T00:00Z`)) / 86_400_000);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}
