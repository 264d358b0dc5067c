import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContinueRuns, JobRegistry, type LongWork, ReactionRegistry, type Run, type Slice, type Tx } from '#platform';
import { PROCESS_RUN_JOB, processRuns, type ProcessRunKind } from '../store/flow-runs.js';
import { CASE_ENDS, lifecycleEndedBy } from '../store/trace-store.js';
import { EventLogWork } from '../use-cases/event-log-work.js';
import { FlowMiner } from '../use-cases/flow-miner.js';
import { RecountTraces } from '../use-cases/trace-recount.js';

/** Keeps closed cases as traces, counts them anew each night, and goes on with the long work of mining. */
@Injectable()
export class FlowJobs implements OnModuleInit {
  private readonly slices: Readonly<Record<ProcessRunKind, (tx: Tx, run: Run<ProcessRunKind>) => Promise<Slice>>>;
  private readonly work: LongWork<ProcessRunKind> = {
    table: processRuns,
    job: PROCESS_RUN_JOB,
    work: (tx, run) => this.slices[run.kind](tx, run),
    rests: { traces: 4 },
  };

  constructor(
    private readonly jobs: JobRegistry,
    private readonly reactions: ReactionRegistry,
    private readonly runs: ContinueRuns,
    private readonly traces: RecountTraces,
    miner: FlowMiner,
    private readonly logs: EventLogWork,
  ) {
    this.slices = {
      traces: (tx, run) => traces.slice(tx, run),
      flow: (tx, run) => miner.slice(tx, run),
      event_log: (tx, run) => logs.slice(tx, run),
    };
  }

  onModuleInit(): void {
    this.reactions.after({
      name: 'processes.keep-trace',
      on: CASE_ENDS,
      handle: async (tx, { type, subject }) => {
        const lifecycle = lifecycleEndedBy(type);
        if (lifecycle && subject.type === 'ticket') await this.traces.keeper.keep(tx, [{ ticketId: subject.id, lifecycle }]);
      },
    });
    const run = async ({ runId }: { readonly runId: string }): Promise<void> => {
      await this.logs.prepare(runId);
      await this.runs.execute(this.work, runId);
    };
    this.jobs.define({ name: PROCESS_RUN_JOB, queue: 'chores', run });
    this.jobs.define({ name: 'processes.resume-runs', queue: 'chores', run: () => this.runs.resume(this.work) });
    this.jobs.define({ name: 'processes.recount-traces', queue: 'chores', run: () => this.traces.begin() });
  }
}
