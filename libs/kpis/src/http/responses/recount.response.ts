import { formatInstant, type Instant } from '#kernel';
import type { RecountProgress } from '../../domain/recount.js';
import type { RecountView } from '../../reads/recounts.js';

/** A recount of the indicators from the raw events: how far it is, and what it found and put right. */
export class RecountResponse {
  id: string;
  /** All tickets, or those of a few days drawn at random. */
  kind: 'all' | 'days';
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  /** The days that were drawn. */
  days: string[];
  /** Tickets looked at so far, and all; null until they were counted. */
  done: number;
  total: number | null;
  /** Facts that did not say what the events say; they do now. */
  facts: number;
  /** Sums that did not say what the facts say; they do now. */
  cells: number;
  /** Null where the system recounts by itself. */
  person: string | null;
  createdAt: string;
  finishedAt: string | null;

  static from(run: RecountView): RecountResponse {
    const { facts = 0, cells = 0 } = run.progress as Partial<RecountProgress>;
    const days = run.request['days'];
    const instant = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));
    return {
      ...{ id: run.id, kind: run.kind, state: run.state, done: run.done, total: run.total, facts, cells, person: run.person },
      days: Array.isArray(days) ? days.map(String) : [],
      createdAt: formatInstant(run.createdAt),
      finishedAt: instant(run.finishedAt),
    };
  }
}

export class RecountsResponse {
  items: RecountResponse[];
}
