import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { stageAfter, type ProcessEvent } from '../domain/process-lifecycle.js';
import { lapseOf } from '../domain/lapse.js';
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
    await tx.append(processEvent('stage-changed', process.id, actorId, { event, from: process.stage, to, cause }));
  }

  /** What the conditions ask of the system at once: lapse, restoration or suspension. False where there is nothing to do. */
  async follow(tx: Tx, id: string): Promise<boolean> {
    const process = await this.processes.lock(tx, id);
    const { conditions } = await this.standings.one(tx, process);
    const lapse = lapseOf(process.stage, process.stageSince, conditions, tx.now);
    if (!lapse) return false;
    await this.move(tx, process, lapse.event, null, lapse.failed.join(' ') || null);
    return true;
  }
}
