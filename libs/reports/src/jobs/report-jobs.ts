import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, JobRegistry, Jobs } from '#platform';
import { ReportDeliveries } from '../store/report-deliveries.js';
import { DeliverReport } from '../use-cases/deliver-report.js';
import { PlanDeliveries } from '../use-cases/plan-deliveries.js';

/** Deliveries that one round hands out; the next round finds the others. */
const BATCH = 500;

/** Finds what is due and hands it out, a job for each reader. What a job loses the next round finds: the table says what is due. */
@Injectable()
export class ReportJobs implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly plan: PlanDeliveries,
    private readonly deliveries: ReportDeliveries,
    private readonly deliver: DeliverReport,
  ) {}

  onModuleInit(): void {
    this.registry.define({ name: 'reports.produce-due', queue: 'chores', run: () => this.produceDue() });
    this.registry.define<{ deliveryId: string }>({
      name: 'reports.deliver',
      queue: 'chores',
      run: ({ deliveryId }) => this.deliver.execute(deliveryId),
    });
  }

  private async produceDue(): Promise<void> {
    await this.plan.execute();
    const due = await this.deliveries.due(this.database, BATCH);
    await this.jobs.addMany(
      'reports.deliver',
      due.map(({ id, round }) => ({ data: { deliveryId: id }, jobId: `reports-deliver-${id}-${round}` })),
    );
  }
}
