import { instant, type Instant, type Interval, type Micros } from '#kernel';

/** Changes begin on the quarter of an hour: nobody plans for 21:07. */
export const SLOT_GRID: Micros = 15 * 60 * 1_000_000;

/** How far ahead a slot is looked for, in days (issue: "within 90 days"). */
export const SLOT_HORIZON_DAYS = 90;

export interface SlotSearch<Blocked extends Interval> {
  /** The slot begins at or after this instant. */
  readonly from: Instant;
  /** The slot ends at or before this instant. */
  readonly until: Instant;
  readonly length: Micros;
  /** The slot lies whole in one of these, in order and disjoint; undefined where any time will do. */
  readonly allowed: readonly Interval[] | undefined;
  /** The slot touches none of these. */
  readonly blocked: readonly Blocked[];
}

export interface SlotFound<Blocked> {
  /** Undefined where there is none. */
  readonly slot: Interval | undefined;
  /** What stood in the way of earlier slots, by time. */
  readonly skipped: readonly Blocked[];
}

const onGrid = (at: number): number => Math.ceil(at / SLOT_GRID) * SLOT_GRID;

/** The earliest slot on the grid that lies in the allowed time and touches nothing blocked. */
export function findSlot<Blocked extends Interval>({ from, until, length, allowed, blocked }: SlotSearch<Blocked>): SlotFound<Blocked> {
  const inOrder = [...blocked].sort((a, b) => a.from - b.from);
  const skipped = new Set<Blocked>();
  for (const room of allowed ?? [{ from, to: until }]) {
    const last = Math.min(room.to, until) - length;
    let at = onGrid(Math.max(room.from, from));
    while (at <= last) {
      const inTheWay = inOrder.filter((one) => one.from < at + length && one.to > at);
      if (inTheWay.length === 0) return { slot: { from: instant(at), to: instant(at + length) }, skipped: listed(skipped) };
      for (const one of inTheWay) skipped.add(one);
      at = onGrid(Math.max(...inTheWay.map((one) => one.to)));
    }
  }
  return { slot: undefined, skipped: listed(skipped) };
}

function listed<Blocked extends Interval>(skipped: ReadonlySet<Blocked>): Blocked[] {
  return [...skipped].sort((a, b) => a.from - b.from);
}

/** The time that lies in all of the lists, each in order and disjoint; undefined where there is no list. */
export function inAll(lists: readonly (readonly Interval[])[]): Interval[] | undefined {
  if (lists.length === 0) return undefined;
  return lists.reduce<Interval[]>((common, list) => both(common, list), [...lists[0]!]);
}

function both(one: readonly Interval[], two: readonly Interval[]): Interval[] {
  const found: Interval[] = [];
  let a = 0;
  let b = 0;
  while (a < one.length && b < two.length) {
    const from = Math.max(one[a]!.from, two[b]!.from);
    const to = Math.min(one[a]!.to, two[b]!.to);
    if (from < to) found.push({ from: instant(from), to: instant(to) });
    if (one[a]!.to < two[b]!.to) a += 1;
    else b += 1;
  }
  return found;
}
