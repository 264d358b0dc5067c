import { finalStates, type Lifecycle } from '#kernel';

/** An event of a ticket, as the log keeps it. */
export interface TraceEvent {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Something that a case did otherwise than its lifecycle or a rule says. */
export type Deviation =
  | { readonly kind: 'step'; readonly from: string | null; readonly to: string }
  | { readonly kind: 'unfinished'; readonly at: string | null }
  | { readonly kind: 'rule'; readonly rule: string };

/** How the events of a lifecycle's tickets are read. */
export interface TraceReading {
  readonly lifecycle: Lifecycle<string, string>;
  /** Event type -> the state that it enters; an event that is not named enters none. */
  readonly entered: (event: TraceEvent) => string | undefined;
  /** Rules beyond the steps; each answers whether the whole trace keeps it. */
  readonly rules: Readonly<Record<string, (trace: readonly TraceEvent[]) => boolean>>;
}

/** How one case conforms (DOMAIN 7.3): allowed steps of all steps, and what deviates. */
export interface CaseConformance {
  readonly steps: number;
  readonly allowed: number;
  readonly deviations: readonly Deviation[];
}

/** Replays a case against its lifecycle: each step is an arrow, the first state is the initial one, the last is final, the rules hold. */
export function conformanceOf(trace: readonly TraceEvent[], { lifecycle, entered, rules }: TraceReading): CaseConformance {
  const deviations: Deviation[] = [];
  let state: string | null = null;
  let steps = 0;
  for (const event of trace) {
    const to = entered(event);
    if (to === undefined) continue;
    steps += 1;
    if (!isAllowed(lifecycle, state, to)) deviations.push({ kind: 'step', from: state, to });
    state = to;
  }
  const allowed = steps - deviations.length;
  if (state === null || !finalStates(lifecycle).includes(state)) deviations.push({ kind: 'unfinished', at: state });
  for (const [rule, keeps] of Object.entries(rules)) if (!keeps(trace)) deviations.push({ kind: 'rule', rule });
  return { steps, allowed, deviations };
}

function isAllowed({ initial, transitions }: Lifecycle<string, string>, from: string | null, to: string): boolean {
  if (from === null) return to === initial;
  return transitions[from]?.some((arrow) => arrow.to === to) ?? false;
}
