/** One arrow of a lifecycle, as data: enforced by the use-cases, drawn in READMEs, served to the web, mined for conformance. */
export interface Transition<State extends string, Event extends string, Guard extends string = string, Actor extends string = string> {
  readonly event: Event;
  readonly to: State;
  /** Names of the conditions that must hold; the use-case of the event checks them. */
  readonly guards: readonly Guard[];
  readonly actors: readonly Actor[];
  /** What follows, in words that the specification uses (`stop RESP`, `hop+1`). */
  readonly effects: readonly string[];
  /** Takes a mistake back: a state that only such arrows leave is an end all the same. */
  readonly repair?: true;
}

export interface Lifecycle<State extends string, Event extends string, Guard extends string = string, Actor extends string = string> {
  readonly name: string;
  readonly version: number;
  /** Where the first event leads. */
  readonly initial: State;
  readonly transitions: Readonly<Record<State, readonly Transition<State, Event, Guard, Actor>[]>>;
}

/** The arrow that `event` takes from `state`, or undefined where it is not allowed. */
export function arrow<S extends string, E extends string, G extends string, A extends string>(
  lifecycle: Lifecycle<S, E, G, A>,
  state: S,
  event: E,
): Transition<S, E, G, A> | undefined {
  return lifecycle.transitions[state].find((t) => t.event === event);
}

/** States that no arrow leaves but such as take a mistake back. */
export function finalStates<S extends string, E extends string>(lifecycle: Lifecycle<S, E>): S[] {
  return (Object.keys(lifecycle.transitions) as S[]).filter((s) => lifecycle.transitions[s].every(({ repair }) => repair));
}

/** States that cannot be reached from the initial one: a mistake in the table. */
export function unreachableStates<S extends string, E extends string>(lifecycle: Lifecycle<S, E>): S[] {
  const seen = new Set<S>([lifecycle.initial]);
  const open: S[] = [lifecycle.initial];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const { to } of lifecycle.transitions[state]) {
      if (!seen.has(to)) {
        seen.add(to);
        open.push(to);
      }
    }
  }
  return (Object.keys(lifecycle.transitions) as S[]).filter((s) => !seen.has(s));
}
