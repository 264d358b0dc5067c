import { type Figure, figureOf, HIDDEN_BELOW } from '#kernel';
import { deviationOf, markOf } from './case-trace.js';
import type { ActivityTally, ExtraTally, FlowTally, MoveTally } from './flow-tally.js';
import { byName, mostFirst, spreadOf } from './mine-log.js';
import type { Deviation } from './trace-conformance.js';

/** How long something takes, in seconds; the ninetieth percentile from ten on (DOMAIN 5). */
export interface FlowTimes {
  readonly median: number;
  readonly p90: number | null;
  readonly mean: number;
}

/** Calendar time, and what of it was working time; null where there is none. */
export interface FlowLengths {
  readonly calendar: FlowTimes | null;
  readonly working: FlowTimes | null;
}

export interface FlowActivity {
  readonly activity: string;
  readonly visits: number;
  readonly cases: number;
  /** Visits times mean stay, in seconds of the calendar and of working time. */
  readonly waiting: number;
  readonly workingWaiting: number;
  /** Of the waiting of all activities, in percent. */
  readonly waitingShare: number | null;
  /** Cases that came back to it; null where they are too few to tell. */
  readonly returns: number | null;
}

export interface FlowMove extends FlowLengths {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly cases: number;
}

export interface FlowVariant {
  readonly key: string;
  readonly trace: readonly string[];
  readonly cases: number;
}

/** Cases of a sort: how many of all, and the hours that they took from there on; null where they are too few to tell. */
export interface FlowExtra {
  readonly cases: number | null;
  readonly share: Figure | null;
  readonly extraSeconds: number | null;
  readonly times: FlowTimes | null;
}

export interface FlowConformance {
  readonly share: Figure;
  readonly steps: number;
  readonly allowedSteps: number;
  readonly deviations: readonly { readonly key: string; readonly deviation: Deviation; readonly cases: number }[];
}

/** What is not shown because fewer than five cases went so. */
export interface FlowHidden {
  readonly activities: number;
  readonly moves: number;
  readonly variants: number;
  /** Cases of the variants that are not shown. */
  readonly variantCases: number;
}

/** A process as it really went (DOMAIN 7.3): nobody's name, nothing that fewer than five cases did. */
export interface Flow {
  readonly cases: number;
  readonly events: number;
  readonly lengths: FlowLengths;
  readonly activities: readonly FlowActivity[];
  readonly moves: readonly FlowMove[];
  readonly start: readonly { readonly activity: string; readonly cases: number }[];
  readonly end: readonly { readonly activity: string; readonly cases: number }[];
  /** The commonest, at most fifty; how many there are in all says `variantCount`. */
  readonly variants: readonly FlowVariant[];
  readonly variantCount: number;
  readonly rework: FlowExtra;
  readonly pingPong: FlowExtra;
  /** Null where nothing tells when a case is done. */
  readonly reopened: FlowExtra | null;
  readonly conformance: FlowConformance | null;
  readonly hidden: FlowHidden;
}

const VARIANTS_MOST = 50;
/** More would be no picture; what is left out is the rarest. */
const MOVES_MOST = 400;
const P90_FROM = 10;

const shown = (cases: number): boolean => cases >= HIDDEN_BELOW;

/** What a tally may show. `reopens`: whether the source tells when a case is done. */
export function flowOf(tally: FlowTally, { reopens }: { readonly reopens: boolean }): Flow | null {
  if (!shown(tally.cases)) return null;
  const { cases, events } = tally;
  const activities = activitiesOf(tally);
  const moves = movesOf(tally);
  const variants = mostFirst(tally.counts.variants).filter(([, count]) => shown(count));
  const ends = (which: 'start' | 'end') =>
    mostFirst(tally.counts[which]).flatMap(([activity, count]) => (shown(count) ? [{ activity, cases: count }] : []));
  return {
    ...{ cases, events, lengths: { calendar: timesOf(tally.lasting), working: timesOf(tally.working) } },
    ...{ activities, moves: moves.slice(0, MOVES_MOST), start: ends('start'), end: ends('end') },
    variants: variants.slice(0, VARIANTS_MOST).map(([key, count]) => variantOf(key, count)),
    variantCount: tally.counts.variants.size,
    rework: extraOf(tally.rework, cases),
    pingPong: extraOf({ cases: tally.pingPong, seconds: [] }, cases),
    reopened: reopens ? extraOf(tally.reopened, cases) : null,
    conformance: conformanceIn(tally),
    hidden: {
      activities: tally.activities.size - activities.length,
      moves: [...tally.moves.values()].reduce((sum, next) => sum + next.size, 0) - moves.length,
      variants: tally.counts.variants.size - variants.length,
      variantCases: cases - variants.reduce((sum, [, count]) => sum + count, 0),
    },
  };
}

function variantOf(key: string, cases: number): FlowVariant {
  const trace = JSON.parse(key) as string[];
  return { key: markOf.variant(trace), trace, cases };
}

function activitiesOf({ activities }: FlowTally): FlowActivity[] {
  const all = [...activities.values()].reduce((sum, { stay }) => sum + stay, 0);
  const toActivity = ([activity, { visits, cases, stay, working, returns }]: [string, ActivityTally]): FlowActivity => ({
    ...{ activity, visits, cases, waiting: stay, workingWaiting: working },
    waitingShare: all > 0 ? (100 * stay) / all : null,
    returns: returns === 0 || shown(returns) ? returns : null,
  });
  return [...activities]
    .filter(([, { cases }]) => shown(cases))
    .sort(([a, x], [b, y]) => y.cases - x.cases || byName(a, b))
    .map(toActivity);
}

function movesOf({ moves }: FlowTally): FlowMove[] {
  const toMove = (from: string, to: string, { cases, stays, working }: MoveTally): FlowMove => ({
    ...{ from, to, count: stays.length, cases, calendar: timesOf(stays), working: timesOf(working) },
  });
  return [...moves]
    .flatMap(([from, next]) => [...next].flatMap(([to, tally]) => (shown(tally.cases) ? [toMove(from, to, tally)] : [])))
    .sort((a, b) => b.cases - a.cases || b.count - a.count || byName(a.from, b.from) || byName(a.to, b.to));
}

function timesOf(lengths: readonly number[]): FlowTimes | null {
  const spread = spreadOf(lengths);
  return spread && { ...spread, p90: lengths.length >= P90_FROM ? spread.p90 : null };
}

function extraOf({ cases, seconds }: ExtraTally, of: number): FlowExtra {
  if (cases > 0 && !shown(cases)) return { cases: null, share: null, extraSeconds: null, times: null };
  const share = figureOf({ numerator: cases, denominator: of, extra: {} }, 'counts', null);
  let extraSeconds = 0;
  for (const one of seconds) extraSeconds += one;
  return { cases, share, extraSeconds, times: timesOf(seconds) };
}

function conformanceIn({ verdicts, counts }: FlowTally): FlowConformance | null {
  if (verdicts.judged === 0) return null;
  return {
    share: figureOf({ numerator: verdicts.conforming, denominator: verdicts.judged, extra: {} }, 'counts', null),
    ...{ steps: verdicts.steps, allowedSteps: verdicts.allowed },
    deviations: mostFirst(counts.deviations).map(([key, cases]) => ({ key, deviation: deviationOf(key), cases })),
  };
}
