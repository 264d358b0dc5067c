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

export class LifecycleResponse {
  name: string;
  version: number;
  /** The state that filing leads to. */
  initial: string;
  transitions: TransitionResponse[];
}
