import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '#platform';
import { PollMailbox } from '../use-cases/poll-mailbox.js';
import { TakeMail } from '../use-cases/take-mail.js';

/** The job that fetches mail and reads what waits. In one process it runs once at a time, however long a mail server takes. */
@Injectable()
export class TakeMailJob implements OnModuleInit {
  private running = false;

  constructor(
    private readonly jobs: JobRegistry,
    private readonly poll: PollMailbox,
    private readonly takeMail: TakeMail,
  ) {}

  onModuleInit(): void {
    this.jobs.define({ name: 'inbound.take-mail', queue: 'chores', run: () => this.run() });
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      await this.poll.execute();
      await this.takeMail.execute();
    } finally {
      this.running = false;
    }
  }
}
