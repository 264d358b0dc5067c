import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '#platform';
import { KeepPeople } from '../use-cases/keep-people.js';

/** Ends the accounts of people whose day of leaving has come. */
@Injectable()
export class EndAccounts implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly people: KeepPeople,
  ) {}

  onModuleInit(): void {
    this.registry.define({ name: 'identity.end-accounts', queue: 'chores', run: () => this.run() });
  }

  private async run(): Promise<void> {
    while ((await this.people.endThoseWhoLeft()) > 0);
  }
}
