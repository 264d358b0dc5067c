import { Injectable } from '@nestjs/common';
import { type Actor, holds } from '#identity';
import { DomainError } from '#kernel';
import { requireVersion, type Tx, UnitOfWork } from '#platform';
import { holdsOn, type ProcessRecord } from '../domain/process.js';
import { requireOwner } from '../domain/process-access.js';
import { stageAfter } from '../domain/process-lifecycle.js';
import { requireDesigned } from '../domain/process-terms.js';
import { TRACE_READINGS } from '../domain/trace-readings.js';
import { processEvent } from '../domain/process-events.js';
import { ProcessStandings, type StandingProcess } from '../reads/process-standing.js';
import { ProcessStore } from '../store/process-store.js';
import { ProcessWork } from './process-work.js';

/** Takes a process from stage to stage as DOMAIN 3.7 says; each move throws `processes.transition-not-allowed` from any other stage. */
@Injectable()
export class MoveProcess {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly processes: ProcessStore,
    private readonly standings: ProcessStandings,
    private readonly work: ProcessWork,
  ) {}

  /** Throws `processes.design-incomplete`. */
  async design(actor: Actor, id: string, ifMatch?: string): Promise<void> {
    await this.act(id, ifMatch, async (tx, process) => {
      requireOwner(actor, process);
      stageAfter(process.stage, 'design');
      requireDesigned(process);
      await this.work.move(tx, process, 'design', actor.id);
    });
  }

  /** A manager other than the owner approves by an order that is filed. Throws `processes.condition-missing` (order), `processes.own-process`. */
  async approve(actor: Actor, id: string, ifMatch?: string): Promise<void> {
    await this.act(id, ifMatch, async (tx, process) => {
      requireOther(actor, process);
      stageAfter(process.stage, 'approve');
      requireDesigned(process);
      requireConditions(await this.standings.one(tx, process), ['order']);
      const version = process.lifecycle === null ? null : TRACE_READINGS[process.lifecycle].lifecycle.version;
      await this.processes.setLifecycleVersion(tx, id, version);
      await this.work.move(tx, process, 'approve', actor.id);
    });
  }

  /** It is in use: a record began since its approval, or a document from outside says so. Throws `processes.no-live-record`. */
  async goLive(actor: Actor | null, id: string, ifMatch?: string): Promise<void> {
    await this.act(id, ifMatch, async (tx, process) => {
      if (actor) requireOwner(actor, process);
      stageAfter(process.stage, 'go_live');
      if (!(await this.isLive(tx, process))) throw new DomainError('processes.no-live-record', {}, 'rule-broken');
      await this.work.move(tx, process, 'go_live', actor?.id ?? null);
    });
  }

  /** All six conditions are met, and a manager who does not own it says so. Throws `processes.condition-missing`, `processes.own-process`. */
  async implement(actor: Actor, id: string, ifMatch?: string): Promise<void> {
    await this.act(id, ifMatch, async (tx, process) => {
      requireOther(actor, process);
      stageAfter(process.stage, 'implement');
      requireConditions(await this.standings.one(tx, process));
      await this.work.move(tx, process, 'implement', actor.id);
      await this.processes.setReviewDue(tx, id);
    });
  }

  /** The yearly review, with a document of its own since the last one. Throws `processes.review-needs-evidence`. */
  async review(actor: Actor, id: string, ifMatch?: string): Promise<void> {
    await this.act(id, ifMatch, async (tx, process) => {
      requireOwner(actor, process);
      stageAfter(process.stage, 'review');
      const { evidence } = await this.standings.one(tx, process);
      const [last] = await tx.query<{ at: number | null }>(
        `select max(at) as at from platform.event_log where subject_type = 'process' and subject_id = $1 and type = 'processes.reviewed'`,
        [id],
      );
      const since = last?.at ?? process.stageSince;
      if (!evidence.some((one) => one.kind === 'review' && one.withdrawnAt === null && one.addedAt > since))
        throw new DomainError('processes.review-needs-evidence', {}, 'rule-broken');
      await this.processes.setReviewDue(tx, id);
      await this.work.move(tx, process, 'review', actor.id);
      await tx.append(processEvent('reviewed', id, actor.id));
    });
  }

  /** Ends it for good, by an order. */
  async retire(actor: Actor, id: string, orderNumber: string, ifMatch?: string): Promise<void> {
    await this.act(id, ifMatch, async (tx, process) => {
      if (!holds(actor, 'process.approve')) throw new DomainError('processes.not-owner', {}, 'forbidden');
      await this.work.move(tx, process, 'retire', actor.id, orderNumber);
    });
  }

  private async act(id: string, ifMatch: string | undefined, work: (tx: Tx, process: ProcessRecord) => Promise<void>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const process = await this.processes.lock(tx, id);
      requireVersion(ifMatch, process.revision);
      await work(tx, process);
    });
  }

  private async isLive(tx: Tx, process: ProcessRecord): Promise<boolean> {
    if (process.lifecycle === null) {
      const { evidence } = await this.standings.one(tx, process);
      const [today] = await tx.query<{ day: string }>(`select (now() at time zone 'Europe/Riga')::date as day`);
      return evidence.some((one) => one.kind === 'external' && holdsOn(one, today!.day));
    }
    const found = await tx.query(
      `select 1 from platform.event_log where type = $1 and not imported
         and at >= (select since from processes.stage_period where process_id = $2 and stage = 'approved' order by since desc limit 1) limit 1`,
      [TRACE_READINGS[process.lifecycle].begins, process.id],
    );
    return found.length > 0;
  }
}

function requireOther(actor: Actor, { ownerId }: ProcessRecord): void {
  if (actor.id === ownerId) throw new DomainError('processes.own-process', {}, 'forbidden');
}

function requireConditions({ conditions }: StandingProcess, keys?: readonly string[]): void {
  const missing = conditions.filter(({ key, met }) => !met && (!keys || keys.includes(key))).map(({ key }) => key);
  if (missing.length > 0) throw new DomainError('processes.condition-missing', { conditions: missing.join(', ') }, 'rule-broken');
}
