import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TimedEvent } from '#kernel';
import { type Reaction, ReactionRegistry, type Tx } from '#platform';
import { IncidentStore } from '../store/incident-store.js';

/** Within the transaction of a public reply of staff: a P1 has been told of, and need not be for the next half an hour. */
@Injectable()
export class PutOffReminderWhenStaffTold implements Reaction, OnModuleInit {
  readonly name = 'incidents.put-off-reminder-when-staff-told';
  readonly on = ['tickets.comment-added'];

  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly incidents: IncidentStore,
  ) {}

  onModuleInit(): void {
    this.reactions.within(this);
  }

  async handle(tx: Tx, { payload, subject }: TimedEvent): Promise<void> {
    if (payload['byStaff'] === true && payload['visibility'] === 'public') await this.incidents.updated(tx, subject.id);
  }
}
