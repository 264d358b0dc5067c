import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { TicketTarget } from '#tickets';
import { type ChangeWindow, insideTolerance, rigaDay } from '../domain/change-window.js';
import { AskApprovers } from './ask-approvers.js';
import { CalendarPlace } from './calendar-place.js';
import { ChangeWork } from './change-work.js';

/** Moves a scheduled change: inside the tolerance it stays authorised, outside it authority is asked for anew (DOMAIN 3.4). */
@Injectable()
export class RescheduleChange {
  constructor(
    private readonly work: ChangeWork,
    private readonly place: CalendarPlace,
    private readonly approvers: AskApprovers,
  ) {}

  /** Throws `changes.outside-tolerance` for a standard change, and what `CalendarPlace` throws. */
  async execute(actor: Actor, target: TicketTarget, window: ChangeWindow, override: string | null): Promise<string> {
    return this.work.run(
      actor,
      target,
      'reschedule',
      async (change, tx) => {
        change.check('reschedule');
        await this.place.require(tx, actor, change, window, override);
        const act = { by: actor.id, at: tx.now };
        const { approvedFrom: from, approvedTo: to } = change.detail;
        const inside = from !== null && to !== null && insideTolerance({ from, to }, window, rigaDay);
        if (inside) return change.reschedule(act, window);
        change.rescheduleOutside(act, window);
        await this.approvers.voidIfChanged(tx, change, act);
        await this.approvers.toAuthorise(tx, change, act);
      },
      (tx) => this.place.lock(tx),
    );
  }
}
