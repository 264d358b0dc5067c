import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '#platform';
import { KeepAbsences } from '../use-cases/keep-absences.js';

/** Says of absences that they have begun, on their first day or when they are entered later. */
@Injectable()
export class BeginAbsences implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly absences: KeepAbsences,
  ) {}

  onModuleInit(): void {
    this.registry.define({ name: 'identity.begin-absences', queue: 'chores', run: () => this.run() });
  }

  private async run(): Promise<void> {
    while ((await this.absences.beginThoseDue()) > 0);
  }
}
