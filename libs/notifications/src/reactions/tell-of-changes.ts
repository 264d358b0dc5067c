import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IdentityFacts, type Role } from '#identity';
import type { RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { TicketFacts } from '#tickets';
import type { NoticeKind } from '../domain/notice.js';
import { Notices } from '../store/notices.js';

/** What rings whose bell; approvals have notices of their own. */
const TOLD: Readonly<Record<string, { readonly kind: NoticeKind; readonly roles: readonly Role[] }>> = {
  'changes.drafted': { kind: 'change-asked', roles: ['change_manager'] },
  'changes.submitted': { kind: 'change-submitted', roles: ['change_manager'] },
  'changes.assessment-overdue': { kind: 'change-assessment-overdue', roles: ['change_manager'] },
  'changes.concurrence-overdue': { kind: 'change-concurrence-overdue', roles: ['change_manager'] },
  'changes.finding-raised': { kind: 'change-finding', roles: ['change_manager', 'manager'] },
};

/** Tells change managers what waits for them, and managers what was not ratified. */
@Injectable()
export class TellOfChanges implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly identity: IdentityFacts,
    private readonly tickets: TicketFacts,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.reactions.after({ name: 'notifications.tell-of-changes', on: Object.keys(TOLD), handle: (tx, event) => this.handle(tx, event) });
  }

  private async handle(tx: Tx, { id, type, subject, actorId, payload }: RecordedEvent): Promise<void> {
    const told = TOLD[type];
    const ticket = await this.tickets.byId(subject.id, tx);
    // What staff writes down is its own affair; what is asked for in the portal waits for somebody.
    if (!told || !ticket || (type === 'changes.drafted' && payload['source'] !== 'portal')) return;
    const people = new Set<string>();
    for (const role of told.roles) for (const person of await this.identity.holdersOf(role, ticket.institutionId, tx)) people.add(person);
    if (actorId !== null) people.delete(actorId);
    const params = { number: ticket.number, title: ticket.title, body: payload['body'] ?? null };
    const planned = [...people].map((userId) => ({ userId, kind: told.kind, quiet: false, dedupeKey: `${id}`, params }));
    await this.notices.tell(tx, { eventId: id, subjectId: subject.id, ticketId: subject.id }, planned);
  }
}
