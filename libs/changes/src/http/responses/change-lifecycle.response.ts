export class ChangeTransitionResponse {
  from: string;
  event: string;
  to: string;
  /** The kinds of change that may take it. */
  kinds: ('standard' | 'normal' | 'emergency')[];
  /** Names of the conditions that must hold. */
  guards: string[];
  /** RQ, AG, CM, AP, SYS as in the specification. */
  actors: string[];
  effects: string[];
}

export class ChangeLifecycleResponse {
  name: string;
  version: number;
  /** The state that drafting leads to. */
  initial: string;
  transitions: ChangeTransitionResponse[];
}
