import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '#platform';
import { SendDueMail } from '../use-cases/send-due-mail.js';

/** The job that sends due mail, every two seconds, in whichever worker takes it. */
@Injectable()
export class SendMailJob implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly sendDueMail: SendDueMail,
  ) {}

  onModuleInit(): void {
    this.jobs.define({ name: 'notifications.send-mail', queue: 'chores', run: () => this.sendDueMail.execute() });
  }
}
