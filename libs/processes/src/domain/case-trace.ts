import { createHash } from 'node:crypto';
import { type Instant, MICROS_PER_SECOND } from '#kernel';
import { type FlowVerdict, goesBackAndForth, reopenedAt, reworkedFrom } from './flow-case.js';
import type { LifecycleName } from './process.js';
import { conformanceOf, type Deviation, type TraceEvent } from './trace-conformance.js';
import { TRACE_READINGS } from './trace-readings.js';

/** An event of a ticket with its instant and its place in the log. */
export interface CaseEvent extends TraceEvent {
  readonly id: number;
  readonly at: Instant;
  readonly imported: boolean;
}

/** A closed case of the desk, as it is kept for mining: states, times and groups, and nobody's name. */
export interface CaseTrace {
  readonly lifecycle: LifecycleName;
  readonly version: number;
  /** The kind of a change; of other tickets the name of the lifecycle. */
  readonly kind: string;
  readonly closedAt: Instant;
  readonly activities: readonly string[];
  readonly stays: readonly number[];
  readonly working: readonly number[];
  readonly pingPong: boolean;
  readonly steps: number;
  readonly allowed: number;
  readonly deviations: readonly Deviation[];
  /** What the case came through, by which the rows behind a figure are found; see `markOf`. */
  readonly marks: readonly string[];
  readonly imported: boolean;
  readonly test: boolean;
}

/** Working time between two instants, in microseconds. */
export type Elapsed = (from: Instant, to: Instant) => number;

/** How each figure of a flow names the cases behind it. */
export const markOf = {
  activity: (name: string): string => `in:${name}`,
  move: (from: string, to: string): string => `move:${from}>${to}`,
  variant: (activities: readonly string[]): string =>
    `variant:${createHash('sha256').update(JSON.stringify(activities)).digest('hex').slice(0, 16)}`,
  deviation: (key: string): string => `deviation:${key}`,
  rework: 'rework',
  pingPong: 'ping-pong',
  reopened: 'reopened',
  deviating: 'deviating',
} as const;

/** A deviation as a key that equal ones share. */
export function deviationKey(deviation: Deviation): string {
  if (deviation.kind === 'rule') return `rule:${deviation.rule}`;
  return deviation.kind === 'step' ? `step:${deviation.from ?? ''}>${deviation.to}` : `unfinished:${deviation.at ?? ''}`;
}

/** The deviation that a key names. */
export function deviationOf(key: string): Deviation {
  const [kind, rest] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  if (kind === 'rule') return { kind, rule: rest };
  if (kind === 'unfinished') return { kind, at: rest || null };
  const [from, to] = rest.split('>') as [string, string];
  return { kind: 'step', from: from || null, to };
}

/** The states of a lifecycle that no arrow leaves. */
const finals = (lifecycle: LifecycleName): Set<string> =>
  new Set(
    Object.entries(TRACE_READINGS[lifecycle].lifecycle.transitions).flatMap(([state, arrows]) => (arrows.length === 0 ? [state] : [])),
  );

/** Where a case of the desk was taken up again after it had been done. */
export function deskReopenedAt(lifecycle: LifecycleName, activities: readonly string[]): number | null {
  return reopenedAt(activities, new Set(TRACE_READINGS[lifecycle].done), finals(lifecycle));
}

/** Reads the trace of a case out of its events, in the order of the log; undefined while it has not ended. */
export function caseTraceOf(lifecycle: LifecycleName, events: readonly CaseEvent[], elapsed: Elapsed): CaseTrace | undefined {
  const reading = TRACE_READINGS[lifecycle];
  const end = events.findLast(({ type }) => reading.ends.includes(type));
  const entered = events.flatMap((event) => {
    const activity = reading.entered(event);
    return activity === undefined ? [] : [{ activity, at: event.at }];
  });
  if (!end || entered.length === 0) return undefined;
  const activities = entered.map(({ activity }) => activity);
  const between = (measure: Elapsed): number[] =>
    entered.slice(1).map(({ at }, before) => Math.max(0, measure(entered[before]!.at, at)) / MICROS_PER_SECOND);
  const groups = events.flatMap(({ payload }) => (typeof payload['groupId'] === 'string' ? [payload['groupId']] : []));
  const { steps, allowed, deviations } = conformanceOf(events, reading);
  const pingPong = goesBackAndForth(groups);
  return {
    ...{ lifecycle, version: reading.lifecycle.version, kind: kindOf(lifecycle, events), closedAt: end.at },
    ...{ activities, stays: between((from, to) => to - from), working: between(elapsed), pingPong, steps, allowed, deviations },
    marks: marksOf(lifecycle, activities, pingPong, deviations),
    imported: events.some((event) => event.imported),
    test: end.payload['reason'] === 'test',
  };
}

function kindOf(lifecycle: LifecycleName, events: readonly CaseEvent[]): string {
  const kind = lifecycle === 'change' ? events.find(({ type }) => type === TRACE_READINGS.change.begins)?.payload['kind'] : undefined;
  return typeof kind === 'string' ? kind : lifecycle;
}

function marksOf(lifecycle: LifecycleName, activities: readonly string[], pingPong: boolean, deviations: readonly Deviation[]): string[] {
  const marks = [
    ...activities.map(markOf.activity),
    ...activities.slice(1).map((to, before) => markOf.move(activities[before]!, to)),
    markOf.variant(activities),
    ...(reworkedFrom(activities) === null ? [] : [markOf.rework]),
    ...(pingPong ? [markOf.pingPong] : []),
    ...(deskReopenedAt(lifecycle, activities) === null ? [] : [markOf.reopened]),
    ...(deviations.length > 0 ? [markOf.deviating] : []),
    ...deviations.map((one) => markOf.deviation(deviationKey(one))),
  ];
  return [...new Set(marks)];
}

/** How a kept case was judged, for the tally. */
export const verdictOf = ({ steps, allowed, deviations }: Pick<CaseTrace, 'steps' | 'allowed' | 'deviations'>): FlowVerdict => ({
  ...{ steps, allowed },
  deviations: deviations.map(deviationKey),
});
