import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database, JobRegistry } from '#platform';
import { monthOf, monthsAfter } from '../domain/month.js';
import { ticketsOfRandomDays } from '../store/ticket-events.js';
import { FreezeMonths } from '../use-cases/freeze-months.js';
import { RecountKpis } from '../use-cases/recount-kpis.js';

const DAYS = 3;
const AMONG_DAYS = 30;

/** The recurring jobs of the figures: freezing months, and recounting some of them hourly and all of them nightly. */
@Injectable()
export class KeepFigures implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly freezeMonths: FreezeMonths,
    private readonly recount: RecountKpis,
  ) {}

  onModuleInit(): void {
    this.jobs.define({ name: 'kpis.freeze-months', queue: 'chores', run: () => this.freezeMonths.execute() });
    this.jobs.define({ name: 'kpis.recount-random-days', queue: 'chores', run: () => this.recountRandomDays() });
    this.jobs.define({ name: 'kpis.recount-all', queue: 'chores', run: () => this.recount.execute() });
  }

  private async recountRandomDays(): Promise<unknown> {
    const month = monthOf(this.clock.now());
    return this.recount.execute({
      ticketIds: await ticketsOfRandomDays(this.database, DAYS, AMONG_DAYS),
      months: [month, monthsAfter(month, -1)],
    });
  }
}
