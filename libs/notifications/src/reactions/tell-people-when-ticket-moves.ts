import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Role, roleOf } from '#identity';
import type { RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { actionsOf, EVENTS_WITH_NOTICES, planNotices } from '../domain/plan-notices.js';
import { withCommentKind } from '../reads/comment-event.js';
import { TicketParties } from '../reads/ticket-parties.js';
import { Notices } from '../store/notices.js';

/** Writes the notices of an event, after it: in the worker, once. An event of our own lets open browsers know. */
@Injectable()
export class TellPeopleWhenTicketMoves implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly parties: TicketParties,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.reactions.after({ name: 'notifications.tell-people', on: EVENTS_WITH_NOTICES, handle: (tx, event) => this.handle(tx, event) });
  }

  private async handle(tx: Tx, event: RecordedEvent): Promise<void> {
    const found = await this.parties.of(tx, event.subject.id, rolesIn(event));
    // Tickets of another system are history: nobody is told of what a sweep finds in them.
    if (!found || (found.ticket.origin !== null && event.type.startsWith('sla.'))) return;
    const cause = { eventId: event.id, subjectId: event.subject.id, ticketId: event.subject.id };
    await this.notices.tell(tx, cause, planNotices(await withCommentKind(tx, event), found.parties));
  }
}

/** The roles that an escalation names. */
function rolesIn(event: RecordedEvent): Role[] {
  return actionsOf(event).flatMap(({ action, to }) => (action === 'notify_role' && to !== null ? (roleOf(to) ?? []) : []));
}
