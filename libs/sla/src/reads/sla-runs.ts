import { Injectable } from '@nestjs/common';
import { type Actor, holds } from '#identity';
import { DomainError } from '#kernel';
import { Database, type Run, UnitOfWork } from '#platform';
import { type Named, TicketNames } from '#tickets';
import type { RunKind } from '../domain/run.js';
import { slaRuns } from '../store/runs.js';

/** A run with the name of who asked for it. */
export interface NamedRun extends Run<RunKind> {
  readonly requestedBy: Named | null;
}

/** Long work and how far it is, for those who may know of it: replans for who reads the set-up, what-ifs for who may try them. */
@Injectable()
export class SlaRuns {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly names: TicketNames,
  ) {}

  /** Throws `sla.run-not-found`, also for a run that the actor may not know of. */
  async read(actor: Actor, id: string): Promise<NamedRun> {
    const run = await slaRuns.find(this.database, id);
    if (!run || !kindsFor(actor).includes(run.kind)) throw new DomainError('sla.run-not-found', {}, 'not-found');
    return (await this.named(actor, [run]))[0]!;
  }

  /** Latest first. */
  async list(actor: Actor, { kind, subject, limit }: { kind?: RunKind; subject?: string; limit: number }): Promise<NamedRun[]> {
    const kinds = kindsFor(actor).filter((one) => kind === undefined || one === kind);
    return this.named(actor, await slaRuns.list(this.database, kinds, subject ?? null, limit));
  }

  /** Ends a what-if before its time; a finished one stays as it is. Throws `sla.run-not-cancellable` for a replan: clocks must follow. */
  async cancel(actor: Actor, id: string): Promise<NamedRun> {
    const run = await this.read(actor, id);
    if (run.kind !== 'what_if') throw new DomainError('sla.run-not-cancellable', {}, 'conflict');
    await this.unitOfWork.run((tx) => slaRuns.cancel(tx, [id]));
    return this.read(actor, id);
  }

  private async named(actor: Actor, runs: readonly Run<RunKind>[]): Promise<NamedRun[]> {
    const names = await this.names.find(actor.locale, { people: runs.map((run) => run.actorId) });
    return runs.map((run) => ({ ...run, requestedBy: names.orNull(run.actorId) }));
  }
}

function kindsFor(actor: Actor): RunKind[] {
  return [...(holds(actor, 'sla.read') ? ['replan' as const] : []), ...(holds(actor, 'sla.simulate') ? ['what_if' as const] : [])];
}
