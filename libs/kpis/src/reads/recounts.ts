import { Injectable } from '@nestjs/common';
import { IdentityFacts } from '#identity';
import { type Instant, notFound } from '#kernel';
import { Database, type Run } from '#platform';
import type { RecountKind, RecountOutcome } from '../domain/recount.js';
import { kpiRuns } from '../store/runs.js';

/** A recount with the name of who asked for it. */
export interface RecountView extends Run<RecountKind> {
  /** Null where the system recounts by itself. */
  readonly person: string | null;
}

/** Where the continuous recount stands. */
export interface RecountState {
  /** Null before the first one has ended. */
  readonly finishedAt: Instant | null;
  readonly differences: number;
}

/** Recounts, how far they are and what they came to. */
@Injectable()
export class Recounts {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityFacts,
  ) {}

  /** Latest first. */
  async list(limit: number): Promise<RecountView[]> {
    return this.named(await kpiRuns.list(this.database, ['all', 'days'], null, limit));
  }

  /** Throws 404 `kpis.recount.not-found`. */
  async read(id: string): Promise<RecountView> {
    const run = await kpiRuns.find(this.database, id);
    if (!run) throw notFound('kpis.recount');
    return (await this.named([run]))[0]!;
  }

  /** When a recount ended last, and what it found: what a monitor watches. */
  async state(): Promise<RecountState> {
    const runs = await kpiRuns.list(this.database, ['all', 'days'], null, LOOKED_AT);
    const last = runs.find(({ state }) => state === 'done');
    return {
      finishedAt: last?.finishedAt ?? null,
      differences: (last?.result as RecountOutcome | null | undefined)?.differences ?? 0,
    };
  }

  private async named(runs: readonly Run<RecountKind>[]): Promise<RecountView[]> {
    const people = runs.flatMap(({ actorId }) => actorId ?? []);
    const names = people.length > 0 ? await this.identity.names(people) : new Map<string, string>();
    return runs.map((run) => ({ ...run, person: run.actorId === null ? null : (names.get(run.actorId) ?? null) }));
  }
}

/** Among so many of the latest one has ended. */
const LOOKED_AT = 20;
