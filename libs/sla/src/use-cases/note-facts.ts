import { Injectable } from '@nestjs/common';
import type { TimedEvent } from '#kernel';
import type { Tx } from '#platform';
import { factsAfter } from '../domain/follow-event.js';
import type { ClockFacts } from '../domain/tracked-clock.js';

/**
 * Notes on a ticket's open clocks who has it now, its priority and its service, also where no target changes: figures are cut by what the
 * ticket was at the outcome. A group's own clock stays with its group.
 */
@Injectable()
export class NoteFacts {
  async execute(tx: Tx, event: TimedEvent): Promise<void> {
    const unknown: ClockFacts = { ticketType: '', institutionId: '', serviceId: UNSAID, groupId: UNSAID, priority: 0 };
    const { groupId, priority, serviceId } = factsAfter(event, unknown);
    await tx.execute(
      `update sla.clock set
         group_id = case when $2::text = '' or kind = 'ola' then group_id else $2::uuid end,
         service_id = case when $3::text = '' then service_id else $3::uuid end,
         priority = case when $4 = 0 then priority else $4 end
       where ticket_id = $1 and state in ('running', 'paused')`,
      [event.subject.id, groupId, serviceId, priority],
    );
  }
}

const UNSAID = '';
