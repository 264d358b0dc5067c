import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { TicketTarget } from '#tickets';
import { transitionNotAllowed } from '../domain/change-errors.js';
import { rigaDay } from '../domain/change-window.js';
import { Concurrences } from '../store/concurrences.js';
import { ChangeWork } from './change-work.js';

const ASKED_IN: ReadonlySet<string> = new Set(['draft', 'assessing', 'awaiting_authorisation']);

/** Keeps that a body outside the Centre was asked to concur; it has a month to answer (DOMAIN A17). */
@Injectable()
export class AskConcurrence {
  constructor(
    private readonly work: ChangeWork,
    private readonly concurrences: Concurrences,
  ) {}

  /** `askedOn` is a date, today where null. */
  async execute(actor: Actor, target: TicketTarget, body: string, askedOn: string | null, document: string | null): Promise<string> {
    return this.work.run(actor, target, 'ask_concurrence', async (change, tx) => {
      if (!ASKED_IN.has(change.state)) throw transitionNotAllowed('authorise', change.state);
      await this.concurrences.ask(tx, { changeId: change.id, body, askedOn: askedOn ?? rigaDay(tx.now), document, askedById: actor.id });
      change.note('concurrence-asked', { by: actor.id, at: tx.now }, { body });
    });
  }
}
