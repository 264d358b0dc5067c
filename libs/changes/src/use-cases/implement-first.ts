import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import type { Actor } from '#identity';
import type { TicketTarget } from '#tickets';
import { AskApprovers } from './ask-approvers.js';
import { ChangeWork } from './change-work.js';

const WORKING_DAYS = 'lv-8x5';
/** "ECAB ratifies <= 1 wd or finding raised" (DOMAIN 3.4). */
const RATIFIED_WITHIN = 1;

/** Begins an emergency change on recorded consent; the emergency board is asked to ratify it at once. */
@Injectable()
export class ImplementFirst {
  constructor(
    private readonly work: ChangeWork,
    private readonly approvers: AskApprovers,
    private readonly calendars: CalendarBook,
  ) {}

  /** Throws `changes.consent-missing`, `changes.incomplete`. */
  async execute(actor: Actor, target: TicketTarget): Promise<string> {
    return this.work.run(actor, target, 'implement_first', async (change, tx) => {
      const act = { by: actor.id, at: tx.now };
      const dueAt = (await this.calendars.byCode(WORKING_DAYS, tx)).workingDaysAfter(tx.now, RATIFIED_WITHIN);
      change.implementFirst(act, dueAt);
      await this.approvers.toRatify(tx, change, act, dueAt);
    });
  }
}
