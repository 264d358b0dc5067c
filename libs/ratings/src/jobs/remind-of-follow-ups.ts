import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '#platform';
import { RemindOfFollowUps } from '../use-cases/remind-of-follow-ups.js';

/** The recurring job that tells of follow-ups which are overdue. */
@Injectable()
export class RemindOfFollowUpsJob implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly remind: RemindOfFollowUps,
  ) {}

  onModuleInit(): void {
    this.jobs.define({ name: 'ratings.remind-of-follow-ups', queue: 'chores', run: () => this.remind.execute() });
  }
}
