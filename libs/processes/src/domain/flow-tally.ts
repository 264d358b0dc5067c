import { type FlowCase, revisited, reworkedFrom } from './flow-case.js';

/** How often an activity was entered, in how many cases, and how long it lasted until the next, in seconds. */
export interface ActivityTally {
  visits: number;
  cases: number;
  stay: number;
  working: number;
  /** Cases that came back to it. */
  returns: number;
}

/** What came directly after what; the lengths of each time in seconds. */
export interface MoveTally {
  cases: number;
  readonly stays: number[];
  readonly working: number[];
}

/** Cases of a sort, and the hours that each of them took from there on. */
export interface ExtraTally {
  cases: number;
  readonly seconds: number[];
}

/** A tally as it is kept between two slices of long work. */
export interface TallyPart {
  readonly cases: number;
  readonly events: number;
  readonly activities: readonly (readonly [string, ActivityTally])[];
  readonly moves: readonly (readonly [from: string, to: string, MoveTally])[];
  readonly counts: Readonly<Record<Counted, readonly (readonly [string, number])[]>>;
  readonly lasting: readonly number[];
  readonly working: readonly number[];
  readonly rework: ExtraTally;
  readonly reopened: ExtraTally;
  readonly pingPong: number;
  readonly verdicts: Verdicts;
}

const COUNTED = ['start', 'end', 'variants', 'deviations'] as const;
type Counted = (typeof COUNTED)[number];

interface Verdicts {
  judged: number;
  conforming: number;
  steps: number;
  allowed: number;
}

const sum = (numbers: readonly number[], from = 0): number => {
  let total = 0;
  for (let at = from; at < numbers.length; at += 1) total += numbers[at]!;
  return total;
};

/**
 * Counts cases one by one: what DOMAIN 7.3 asks of a log. Tallies of parts of a log add up to that of the whole, so that long work may be
 * done in slices; the single lengths are kept, since a median of medians is none.
 */
export class FlowTally {
  cases = 0;
  events = 0;
  readonly activities = new Map<string, ActivityTally>();
  readonly moves = new Map<string, Map<string, MoveTally>>();
  readonly counts: Readonly<Record<Counted, Map<string, number>>> = {
    ...{ start: new Map<string, number>(), end: new Map<string, number>() },
    /** By the activities as JSON. */
    variants: new Map<string, number>(),
    deviations: new Map<string, number>(),
  };
  readonly lasting: number[] = [];
  readonly working: number[] = [];
  readonly rework: ExtraTally = { cases: 0, seconds: [] };
  readonly reopened: ExtraTally = { cases: 0, seconds: [] };
  pingPong = 0;
  readonly verdicts: Verdicts = { judged: 0, conforming: 0, steps: 0, allowed: 0 };

  add(one: FlowCase): void {
    const { activities, stays, working } = one;
    if (activities.length === 0) return;
    this.cases += 1;
    this.events += activities.length;
    this.lasting.push(sum(stays));
    if (working) this.working.push(sum(working));
    this.count('start', activities[0]!);
    this.count('end', activities.at(-1)!);
    this.count('variants', JSON.stringify(activities));
    this.addActivities(one);
    this.addMoves(one);
    this.addReturns(one);
    this.addVerdict(one);
  }

  private addActivities({ activities, stays, working }: FlowCase): void {
    const seen = new Set<string>();
    activities.forEach((name, at) => {
      const tally = this.activity(name);
      tally.visits += 1;
      tally.stay += stays[at] ?? 0;
      tally.working += working?.[at] ?? 0;
      if (seen.has(name)) return;
      seen.add(name);
      tally.cases += 1;
    });
  }

  private addMoves({ activities, stays, working }: FlowCase): void {
    const seen = new Set<MoveTally>();
    for (let at = 1; at < activities.length; at += 1) {
      const tally = this.move(activities[at - 1]!, activities[at]!);
      tally.stays.push(stays[at - 1]!);
      if (working) tally.working.push(working[at - 1]!);
      if (seen.has(tally)) continue;
      seen.add(tally);
      tally.cases += 1;
    }
  }

  private addReturns({ activities, stays, pingPong, reopenedAt }: FlowCase): void {
    const from = reworkedFrom(activities);
    if (from !== null) {
      for (const name of revisited(activities)) this.activity(name).returns += 1;
      note(this.rework, sum(stays, from));
    }
    if (reopenedAt !== null) note(this.reopened, sum(stays, reopenedAt));
    if (pingPong) this.pingPong += 1;
  }

  private addVerdict({ verdict }: FlowCase): void {
    if (!verdict) return;
    this.verdicts.judged += 1;
    this.verdicts.steps += verdict.steps;
    this.verdicts.allowed += verdict.allowed;
    if (verdict.deviations.length === 0) this.verdicts.conforming += 1;
    for (const key of new Set(verdict.deviations)) this.count('deviations', key);
  }

  /** Adds what another part of the log came to. */
  merge(part: TallyPart): void {
    this.cases += part.cases;
    this.events += part.events;
    for (const [name, tally] of part.activities) addNumbers(this.activity(name), tally);
    for (const [from, to, { cases, stays, working }] of part.moves) {
      const tally = this.move(from, to);
      tally.cases += cases;
      append(tally.stays, stays);
      append(tally.working, working);
    }
    for (const counted of COUNTED) for (const [name, count] of part.counts[counted]) this.count(counted, name, count);
    append(this.lasting, part.lasting);
    append(this.working, part.working);
    for (const which of ['rework', 'reopened'] as const) {
      this[which].cases += part[which].cases;
      append(this[which].seconds, part[which].seconds);
    }
    this.pingPong += part.pingPong;
    addNumbers(this.verdicts, part.verdicts);
  }

  toPart(): TallyPart {
    const { cases, events, lasting, working, rework, reopened, pingPong, verdicts } = this;
    const moves = [...this.moves].flatMap(([from, next]) => [...next].map(([to, tally]) => [from, to, tally] as const));
    const counts = Object.fromEntries(COUNTED.map((counted) => [counted, [...this.counts[counted]]])) as unknown as TallyPart['counts'];
    return {
      ...{ cases, events, activities: [...this.activities], moves, counts },
      ...{ lasting, working, rework, reopened, pingPong, verdicts },
    };
  }

  private activity(name: string): ActivityTally {
    let tally = this.activities.get(name);
    if (!tally) this.activities.set(name, (tally = { visits: 0, cases: 0, stay: 0, working: 0, returns: 0 }));
    return tally;
  }

  private move(from: string, to: string): MoveTally {
    let next = this.moves.get(from);
    if (!next) this.moves.set(from, (next = new Map()));
    let tally = next.get(to);
    if (!tally) next.set(to, (tally = { cases: 0, stays: [], working: [] }));
    return tally;
  }

  private count(counted: Counted, name: string, by = 1): void {
    const counts = this.counts[counted];
    counts.set(name, (counts.get(name) ?? 0) + by);
  }
}

function note(extra: ExtraTally, seconds: number): void {
  extra.cases += 1;
  extra.seconds.push(seconds);
}

/** One by one: a call with a hundred thousand arguments would not fit the stack. */
function append(to: number[], more: readonly number[]): void {
  for (const one of more) to.push(one);
}

function addNumbers<Of extends object>(to: Of, more: Of): void {
  for (const [key, value] of Object.entries(more) as [keyof Of, number][]) (to[key] as number) += value;
}
