import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#kernel';
import { ContinueRuns, Database, JobRegistry } from '#platform';
import { type Month, monthOf, monthOfDate, monthsAfter } from '../domain/month.js';
import { drawDays } from '../store/ticket-events.js';
import { FreezeMonths } from '../use-cases/freeze-months.js';
import { RecountKpis } from '../use-cases/recount-kpis.js';

const RECENT_DAYS = 2;
const AMONG_DAYS = 30;

/** The recurring jobs of the figures: freezing months, recounting some days hourly and everything nightly, and going on with recounts. */
@Injectable()
export class KeepFigures implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly freezeMonths: FreezeMonths,
    private readonly recount: RecountKpis,
    private readonly runs: ContinueRuns,
  ) {}

  onModuleInit(): void {
    this.jobs.define({ name: 'kpis.freeze-months', queue: 'chores', run: () => this.freezeMonths.execute() });
    this.jobs.define({ name: 'kpis.recount-random-days', queue: 'chores', run: () => this.recountRandomDays() });
    this.jobs.define({ name: 'kpis.recount-all', queue: 'chores', run: () => this.recount.begin(null) });
    this.jobs.define<{ runId: string }>({
      name: this.recount.work.job,
      queue: 'chores',
      run: ({ runId }) => this.runs.execute(this.recount.work, runId),
    });
    this.jobs.define({ name: 'kpis.resume-runs', queue: 'chores', run: () => this.runs.resume(this.recount.work) });
  }

  private async recountRandomDays(): Promise<unknown> {
    const month = monthOf(this.clock.now());
    const days = await drawDays(this.database, RECENT_DAYS, AMONG_DAYS);
    const months = new Set<Month>([month, monthsAfter(month, -1), ...days.map(monthOfDate)]);
    return this.recount.execute({ days, months: [...months] });
  }
}
