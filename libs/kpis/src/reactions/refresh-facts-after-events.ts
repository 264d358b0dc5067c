import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReactionRegistry } from '#platform';
import { FIGURE_TRIGGERS, REFRESH_REACTION } from '../domain/ticket-event.js';
import { RefreshFacts } from '../use-cases/refresh-facts.js';

/** Keeps the figures up to date: after each event that can move one, the facts of its ticket are recomputed in the worker. */
@Injectable()
export class RefreshFactsAfterEvents implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly refresh: RefreshFacts,
  ) {}

  onModuleInit(): void {
    this.reactions.after({
      name: REFRESH_REACTION,
      on: FIGURE_TRIGGERS,
      handle: async (tx, event) => {
        if (event.subject.type === 'ticket') await this.refresh.execute(tx, [event.subject.id]);
      },
    });
  }
}
