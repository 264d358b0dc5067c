import { RefResponse } from '#identity';
import { formatInstant } from '#kernel';
import type { NamedRun } from '../../reads/sla-runs.js';

/** What a replan came to, in clocks. */
export class ReplanResultResponse {
  replanned: number;
  /** Those of them whose deadline, or what is left of it, has changed. */
  moved: number;
  unmoved: number;
  /** Clocks that could not be computed and stay as they are. */
  failed: number;
}

/** Long work in the background and how far it is. */
export class SlaRunResponse {
  id: string;
  kind: 'replan' | 'what_if';
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  /** The calendar's version that is replanned for; for a what-if the person who asked. */
  subject: string;
  /** Clocks or tickets done so far, and all; null until they were counted. */
  done: number;
  total: number | null;
  requestedBy: RefResponse | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  /** Of a finished replan. */
  result: ReplanResultResponse | null;
  /** The code of what went wrong last. */
  error: string | null;

  static from(run: NamedRun): SlaRunResponse {
    const { id, kind, state, subject, done, total, requestedBy } = run;
    return {
      ...{ id, kind, state, subject, done, total, requestedBy },
      createdAt: formatInstant(run.createdAt),
      startedAt: run.startedAt === null ? null : formatInstant(run.startedAt),
      finishedAt: run.finishedAt === null ? null : formatInstant(run.finishedAt),
      result: kind === 'replan' && run.result ? (run.result as unknown as ReplanResultResponse) : null,
      error: run.error === null || /^[a-z-]+\.[a-z-]+$/.test(run.error) ? run.error : 'sla.run-failed',
    };
  }
}

export class SlaRunsResponse {
  items: SlaRunResponse[];
}
