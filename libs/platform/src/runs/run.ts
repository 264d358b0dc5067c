import type { Instant, Json } from '#kernel';

export type RunState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

export type RunFacts = { readonly [key: string]: Json | undefined };

/** Long work in the background. It is done in slices, each one transaction, and goes on where the last committed slice ended. */
export interface Run<Kind extends string = string> {
  readonly id: string;
  readonly kind: Kind;
  readonly state: RunState;
  /** What it is about, of which there is one at a time. */
  readonly subject: string;
  readonly actorId: string | null;
  readonly request: RunFacts;
  /** How much there is to do; null until it was counted. */
  readonly total: number | null;
  readonly done: number;
  readonly cursor: string | null;
  /** What the slices so far came to, in the words of the kind. */
  readonly progress: RunFacts;
  readonly slices: number;
  readonly result: RunFacts | null;
  readonly error: string | null;
  readonly createdAt: Instant;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
}

/** What one slice came to. Without `end` there is more to do, at once or after `pauseMs`. */
export interface Slice {
  readonly done: number;
  readonly total: number | null;
  readonly cursor: string | null;
  readonly progress: RunFacts;
  readonly pauseMs?: number;
  readonly end?: { readonly result: RunFacts; readonly details?: readonly Json[] };
}

export interface NewRun<Kind extends string = string> {
  readonly kind: Kind;
  readonly subject: string;
  readonly actorId: string | null;
  readonly request: RunFacts;
}
