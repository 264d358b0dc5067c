import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '#platform';
import { PlanWakeUps } from '../use-cases/plan-wake-ups.js';
import { RecordCrossings } from '../use-cases/record-crossings.js';

/** The jobs that keep the clocks: the sweep every second, its wake-ups, and their renewal every five minutes. */
@Injectable()
export class SweepJobs implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly sweep: RecordCrossings,
    private readonly wakeUps: PlanWakeUps,
  ) {}

  onModuleInit(): void {
    this.registry.define({ name: 'sla.sweep', queue: 'timers', run: () => this.sweep.execute() });
    this.registry.define({ name: 'sla.wake-sweep', queue: 'timers', run: () => this.sweep.execute() });
    this.registry.define({ name: 'sla.plan-wake-ups', queue: 'timers', run: () => this.wakeUps.execute() });
  }
}
