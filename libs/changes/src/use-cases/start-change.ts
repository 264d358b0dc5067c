import { Injectable } from '@nestjs/common';
import { type Actor, holds } from '#identity';
import { notAllowed, type TicketTarget } from '#tickets';
import { ruleBroken } from '../domain/change-errors.js';
import { AskApprovers } from './ask-approvers.js';
import { CalendarPlace } from './calendar-place.js';
import { ChangeWork } from './change-work.js';

/**
 * Begins the work: inside the window and half an hour to either side, and in no freeze that was set since it was scheduled (an emergency need not
 * mind one), else by the change manager's override (DOMAIN 3.4).
 */
@Injectable()
export class StartChange {
  constructor(
    private readonly work: ChangeWork,
    private readonly approvers: AskApprovers,
    private readonly place: CalendarPlace,
  ) {}

  /** Throws `changes.outside-window`, `changes.frozen-since`, `tickets.not-allowed` for another's override, `changes.implementer-approves`. */
  async execute(actor: Actor, target: TicketTarget, override: string | null): Promise<string> {
    return this.work.run(
      actor,
      target,
      'start',
      async (change, tx) => {
        change.check('start');
        if (override !== null && !holds(actor, 'change.manage')) throw notAllowed('override');
        const implementerId = change.ticket.assigneeId ?? actor.id;
        if (await this.approvers.hasDecided(tx, change, implementerId)) throw ruleBroken('changes.implementer-approves');
        change.start({ by: actor.id, at: tx.now }, override, await this.place.newFreezes(tx, change));
      },
      (tx) => this.place.lock(tx),
    );
  }
}
