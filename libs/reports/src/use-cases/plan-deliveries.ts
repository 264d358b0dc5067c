import { Injectable } from '@nestjs/common';
import { Database, UnitOfWork } from '#platform';
import { latestOccasion } from '../domain/occasion.js';
import { OccasionTimes } from '../reads/occasion-times.js';
import { ReportBuilders } from '../reads/report-builders.js';
import { ReportDeliveries } from '../store/report-deliveries.js';
import { ReportStore } from '../store/report-store.js';

/** Finds which reports are due to whom. */
@Injectable()
export class PlanDeliveries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly reports: ReportStore,
    private readonly builders: ReportBuilders,
    private readonly deliveries: ReportDeliveries,
    private readonly times: OccasionTimes,
  ) {}

  /** Answers how many deliveries it newly planned. Asked again, it plans none twice. */
  async execute(): Promise<number> {
    const { now, rules } = await this.times.now();
    let planned = 0;
    for (const { id, code, cadence, published } of await this.reports.all(this.database)) {
      const builder = this.builders.find(code);
      const occasion = published && builder ? latestOccasion(cadence, builder.period, now, rules) : undefined;
      if (occasion) planned += await this.unitOfWork.run((tx) => this.deliveries.plan(tx, id, occasion));
    }
    return planned;
  }
}
