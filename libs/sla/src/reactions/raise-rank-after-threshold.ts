import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReactionRegistry } from '#platform';
import { setEscalationRank } from '#tickets';

/** DOMAIN 4.5: from 90 % on a ticket moves up in its queue. */
const RANK_FROM_PCT = 90;

@Injectable()
export class RaiseRankAfterThreshold implements OnModuleInit {
  constructor(private readonly reactions: ReactionRegistry) {}

  onModuleInit(): void {
    this.reactions.after({
      name: 'sla.raise-rank',
      on: ['sla.threshold-crossed'],
      handle: async (tx, { subject, payload }) => {
        const pct = Number(payload['pct']);
        if (pct >= RANK_FROM_PCT) await setEscalationRank(tx, [subject.id], pct >= 100 ? 2 : 1);
      },
    });
  }
}
