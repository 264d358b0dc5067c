import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import type { Actor } from '#identity';
import type { TicketTarget } from '#tickets';
import { ChangeWork } from './change-work.js';

const WORKING_DAYS = 'lv-8x5';
/** Working days within which the Centre assesses a change: its own promise to itself (DOMAIN 3.4). */
const ASSESSED_WITHIN = 5;

/** Hands a complete draft over for assessment. */
@Injectable()
export class SubmitChange {
  constructor(
    private readonly work: ChangeWork,
    private readonly calendars: CalendarBook,
  ) {}

  /** Throws `changes.incomplete` naming each part that is missing. */
  async execute(actor: Actor, target: TicketTarget): Promise<string> {
    return this.work.run(actor, target, 'submit', async (change, tx) => {
      const calendar = await this.calendars.byCode(WORKING_DAYS, tx);
      change.submit({ by: actor.id, at: tx.now }, calendar.workingDaysAfter(tx.now, ASSESSED_WITHIN));
    });
  }
}
