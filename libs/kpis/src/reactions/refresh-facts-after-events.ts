import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReactionRegistry } from '#platform';
import { ticketsMovedBy } from '../store/ticket-events.js';
import { FIGURE_TRIGGERS, REFRESH_REACTION } from '../domain/ticket-event.js';
import { RefreshFacts } from '../use-cases/refresh-facts.js';
import { RestateAfterVoid } from '../use-cases/restate-after-void.js';

/**
 * Keeps the figures up to date: after each event that can move one, the facts of its ticket are recomputed in the worker. A voided
 * breach restates the frozen months that it touches.
 */
@Injectable()
export class RefreshFactsAfterEvents implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly refresh: RefreshFacts,
    private readonly restate: RestateAfterVoid,
  ) {}

  onModuleInit(): void {
    this.reactions.after({
      name: REFRESH_REACTION,
      on: FIGURE_TRIGGERS,
      handle: async (tx, event) => {
        const ids = event.subject.type === 'ticket' ? await ticketsMovedBy(tx, event) : [];
        if (ids.length > 0) await this.refresh.execute(tx, ids);
      },
    });
    this.reactions.after({
      name: 'kpis.restate-after-void',
      on: ['sla.breach-voided'],
      handle: async (tx, { subject, payload }) => {
        const { clockId, reason, confirmedBy } = payload;
        if (subject.type !== 'ticket' || typeof clockId !== 'string') return;
        await this.restate.execute(tx, {
          clockId,
          ticketId: subject.id,
          reason: typeof reason === 'string' ? reason : 'wrong_registration',
          confirmedBy: typeof confirmedBy === 'string' ? confirmedBy : undefined,
        });
      },
    });
  }
}
