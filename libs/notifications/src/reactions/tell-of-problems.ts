import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IdentityFacts } from '#identity';
import type { RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { type TicketFact, TicketFacts } from '#tickets';
import type { NoticeKind } from '../domain/notice.js';
import { Notices } from '../store/notices.js';

/** What rings whose bell: the lead of the group hears of a new problem, its owner of what becomes of it. */
const TOLD: Readonly<Record<string, { readonly kind: NoticeKind; readonly whom: 'lead' | 'owner' }>> = {
  'problems.opened': { kind: 'problem-opened', whom: 'lead' },
  'problems.investigated': { kind: 'problem-owned', whom: 'owner' },
  'problems.assigned': { kind: 'problem-owned', whom: 'owner' },
  'problems.change-succeeded': { kind: 'problem-change-succeeded', whom: 'owner' },
  'problems.change-failed': { kind: 'problem-change-failed', whom: 'owner' },
  'problems.recurred': { kind: 'problem-recurred', whom: 'owner' },
};

/** Tells those who answer for a problem what waits for them; nobody is told of what he did himself. */
@Injectable()
export class TellOfProblems implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly identity: IdentityFacts,
    private readonly tickets: TicketFacts,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.reactions.after({ name: 'notifications.tell-of-problems', on: Object.keys(TOLD), handle: (tx, event) => this.handle(tx, event) });
  }

  private async handle(tx: Tx, { id, type, subject, actorId }: RecordedEvent): Promise<void> {
    const told = TOLD[type];
    const ticket = await this.tickets.byId(subject.id, tx);
    const userId = told && ticket && (await this.person(tx, told.whom, ticket));
    if (!told || !ticket || !userId || userId === actorId) return;
    const params = { number: ticket.number, title: ticket.title };
    const planned = [{ userId, kind: told.kind, quiet: false, dedupeKey: `${id}`, params }];
    await this.notices.tell(tx, { eventId: id, subjectId: subject.id, ticketId: subject.id }, planned);
  }

  private async person(tx: Tx, whom: 'lead' | 'owner', { assigneeId, groupId }: TicketFact): Promise<string | null> {
    return whom === 'owner' ? assigneeId : groupId === null ? null : this.identity.leadOf(groupId, tx);
  }
}
