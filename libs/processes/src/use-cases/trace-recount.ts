import { Injectable } from '@nestjs/common';
import { stableId } from '#identity';
import { ContinueRuns, type Run, type Slice, type Tx, UnitOfWork } from '#platform';
import { PROCESS_RUN_JOB, processRuns, type ProcessRunKind } from '../store/flow-runs.js';
import { lifecycleEndedBy, TraceStore } from '../store/trace-store.js';
import { TraceKeeper } from './trace-keeper.js';

/** Cases of one slice: a kill loses no more than these, and they are kept again. */
const AT_ONCE = 1_000;
const ALL = stableId('processes.traces');

/** Keeps all closed cases anew from the event log. */
@Injectable()
export class RecountTraces {
  constructor(
    readonly keeper: TraceKeeper,
    private readonly store: TraceStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly runs: ContinueRuns,
  ) {}

  /** In the background, unless that is under way. */
  async begin(): Promise<void> {
    const run = await this.unitOfWork.run((tx) => this.insert(tx));
    if (run) await this.runs.begin({ job: PROCESS_RUN_JOB }, run.id);
  }

  /** While the caller waits; for history that was taken in, which no reaction follows. Answers how many cases had ended. */
  async execute(): Promise<number> {
    let after = 0;
    let cases = 0;
    for (;;) {
      const found = await this.unitOfWork.run((tx) => this.keepNext(tx, after));
      cases += found.length;
      if (found.length < AT_ONCE) return cases;
      after = found.at(-1)!.eventId;
    }
  }

  async slice(tx: Tx, run: Run<ProcessRunKind>): Promise<Slice> {
    const total = run.total ?? (await this.store.countEnded(tx));
    const found = await this.keepNext(tx, Number(run.cursor ?? 0));
    const done = run.done + found.length;
    const place = { done, total: Math.max(total, done), cursor: String(found.at(-1)?.eventId ?? run.cursor ?? 0), progress: {} };
    return found.length < AT_ONCE ? { ...place, end: { result: { cases: done } } } : place;
  }

  private async keepNext(tx: Tx, after: number) {
    const found = await this.store.nextEnded(tx, after, AT_ONCE);
    await this.keeper.keep(
      tx,
      found.map(({ ticketId, type }) => ({ ticketId, lifecycle: lifecycleEndedBy(type)! })),
    );
    return found;
  }

  private insert(tx: Tx) {
    return processRuns.insert(tx, { kind: 'traces', subject: ALL, actorId: null, request: {} });
  }
}
