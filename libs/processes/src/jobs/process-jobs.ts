import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '#platform';
import { WatchProcesses } from '../use-cases/watch-processes.js';

/** The jobs that count months and watch over the register, in whichever worker takes them. */
@Injectable()
export class ProcessJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly watch: WatchProcesses,
  ) {}

  onModuleInit(): void {
    this.jobs.define({ name: 'processes.count-months', queue: 'chores', run: () => this.watch.count() });
    this.jobs.define({ name: 'processes.follow-conditions', queue: 'chores', run: () => this.watch.follow() });
    this.jobs.define({ name: 'processes.call-reviews', queue: 'chores', run: () => this.watch.callReviews() });
  }
}
