import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '#platform';
import { AskForRatings } from '../use-cases/ask-for-ratings.js';

/** The job that writes due mails with the three faces. */
@Injectable()
export class AskForRatingsJob implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly askForRatings: AskForRatings,
  ) {}

  onModuleInit(): void {
    this.jobs.define({ name: 'notifications.ask-for-ratings', queue: 'chores', run: () => this.askForRatings.execute() });
  }
}
