import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { ContinueRuns, Database, type LongWork, type Run, type RunFacts, UnitOfWork } from '#platform';
import type { Month } from '../domain/month.js';
import type { RecountKind, RecountOutcome } from '../domain/recount.js';
import { NONE } from '../domain/ticket-event.js';
import { kpiRuns } from '../store/runs.js';
import { RecountSlice } from './recount-slice.js';

/** A few days of Riga, and the months whose cells are recounted with them. */
export interface DrawnDays {
  readonly days: readonly string[];
  readonly months: readonly Month[];
}

/** A recount of everything takes at most a fifth of a processor: at a million tickets it lasts longer than a night is quiet. */
const RESTS = 4;
/** How long somebody who waits for a recount looks away while a worker has it. */
const WAIT_MS = 200;

/** Recounts all indicators, or those of a few days, in the background or while the caller waits. All of them leave a run on record. */
@Injectable()
export class RecountKpis {
  private readonly log = new Logger(RecountKpis.name);
  readonly work: LongWork<RecountKind> = {
    table: kpiRuns,
    job: 'kpis.continue-run',
    work: (tx, run) => this.slice.work(tx, run),
    rests: { all: RESTS },
  };

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly runs: ContinueRuns,
    private readonly slice: RecountSlice,
  ) {}

  /** Begins a recount of everything in the background; answers the one that is under way where somebody was first. */
  async begin(actorId: string | null): Promise<Run<RecountKind>> {
    const run = await this.unitOfWork.run((tx) => kpiRuns.insert(tx, { kind: 'all', subject: NONE, actorId, request: EVERYTHING }));
    const [standing] = run ? [run] : await kpiRuns.active(this.database, 'all', {});
    if (!standing) return this.begin(actorId);
    await this.runs.begin(this.work, standing.id);
    return standing;
  }

  /** Recounts while the caller waits: everything, or some days. `gently` with the rests of the background: nobody looks at a clock. */
  async execute(days?: DrawnDays, { gently = false }: { gently?: boolean } = {}): Promise<RecountOutcome> {
    const kind = days ? 'days' : 'all';
    const request = days ? { days: [...days.days], months: [...days.months] } : EVERYTHING;
    const run = await this.unitOfWork.run((tx) => kpiRuns.insert(tx, { kind, subject: randomUUID(), actorId: null, request }));
    const outcome = await this.finish(run!.id, gently);
    if (outcome.differences > 0) this.log.warn(`recount found and put right ${outcome.differences} differences`);
    return outcome;
  }

  /** Works on a run to its end; a worker may take slices of it meanwhile. Throws what a slice throws. */
  private async finish(id: string, gently: boolean): Promise<RecountOutcome> {
    for (;;) {
      const last = await this.runs.slice(this.work, id);
      if (last && gently) await sleep(last.restMs);
      if (last && !last.slice.end) continue;
      const run = await kpiRuns.find(this.database, id);
      if (run?.state === 'done') return run.result as unknown as RecountOutcome;
      if (run?.state !== 'running' && run?.state !== 'waiting') throw new Error(`recount ${id} ended as ${run?.state}: ${run?.error}`);
      await sleep(WAIT_MS);
    }
  }
}

const EVERYTHING: RunFacts = { days: null, months: null };
