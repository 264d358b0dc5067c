import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { TicketTarget } from '#tickets';
import type { Review } from '../domain/change.js';
import { ChangeWork } from './change-work.js';

/** Writes the review after the work. */
@Injectable()
export class ReviewChange {
  constructor(private readonly work: ChangeWork) {}

  async execute(actor: Actor, target: TicketTarget, review: Review): Promise<string> {
    return this.work.run(actor, target, 'review', (change, tx) => change.review({ by: actor.id, at: tx.now }, review));
  }
}
