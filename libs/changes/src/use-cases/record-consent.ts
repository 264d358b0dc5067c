import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Instant } from '#kernel';
import type { TicketTarget } from '#tickets';
import { ChangeWork } from './change-work.js';

/** Writes down that the duty manager has agreed to an emergency change by word of mouth. */
@Injectable()
export class RecordConsent {
  constructor(private readonly work: ChangeWork) {}

  async execute(actor: Actor, target: TicketTarget, by: string, at: Instant | null): Promise<string> {
    return this.work.run(actor, target, 'record_consent', (change, tx) =>
      change.recordConsent({ by: actor.id, at: tx.now }, by, at ?? tx.now),
    );
  }
}
