import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { stageAfter, type ProcessEvent } from '../domain/process-lifecycle.js';
import { lapseOf, suspendsAt } from '../domain/lapse.js';
import type { ProcessRecord } from '../domain/process.js';
import { processEvent } from '../domain/process-events.js';
import { ProcessStandings } from '../reads/process-standing.js';
import { ProcessStore } from '../store/process-store.js';

/** Moves processes between stages, in the transaction of whatever moved them. */
@Injectable()
export class ProcessWork {
  constructor(
    private readonly processes: ProcessStore,
    private readonly standings: ProcessStandings,
  ) {}

  /** Throws `processes.transition-not-allowed`. `cause` says why in a word, for the history. */
  async move(tx: Tx, process: ProcessRecord, event: ProcessEvent, actorId: string | null, cause: string | null = null): Promise<void> {
    const to = stageAfter(process.stage, event);
    if (to !== process.stage) await this.processes.setStage(tx, process.id, to, cause);
    const about = { ownerId: process.ownerId, ...(await this.processes.namesOf(tx, process.practice)) };
    const deadline = { suspendsAt: event === 'lapse' ? suspendsAt(tx.now) : null };
    await tx.append(processEvent('stage-changed', process.id, actorId, { event, from: process.stage, to, cause, ...about, ...deadline }));
  }

  /** What the conditions ask of the system at once: lapse, restoration or suspension. False where there is nothing to do. */
  async follow(tx: Tx, id: string): Promise<boolean> {
    const process = await this.processes.lock(tx, id);
    const { conditions } = await this.standings.one(tx, process);
    const lapse = lapseOf(process.stage, process.stageSince, conditions, tx.now);
    if (!lapse) return false;
    const outside = new Set(conditions.filter(({ external }) => external).map(({ key }) => key));
    // Of a process outside the desk one document is missing, not use, conformance and metric.
    const causes = new Set(lapse.failed.map((key) => (outside.has(key) ? 'external' : key)));
    await this.move(tx, process, lapse.event, null, [...causes].join(' ') || null);
    return true;
  }
}
