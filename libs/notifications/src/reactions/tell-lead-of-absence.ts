import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IdentityFacts } from '#identity';
import type { RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { TicketFacts } from '#tickets';
import type { PlannedNotice } from '../domain/notice.js';
import { Notices } from '../store/notices.js';

/** A member who goes away with open work is told of to the lead of each group that it lies in: he may hand it over. */
@Injectable()
export class TellLeadOfAbsence implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly identity: IdentityFacts,
    private readonly tickets: TicketFacts,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.reactions.after({
      name: 'notifications.tell-lead-of-absence',
      on: ['identity.absence-began'],
      handle: (tx, event) => this.handle(tx, event),
    });
  }

  private async handle(tx: Tx, { id, subject, payload, imported }: RecordedEvent): Promise<void> {
    if (imported) return;
    const open = new Map<string, number>();
    for (const { groupId, count } of await this.tickets.heldBy(subject.id, tx)) {
      const leadId = await this.identity.leadOf(groupId, tx);
      if (leadId !== null && leadId !== subject.id) open.set(leadId, (open.get(leadId) ?? 0) + count);
    }
    const planned = [...open].map(([userId, count]): PlannedNotice => ({
      ...{ userId, kind: 'member-away', quiet: false, dedupeKey: `absence:${id}` },
      params: { personId: subject.id, day: payload['lastDay'] ?? '', open: count, page: '/desk/handover' },
    }));
    await this.notices.tell(tx, { eventId: id, subjectId: subject.id, ticketId: null }, planned);
  }
}
