import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '#platform';
import { GatherDigests } from '../use-cases/gather-digests.js';

/** The job that makes one mail of those that were held back. */
@Injectable()
export class GatherDigestsJob implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly gatherDigests: GatherDigests,
  ) {}

  onModuleInit(): void {
    this.jobs.define({ name: 'notifications.gather-digests', queue: 'chores', run: () => this.gatherDigests.execute() });
  }
}
