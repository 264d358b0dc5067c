import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReactionRegistry } from '#platform';
import { CLOCK_EVENTS } from '../domain/follow-event.js';
import { KeepClocks } from '../use-cases/keep-clocks.js';
import { NoteFacts } from '../use-cases/note-facts.js';

/** Within the transaction of each ticket event: the answer to "create" already carries the promise. */
@Injectable()
export class KeepClocksWithTickets implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly clocks: KeepClocks,
    private readonly facts: NoteFacts,
  ) {}

  onModuleInit(): void {
    this.reactions.within({
      name: 'sla.start-clocks',
      on: ['incidents.submitted'],
      handle: (tx, event) => this.clocks.start(tx, event, 'incident'),
    });
    this.reactions.within({
      name: 'sla.note-facts',
      on: ['incidents.assigned', 'incidents.accepted', 'incidents.priority-changed', 'incidents.service-changed'],
      handle: (tx, event) => this.facts.execute(tx, event),
    });
    this.reactions.within({
      name: 'sla.keep-clocks',
      on: CLOCK_EVENTS.filter((type) => type !== 'incidents.submitted'),
      handle: (tx, event) => this.clocks.follow(tx, event),
    });
  }
}
