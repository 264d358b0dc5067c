import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '#platform';
import { PassTime } from '../use-cases/pass-time.js';

/** The job that reminds, escalates and refuses what is overdue, in whichever worker takes it. */
@Injectable()
export class ApprovalJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly passTime: PassTime,
  ) {}

  onModuleInit(): void {
    this.jobs.define({ name: 'approvals.do-what-is-due', queue: 'chores', run: () => this.passTime.execute() });
  }
}
