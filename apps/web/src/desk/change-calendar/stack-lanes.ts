import { datesOf } from './calendar-days';
import type { CalendarChange } from './calendar-queries';

/** A change in a lane: the columns it covers and the line below others of the same days. */
export interface Placed {
  change: CalendarChange;
  /** Index of the first date and of the date after the last. */
  column: number;
  end: number;
  line: number;
}

export interface Lane {
  /** The service; null for changes that name none. */
  id: string | null;
  placed: Placed[];
  lines: number;
}

/** Where a change stands among the dates; undefined where on none of them. */
export function columnsOf(window: { from: string; to: string }, dates: readonly string[]): { column: number; end: number } | undefined {
  const { first, last } = datesOf(window);
  if (last < dates[0]! || first > dates.at(-1)!) return undefined;
  const column = Math.max(0, dates.indexOf(first));
  const found = dates.indexOf(last);
  return { column, end: (found < 0 ? dates.length - 1 : found) + 1 };
}

/** The changes of one lane, by their beginning, each on the first line that is free on its days. */
export function stack(changes: readonly CalendarChange[], dates: readonly string[]): { placed: Placed[]; lines: number } {
  const ends: number[] = [];
  const placed: Placed[] = [];
  for (const change of [...changes].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const columns = columnsOf(change, dates);
    if (!columns) continue;
    const free = ends.findIndex((end) => end <= columns.column);
    const line = free < 0 ? ends.length : free;
    ends[line] = columns.end;
    placed.push({ change, ...columns, line });
  }
  return { placed, lines: Math.max(1, ends.length) };
}

/** One lane for each service, each change in that of its main service. */
export function lanesOf(services: readonly { id: string }[], changes: readonly CalendarChange[], dates: readonly string[]): Lane[] {
  const known = new Set(services.map(({ id }) => id));
  const laneOf = ({ services: [main] }: CalendarChange): string | null => (main && known.has(main.id) ? main.id : null);
  const lane = (id: string | null): Lane => ({
    id,
    ...stack(
      changes.filter((change) => laneOf(change) === id),
      dates,
    ),
  });
  const rest = lane(null);
  return [...services.map(({ id }) => lane(id)), ...(rest.placed.length > 0 ? [rest] : [])];
}

/** The first line on which nothing stands in a column. */
export function freeLine(placed: readonly Placed[], column: number): number {
  const taken = new Set(placed.filter((one) => one.column <= column && column < one.end).map(({ line }) => line));
  let line = 0;
  while (taken.has(line)) line += 1;
  return line;
}
