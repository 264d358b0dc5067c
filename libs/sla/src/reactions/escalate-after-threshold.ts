import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReactionRegistry } from '#platform';
import { EscalateCrossing } from '../use-cases/escalate-crossing.js';

/** After the sweep, not in it: the sweep holds clocks and would wait for tickets, while every other transaction locks tickets first. */
@Injectable()
export class EscalateAfterThreshold implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly escalate: EscalateCrossing,
  ) {}

  onModuleInit(): void {
    this.reactions.after({ name: 'sla.escalate', on: ['sla.threshold-crossed'], handle: (tx, event) => this.escalate.execute(tx, event) });
  }
}
