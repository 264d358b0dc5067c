import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '#platform';
import { RemindOfRegisters } from '../use-cases/remind-of-registers.js';

/** The job that looks for dues of the registers. */
@Injectable()
export class RegisterJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly remind: RemindOfRegisters,
  ) {}

  onModuleInit(): void {
    this.jobs.define({ name: 'processes.remind-of-registers', queue: 'chores', run: async () => void (await this.remind.execute()) });
  }
}
