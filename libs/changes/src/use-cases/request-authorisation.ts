import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { TicketTarget } from '#tickets';
import { UrgentIncidents } from '../reads/urgent-incidents.js';
import { AskApprovers } from './ask-approvers.js';
import { CalendarPlace } from './calendar-place.js';
import { ChangeWork } from './change-work.js';

/** Asks for authority by risk; from now on the change has its place in the calendar. */
@Injectable()
export class RequestAuthorisation {
  constructor(
    private readonly work: ChangeWork,
    private readonly place: CalendarPlace,
    private readonly approvers: AskApprovers,
    private readonly urgent: UrgentIncidents,
  ) {}

  /** `override`: why a conflict that blocks may stand. Throws `changes.incomplete`, `changes.urgent-incident-missing` and what `CalendarPlace` throws. */
  async execute(actor: Actor, target: TicketTarget, override: string | null): Promise<string> {
    return this.work.run(
      actor,
      target,
      'request_authorisation',
      async (change, tx) => {
        const act = { by: actor.id, at: tx.now };
        change.check('request_authorisation');
        change.requestAuthorisation(change.detail.kind === 'emergency' && (await this.urgent.linkedTo(change.id, tx)));
        await this.place.require(tx, actor, change, change.window!, override);
        await this.approvers.toAuthorise(tx, change, act);
      },
      (tx) => this.place.lock(tx),
    );
  }
}
