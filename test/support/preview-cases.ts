import fc from 'fast-check';
import { microsOf, type OracleAnswer, OracleExhausted, type PreviewBody, PreviewOracle } from './preview-oracle.js';

/** Half hours, quarters, midnight changes, fasting months and the south: what zones do. */
export const PREVIEW_ZONES = [
  'Europe/Riga',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Kathmandu',
  'Africa/Casablanca',
];

const MINUTE = 60_000_000;
const FIRST = Date.UTC(2026, 0, 1);
const DAY_MS = 86_400_000;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const time = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const dateAt = (day: number): string => new Date(FIRST + day * DAY_MS).toISOString().slice(0, 10);
/** With microseconds, as the API takes them. */
const iso = (micros: number): string =>
  `${new Date(Math.floor(micros / 1_000_000) * 1000).toISOString().slice(0, 19)}.${String(micros % 1_000_000).padStart(6, '0')}Z`;

type Windows = (readonly [string, string])[];

/** Up to three windows, to the minute; some touch, some end at 24:00. */
const windows: fc.Arbitrary<Windows> = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.constantFrom(0, 60, 120, 180, 240, 510, 1020, 1440)), { maxLength: 6 })
  .map((cuts) => cuts.sort((a, b) => a - b))
  .map((cuts) =>
    Array.from({ length: Math.floor(cuts.length / 2) }, (_, i): readonly [string, string] => [time(cuts[2 * i]!), time(cuts[2 * i + 1]!)]),
  );

const calendar: fc.Arbitrary<PreviewBody['calendar']> = fc.record({
  timezone: fc.constantFrom(...PREVIEW_ZONES),
  weekly: fc
    .tuple(fc.tuple(...WEEKDAYS.map(() => windows)), fc.constantFrom(...WEEKDAYS), fc.integer({ min: 0, max: 1380 }))
    .map(([days, sure, from]) => ({
      ...Object.fromEntries(WEEKDAYS.map((day, i) => [day, days[i]!] as const).filter(([, own]) => own.length > 0)),
      [sure]: [[time(from), time(from + 60)] as const],
    })),
  exceptions: fc.uniqueArray(
    fc.record({
      date: fc.oneof(fc.integer({ min: 0, max: 500 }), fc.constantFrom(87, 93, 94, 297, 298)).map(dateAt),
      windows,
      name: fc.constant('Diena'),
    }),
    { selector: (e) => e.date, maxLength: 12 },
  ),
  recurringHolidays: fc.uniqueArray(
    fc.integer({ min: 0, max: 364 }).map((day) => dateAt(day).slice(5)),
    { maxLength: 8 },
  ),
});

/** Anywhere from 2026 to 2027, every other one within two days of a change of clocks in one of the zones. */
const start: fc.Arbitrary<number> = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: 700 }), fc.constantFrom(66, 67, 86, 87, 88, 93, 94, 247, 248, 275, 276, 296, 297, 304, 305)),
    fc.integer({ min: 0, max: 1439 }),
    fc.oneof(fc.constant(0), fc.nat({ max: MINUTE - 1 })),
  )
  .map(([day, minute, micros]) => (FIRST + day * DAY_MS) * 1000 + minute * MINUTE + micros);

const pausesNear = (from: number): fc.Arbitrary<(readonly [string, string])[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -600 * MINUTE, max: 6000 * MINUTE }), fc.integer({ min: 0, max: 3000 * MINUTE }), fc.boolean())
      .map(([after, length, whole]) => {
        const at = from + (whole ? Math.round(after / MINUTE) * MINUTE : after);
        return [iso(at), iso(at + (whole ? Math.round(length / MINUTE) * MINUTE : length))] as const;
      }),
    { maxLength: 4 },
  );

/** Random calendars with random questions. */
export const previewCase: fc.Arbitrary<PreviewBody> = fc.tuple(calendar, start).chain(([own, from]) =>
  pausesNear(from).chain((pauses) =>
    fc.oneof(
      fc
        .oneof(
          fc.integer({ min: 0, max: 900 * 60 }),
          fc.integer({ min: 0, max: 180_000_000 }).map((micros) => micros / 1_000_000),
        )
        .map((seconds): PreviewBody => ({ calendar: own, operation: 'add', start: iso(from), seconds, pauses })),
      fc
        .oneof({ weight: 9, arbitrary: fc.nat({ max: 4 * 1440 * MINUTE }) }, { weight: 1, arbitrary: fc.nat({ max: 40 * 1440 * MINUTE }) })
        .map((length): PreviewBody => ({ calendar: own, operation: 'elapsed', start: iso(from), end: iso(from + length), pauses })),
      fc.constant<PreviewBody>({ calendar: own, operation: 'next', start: iso(from), pauses }),
    ),
  ),
);

/** What a preview said, instants in microseconds. */
export interface SaidPreview {
  readonly result: number;
  readonly counted: number;
  readonly intervals: readonly { readonly from: number; readonly to: number; readonly counted: boolean; readonly reason: string }[];
}

/**
 * Where an answer differs from the oracle's: result, amount, and each minute of each interval. Undefined where the oracle would have to
 * walk too long; the first differences in words otherwise, none where all is right.
 */
export function differences(body: PreviewBody, said: SaidPreview): string[] | undefined {
  const oracle = new PreviewOracle(body);
  let right: OracleAnswer;
  try {
    right = oracle.answer();
  } catch (error) {
    if (error instanceof OracleExhausted) return undefined;
    throw error;
  }
  const wrong: string[] = [];
  if (said.result !== right.result) wrong.push(`result ${iso(said.result)}, not ${iso(right.result)}`);
  if (said.counted !== right.counted) wrong.push(`counted ${said.counted}, not ${right.counted}`);
  return [...wrong, ...badIntervals(body, said, oracle)].slice(0, 5);
}

function* badIntervals(body: PreviewBody, { result, counted, intervals }: SaidPreview, oracle: PreviewOracle): Generator<string> {
  let at = microsOf(body.start);
  let sum = 0;
  for (const part of intervals) {
    if (part.from !== at || part.to <= part.from) yield `a gap or nothing at ${iso(part.from)}`;
    for (let minute = Math.floor(part.from / MINUTE); minute * MINUTE < part.to; minute += 1) {
      const instant = Math.max(part.from, minute * MINUTE);
      const paused = oracle.isPaused(instant);
      if ((oracle.isWorking(minute) && !paused) !== part.counted) yield `${iso(instant)} is said to ${part.counted ? '' : 'not '}count`;
      if (paused !== (part.reason === 'pause')) yield `${iso(instant)} is said to be ${part.reason}`;
    }
    if (part.counted) sum += part.to - part.from;
    at = part.to;
  }
  if (at !== result) yield `the intervals end at ${iso(at)}, not at ${iso(result)}`;
  if (sum !== counted) yield `the intervals hold ${sum}, not ${counted}`;
}
