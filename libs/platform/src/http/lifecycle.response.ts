import type { Lifecycle } from '#kernel';

export class TransitionResponse {
  from: string;
  event: string;
  to: string;
  /** Names of the conditions that must hold. */
  guards: string[];
  /** RQ, AG, GL, SYS as in the specification. */
  actors: string[];
  effects: string[];
}

/** A lifecycle as data, for pictures and words; what one may do, `abilities` say. */
export class LifecycleResponse {
  name: string;
  version: number;
  /** The state that it begins with. */
  initial: string;
  transitions: TransitionResponse[];

  static from({ name, version, initial, transitions }: Lifecycle<string, string>): LifecycleResponse {
    return {
      name,
      version,
      initial,
      transitions: Object.entries(transitions).flatMap(([from, arrows]) =>
        arrows.map(({ event, to, guards, actors, effects }) => ({
          from,
          event,
          to,
          guards: [...guards],
          actors: [...actors],
          effects: [...effects],
        })),
      ),
    };
  }
}
