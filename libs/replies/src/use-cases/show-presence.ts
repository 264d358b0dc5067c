import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Signals } from '#platform';
import type { DraftKind } from '../domain/draft.js';
import { PRESENCE } from '../domain/presence.js';
import { TicketReplier } from '../reads/ticket-replier.js';
import { Presences } from '../store/presences.js';

/** Tells colleagues that somebody types on a ticket, or types no more. Only the news goes out; that he still does is asked for. */
@Injectable()
export class ShowPresence {
  constructor(
    private readonly replier: TicketReplier,
    private readonly presences: Presences,
    private readonly signals: Signals,
  ) {}

  /** Throws `tickets.not-found`, `tickets.not-allowed`. */
  async execute(actor: Actor, key: string, kind: DraftKind): Promise<void> {
    const { id } = await this.replier.require(actor, key, 'note');
    if (await this.presences.show(id, actor.id, kind)) await this.signals.send(PRESENCE, id);
  }

  async leave(actor: Actor, key: string): Promise<void> {
    const { id } = await this.replier.require(actor, key, 'note');
    if (await this.presences.leave(id, actor.id)) await this.signals.send(PRESENCE, id);
  }
}
